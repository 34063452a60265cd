group-installers = 설치 도구와 배포판

target-canonical-kubernetes = Canonical Kubernetes
    .description = snap k8s의 부트스트랩 구성

target-cluster-api = Cluster API
    .description = v1beta2의 Cluster와 KubeadmControlPlane

target-k0s = k0s
    .description = ClusterConfig

target-k3s = K3s
    .description = 서버와 에이전트의 config.yaml

target-kind = kind
    .description = kind create cluster의 구성

target-kops = kOps
    .description = AWS의 Cluster와 InstanceGroup, IPv4만 또는 IPv6 전용 파드

target-kubeadm = kubeadm
    .description = kubeadm init과 kubeadm join의 구성 파일

target-kubespray = Kubespray
    .description = 인벤토리: 그룹 변수와, 채워 넣을 호스트

target-microk8s = MicroK8s
    .description = MicroK8s를 설치하기 전에 놓아야 하는 시작 구성

target-microshift = MicroShift
    .description = 머신 하나의 구성 파일

target-minikube = minikube
    .description = IPv4 클러스터를 시작하는 명령

target-openshift = OpenShift
    .description = 4.19 이상을 위한 install-config.yaml

target-rke2 = RKE2
    .description = 서버와 에이전트의 config.yaml, 그리고 플러그인 차트의 값

target-talos = Talos Linux
    .description = 머신 구성: 1.14 이상은 문서, 1.13 이하는 패치

## 파일 안의 주석.

export-command = 사용법: { $command }
export-file-place = 이 파일을 { $path }에 두십시오
export-patch-level = 계획에 패치 수준이 없어 { $version }을(를) 썼습니다. 가장 새로운 것을 고르십시오
export-kind-image = TAG: kind의 릴리스 노트에 있는 Kubernetes { $version }의 이미지
export-kind-ipv6 = macOS와 Windows에서는 networking 아래에 apiServerAddress: 127.0.0.1을 추가하십시오
export-kind-ipv6-first = kind 0.12 이상: 그 이전 버전은 API 서버의 IPv4 주소를 알립니다
export-rancher-server = 첫 번째 서버용
export-rancher-join = CONTROL_PLANE_ENDPOINT는 첫 번째 서버 또는 서버들 앞의 로드 밸런서입니다. TOKEN은 첫 번째 서버의 { $path }에 있습니다
    .known = TOKEN은 첫 번째 서버의 { $path }에 있습니다
export-accept-ra = 라우터가 IPv6 기본 경로를 알리는 곳에서는 모든 노드에 sysctl net.ipv6.conf.all.accept_ra=2를 설정하십시오
export-rke2-localhost = /etc/hosts에 ::1 localhost가 있어야 합니다
export-talos-documents = Talos 1.14 이상용
export-talos-control-plane = Talos 1.14 이상의 컨트롤 플레인 노드용: Talos는 Flannel을 설치하지 않습니다
export-talos-patch = Talos 1.13 이하용. Talos 1.14는 별도 문서와 함께 있는 이 필드들을 거부합니다
export-cluster-api = { $cluster }와 { $template }은 인프라 제공자의 오브젝트이며, 노드의 주소도 그 제공자가 줍니다
export-cluster-api-workers = KubeadmConfigTemplate: 모든 MachineDeployment의 bootstrap.configRef에서 지정하십시오
export-kops = ZONE은 가용 영역으로, STATE_STORE는 상태 저장소의 버킷으로, example.com은 호스팅 영역으로 바꾸십시오. kubernetesApiAccess는 필요한 곳으로 좁히십시오
export-canonical-kubernetes = { $command }
export-kubespray = Kubernetes { $version }을(를) 설치하는 Kubespray 릴리스를 쓰십시오. 릴리스마다 마이너 버전 세 개를 압니다
export-kubespray-dns = 클러스터 DNS는 { $address }을(를) 받습니다. Kubespray는 첫 번째 서비스 범위의 3번 주소를, 두 번째 DNS에는 4번을 씁니다
export-kubespray-hosts = 머신마다 항목 하나이며 계획에는 { $nodes }대가 있습니다. 모든 머신의 주소를 채워 넣어야 합니다
export-microk8s = 모든 머신의 { $path }에 놓은 다음: { $command }
export-microshift = MicroShift를 처음 시작하기 전에 { $path }에 놓으십시오. 범위는 나중에 바꿀 수 없습니다
export-microshift-addresses = MicroShift는 { $addresses }을(를) 머신 자체에 줍니다. 다른 것이 쓰면 안 됩니다
export-minikube = --subnet은 드라이버 docker와 podman에만 적용됩니다. 다른 드라이버는 자체 네트워크를 씁니다
export-openshift = OpenShift의 릴리스는 Kubernetes { $kubernetes }이(가) 들어 있는 것이어야 합니다. openshift-install이 이 파일을 삭제하므로 사본을 남겨 두십시오
export-openshift-replicas = 계획의 노드는 { $nodes }개이고 그중 { $control }개는 컨트롤 플레인용입니다

