group-addresses = 주소 관리

target-csv = CSV
    .description = 모든 범위와 그 처음 및 마지막 사용 가능 주소, 그리고 현재 노드의 블록을 담은 스프레드시트
target-infoblox = Infoblox NIOS
    .description = CSV 가져오기를 위한 네트워크와 네트워크 컨테이너
target-netbox = NetBox
    .description = 일괄 가져오기를 위한 역할(모든 클러스터가 함께 쓰므로 한 번만), 프리픽스, 주소 범위를 이 순서로
target-reverse-zones = 역방향 DNS 영역
    .description = 계획의 주소가 들어 있는 in-addr.arpa와 ip6.arpa 아래의 영역

## 설명 열에 쓰는 프리픽스의 용도.

export-prefix-nodes = 노드 주소
export-prefix-pods = 파드 네트워크
export-prefix-node-pods = 노드 { $node }(예시)
export-prefix-services = 서비스 ClusterIP
export-prefix-load-balancers = 로드 밸런서 풀

export-netbox-role-nodes = 노드 네트워크
export-netbox-role-pods = 파드 네트워크
export-netbox-role-services = 서비스 ClusterIP 범위
export-netbox-static = 주소를 요청하는 서비스를 위한 주소
export-netbox-dynamic = 서비스가 자동으로 받는 주소

export-reverse-zones = 한 줄에 영역 하나, 그 뒤에 그 영역에 있는 범위
export-reverse-zones-cluster = 파드와 서비스에 대해서는 클러스터 DNS가 직접 응답합니다. 그 영역을 클러스터 DNS에 위임하거나, 밖에서 묻는 일이 없으면 빼십시오
export-reverse-zones-shared = 이 영역에는 다른 주소도 있습니다(RFC 2317)

## 검사 결과.

EXP081 = { $target }: 낮은 것부터 노드 { $count }개의 블록을 나열했습니다. 클러스터에서는 노드가 참여하는 순서에 따라 누가 무엇을 받을지 정해집니다
    .fewer = { $target }: 전체 { $nodes }개가 아니라 노드 { $count }개의 블록을 나열했습니다. 블록이 더 없거나 행을 그보다 많이 쓰지 않기 때문입니다
    .title = 노드의 블록은 예시임

EXP082 = { $target }: { $plugin }이(가) 자체 풀의 주소를 파드에 주므로 노드의 블록을 나열하지 않았습니다
    .title = 노드의 블록 없음

EXP083 = { $target }: 노드 마스크가 파드 범위에 맞지 않아 노드의 블록을 나열하지 않았습니다
    .title = 노드의 블록 없음

EXP084 = NetBox는 프리픽스를 한 번만 받는데 { $range }은(는) 두 가지에 쓰입니다
    .whole = NetBox는 주소 공간 전체의 프리픽스를 받지 않습니다: { $range }
    .title = NetBox가 거부하는 프리픽스

EXP085 = NetBox는 전역 테이블에 이미 있는 프리픽스가 든 파일을 거부합니다. 여러 클러스터가 같은 범위를 쓰면 클러스터마다 VRF를 만들고 vrf 열을 추가하십시오
    .title = NetBox에서 프리픽스는 유일함

EXP086 = { $range } 가운데 서비스가 받는 주소는 ip-ranges.csv에 없습니다. NetBox의 범위에는 주소가 적어도 두 개, 2^32개보다 적게 있습니다
    .title = NetBox에 비해 너무 크거나 너무 작은 범위

EXP087 = 열은 NIOS 9.0의 CSV Import Reference를 따르지만 아직 어떤 Grid도 이런 파일을 받아 보지 않았습니다. 먼저 시험 가져오기로 확인하십시오
    .title = 시험해 보지 않은 가져오기
