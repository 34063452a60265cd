## 플릿: 공유 블록을 나눠 쓰는 많은 클러스터

fleet-placing = 클러스터의 자리를 정하는 중…
fleet-failed = 이 플릿은 계획할 수 없습니다:
fleet-map = 플릿의 지도
fleet-group = 그룹
fleet-all-groups = 모든 그룹
fleet-back = 한 단계 뒤로
fleet-home = 전체 블록
fleet-at = 표시 중: { $networks }
fleet-hint = 각 행은 위에 있는 네트워크의 16분의 1입니다. 행을 누르면 확대됩니다. Ctrl을 누른 채 휠을 돌려도 확대, 축소됩니다. 행에서 위아래 화살표는 다른 행으로 이동하고, 오른쪽은 확대, 왼쪽이나 Backspace는 뒤로 갑니다. 다른 패밀리에는 같은 클러스터가 표시됩니다.
fleet-findings = 발견된 것
fleet-no-findings = 발견된 것이 없습니다.
fleet-more-findings = { $count }개 더
fleet-blocks = 블록
fleet-more-blocks = 다른 블록: { $count }개
fleet-path = 표시 위치까지의 경로: { $family }
fleet-rows = { $family }: { $network }의 행
fleet-outside = 어느 블록에도 없음
fleet-clusters = 클러스터
fleet-find = 이름, 그룹, 사이트로 찾기
fleet-found = 클러스터 { $of }개 중 { $count }개
fleet-cluster = 클러스터
fleet-nodes = 노드
fleet-room = 두 배로 늘릴 수 있는가
fleet-actions = 작업
fleet-doubles = { $room }(으)로 두 배
fleet-runs = 이미 실행 중이며 자리는 그대로입니다
fleet-can-double = 예
fleet-cannot-double = 아니요
fleet-files = 파일
fleet-files-lock-why = 잠금 파일을 플릿 파일과 함께 보관하세요. 그러면 모든 클러스터가 제자리에 있습니다. 다음에는 둘을 함께 가져오세요.
fleet-files-lock = 잠금 파일
fleet-files-all = 모든 파일 (.zip)
fleet-files-plans = 계획 (.zip)
fleet-files-netbox = NetBox (.zip)
fleet-files-terraform = Terraform (.zip)
fleet-files-markdown = Markdown (.zip)
fleet-files-zones = 역방향 영역 (.zip)
fleet-files-picture = 지도 (.svg)
fleet-row = { $count ->
        [0] 클러스터 없음
       *[other] { $more ->
            [0] { $names }
           *[other] { $names } 외 { $more }개
        }
    }; { $free }% 비어 있음
fleet-show = 지도
    .name = 지도에 표시: { $name }
fleet-take = 내 계획으로 열기
    .name = 내 계획으로 열기: { $name }
fleet-table = 클러스터 표
