# 도구가 거부하는 것: 도구로 내보낼 때, 그리고 계획에 도구가 있으면 lint가 말한다.

EXP002 = Kubernetes { $version }용으로는 { $target }을(를) 쓸 수 없습니다. { $first }부터 있습니다
    .title = 이 버전에 없는 대상

EXP020 = { $target }은(는) 범위 하나, 또는 패밀리마다 하나를 받습니다
    .title = 클러스터를 만들 수 없는 범위

EXP022 = { $target }은(는) Kubernetes { $version }의 이중 스택 클러스터를 만들지 않습니다
    .ipv6 = { $target }은(는) Kubernetes { $version }의 IPv6 전용 클러스터를 만들지 않습니다
    .title = 도구의 이 버전에 없는 패밀리

EXP023 = { $target }은(는) 같은 패밀리의 파드와 서비스를 원합니다
    .title = 서로 다른 패밀리의 파드와 서비스

EXP024 = { $target }은(는) 이 패밀리에서 /{ $limit } 이상으로 긴 서비스 범위를 받으며 { $range }은(는) 받지 않습니다
    .title = 도구에 비해 너무 큰 서비스 범위

EXP028 = { $tool } { $release }은(는) Kubernetes { $version }을(를) 실행하지 않습니다
    .title = 계획에 맞지 않는 도구 릴리스
    .help = spec.tools에 다른 릴리스를 지정하십시오
    .kind = { $target }은(는) { $release }부터 IPv6를 먼저 둡니다. 그 이전 릴리스는 API 서버의 IPv4 주소를 알립니다
    .underlay = Cilium의 터널은 { $release }부터 IPv6를 사용합니다({ $value }). 대신 네이티브 라우팅을 씁니다
    .prefer = Cilium은 { $release }부터 IPv6를 먼저 표시합니다({ $value }). 이 릴리스에서는 IPv4가 먼저 옵니다

EXP030 = { $target }은(는) 서비스 범위가 /{ $limit }인 IPv6 전용 클러스터를 받으며 { $range }은(는) 받지 않습니다
    .title = IPv6 전용에는 정해진 크기의 서비스 범위가 필요함

EXP031 = Kubernetes { $version }에서 { $target }의 Flannel과 네트워크 정책 컨트롤러는 이중 스택이 아닙니다
    .k0s = Kubernetes { $version }에서 { $target }의 kube-router는 이중 스택이 아닙니다
    .title = 함께 들어 있는 것이 이중 스택이 아님
    .help = 다른 플러그인이나 더 새로운 버전을 사용하십시오

EXP032 = Talos 1.14 이상은 계획의 범위를 거부합니다
    .title = 범위를 거부하는 Talos
    .help = 더 오래된 Talos가 이 Kubernetes 버전을 실행하면 그 패치를 씁니다

EXP033 = { $target }에는 이중 스택 파드가 없습니다. 클러스터는 IPv4이거나, 노드에 둘 다 있을 수 있는 IPv6 전용입니다
    .provider = { $target }은(는) AWS용으로만 씁니다
    .title = 도구가 만들 수 없는 클러스터
    .help = 파드와 서비스를 한 패밀리로 계획하십시오

EXP034 = { $target }은(는) 이 클러스터에서 { $plugin }을(를) 받지 않습니다
    .title = 거부된 플러그인

EXP036 = AWS는 이 클러스터에 /{ $shortest }에서 /{ $longest }까지의 VPC를 받으며 { $range }은(는) 받지 않습니다
    .title = VPC가 될 수 없는 노드 네트워크

EXP038 = VPC { $range }이(가) 파드와 서비스가 쓰는 것과 주소를 공유합니다
    .title = 클러스터와 겹치는 VPC
    .help = 서로 겹치지 않는 노드 네트워크나 범위를 사용하십시오

EXP040 = { $plugin }에는 파드 범위가 필요하지만 계획에 없습니다
    .title = 파드 범위 없음

EXP041 = { $plugin }은(는) 패밀리마다 범위 하나를 받지만 { $field }에 { $family } 범위가 여럿 있습니다: { $ranges }
    .title = 한 패밀리에 범위가 여럿

EXP043 = { $plugin }은(는) 같은 패밀리의 파드와 서비스만 받습니다
    .title = 파드와 서비스의 패밀리가 다름
    .services = { $plugin }은(는) 서비스 범위 하나, 또는 서로 다른 패밀리의 둘을 받습니다

EXP044 = { $plugin }은(는) { $range }에서 /{ $mask }인 노드 블록을 나눌 수 없습니다
    .title = 파드 범위에 맞지 않는 노드 마스크

EXP045 = { $plugin }은(는) 범위보다 16비트까지 긴 노드 마스크를 받습니다. /{ $mask }은(는) { $range }에 너무 깁니다
    .title = 한 범위에 노드 범위가 너무 많음

EXP048 = Calico는 { $local }의 풀을 받지 않습니다: { $range }
    .title = Calico가 거부하는 풀
    .count = Calico는 풀 { $most }개를 받지만 계획에는 파드 범위가 { $count }개 있습니다
    .overlap = Calico는 겹치는 풀을 받지 않습니다: { $range }, { $other }

