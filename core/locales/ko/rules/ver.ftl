## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

VER001 = { $component }: { $text }
    .title = 해당 버전이 아닌 게이트 IPv6DualStack
    .help = 게이트를 제거하십시오. 이중 스택에는 1.16에서 1.20까지만 필요합니다

VER002 = { $component }이(가) { $others }에는 켜져 있는 게이트 { $gate } 없이 시작됩니다
    .title = 일부 컴포넌트에만 켜진 게이트
    .help = kube-apiserver, kube-controller-manager, kubelet, kube-proxy에 모두 켜십시오

VER003 = 서비스 { $name }이(가) 1.20부터 없어진 spec.ipFamily로 { $family }을(를) 요청합니다
    .title = 알파 단계의 필드 ipFamily
    .help = ipFamilies와 ipFamilyPolicy를 사용하십시오
    .fix-convert = ipFamilies: [{ $to }](으)로 쓰기
    .page-fix-convert = 패밀리를 ipFamilies에 쓰기
    .fix-drop = API 서버가 무시하는 ipFamily 제거

VER004 = 서비스 { $name }이(가) API에 1.20부터 있는 { $fields }을(를) 사용합니다
    .title = 이전 버전에 쓰인 1.20의 패밀리 필드
    .help = 1.19까지 서비스의 패밀리는 ipFamily로 지정하는 하나뿐입니다
    .fix-remove = { $fields } 제거
    .page-fix-remove = 필드 제거

VER005 = 이 버전의 { $component }은(는) 그 자리에 두 번째 범위를 받지 않습니다: { $text }
    .started = 이렇게 시작된 { $component }은(는) 그 자리에 두 번째 범위를 받지 않습니다: { $text }
    .title = 때 이른 범위 목록
    .help = 이후 버전을 사용하거나, 모든 컴포넌트에 게이트를 켜거나, 범위를 하나만 계획하십시오

VER006 = 이 버전의 kubelet은 클라우드 제공자와 함께 쓸 때 주소 쌍을 받지 않습니다. 두 번째 주소는 { $provider }에서 와야 합니다
    .started = { $component }이(가) 시작하지 않습니다: { $text }
    .title = 주소 쌍과 클라우드 제공자
    .help = kubelet에는 한 패밀리를 주고 제공자가 둘 다 알리게 하거나, 1.29를 사용하십시오

VER007 = { $component }이(가) 시작하지 않습니다: { $text }
    .title = 버전이 모르는 게이트
    .help = --feature-gates에서 게이트를 제거하십시오

VER008 = { $component }이(가) 시작하지 않습니다: { $text }
    .title = 버전에 없는 플래그
    .help = 두 범위를 쉼표로 구분해 --service-cluster-ip-range와 --cluster-cidr에 주고, 다른 버전의 플래그는 제거하십시오

VER009 = 이 버전의 kube-proxy는 IPVS 모드에서만 두 패밀리를 처리하며, IPv6 NodePort에는 4.11 이상의 커널이 필요합니다
    .title = 오래된 커널의 IPVS
    .help = 노드의 커널을 확인하거나 1.18과 iptables를 사용하십시오

VER010 = cri-dockerd가 --ipv6-dual-stack 없이 시작됩니다
    .title = 주소 하나만 알리는 cri-dockerd
    .help = --ipv6-dual-stack으로 cri-dockerd를 시작하십시오

VER011 = 기능 세트 IPv6DualStackNoUpgrade 때문에 OpenShift를 업그레이드할 수 없습니다
    .title = 이중 스택 프리뷰의 기능 세트
    .help = OpenShift 4.8부터 이중 스택에는 기능 세트가 필요 없습니다. 이를 쓰는 클러스터는 새로 설치해야 합니다

