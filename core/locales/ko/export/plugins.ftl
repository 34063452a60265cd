group-plugins = CNI 플러그인

target-antrea = Antrea
    .description = kube-controller-manager 또는 Antrea 자체 NodeIPAM의 노드 범위를 쓰는 Helm 값
target-calico-manifest = Calico(매니페스트)
    .description = IP 풀, 그리고 kustomization 형태의 calico.yaml 패치
target-calico-operator = Calico(오퍼레이터)
    .description = tigera-operator를 위한 Installation과 APIServer
target-cilium = Cilium
    .description = cluster-pool, kubernetes, multi-pool 주소를 위한 Helm 값과 CiliumPodIPPool
target-flannel = Flannel
    .description = net-conf.json을 담은 ConfigMap과 Helm 값
target-kube-ovn = Kube-OVN
    .description = 차트 kube-ovn과 kube-ovn-v2를 위한 Helm 값
target-kube-router = kube-router
    .description = 패치 형태의 DaemonSet 인수
target-ovn-kubernetes = OVN-Kubernetes
    .description = Helm 값

## 파일 안의 주석.

export-own-pools = { $plugin }이(가) 이 범위를 직접 나눠 줍니다. kube-controller-manager가 함께 나눌 수 있는 노드 범위는 쓰이지 않습니다
export-from-nodes = { $plugin }은(는) 노드마다 Node.spec.podCIDRs에서 범위를 가져옵니다. kube-controller-manager에 --allocate-node-cidrs=true와 --cluster-cidr={ $ranges }가 필요합니다
export-api-server = { $value }은(는) 계획에 없는 API 서버의 주소를 나타냅니다
export-antrea-no-encap = 파드가 자신의 주소를 유지합니다. Antrea는 캡슐화하지 않을 때만 그렇게 하므로 노드가 한 네트워크에 있거나 라우터가 파드로 가는 경로를 알아야 합니다
export-antrea-install = helm install antrea antrea/antrea --namespace kube-system --values { $file }
export-antrea-node-ipam = Antrea가 노드에 범위를 줍니다. kube-controller-manager는 --allocate-node-cidrs=false로 실행해야 합니다
export-antrea-transport = 두 패밀리의 주소가 각 노드의 한 인터페이스에 있어야 합니다
export-calico-operator = 먼저 tigera-operator를 설치한 다음: kubectl create -f calico-operator/custom-resources.yaml. 블록 크기는 나중에 바꿀 수 없습니다
export-calico-node-pools = 선택 사항: 어떤 파드도 주소를 받지 않는 비활성 풀입니다. 파드에서 이 네트워크로 가는 트래픽은 파드의 주소를 유지하므로 그곳의 다른 머신에는 파드로 가는 경로가 필요합니다
export-calico-apply = calicoctl로, 또는 Calico API 서버가 실행되는 곳에서는 kubectl로 적용하십시오
export-calico-kustomization = 사용하는 Calico 릴리스의 calico.yaml을 이 파일 옆에 놓은 다음: kubectl apply -k .
export-calico-config = cni_network_config 전체를 교체합니다. calico.yaml에 내용이 더 있으면 그 ipam 부분의 assign_ipv4와 assign_ipv6만 설정하십시오
export-calico-releases = 이 릴리스 전용입니다. 릴리스에 들어 있지 않은 플러그인이 있으면 어떤 파드도 시작하지 못합니다
export-calico-kernel = IPv6 위의 VXLAN에는 Linux 4.19.1 또는 Red Hat Enterprise Linux의 4.18이 필요합니다
export-calico-node = 이 변수들만 바뀌고 calico.yaml의 다른 변수는 그대로입니다
export-calico-pools = 풀이 없으면 calico-node가 변수에 따라 기본 풀 두 개를 만듭니다. 여기 있는 것은 같은 풀에 변수로는 쓸 수 없는 것까지 모두 담은 것입니다
export-cilium-install = helm install cilium cilium/cilium --namespace kube-system --values { $file }
export-cilium-chart = { $value }에는 차트 { $chart } 이상이 필요합니다
export-cilium-kube-proxy = Cilium이 kube-proxy를 대신하므로 함께 실행하면 안 됩니다
export-cilium-native-install = 터널 대신 네이티브 라우팅: values-cluster-pool.yaml 또는 values-kubernetes.yaml 뒤에 이 파일도 helm에 주십시오
export-cilium-native = autoDirectNodeRoutes에는 모든 노드가 한 2계층 네트워크에 있어야 합니다. 그렇지 않으면 끄고 노드 범위를 직접 라우팅하십시오
export-cilium-pool = values-multi-pool.yaml과 같은 풀입니다. 범위가 겹치지 않는 다른 풀의 본보기로 쓰십시오. maskSize는 나중에 바꿀 수 없습니다
export-flannel-config = kube-flannel.yml용: 그 ConfigMap kube-flannel-cfg를 교체합니다. 각 노드의 주 인터페이스에 패밀리마다 주소와 기본 경로가 필요합니다
export-flannel-install = helm install flannel flannel/flannel --namespace kube-flannel --values flannel/values.yaml
export-flannel-no-masq = 파드의 주소가 인터넷에서 라우팅됩니다. DaemonSet kube-flannel-ds의 인수에서 --ip-masq를 제거하십시오
export-kube-ovn-install = helm install kube-ovn kubeovn/{ $chart } --namespace kube-system --values { $file }
export-kube-ovn-join = 노드는 join 네트워크를 통해 파드에 접근하며, 다른 것이 이 네트워크를 쓰면 안 됩니다
export-kube-ovn-patch = 파드의 주소가 인터넷에서 라우팅됩니다: kubectl patch subnet ovn-default --type merge --patch-file { $file }
export-kube-router-apply = kubectl --namespace kube-system patch daemonset kube-router --patch-file kube-router/daemonset-patch.yaml
export-kube-router-args = 모든 인수를 교체합니다. --kubeconfig는 kubeadm-kuberouter-all-features.yaml의 것입니다. kube-router가 서비스도 처리하므로 kube-proxy를 제거하십시오. 모든 노드가 패밀리마다 InternalIP를 알려야 합니다
export-ovn-kubernetes-install = 폴더 helm/ovn-kubernetes에서: helm install ovn-kubernetes . --values values-single-node-zone.yaml --values values.yaml
export-ovn-kubernetes-mtu = mtu는 1500바이트인 네트워크용입니다. global의 네트워크는 OVN-Kubernetes 자체가 쓰며 다른 것이 쓰면 안 됩니다

