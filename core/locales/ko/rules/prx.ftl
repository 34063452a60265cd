## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

PRX001 = kube-proxy의 clusterCIDR에 { $family } 범위가 없습니다. 어떤 { $family } 트래픽도 로컬로 간주되지 않습니다
    .title = 패밀리가 빠진 clusterCIDR
    .help = 두 패밀리의 파드 범위를 나열하십시오
    .fix-both = { $to }(으)로 설정
    .page-fix-both = 두 패밀리의 파드 범위로 설정

PRX002 = 서비스 { $name }의 노드 포트는 { $family }로만 응답하고 노드의 { $other } 주소에서는 응답하지 않습니다
    .title = 한 패밀리의 노드 포트
    .help = 클라이언트가 두 패밀리로 올 수 있다면 둘 다 요청하십시오
    .fix-prefer = 두 패밀리 요청(PreferDualStack)

PRX003 = 서비스 { $name }이(가) 요청한 노드 포트는 다른 서비스의 것입니다
    .title = 이미 쓰이는 노드 포트
    .help = 이중 스택 서비스 하나를 사용하거나 다른 포트를 사용하십시오
    .fix-automatic = API 서버가 고르게 하기

PRX004 = nodePortAddresses에 { $family } 네트워크가 없습니다. { $family } 노드 포트는 노드의 모든 주소에서 응답합니다
    .title = 한 패밀리의 nodePortAddresses
    .help = 두 패밀리의 네트워크를 나열하거나 primary(1.31부터)를 사용하십시오
    .fix-nodes = { $to } 추가
    .page-fix-nodes = 패밀리의 노드 범위 추가

PRX005 = 서비스 { $name }이(가) 가질 수 없는 노드 포트를 요청합니다
    .title = 범위를 벗어나거나 중복된 노드 포트
    .help = 노드 포트는 30000에서 32767까지이며 각각 한 번만 쓸 수 있습니다
    .fix-automatic = API 서버가 고르게 하기

PRX006 = kube-proxy가 이 구성으로 시작하지 않습니다
    .title = kube-proxy가 구성을 거부함
    .help = kube-proxy가 출력에서 지목한 필드를 바꾸십시오