VER012 = Kubernetes { $version }은(는) 기능 게이트 { $gate }을(를) 모릅니다. 어떤 컴포넌트도 이것으로 시작하지 않습니다
    .locked = { $version }에서는 기능 게이트 { $gate }을(를) { $value }(으)로 설정할 수 없습니다. 어떤 컴포넌트도 이것으로 시작하지 않습니다
    .near = 기능 게이트 { $gate }은(는) 이 플래너의 표에 없습니다. { $nearest }을(를) 뜻하셨습니까?
    .untracked = 기능 게이트 { $gate }은(는) 이 플래너의 표에 없으므로 아무것도 판단하지 않습니다
    .title = 버전이 받아들이지 않는 계획의 기능 게이트
    .help = spec.featureGates에서 게이트를 제거하거나, 그 게이트가 있는 버전을 계획하십시오
    .fix-remove = { $gate } 제거
    .page-fix-remove = 게이트 제거

VER013 = Kubernetes { $version }에는 이 계획에 해당하는 결함이 있습니다
    .kubelet-panic = Kubernetes { $version }에서는 파드에 두 패밀리가 있으면 kubelet이 패닉을 일으킵니다
    .proxy-crash = Kubernetes { $version }에서는 서비스 { $name }과(와) 패밀리가 다른 로드 밸런서 주소 때문에 kube-proxy가 비정상 종료합니다
    .azure-ipv6-rule = Kubernetes { $version }에서는 Azure에 있는 서비스 { $name }의 IPv6 로드 밸런서 보안 규칙이 IPv4의 규칙입니다
    .ipv6-only-endpoints = Kubernetes { $version }에서는 IPv6 전용 파드의 서비스가 엔드포인트를 받지 못합니다
    .vsphere-ipv6 = Kubernetes { $version }에서는 vSphere에서 IPv6만 쓰는 노드가 주소를 잃습니다
    .large-range = Kubernetes { $version }은(는) 범위의 첫 65536개 뒤에 있는 서비스 주소를 범위 밖의 주소로 취급합니다
    .prefer-upgraded = Kubernetes { $version }에서는 이제 클러스터가 이중 스택이므로 PreferDualStack 서비스 { $name }을(를) 바꾸면 두 번째 주소가 생깁니다
    .none-panics = 서비스 { $name }의 변경이 Kubernetes { $version }에서 API 서버의 패닉으로 끝납니다
    .static-range-duplicates = Kubernetes { $version }은(는) 범위의 위쪽 대역이 소진되면 서비스 주소를 두 번 할당합니다
    .small-range-panic = Kubernetes { $version }의 API 서버는 주소가 16개인 서비스 범위에서 주소를 고를 때 패닉을 일으킵니다
    .block-given-twice = Kubernetes { $version }은(는) 삭제 중인 노드가 아직 쓰고 있는 블록을 다른 노드에 줍니다
    .outside-64 = Kubernetes { $version }은(는) /64인 IPv6 서비스 범위 밖의 주소를 할당합니다
    .no-families-panic = Kubernetes { $version }에서는 ipFamilies 없이 저장된 서비스 { $name }에서 엔드포인트 컨트롤러가 패닉을 일으킵니다
    .title = 계획한 패치 릴리스의 알려진 결함
    .help = 이 결함이 고쳐진 { $to } 이상을 계획하십시오
    .page-help = 이 결함이 고쳐진 패치 릴리스를 계획하십시오
    .help-never = 고쳐진 릴리스가 없습니다. 주소가 있는 서비스에 clusterIP: None을 설정하지 말고 삭제한 뒤 다시 만드십시오
    .fix-version = { $to } 계획
    .page-fix-version = 고쳐진 릴리스 계획

VER015 = Kubernetes { $version }의 { $api }에는 { $kind }이(가) 없으므로 { $name }을(를) 만들 수 없습니다
    .off = Kubernetes { $version }은(는) 켜야만 { $api }에서 { $kind }을(를) 제공하므로 { $name }을(를) 만들 수 없습니다
    .title = 버전이 제공하지 않는 종류
    .help = 그 버전이 제공하는 API 버전을 사용하거나, --runtime-config와 게이트 MultiCIDRServiceAllocator로 켜십시오
    .fix-use = { $to } 사용
    .page-fix-use = 제공되는 API 버전 사용