## 검사 결과.

EXP025 = { $target }은(는) { $plugin }을(를) 설치하지 않습니다. 누군가 설치할 때까지 노드가 준비되지 않습니다
    .title = 플러그인을 직접 설치해야 함

EXP026 = kind의 노드는 한 머신의 컨테이너입니다. { $count }개 중 { $written }개를 컨테이너 네트워크의 주소와 함께 썼습니다
    .title = 노드가 컨테이너임

EXP027 = { $target }은(는) API 서버의 주소를 직접 고릅니다. { $address }은(는) 쓰지 않았습니다
    .endpoint = { $target }은(는) API 서버의 주소를 직접 만듭니다. { $endpoint }은(는) 쓰지 않았습니다
    .port = { $target }의 API 서버는 포트 { $port }에서 응답합니다. { $endpoint } 중 호스트만 썼습니다
    .title = 쓰지 않은 API 서버 주소

EXP029 = { $target }은(는) kube-controller-manager에 { $family } 파드 범위를 먼저 줍니다. 노드의 podCIDRs가 계획의 순서와 다릅니다
    .title = 순서가 다른 파드 범위

EXP035 = 파드는 VPC의 주소를 받습니다. 계획의 파드 범위와 노드 마스크는 쓰지 않았습니다
    .title = VPC에서 오는 파드 주소

EXP037 = 계획에 IPv4 노드 네트워크가 없지만 VPC에는 항상 하나가 있으므로 172.20.0.0/16을 썼습니다
    .title = VPC에는 IPv4 네트워크가 필요함

EXP039 = { $target }: ZONE, STATE_STORE, example.com을 바꾸어야 합니다
    .title = 계획에 없는 값

EXP092 = { $target }은(는) 계획의 노드 마스크를 보지 않습니다. 플러그인이 자체 크기로 블록을 나눕니다
    .title = 효과가 없는 노드 마스크

EXP093 = { $target }에는 머신의 네트워크가 필요한데 계획에 없습니다. MACHINE_NETWORK_IPV4와 MACHINE_NETWORK_IPV6를 바꾸십시오
    .title = 머신의 네트워크가 계획에 없음

EXP094 = { $target }은(는) 머신 한 대인데 { $nodes }대가 계획되어 있습니다
    .bridge = { $target }이(가) { $range }에 대해 경고합니다. 설치하는 머신에서 Docker의 브리지가 이 범위를 씁니다
    .title = 동작하지만 계획과 다름

EXP095 = { $target }: --subnet은 /30까지의 사설 네트워크를 받으므로 { $range }은(는) 쓰지 않았습니다
    .title = 노드의 네트워크를 뺌

EXP096 = { $target }에는 { $plugin }이(가) 들어 있지 않습니다. 클러스터가 만들어진 뒤 설치하십시오
    .instead = { $target }은(는) { $plugin }이(가) 아니라 { $own }을(를) 설치합니다
    .title = 도구에 없는 플러그인

EXP097 = { $target }은(는) API 서버의 주소를 스스로 찾습니다. { $address }은(는) 파일에 없습니다
    .option = { $target }은(는) API 서버의 주소를 옵션으로 받습니다: { $option }
    .title = 파일에 없는 API 서버 주소

EXP098 = { $target }: { $file }에서 대문자로 쓴 것을 바꾸고, 플랫폼에 그 밖에 필요한 것을 채워 넣으십시오
    .title = 어떤 계획에도 없는 값
