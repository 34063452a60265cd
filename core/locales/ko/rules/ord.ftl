## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

ORD001 = 광고 주소 { $address }은(는) { $other }인데 첫 번째 서비스 범위 { $services }은(는) { $family }입니다. kube-apiserver가 시작하지 않습니다
    .title = 광고 주소의 패밀리가 틀림
    .help = 광고 주소와 같은 패밀리의 서비스 범위를 먼저 두거나, 다른 패밀리의 주소를 광고하십시오
    .fix-swap = { $first }을(를) 먼저 두기
    .page-fix-swap = 다른 패밀리를 먼저 두기

ORD002 = 광고 주소 { $address }은(는) { $other }인데 첫 번째 서비스 범위 { $services }은(는) { $family }입니다. kubernetes 서비스는 결코 응답하지 않습니다
    .title = 광고 주소의 패밀리가 틀림(1.23까지)
    .help = 광고 주소와 같은 패밀리의 서비스 범위를 먼저 두거나, 다른 패밀리의 주소를 광고하십시오
    .fix-swap = { $first }을(를) 먼저 두기
    .page-fix-swap = 다른 패밀리를 먼저 두기

ORD003 = kubernetes 서비스에는 { $family } 주소만 있습니다. { $other }만 있는 파드는 사용할 수 없습니다
    .title = 단일 스택인 API 서버의 서비스
    .help = 이중 스택 파드라면 할 일이 없습니다. 단일 스택 파드에는 API 서버 자체의 주소를 주십시오

ORD004 = { $component }은(는) { $given }(으)로 시작되는데 계획은 { $planned }입니다
    .title = 서로 다른 범위를 쓰는 컴포넌트
    .help = 모든 컴포넌트에 계획의 목록을 계획의 순서대로 주십시오

ORD005 = 파드의 첫 패밀리가 { $before }에서 { $now }(으)로 바뀌었습니다. 이전 노드가 있는 동안에는 kube-controller-manager가 더는 시작하지 않습니다
    .title = 파드의 첫 패밀리 변경
    .help = 순서를 유지하거나, 모든 Node를 삭제하고 다시 등록하십시오
    .fix-swap = { $first }을(를) 먼저 두기
    .page-fix-swap = 다른 패밀리를 먼저 두기

ORD006 = 파드는 { $pods }이(가) 먼저이고 노드는 { $nodes }이(가) 먼저입니다. 파드의 주소는 노드를 따르므로 { $nodes }이(가) 먼저 옵니다
    .plugin = { $plugin }은(는) 파드 범위의 순서와 관계없이 IPv4를 먼저 알립니다
    .title = 파드 주소는 노드의 순서를 따름
    .help = 노드의 네트워크를 같은 순서로 나열하고 kubelet의 --node-ip도 그 순서로 주십시오
    .fix-swap = { $first }을(를) 먼저 두기
    .page-fix-swap = 다른 패밀리를 먼저 두기

ORD007 = { $owner }에는 IPv4가 먼저 와야 합니다
    .title = IPv4가 먼저여야 함
    .help = 파드와 서비스에 IPv4를 먼저 나열하거나 다른 플러그인을 고르십시오
    .fix-ipv4-first = IPv4를 먼저 두기

ORD008 = API 서버의 인증서에 클라이언트가 사용하는 주소가 없습니다
    .title = 인증서에 빠진 주소
    .help = 각 서비스 범위의 첫 번째 주소와 두 패밀리의 주소를 certSANs에 넣으십시오

ORD009 = { $component }은(는) 광고 주소를 하나만 받습니다: { $text }
    .title = 광고 주소가 둘 이상
    .help = 첫 번째 서비스 범위와 같은 패밀리의 주소를 주십시오

ORD010 = IPv6 엔드포인트를 대괄호 없이 썼습니다
    .title = 대괄호 없는 IPv6 엔드포인트
    .help = [fd00::11]:6443처럼 쓰십시오

ORD011 = 파드는 { $pods }이(가) 먼저이고 서비스는 { $services }이(가) 먼저입니다. 값 하나만 담는 필드들이 서로 어긋납니다
    .title = 파드와 서비스의 순서가 반대
    .help = podCIDRs와 serviceCIDRs에서 패밀리를 같은 순서로 나열하십시오
    .fix-swap = { $first }을(를) 먼저 두기
    .page-fix-swap = 다른 패밀리를 먼저 두기
