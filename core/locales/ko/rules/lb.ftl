## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

LB001 = 서비스 { $name }이(가) 두 패밀리를 원하지만 둘 다 있는 MetalLB 풀이 없습니다
    .title = 둘을 함께 담은 풀 대신 패밀리마다 풀 하나
    .help = 두 패밀리의 범위를 IPAddressPool 하나에 넣으십시오

LB002 = 서비스 { $name }에 줄 { $family } 주소가 있는 MetalLB 풀이 없습니다
    .title = 서비스의 패밀리가 없는 풀
    .help = 빠진 패밀리의 범위를 풀에 추가하거나 서비스를 SingleStack으로 만드십시오
    .fix-single = 한 패밀리(SingleStack)

LB003 = 서비스 { $name }은(는) 패밀리가 둘인데 loadBalancerIP { $address }은(는) 그중 하나의 주소입니다
    .family = 서비스 { $name }의 loadBalancerIP { $address }은(는) 이 서비스에 없는 패밀리인 { $family }입니다
    .title = 두 패밀리에 loadBalancerIP 하나
    .help = 구현체의 어노테이션(metallb.io/loadBalancerIPs, azure-load-balancer-ipv4와 -ipv6)에 두 주소를 쓰거나 서비스를 SingleStack으로 만드십시오
    .fix-annotation = 그 패밀리의 어노테이션으로 옮기기
    .fix-single = 주소의 패밀리 하나만

LB004 = 서비스 { $name }에 IPv6가 있지만 로드 밸런서는 IPv4입니다. 어노테이션 aws-load-balancer-ip-address-type이 dualstack이 아닙니다
    .title = IPv4 로드 밸런서 뒤의 이중 스택 서비스
    .help = service.beta.kubernetes.io/aws-load-balancer-ip-address-type을 dualstack으로 설정하거나 서비스를 IPv4 전용으로 만드십시오
    .fix-dualstack = 이중 스택 로드 밸런서 요청
    .fix-single = IPv4만(SingleStack)

LB006 = 서비스 { $name }에 IPv6가 있지만 로드 밸런서의 대상은 기본 IPv6 주소가 없는 인스턴스입니다
    .title = 인스턴스를 대상으로 하는 IPv6
    .help = service.beta.kubernetes.io/aws-load-balancer-nlb-target-type을 ip로 설정하십시오
    .fix-ip = 파드를 대상으로(ip)

LB007 = 서비스 { $name }이(가) { $type } 유형의 로드 밸런서를 요청하지만 ipv4와 dualstack만 있습니다
    .title = AWS 로드 밸런서에 없는 주소 유형
    .help = dualstack을 사용하십시오. IPv4 주소는 쓰지 않고 두어도 됩니다
    .fix-dualstack = 이중 스택 로드 밸런서 요청

LB008 = 서비스 { $name }은(는) IPv6 소스 NAT가 없는 이중 스택 로드 밸런서 뒤에 UDP 포트가 있습니다
    .title = 소스 NAT가 없는 IPv6 UDP
    .help = service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat을 "on"으로 설정하십시오
    .fix-source-nat = IPv6 소스 NAT 켜기

LB009 = 서비스 { $name }이(가) IPv4 주소가 없는 Azure 로드 밸런서에 IPv6 주소를 요청합니다
    .title = IPv6만 있는 Azure 로드 밸런서
    .help = IPv4를 먼저 두고 두 패밀리를 요청하거나, IPv4가 있는 다른 서비스와 로드 밸런서를 함께 쓰십시오
    .fix-both = 두 패밀리, IPv4 먼저

LB010 = Azure Linux 노드 풀에서는 externalTrafficPolicy: Local이 없으면 서비스 { $name }의 IPv6 주소에 접근할 수 없습니다
    .title = Local이 없는 Azure의 IPv6 로드 밸런서
    .help = Azure Linux를 실행하는 노드 풀이 있으면 externalTrafficPolicy를 Local로 설정하십시오
    .fix-local = externalTrafficPolicy: Local 설정

LB011 = 서비스 { $name }의 패밀리와 관계없이 Octavia는 IPv4 주소만 줄 수 있습니다
    .title = OpenStack의 IPv6 로드 밸런서
    .help = 사용하는 cloud-provider-openstack 버전이 IPv6 로드 밸런서를 만드는지 확인하십시오
    .fix-single = IPv4만(SingleStack)

LB012 = 서비스 { $name }의 소스 범위 { $range }은(는) 이 서비스에 없는 패밀리입니다
    .title = 없는 패밀리의 소스 범위
    .help = 범위를 제거하거나 서비스에 두 패밀리를 주십시오
    .fix-remove = 서비스의 패밀리에 속한 범위만 남기기: { $to }
    .page-fix-remove = 서비스의 패밀리에 속한 범위만 남기기

LB013 = 서비스 { $name }이(가) 소스를 제한하지만 { $family }에서는 그렇지 않습니다. 그쪽은 누구나 연결할 수 있거나 아무도 연결할 수 없습니다
    .title = 한 패밀리만의 소스 범위
    .help = 연결할 수 있는 { $family } 범위를 추가하십시오
    .page-help = 연결할 수 있는 다른 패밀리의 범위를 추가하십시오
    .fix-single = 범위가 없는 패밀리 빼기(SingleStack)
    .fix-open = 누구나 연결할 수 있다고 명시

LB014 = { $who }은(는) 파드에 IPv4나 IPv6 하나만 주며 둘 다 주지는 않습니다
    .title = 이중 스택 파드가 없는 곳
    .help = 한 패밀리를 계획하십시오. 다른 쪽에는 NAT(ENABLE_V4_EGRESS, ENABLE_V6_EGRESS)로 접근합니다
    .fix-ipv4 = IPv4만 계획
    .fix-ipv6 = IPv6만 계획

LB015 = AKS에는 IPv6가 먼저인 이중 스택 클러스터가 없습니다
    .only = AKS에는 IPv6 전용 클러스터가 없습니다
    .title = AKS가 만들 수 없는 패밀리 조합
    .help = IPv4를 계획하거나, IPv4를 먼저 두고 둘 다 계획하십시오
    .fix-swap = IPv4를 먼저 두기

LB016 = 베어메탈용 Google Distributed Cloud에서 clusterNetwork.pods에는 IPv4 범위만 들어갑니다. { $range }은(는) ClusterCIDRConfig에 속합니다
    .title = Google Distributed Cloud의 IPv6 파드 범위
    .help = 두 패밀리의 범위와 노드의 마스크를 넣은 ClusterCIDRConfig를 작성하십시오. 클러스터를 만들 때만 할 수 있습니다
    .fix-remove = clusterNetwork.pods에서 IPv6 범위 빼기

LB017 = { $distribution }은(는) IPv6가 먼저인 클러스터를 만들 수 없습니다
    .dual = { $distribution }은(는) 이중 스택 클러스터를 만들 수 없습니다
    .only = { $distribution }은(는) IPv6 전용 클러스터를 만들 수 없습니다
    .provider = { $distribution }은(는) { $provider }에서 이중 스택 클러스터를 만들 수 없습니다
    .title = 배포판이 만들 수 없는 패밀리 조합
    .help = 배포판에 있는 조합을 계획하십시오
    .fix-swap = IPv4를 먼저 두기
    .fix-ipv4 = IPv4만 계획
    .fix-ipv6 = IPv6만 계획
