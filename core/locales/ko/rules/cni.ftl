## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

CNI001 = Flannel의 net-conf.json이 파드 범위 { $range }을(를) 포함하지 않습니다
    .title = 파드 범위가 없는 Flannel
    .help = Network와 IPv6Network에 파드 범위가 들어 있어야 하고 EnableIPv6는 true여야 합니다
    .fix-networks = 계획의 파드 범위 쓰기

CNI002 = Calico 풀 { $pool }이(가) 파드 범위 밖에 있습니다
    .title = 파드 범위 밖의 Calico 풀
    .help = 파드를 위한 풀은 podCIDRs 안에 있어야 합니다
    .fix-range = 파드 범위 { $to } 사용
    .page-fix-range = 계획의 파드 범위 사용

CNI003 = Calico 풀 { $pool }의 파드는 마스커레이드되지 않는 고유 로컬 주소를 사용하므로 외부에 접근할 수 없습니다
    .title = NAT가 없는 고유 로컬 Calico 풀
    .help = 풀에 natOutgoing을 설정하거나 라우팅되는 주소를 사용하십시오
    .fix-nat = natOutgoing 켜기

CNI004 = Calico가 두 패밀리를 모두 { $address }(으)로 마스커레이드합니다. 다른 패밀리의 규칙은 거부됩니다
    .title = 두 패밀리에 마스커레이드 주소 하나
    .help = 주소를 지정하지 마십시오. 그러면 각 노드가 자신의 주소로 마스커레이드합니다
    .fix-remove = 제거

CNI005 = Cilium에서 { $family }이(가) 꺼져 있습니다. { $key }이(가) "true"가 아닙니다
    .title = Cilium에서 꺼진 패밀리
    .help = Helm 값에서 ipv4.enabled와 ipv6.enabled를 설정하십시오
    .fix-enable = 켜기

CNI006 = Cilium은 파드에 { $range }이(가) 아니라 { $list }의 주소를 줍니다
    .title = Cilium의 풀이 파드 범위가 아님
    .help = ipam.operator.clusterPoolIPv4PodCIDRList와 clusterPoolIPv6PodCIDRList를 마스크 크기와 함께 설정하십시오
    .fix-range = { $to }와(과) 계획의 노드 마스크 사용
    .page-fix-range = 계획의 파드 범위와 노드 마스크 사용

CNI007 = Cilium이 네이티브 라우팅과 마스커레이드를 사용하지만 { $key }이(가) 없습니다
    .title = 네이티브 라우팅 CIDR이 없는 네이티브 라우팅
    .help = 패밀리마다 파드 범위를 지정하거나 그 패밀리의 마스커레이드를 끄십시오
    .fix-range = { $to }(으)로 설정
    .page-fix-range = 패밀리의 파드 범위로 설정

CNI008 = ENI 주소와 IPv6 네이티브 라우팅 네트워크를 함께 설정하면 Cilium 1.20이 멈춥니다
    .title = ENI 주소와 IPv6 네이티브 라우팅
    .help = ipv6-native-routing-cidr을 빼거나 수정된 릴리스를 사용하십시오

CNI009 = { $cni }은(는) 자체 풀을 사용합니다. 파드가 받는 주소는 노드 마스크가 정하지 않습니다
    .title = 플러그인이 사용하지 않는 노드 마스크
    .help = 할 일은 없습니다. 노드당 주소 수가 중요하면 플러그인의 블록 크기를 설정하십시오

CNI010 = Calico의 IPv6 풀 { $pool }은(는) 캡슐화되지 않지만 IPv4 풀은 캡슐화됩니다. 서로 다른 노드의 파드가 IPv6로 통신하지 못할 수 있습니다
    .ipip = Calico의 IPv6 풀 { $pool }이(가) IP in IP를 요구하지만 이는 IPv4에만 있습니다
    .title = 다르게 캡슐화되는 IPv6 풀
    .help = IPv6 풀에 VXLAN(Linux 4.19.1 이상)을 사용하거나, 네트워크가 파드 주소를 라우팅하게 하십시오
    .fix-vxlan = VXLAN 사용

CNI011 = 파드에는 패킷당 { $mtu }바이트가 남습니다({ $overhead }바이트는 터널이 사용). IPv6에는 1280이 필요합니다
    .title = IPv6에 비해 너무 작은 MTU
    .help = 터널을 뺀 MTU가 1280 이상이 되도록 올리십시오. VXLAN은 IPv4에서 50바이트, IPv6에서 70바이트, WireGuard는 60바이트와 80바이트를 사용합니다

CNI012 = { $first }와(과) { $second }이(가) 모두 { $range }의 주소를 나눠 줍니다
    .title = 플러그인 둘에 범위 하나
    .help = 플러그인마다 파드 범위의 일부를 따로 주거나, 주소를 한쪽에 맡기십시오

CNI013 = 이 버전의 K3s는 함께 들어 있는 Flannel로는 이중 스택을 거부합니다
    .title = 오래된 K3s 버전의 Flannel은 단일 스택
    .help = 1.23 이상을 사용하거나, flannel-backend: none과 disable-network-policy: true로 다른 CNI 플러그인을 사용하십시오
    .fix-version = Kubernetes { $to } 계획
    .page-fix-version = Flannel이 이중 스택인 버전 계획

CNI014 = { $name }의 hostPort { $port }은(는) IPv4로만 응답할 수 있습니다
    .title = 이중 스택 클러스터의 hostPort
    .help = IPv6로 시험해 보십시오. LoadBalancer 서비스나 hostNetwork는 portmap에 의존하지 않습니다

CNI015 = { $cni }은(는) 모든 노드에 { $length }인 IPv6 블록만 줍니다
    .range = { $cni }에는 { $length }보다 짧은 IPv6 파드 범위가 필요합니다
    .title = 길이가 고정된 IPv6 노드 블록
    .help = { $length }인 노드 블록과 더 짧은 파드 범위를 계획하십시오
    .page-help = 플러그인이 주는 길이의 노드 블록과 더 짧은 파드 범위를 계획하십시오
    .fix-mask = { $to } 계획
    .page-fix-mask = 플러그인의 노드 블록 계획

CNI016 = 노드가 여러 { $family } 네트워크에 있는데 Cilium의 직접 경로는 같은 링크의 노드에만 닿습니다
    .title = 네트워크를 넘는 직접 경로
    .help = 라우터 뒤의 노드를 건너뛰고 라우터가 노드 블록을 알게 하거나, 터널을 사용하십시오
    .fix-skip = 라우터 뒤의 노드 건너뛰기