EXP051 = { $plugin }은(는) 겹치는 범위를 거부합니다: { $range }, { $other }
    .title = 플러그인이 거부하는 범위
    .special = { $plugin }은(는) { $network }의 범위를 받지 않습니다: { $range }

EXP052 = Antrea의 NodeIPAM은 /{ $shortest }에서 /{ $longest }까지의 { $family } 노드 마스크를 받으며 /{ $mask }은(는) 받지 않습니다
    .title = Antrea의 한계를 벗어난 노드 마스크

EXP053 = { $plugin }은(는) 항상 IPv4가 먼저입니다. IPv6가 첫 패밀리인 계획은 쓸 수 없습니다
    .title = IPv6를 먼저 둘 수 없음
    .help = podCIDRs에서 IPv4 범위를 먼저 두거나 다른 플러그인을 사용하십시오

EXP054 = { $range }에는 게이트웨이와 파드가 들어갈 자리가 없습니다
    .title = 게이트웨이에 비해 너무 작은 파드 범위

EXP055 = 보통 쓰는 join 네트워크 { $usual }이(가) 계획의 네트워크와 겹쳐서 { $join }을(를) 씁니다
    .title = 다른 join 네트워크
    .none = 100.64에서 100.127까지의 모든 { $family } join 네트워크가 계획의 네트워크와 겹칩니다
    .help = join 네트워크를 계획의 reserved에 추가하십시오

EXP059 = OVN-Kubernetes는 { $range }에서 /{ $mask }인 노드 블록을 나눌 수 없습니다. 노드 마스크가 범위보다 길어야 합니다
    .title = OVN-Kubernetes가 거부하는 호스트 서브넷
    .ipv6 = OVN-Kubernetes는 모든 노드에 { $range }의 /{ $mask }이(가) 아니라 IPv6 /64를 줍니다

EXP080 = { $target }에는 { $field }에 적어도 범위 하나가 필요합니다
    .title = 범위가 없음

EXP088 = { $target }은(는) 항상 IPv4를 먼저 둡니다
    .unread = { $target }: 문서에 IPv6가 먼저인 두 패밀리의 클러스터가 없습니다. 그 경우 노드 자신의 주소가 IPv6여야 합니다
    .title = 도구에 없는 패밀리 순서

EXP089 = { $target }은(는) Kubernetes { $version }에서 IPv4만 쓰는 클러스터를 만듭니다
    .alone = { $target }은(는) Kubernetes { $version }에서 IPv6만 쓰는 클러스터를 만들지 않습니다
    .title = 도구에 없는 패밀리

EXP090 = { $target }은(는) 범위 하나, 또는 패밀리마다 하나를 받으며 파드와 서비스의 패밀리가 같아야 합니다
    .title = 도구가 받을 수 없는 범위 목록

EXP091 = { $target }이(가) { $value }을(를) 거부합니다
    .platform = { $target }은(는) 이 플랫폼({ $value })에서 이 패밀리들의 클러스터를 만들지 않습니다
    .pool = { $target }은(는) /{ $mask }인 IPv6 블록으로 Cilium을 실행합니다. 파드 범위는 { $range }이(가) 아니라 /{ $shortest }에서 /{ $mask }까지여야 합니다
    .pool-ipv4 = { $target }은(는) /{ $mask }인 IPv4 블록으로 Cilium을 실행합니다. 파드 범위에 블록 하나가 들어가야 하는데 { $range }에는 들어가지 않습니다
    .services = { $target }은(는) /{ $shortest } 이상으로 긴 IPv6 서비스 범위를 받으며 { $range }은(는) 받지 않습니다
    .dns = { $range }에는 MicroShift가 클러스터 DNS에 주는 10번 주소가 없습니다
    .block = { $target }은(는) 파드 범위에서 /{ $mask }인 블록을 나누는데 { $range }은(는) 그보다 크지 않습니다
    .title = 도구가 거부하는 값

EXP099 = MicroShift는 { $services } 뒤의 주소 { $address }을(를) 머신에 주지만 { $range }에 그 주소가 들어 있습니다
    .none = MicroShift가 머신을 위한 주소를 가져오는 { $range } 뒤에 주소가 없습니다
    .title = 비어 있어야 하는 주소

EXP100 = { $target }: { $field }에는 범위 하나, 또는 서로 다른 패밀리의 둘이 있어야 합니다
    .title = 첫 패밀리를 말하지 않는 목록
    .help = 범위의 순서가 어느 패밀리가 기본인지 말하므로 각 패밀리는 한 번만 나올 수 있습니다

EXP101 = { $cloud }의 파드와 서비스는 패밀리가 같지만 계획에서는 파드가 { $pods }, 서비스가 { $services }입니다
    .title = 서로 다른 패밀리의 파드와 서비스

EXP102 = { $cloud }에는 IPv6가 먼저인 클러스터가 없습니다
    .title = 제공되지 않는 IPv6 먼저
    .help = podCIDRs, serviceCIDRs, nodeCIDRs에서 IPv4 범위를 먼저 두십시오

