## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

EGR001 = Cilium이 IPv6를 마스커레이드하지 않고 파드 범위 { $range }은(는) 고유 로컬입니다. 파드는 IPv6로 외부에 접근할 수 없습니다
    .agent = ip-masq-agent가 --enable-ipv6 없이 실행되고 파드 범위 { $range }은(는) 고유 로컬입니다
    .plugin = { $cni }은(는) 마스커레이드하지 않고 파드 범위 { $range }은(는) 고유 로컬입니다. 다른 컴포넌트가 해야 합니다
    .title = 마스커레이드가 없는 고유 로컬 파드
    .help = IPv6를 마스커레이드하거나 파드에 라우팅되는 주소를 주십시오
    .fix-cilium = enable-ipv6-masquerade 켜기
    .fix-agent = --enable-ipv6로 에이전트 시작

EGR002 = 파드 범위 { $range }은(는) 라우팅되지만 트래픽이 마스커레이드됩니다
    .plugin = 파드 범위 { $range }은(는) 라우팅되지만, 달리 지정하지 않으면 { $cni }이(가) IPv6를 마스커레이드합니다
    .title = NAT66 뒤에 있는 라우팅되는 파드
    .help = IPv6의 마스커레이드를 끄고 파드 범위를 노드로 라우팅하십시오
    .fix-off = 끄기

EGR003 = ip-masq-agent가 { $ranges }(으)로 가는 트래픽을 마스커레이드합니다
    .title = 마스커레이드되는 클러스터 내부 트래픽
    .help = nonMasqueradeCIDRs에 두 패밀리의 파드 범위와 노드 범위를 나열하십시오
    .fix-add = { $to } 추가
    .page-fix-add = 빠진 파드 범위와 노드 범위 추가

EGR004 = 네트워크 { $name }이(가) 스위치 하나로 두 패밀리를 마스커레이드하지만 { $network }은(는) 인터넷에서 라우팅됩니다
    .title = 두 패밀리에 마스커레이드 스위치 하나
    .help = ipMasq를 끄고 IPv4는 ip-masq-agent나 직접 만든 규칙으로 다른 곳에서 마스커레이드하십시오
    .fix-off = ipMasq 끄기

EGR005 = 파드에 IPv6만 있습니다. NAT64와 DNS64가 없으면 IPv4 호스트에 접근하지 못합니다
    .title = IPv6 전용 파드와 IPv4 호스트
    .help = NAT64와 DNS64를 계획하고 그 프리픽스를 예약하십시오
    .fix-reserve = 64:ff9b::/96 예약

EGR006 = NetworkPolicy { $name }이(가) { $family }은(는) 누구나 허용하고 { $other }은(는) 아무도 허용하지 않습니다
    .title = 한 패밀리만 누구나 허용
    .help = 다른 패밀리의 블록을 추가하십시오. ipBlock 하나는 한 패밀리에만 속합니다
    .fix-pair = { $to }도 허용
    .page-fix-pair = 다른 패밀리도 누구나 허용

EGR007 = NetworkPolicy { $name }이(가) { $cidr }에서 { $except }을(를) 제외하지만 그 안에 들어 있지 않습니다
    .title = 블록 밖의 예외
    .help = 패밀리마다 블록을 하나씩 쓰고 그 패밀리의 예외를 넣으십시오
    .fix-remove = 예외 제거

EGR008 = NetworkPolicy { $name }이(가) IPv4로는 인스턴스 메타데이터를 막지만 { $address }은(는) 열어 둡니다
    .title = IPv6로 열려 있는 인스턴스 메타데이터
    .help = IPv6 주소도 제외하십시오
    .fix-except = { $to } 제외
    .page-fix-except = IPv6 주소 제외

EGR009 = ip-masq-agent가 구성을 거부합니다. { $entry }에 호스트 비트가 있습니다
    .many = ip-masq-agent가 구성을 거부합니다. 네트워크 { $entry }개는 너무 많습니다
    .family = ip-masq-agent가 구성을 거부합니다. { $entry }은(는) IPv6인데 에이전트가 --enable-ipv6 없이 실행됩니다
    .title = ip-masq-agent가 거부하는 구성
    .help = 고칠 때까지 에이전트는 이전 구성을 계속 사용합니다
    .fix-limit = cidrLimit를 { $to }(으)로 설정
    .page-fix-limit = cidrLimit를 네트워크 수로 설정
    .fix-align = { $to }(으)로 쓰기
    .page-fix-align = 호스트 비트 없이 네트워크 쓰기
