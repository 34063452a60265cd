## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

CAP001 = IPv6 노드 마스크 { $mask }이(가) 파드 범위 { $range }보다 { $bits }비트 깁니다. 최대 16비트까지 허용되므로 { $from }에서 { $to }까지입니다
    .title = 허용 범위를 벗어난 IPv6 노드 마스크
    .help = 허용 범위 안의 마스크를 고르거나 파드 범위를 줄이십시오
    .fix-mask = 노드 마스크를 { $to }(으)로 설정
    .page-fix-mask = 노드 마스크를 허용 범위 안의 길이로 설정
    .fix-range = 파드 범위 { $to } 사용
    .page-fix-range = 더 작은 파드 범위 사용

CAP002 = 노드 마스크 { $mask }인 { $range }은(는) 노드 { $nodes }개에 IPv6 블록을 줄 수 있지만, 계획은 { $planned }개입니다
    .growth = 노드 마스크 { $mask }인 { $range }은(는) 노드 { $nodes }개에 IPv6 블록을 줄 수 있습니다. 지금은 충분하지만 계획된 { $planned }개에는 부족합니다
    .title = IPv6 노드 블록이 부족함
    .help = 더 큰 파드 범위나 더 긴 노드 마스크를 사용하십시오
    .fix-range = 파드 범위 { $to } 사용
    .page-fix-range = 더 큰 파드 범위 사용
    .fix-mask = 노드 마스크를 { $to }(으)로 설정
    .page-fix-mask = 노드 마스크를 더 길게 설정

CAP003 = 노드 마스크 { $mask }인 { $range }은(는) 노드 { $nodes }개에 IPv4 블록을 줄 수 있지만, 계획은 { $planned }개입니다
    .growth = 노드 마스크 { $mask }인 { $range }은(는) 노드 { $nodes }개에 IPv4 블록을 줄 수 있습니다. 지금은 충분하지만 계획된 { $planned }개에는 부족합니다
    .title = IPv4 노드 블록이 부족함
    .help = 더 큰 파드 범위나 더 긴 노드 마스크를 사용하십시오
    .fix-range = 파드 범위 { $to } 사용
    .page-fix-range = 더 큰 파드 범위 사용
    .fix-mask = 노드 마스크를 { $to }(으)로 설정
    .page-fix-mask = 노드 마스크를 더 길게 설정

CAP004 = 클러스터의 한계는 노드 { $nodes }개입니다. { $family } 블록은 { $nodes }개, { $other } 블록은 { $others }개 노드에 충분합니다
    .second = 클러스터의 한계는 노드 { $nodes }개입니다. { $family } 블록은 { $nodes }개, { $other } 블록은 { $others }개 노드에 충분합니다. 그 뒤로는 기다리는 Node에 대해 시도할 때마다 { $other } 블록이 하나씩 소모됩니다
    .then = { $family }은(는) 노드 { $nodes }개에서 끝납니다
    .title = 한 패밀리가 먼저 끝남
    .help = 클러스터가 이보다 커질 수 있다면 작은 쪽 패밀리에 더 큰 범위를 주십시오. 작은 쪽이 두 번째 범위이면, 기다리는 Node에 대해 시도할 때마다 첫 번째 범위의 블록도 하나씩 소모됩니다
    .help-second = { $family }에 { $other }이(가) 수용하는 만큼의 노드를 위한 범위를 주거나, 끝나기 전에 Node 추가를 멈추십시오. 기다리는 Node에 대해 시도할 때마다 어떤 Node도 받지 않는 { $other } 블록이 하나씩 묶이며, kube-controller-manager를 다시 시작할 때까지 풀리지 않습니다

CAP005 = 노드 마스크 { $mask }이(가) 파드 범위 { $range }의 프리픽스보다 짧습니다. 블록 하나가 범위 전체보다 큽니다
    .one-mask = Kubernetes { $version }은(는) 두 패밀리에 노드 마스크가 하나뿐입니다. 여기서는 { $mask }인데 파드 범위 { $range }의 프리픽스보다 짧아서 블록을 나눌 수 없습니다
    .title = 파드 범위보다 큰 노드 블록
    .help = 더 긴 노드 마스크나 더 큰 파드 범위를 고르십시오. 두 패밀리의 마스크가 하나인 버전에서는 IPv4에 최대 /32까지 허용되며, 일반적인 IPv6 범위에는 더 새로운 버전이 필요합니다
    .fix-mask = 노드 마스크를 { $to }(으)로 설정
    .page-fix-mask = 노드 마스크를 더 길게 설정
    .fix-range = 파드 범위 { $to } 사용
    .page-fix-range = 더 큰 파드 범위 사용
    .fix-version = 패밀리마다 노드 마스크가 있는 Kubernetes { $to } 사용
    .page-fix-version = 패밀리마다 노드 마스크가 있는 버전 사용

CAP006 = kube-controller-manager가 --node-cidr-mask-size와 파드 범위 두 개로 시작됩니다
    .title = 두 패밀리에 마스크 플래그 하나
    .help = 이 플래그를 --node-cidr-mask-size-ipv4와 --node-cidr-mask-size-ipv6로 바꾸십시오