EXP103 = { $cloud }에는 IPv6만 쓰는 클러스터가 없습니다
    .gke = GKE는 IPv6만 쓰는 클러스터를 만들지만 Terraform 프로바이더에는 아직 그 값이 없습니다. Google의 절차를 따르십시오
    .gke-later = GKE는 1.37.1-gke.3020000부터 IPv6만 쓰는 클러스터를 만듭니다
    .title = 제공되지 않는 IPv6 전용
    .help = 계획에 IPv4 범위도 주고 먼저 두십시오

EXP105 = { $range }이(가) { $cloud }이(가) 자체 용도로 남겨 두는 { $block }과(와) 겹칩니다
    .title = 클라우드가 남겨 두는 범위
    .help = 다른 사설 범위를 고르십시오

EXP106 = { $cloud }은(는) 노드 하나에 파드 { $least }개에서 { $most }개까지 실행하지만 계획은 { $pods }개입니다
    .pool = AKS는 첫 번째 풀에 파드 30개가 들어갈 자리를 원하지만 maxPods가 { $pods }인 노드 { $count }개로는 부족합니다
    .title = 클라우드가 거부하는 노드당 파드 수
    .help = nodes.maxPods를 바꾸십시오

EXP108 = { $range }에는 노드용 { $mask } 블록이 { $room }개 있지만 노드 { $wanted }개가 계획되어 있습니다
    .title = 노드에 비해 너무 작은 파드 범위
    .help = 더 큰 파드 범위를 쓰거나, 블록이 노드당 파드 수에 따라 정해진다면 그 수를 줄이십시오

EXP109 = { $range }에는 노드용 주소가 { $room }개 남지만({ $reserved }개는 클라우드가 남겨 둠) 노드 { $wanted }개가 계획되어 있습니다
    .pods = { $range }에는 주소가 { $room }개 남지만 maxPods가 { $pods }인 노드 { $nodes }개에는 { $wanted }개가 필요합니다. 파드가 VPC의 주소를 씁니다
    .title = 너무 작은 노드 네트워크
    .help = 더 큰 노드 네트워크를 사용하십시오

EXP110 = { $cloud }은(는) 파드와 서비스에 IPv4나 IPv6 한 패밀리만 주며 둘 다 주지는 않습니다
    .title = 이중 스택 파드가 없는 클라우드
    .help = 한 패밀리를 계획하십시오. 클러스터가 있는 동안 그대로입니다. 노드와 로드 밸런서는 둘 다 가질 수 있으며, 파드는 NAT(ENABLE_V4_EGRESS, ENABLE_V6_EGRESS)로 다른 쪽에 접근합니다

EXP111 = EKS가 서비스 범위 { $range }을(를) 거부합니다. 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 중 하나에 있어야 합니다
    .size = EKS가 서비스 범위 { $range }을(를) 거부합니다. /24에서 /12 사이여야 합니다
    .title = EKS가 거부하는 서비스 범위

EXP112 = { $first }와(과) { $second }이(가) 겹치며 { $cloud }이(가) 이를 거부합니다
    .title = 한 클러스터의 범위가 겹침

EXP113 = eksctl은 { $range }(으)로 VPC를 만들지 않습니다
    .subnet = Azure의 IPv6 서브넷은 /64입니다. 노드는 { $range } 중 { $first }을(를) 받습니다
    .title = 클라우드가 받지 않는 크기의 노드 네트워크
    .help = 클라우드가 받는 크기의 노드 네트워크를 사용하십시오

EXP114 = AKS 문서에는 /64인 IPv6 파드 범위만 있습니다. 파일은 { $range } 중 { $first }을(를) 사용합니다
    .small = AKS 문서에는 /64인 IPv6 파드 범위만 있는데 { $range }은(는) 더 작습니다
    .title = 크기가 다른 IPv6 파드 범위
    .help = 계획이 AKS처럼 계산하도록 podCIDRs에 /64를 쓰십시오

EXP115 = { $cloud }이(가) 서비스 범위 { $range }을(를) 거부합니다. 가장 작은 것은 { $smallest }입니다
    .undocumented = { $range }은(는) Google이 말하는 서비스 범위 { $smallest } ~ { $largest }보다 크므로 거부될 수 있습니다
    .smaller = AKS가 서비스 범위 { $range }을(를) 거부합니다. { $limit }보다 작아야 합니다
    .at-most = AKS가 서비스 범위 { $range }을(를) 거부합니다. { $limit }보다 클 수 없습니다
    .dns = 서비스 범위 { $range }은(는) 클러스터 DNS의 주소인 열 번째 주소에 비해 너무 작습니다
    .title = 서비스 범위의 크기

EXP118 = AKS 클러스터의 노드는 최대 { $limit }개이지만 { $wanted }개가 계획되어 있습니다
    .pool = AKS 풀의 노드는 최대 { $limit }개입니다. 파일은 첫 번째 풀을 만들며, 노드 { $wanted }개에는 풀이 더 필요합니다
    .title = 클라우드의 한계를 넘는 노드 수
