## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

DNS001 = 클러스터 DNS가 { $family }로만 응답합니다. 두 패밀리가 있는 파드에는 문제없지만 { $other }만 있는 파드에는 그렇지 않습니다
    .title = 한 패밀리뿐인 클러스터 DNS
    .help = 서비스를 PreferDualStack으로 만들고, 필요한 곳에서는 두 번째 주소를 kubelet의 clusterDNS에 추가하십시오
    .fix-prefer = 두 패밀리 요청(PreferDualStack)

DNS002 = clusterDNS { $address }이(가) 어떤 서비스 범위에도 없습니다
    .secondary = clusterDNS { $address }은(는) { $family }인데 서비스는 다른 패밀리가 먼저입니다. 설치 도구는 DNS에 첫 번째 범위의 주소를 줍니다
    .dynamic = clusterDNS { $address }이(가) 다른 서비스가 주소를 받는 동적 대역에 있습니다
    .title = 잘못된 위치의 clusterDNS
    .help = 첫 번째 서비스 범위의 열 번째 주소를 사용하고, 필요하면 그 뒤에 두 번째 범위의 열 번째 주소를 쓰십시오
    .fix-usual = { $to } 사용
    .page-fix-usual = 첫 번째 서비스 범위의 열 번째 주소 사용

DNS003 = Corefile이 AAAA 레코드를 숨기며, 그와 함께 모든 IPv6 주소를 숨깁니다
    .title = 숨겨진 AAAA 레코드
    .help = 이제 클러스터에 IPv6가 있으므로 template 블록을 제거하십시오

DNS004 = IPv6 전용 파드는 IPv4 네임 서버에 질의할 수 없습니다
    .title = 다른 패밀리의 업스트림 네임 서버
    .help = 노드에 IPv6 주소가 있는 네임 서버를 주거나 forward 플러그인에 지정하십시오

DNS005 = 클러스터 DNS가 IPv6 주소의 역방향 조회에 응답하지 않습니다
    .title = IPv6 역방향 조회 없음
    .help = kubernetes 플러그인의 영역에 ip6.arpa를 추가하십시오
