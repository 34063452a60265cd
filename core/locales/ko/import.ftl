# 가져오기: 있는 것에서 계획을 만든다. 출처 종류의 이름과 그에 대한 설명.

source-aks = AKS
source-ansible = ansible 내보내기의 변수
source-antrea = Antrea
source-calico = Calico
source-chart = Helm 차트의 값
source-cilium = Cilium
source-cilium-lb-ipam = Cilium LB-IPAM의 풀
source-cloud-config = cloud-init 파일
source-cluster-api = Cluster API
source-command-line = 명령줄
source-component-config = kubelet 또는 kube-proxy의 구성
source-config-map = ConfigMap
source-described = kubectl describe의 출력
source-eks = EKS
source-eks-anywhere = EKS Anywhere
source-flannel = Flannel
source-gardener = Gardener
source-gke = GKE
source-hypershift = OpenShift의 호스팅 컨트롤 플레인
source-ip-address = IPAddress 오브젝트
source-k0s = k0s
source-k3d = k3d
source-k3s = K3s 또는 RKE2
source-kamaji = Kamaji
source-kind = kind
source-kops = kOps
source-kube-ovn = Kube-OVN
source-kube-router = kube-router
source-kube-vip = kube-vip의 풀
source-kubeadm = kubeadm
source-kubekey = KubeKey
source-kubeone = KubeOne
source-kubermatic = Kubermatic
source-kubespray = Kubespray
source-metallb = MetalLB
source-microk8s = MicroK8s
source-microshift = MicroShift
source-minikube = minikube
source-node = 클러스터의 Node
source-omni = Omni의 클러스터 템플릿
source-openshift = OpenShift
source-ovn-kubernetes = OVN-Kubernetes
source-plan = 계획
source-rancher = Rancher
source-rke = RKE의 cluster.yml
source-service = 서비스
source-service-cidr = ServiceCIDR 오브젝트
source-table = kubectl의 표
source-talos = Talos Linux
source-tanzu = Tanzu Kubernetes Grid
source-terraform = Terraform
source-versions = kubectl version
source-workload = 파드 매니페스트

import-default = { $tool }의 기본값({ $place })

IMP001 = `{ $field }`이(가) { $taken-place }에서는 { $taken }이고 { $other-place }에서는 { $other }입니다
    .title = 서로 모순되는 두 출처
    .help = 계획에는 첫 번째 값이 들어갑니다. 클러스터가 어느 쪽인지 확인하고 다른 출처를 고치거나 빼십시오

IMP002 = 주어진 것 가운데 `{ $field }`이(가) 무엇인지 말하는 것이 없습니다
    .title = 모든 계획에 있는 필드가 빠짐
    .help = 그것을 말하는 출처(설치 도구의 구성, kube-controller-manager나 kube-apiserver의 명령줄, `kubectl version`)를 추가하거나 필드를 계획에 쓰십시오

IMP003 = { $place }에 있는 것은 여기에 알려진 종류가 아닙니다. 가장 가까운 것: { $nearest ->
        [kubeadm] { source-kubeadm }
        [k3s] { source-k3s }
        [k0s] { source-k0s }
        [talos] { source-talos }
        [kind] { source-kind }
        [microk8s] { source-microk8s }
        [component-config] { source-component-config }
        [workload] { source-workload }
       *[command-line] { source-command-line }
    }
    .kind = { $place }의 오브젝트 { $kind }은(는) 여기에 알려진 클러스터 주소에 대해 아무것도 말하지 않습니다
    .title = 입력의 일부를 이해하지 못함
    .help = 계획에는 반영되지 않았습니다. 빼거나 도구 자체가 읽는 파일을 주십시오

IMP004 = 주어진 것 가운데 여기에 알려진 종류가 없습니다. { $place }에 있는 것과 가장 가까운 것: { $nearest ->
        [kubeadm] { source-kubeadm }
        [k3s] { source-k3s }
        [k0s] { source-k0s }
        [talos] { source-talos }
        [kind] { source-kind }
        [microk8s] { source-microk8s }
        [component-config] { source-component-config }
        [workload] { source-workload }
       *[command-line] { source-command-line }
    }
    .title = 아무것도 이해하지 못함
    .help = 설치 도구의 구성, 컴포넌트의 명령줄이나 유닛, `kubectl get nodes,services,servicecidrs -A -o yaml`, `kubectl cluster-info dump`, CNI 플러그인의 오브젝트나 Helm 값, 또는 관리형 클러스터의 설명을 주십시오

IMP005 = { $place }의 `{ $value }`은(는) `{ $field }`의 값이 될 수 없어 뺐습니다
    .title = 값 하나를 뺌
    .help = 출처의 값을 고치거나 필드를 계획에 쓰십시오

IMP006 = { $place }에 있는 도구의 기본값이므로 `{ $field }`은(는) { $value }입니다. 이를 말하는 출처는 없습니다
    .title = 기본값을 사용함
    .help = 클러스터를 다른 값으로 설정했다면 그 값이 있는 출처를 추가하십시오

IMP007 = 주어진 것 가운데 `{ $field }`이(가) 무엇인지 말하는 것이 없습니다
    .node-networks = 노드의 주소는 { $addresses }이지만 어느 네트워크에 있는지 말하는 것이 없습니다
    .title = 계획을 더 낫게 하는 필드가 빠짐
    .help = `{ $field }`을(를) 계획에 쓰십시오. 없으면 일부 검사가 실행되지 않습니다

IMP008 = { $place }에 있는 것은 알려진 종류({ $kind })이지만 주소에 대해 아무것도 말하지 않습니다
    .title = 아무것도 말하지 않는 입력의 일부
    .help = 클러스터의 값이 기본값과 다르면 그 값을 설정하는 파일을 주십시오

IMP009 = { $place }에 있는 노드 `{ $node }`의 블록 { $block }이(가) 어떤 파드 범위에도 없습니다
    .title = 파드 범위 밖에 있는 노드의 블록
    .help = 노드를 추가한 뒤 `--cluster-cidr`이 바뀌었는지, 또는 플러그인이 다른 블록을 주는지 확인하십시오

IMP010 = `{ $field }`은(는) IPv4가 먼저이지만, { $place }의 출처에는 패밀리마다 필드가 있고 어느 것이 기본 패밀리인지 말하지 않습니다
    .title = 패밀리의 순서를 알 수 없음
    .help = kube-apiserver나 kube-controller-manager의 명령줄, 또는 설치 도구의 구성을 추가하십시오. IPv6가 기본 패밀리이면 그 범위를 먼저 두십시오

IMP011 = { $place }의 출처는 { $family }을(를) 요구하지만 그 패밀리의 파드 범위는 주어지지 않았습니다. 클라우드가 고릅니다
    .title = 범위 없이 패밀리가 요구됨
    .help = 실행 중인 클러스터가 보여 주는 것(노드, 클라우드의 클러스터 설명)도 함께 주거나, 범위를 계획에 쓰십시오