CAP007 = { $family } 노드 마스크 { $mask }이(가) 주어졌지만 파드에 { $family } 범위가 없습니다
    .started = { $component }이(가) 시작하지 않습니다. 파드 범위에 없는 패밀리의 마스크 플래그가 있습니다
    .title = 없는 패밀리의 노드 마스크
    .help = 마스크를 제거하거나 그 패밀리의 파드 범위를 추가하십시오
    .fix-remove = 마스크 제거

CAP008 = { $mask }인 { $family } 블록에는 파드 { $pods }개를 위한 주소가 { $addresses }개 있습니다. 두 배보다 적으면 파드가 교체되는 동안 부족해집니다
    .too-small = { $mask }인 { $family } 블록에는 파드 { $pods }개를 위한 주소가 { $addresses }개뿐입니다
    .title = 노드의 파드를 위한 주소가 적음
    .help = 더 짧은 노드 마스크를 사용하거나 maxPods를 줄이십시오
    .fix-mask = 노드 마스크를 { $to }(으)로 설정
    .page-fix-mask = 노드 마스크를 더 짧게 설정

CAP009 = 이 버전의 kube-apiserver는 서비스 범위 { $range }을(를) 거부합니다. 호스트 비트는 최대 20비트입니다
    .kubeadm = kube-apiserver는 받아들이겠지만 kubeadm이 서비스 범위 { $range }을(를) 거부합니다. 호스트 비트는 최대 20비트입니다
    .title = 너무 큰 서비스 범위
    .help = IPv4는 /12 이상, IPv6는 /108 이상으로 긴 프리픽스를 사용하십시오
    .fix-shrink = { $to } 사용
    .page-fix-shrink = 받아들여지는 가장 큰 범위 사용

CAP010 = 어떤 서비스도 { $range }의 주소를 받을 수 없습니다. IPv6 서비스 범위는 /64 이상으로 길어야 합니다
    .title = 할당자가 없는 서비스 범위
    .help = /112를 사용하십시오. 더 커도 얻는 것이 없습니다
    .fix-shrink = { $to } 사용
    .page-fix-shrink = 범위 안의 /112 사용

CAP011 = { $range } 가운데 실제로 할당되는 주소는 { $usable }개뿐입니다
    .title = 결코 할당되지 않는 서비스 주소
    .help = /112를 사용하십시오. 같은 수의 서비스를 쓸 수 있습니다
    .fix-shrink = { $to } 사용
    .page-fix-shrink = 범위 안의 /112 사용

CAP012 = { $component }이(가) { $range }을(를) 거부합니다. 주소가 너무 적습니다
    .title = 너무 작은 범위
    .help = 더 큰 범위를 사용하십시오. 서비스는 저마다 주소를 하나씩 계속 차지합니다
    .fix-grow = { $to } 사용
    .page-fix-grow = 더 큰 범위 사용

CAP013 = { $range }에 들어가는 서비스가 적습니다. 자동으로 할당되는 주소는 { $dynamic }개이고, { $static }개는 명시적 요청을 위해 남겨 둡니다
    .title = 서비스 주소가 적음
    .help = 주소 4,096개에는 아무 비용도 들지 않습니다. 가상의 주소이기 때문입니다
    .fix-grow = { $to } 사용
    .page-fix-grow = 더 큰 범위 사용

CAP014 = { $family } 노드 마스크가 { $before }에서 { $now }(으)로 바뀝니다. 이전 노드와 새 노드의 블록이 겹칠 수 있습니다
    .title = 노드 마스크 변경
    .help = 마스크를 유지하거나, 새 노드를 이전 범위와 겹치지 않는 파드 범위로 만드십시오
    .fix-keep = { $to } 유지
    .page-fix-keep = 이전 계획의 마스크 유지

CAP015 = AKS의 kubenet은 이중 스택 노드 { $limit }개가 한계인데 { $planned }개가 계획되어 있습니다
    .title = AKS의 kubenet에 비해 노드가 너무 많음
    .help = 이런 한계가 없는 Azure CNI Overlay를 사용하십시오
    .fix-overlay = { $to } 사용
    .page-fix-overlay = Azure CNI Overlay 사용

CAP016 = { $range }에는 노드 { $planned }개를 위한 { $block } 블록이 { $blocks }개 있습니다. Calico는 노드마다 둘 이상일 때 잘 동작합니다
    .title = Calico의 블록이 적음
    .help = 더 큰 범위를 사용하거나, 풀을 만들 때 더 긴 blockSize를 사용하십시오
    .fix-range = 파드 범위 { $to } 사용
    .page-fix-range = 더 큰 파드 범위 사용

CAP017 = { $distribution }은(는) 노드마다 { $fixed }인 { $family } 블록을 줍니다. 계획은 { $mask }(으)로 계산합니다
    .title = 제공자가 고정한 노드 블록
    .help = 제공자가 사용할 마스크를 쓰십시오
    .fix-mask = 노드 마스크를 { $to }(으)로 설정
    .page-fix-mask = 노드 마스크를 제공자의 마스크로 설정

CAP018 = { $provider }은(는) { $range }의 주소 { $reserved }개를 남겨 둡니다. 머신이 쓸 수 있는 주소는 { $usable }개입니다
    .few = { $provider }은(는) { $range }의 주소 { $reserved }개를 남겨 둡니다. 남은 주소는 { $usable }개인데 노드 { $planned }개가 계획되어 있습니다
    .title = 클라우드가 남겨 두는 주소
    .help = 업그레이드용 임시 노드와 로드 밸런서를 포함해 남는 주소로 계산하십시오
