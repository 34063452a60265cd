## 컴포넌트의 설정: 각각이 있는 이유.

component-dual-stack-gate = 이 버전에서 이중 스택은 알파이므로 모든 컴포넌트에 게이트가 필요합니다
component-named-gate = 계획이 게이트 { $gate }을(를) 설정합니다
component-cloud-dual-stack-gate = 외부 클라우드 제공자와 함께 쓸 때 kubelet은 이 게이트가 있어야 두 주소를 받습니다
component-service-range = 서비스가 이 범위에서 클러스터 IP를 받습니다
component-service-range-dual = 패밀리마다 범위 하나. 첫 번째 범위의 패밀리를 서비스가 기본으로 받습니다
component-advertise-address = API 서버를 알리는 { $family } 주소이며, 그 패밀리는 첫 번째 서비스 범위와 같습니다
component-bind-address = 두 패밀리에서 수신하며, 이때 기본으로 알리는 주소는 IPv6 주소입니다
component-allocate = 모든 노드가 --cluster-cidr에서 파드 범위를 받습니다
component-allocate-own-pools = kubeadm도 설정합니다. 플러그인은 자체 풀에서 주소를 가져옵니다
component-allocate-cloud = 파드는 --cluster-cidr가 아니라 클라우드에서 주소를 받습니다
component-cluster-cidr = 노드의 파드 범위를 이 범위에서 나눕니다
component-cluster-cidr-dual = 패밀리마다 범위 하나. 순서가 모든 노드의 podCIDRs 순서를 정하며 나중에 바꿀 수 없습니다
component-kcm-service-range = 노드의 파드 범위에서 서비스 주소를 제외하며 다른 역할은 없습니다
component-node-mask = 모든 노드가 받는 { $family } 범위의 크기
component-node-mask-both = 이 버전은 두 패밀리의 크기가 하나이므로 { $family }의 크기를 씁니다
component-ccm-cluster-cidr = 이 안의 파드 범위에 대해 경로를 만듭니다
component-node-ip = 노드의 { $family } 주소. 없으면 kubelet은 IPv4 주소를 먼저 찾습니다
component-node-ip-pair = 노드의 주소이며 { $family }이(가) 먼저입니다. 없으면 노드는 주소 하나로만 알려집니다
component-cluster-dns = 설치 도구가 클러스터 DNS를 두는, 첫 번째 서비스 범위의 10번 주소
component-cluster-domain = 클러스터 DNS에 딸린 도메인
component-max-pods = 계획이 요구하는 파드 수
component-kubenet = 계획의 네트워크 플러그인
component-non-masquerade = 파드로 가는 트래픽은 파드의 주소를 유지합니다
component-non-masquerade-off = kubenet은 한 패밀리만 마스커레이드하며, ip-masq-agent와 함께 쓰면 마스커레이드하지 않습니다
component-proxy-mode-ipvs = 이 버전에서는 ipvs만 두 패밀리를 처리합니다
component-proxy-mode-explicit = 기본값이 곧 바뀔 예정이어서 모드를 생략하면 경고가 출력됩니다
component-proxy-cluster-cidr = 이 범위에서 온 트래픽을 파드의 트래픽으로 인식합니다. 빠진 패밀리는 결코 인식되지 않습니다
component-proxy-node-ports = 노드 포트가 노드 자신의 주소에서만 응답합니다. 없으면 노드의 모든 주소에서 응답하며 kube-proxy가 시작할 때마다 이를 오류로 기록합니다
component-proxy-bind-address = 노드의 기본 패밀리가 IPv6입니다

## 전제 조건.

prerequisite-version = Kubernetes { $version }에서는 게이트 없이 이중 스택을 쓸 수 있습니다
prerequisite-version-alpha = Kubernetes { $version }의 이중 스택은 알파 기능입니다. 모든 컴포넌트에 게이트가 필요하고 클러스터를 그 자리에서 바꿀 방법이 없습니다
prerequisite-provider = 노드에는 라우팅되는 IPv4와 IPv6 인터페이스가 필요합니다. 계획에 제공자가 없습니다
prerequisite-provider-named = 노드에는 라우팅되는 IPv4와 IPv6 인터페이스가 필요합니다. { $provider }이(가) 제공하는지 확인하십시오
prerequisite-provider-alpha = Kubernetes { $version }에서 { $provider }은(는) 노드에 두 패밀리의 라우팅되는 인터페이스를 주지 않습니다
prerequisite-node-addresses = 계획에 두 패밀리의 노드 네트워크가 있습니다
prerequisite-node-addresses-missing = 계획에 { $family } 노드 네트워크가 없습니다
prerequisite-node-addresses-unknown = 노드에는 두 패밀리의 주소가 필요합니다. 계획에 노드 네트워크가 없습니다
prerequisite-plugin = 이중 스택을 지원하는 네트워크 플러그인이 필요합니다. 계획에는 없습니다
prerequisite-plugin-named = { $plugin }을(를) 두 패밀리용으로 설정해야 합니다
prerequisite-plugin-gone = kubelet { $version }에는 더 이상 { $plugin }이(가) 없습니다
prerequisite-plugin-order = { $plugin }은(는) 항상 IPv4를 IPv6보다 먼저 알립니다. 파드 범위도 그 순서로 나열되어 있습니다
prerequisite-plugin-order-wrong = { $plugin }은(는) 항상 IPv4를 IPv6보다 먼저 알리지만 계획은 IPv6 파드 범위를 먼저 나열합니다. --cluster-cidr에는 IPv4가 먼저 와야 합니다
prerequisite-proxy-ipvs = kube-proxy를 ipvs 모드로 실행해야 합니다. 이 버전에서는 다른 모드가 두 패밀리를 처리하지 않습니다
prerequisite-proxy-gate = 게이트가 있으면 kube-proxy는 iptables와 ipvs 모드에서 두 패밀리를 처리합니다
prerequisite-masquerade = 파드의 주소가 사설 주소입니다({ $families }). 클러스터 밖으로 나가려면 이 패밀리마다 마스커레이드가 필요합니다
prerequisite-masquerade-plugin = 파드의 주소가 사설 주소입니다({ $families }). { $plugin }이(가) 이 패밀리마다 마스커레이드하는지 확인하십시오
prerequisite-masquerade-agent = 파드의 주소가 사설 주소이고({ $families }) { $plugin }은(는) 많아야 한 패밀리를 마스커레이드합니다. 둘 다를 위해 ip-masq-agent를 실행하십시오