## 검사 결과.

EXP042 = { $plugin }은(는) 두 패밀리를 모두 마스커레이드하거나 모두 하지 않습니다. { $family } 파드는 자신의 주소가 인터넷에서 라우팅되는데도 노드의 주소를 받습니다
    .title = 마스커레이드되는 라우팅되는 파드
    .help = 마스커레이드를 끌 수 있으면 끄고 노드에서 사설 패밀리를 마스커레이드하십시오(예: ip-masq-agent). 그렇지 않으면 파드에 두 패밀리 모두 사설 주소를 주십시오
    .always = { $plugin }은(는) 항상 마스커레이드합니다. { $family } 파드는 자신의 주소가 인터넷에서 라우팅되는데도 노드의 주소를 받습니다

EXP046 = Calico에는 노드마다 /{ $mask }에 해당하는 것이 없습니다. IPv6 블록은 /{ $shortest }에서 /{ $longest }까지이며 /{ $size }을(를) 썼습니다
    .title = Calico에 해당하는 것이 없는 노드 마스크
    .help = 노드는 필요한 만큼 블록을 더 가져갑니다. 노드마다 자신의 범위가 있어야 하면 host-local IPAM(spec.cni.ipam.type: HostLocal)을 BGP와 함께, VXLAN 없이 사용하십시오

EXP047 = Calico는 풀에 맞는 /{ $shortest }에서 /{ $longest }까지의 IPv4 블록을 받습니다. 노드 마스크 /{ $mask }에 대해 /{ $size }을(를) 썼습니다
    .title = Calico의 블록 크기가 아닌 노드 마스크

EXP049 = { $family } 풀에는 /{ $size } 블록이 { $blocks }개 있어 계획된 노드 { $nodes }개보다 적습니다
    .title = Calico 블록이 너무 적음
    .help = 더 긴 프리픽스를 쓰면 블록이 더 많고 작아집니다. strictAffinity를 켜지 않으면 블록이 없는 노드는 다른 노드의 주소를 빌립니다
    .pods = 노드 하나는 /{ $size }인 { $family } 블록을 최대 20개, 주소 { $addresses }개까지 가져가지만 파드는 최대 { $pods }개입니다

EXP050 = { $field }의 { $value }을(를) API 서버의 주소로 바꾸어야 합니다
    .title = 계획에 없는 API 서버 주소
    .help = 계획에 advertiseAddress를 설정하십시오

EXP056 = { $plugin }은(는) 노드의 범위를 나누지 않습니다. { $family } 노드 마스크 /{ $mask }은(는) 쓰이지 않습니다
    .title = 쓰이지 않는 노드 마스크

EXP057 = { $file }을(를) 뺐습니다. 그 값이 거부될 것입니다
    .title = 뺀 파일

EXP058 = { $plugin }은(는) 노드 범위를 읽지만, 계획의 플러그인이 { $named }이면 kube-controller-manager가 범위를 주지 않습니다
    .title = 범위를 받지 못하는 노드
    .help = 설치하는 플러그인을 cni에 쓰십시오
