## 계획의 지도.

draw-title = 계획 { $name }의 지도
    .unnamed = 계획의 지도
draw-axis = 같은 칸
    .node = = 같은 노드
draw-cells = { $count } × /{ $prefix }
    .node = { $count } × /{ $prefix }, 노드마다 하나
    .nodes = { $count } × /{ $prefix }, 각각 노드 { $nodes }개
    .inside = { $count } × /{ $prefix }, 모두 노드 { $node }의 것
draw-to = { $first } … { $last }
draw-empty = { $family }에는 이 자리에 해당하는 것이 없음
draw-elsewhere = { $family } 범위가 있는 블록 { $count }개 더
draw-more-ranges = 범위 { $count }개 더
draw-unpaired = 여기부터 { $family } 없음
draw-more-overlaps = 겹침 { $count }건 더
draw-overlap = { $first }와(과) { $second }이(가) { $shared }을(를) 공유함

draw-kind-pods = 파드
draw-kind-services = 서비스
draw-kind-nodes = 노드
draw-kind-load-balancers = 로드 밸런서
draw-kind-reserved = 예약됨

draw-use-pods-taken = 이미 있는 Node { $count }개
draw-use-pods-today = 현재 노드 { $count }개
draw-use-pods-planned = 노드 { $count }개까지 계획
draw-use-pods-free = 노드 { $count }개분 비어 있음
draw-use-pods-unpaired = 다른 패밀리에 블록이 없음
draw-use-pods-excluded = 노드 없음: 블록 안에 서비스가 있음
draw-use-pods = 파드, 블록은 알 수 없음
draw-use-services-static = 서비스, 정적 대역
draw-use-services-dynamic = 서비스, 동적 대역
draw-use-services-unusable = 어떤 서비스도 쓸 수 없음
draw-use-services-object = 서비스, ServiceCIDR 오브젝트
draw-use-nodes = 노드의 네트워크
draw-use-load-balancers = 로드 밸런서의 풀
draw-use-reserved = 예약됨
draw-use-overlap = 범위가 겹침
draw-use-known = 사용 중인 주소

draw-summary-grid = { $family }: { $network }, { $cells ->
    [1] 칸 하나
   *[other] /{ $prefix } 칸 { $cells }개
  }.
draw-summary-no-grid = { $family }: 이 자리에 해당하는 것이 없습니다.
draw-summary-pods = { $family }에서 파드는 칸 { $cells }개 중 { $first } ~ { $last }번을 사용합니다.
    .both = 두 패밀리에서 파드는 칸 { $cells }개 중 { $first } ~ { $last }번을 사용합니다.
draw-summary-unpaired = { $family }의 { $first } ~ { $last }번 칸에는 다른 패밀리에 남은 블록이 없어서 어떤 노드도 받지 않는 블록이 있습니다.
    .both = 두 패밀리의 { $first } ~ { $last }번 칸에는 어떤 노드도 받지 않는 블록이 있습니다.
draw-summary-shifted = 한 패밀리에 어떤 노드도 받지 않는 블록이 있어서, { $cell }번 칸부터는 같은 칸이 서로 다른 노드입니다.
draw-summary-services = { $family }에서 서비스의 주소는 { $first } ~ { $last }번 칸에 있습니다.
    .both = 두 패밀리에서 서비스의 주소는 { $first } ~ { $last }번 칸에 있습니다.
draw-summary-services-outside = 서비스는 그림 밖에 있습니다.
draw-summary-no-overlap = 겹치는 범위가 없습니다.
draw-summary-overlaps = 범위 { $count }쌍이 겹칩니다.

draw-row = { $first } ~ { $last }번 칸
    .one = { $first }번 칸
draw-sentence = { $text }.

## 플릿의 지도

draw-fleet-pods = Pod 범위
draw-fleet-services = Service 범위
draw-fleet-nodes = 노드 네트워크
draw-fleet-room = 두 배로 늘릴 자리
draw-fleet-site = 사이트용 확보
draw-fleet-existing = 실행 중인 클러스터
draw-fleet-reserved = 예약됨
draw-fleet-free = 비어 있음
draw-fleet-group = 그룹 { $group }
