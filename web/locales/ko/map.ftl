## 네 가지 보기, 버전 슬라이더, 지도.

view-map = 지도
view-services = 서비스
view-change = 변경
view-files = 파일
version-slider = Kubernetes { $version }

map-title = 지도
map-empty = 범위를 읽을 수 있게 되면 지도가 나타납니다.
map-path = { $family }에서 이 자리까지의 경로
map-cells = { $count } × /{ $prefix }
map-no-twin = 이 패밀리에는 이 자리에 해당하는 것이 없습니다.
map-no-cell = 없음
map-more-ranges = 그 밖에 범위 { $count }개
map-enter = 확대
map-leave = 축소
map-home = 파드로 돌아가기
map-hint = 칸을 고르면 두 패밀리에서 무엇인지 알려 줍니다. 두 번 누르면 확대되고, 범위를 다른 자리로 끌어 옮길 수 있습니다.
map-rows = 행으로 나타낸 지도
map-column-cells = 칸
map-keys = 화살표 키로 이동하고, 오른쪽과 왼쪽으로 행을 펼치고 접으며, Enter로 확대하고 Backspace로 축소합니다.
map-node = 노드 { $node }
map-nodes = 노드 { $first } ~ { $last }
map-cell = { $cell }번 칸
map-addresses = 주소 { $count }개
map-in-use = { $count ->
        [1] { $owner }이(가) 사용 중
       *[other] 주소 { $count }개가 사용 중, 첫 번째는 { $owner }이(가) 사용
    }
map-ranges = 이 자리에 있는 계획의 범위
map-halve = 절반으로
    .name = 절반으로: { $name }
map-double = 두 배로
    .name = 두 배로: { $name }
map-move-here = 여기로 옮기기
    .name = 여기로 옮기기: { $name }
map-moving = { $name }을(를) { $network }(으)로

proof-title = 이 블록인 이유
proof-formula = 2^({ $mask } − { $prefix }) = 블록 { $count }개
proof-range = 범위
proof-node = 노드의 번호
proof-host = 노드의 파드
