# 导入：由现有内容得出规划。来源类型的名称，以及关于它们的说明。

source-aks = AKS
source-ansible = ansible 导出的变量
source-antrea = Antrea
source-calico = Calico
source-chart = Helm chart 的 values
source-cilium = Cilium
source-cilium-lb-ipam = Cilium 的 LB-IPAM 地址池
source-cloud-config = cloud-init 的文件
source-cluster-api = Cluster API
source-command-line = 命令行
source-component-config = kubelet 或 kube-proxy 的配置
source-config-map = ConfigMap
source-described = kubectl describe 的输出
source-eks = EKS
source-eks-anywhere = EKS Anywhere
source-flannel = Flannel
source-gardener = Gardener
source-gke = GKE
source-hypershift = OpenShift 的托管控制平面
source-ip-address = IPAddress 对象
source-k0s = k0s
source-k3d = k3d
source-k3s = K3s 或 RKE2
source-kamaji = Kamaji
source-kind = kind
source-kops = kOps
source-kube-ovn = Kube-OVN
source-kube-router = kube-router
source-kube-vip = kube-vip 的地址池
source-kubeadm = kubeadm
source-kubekey = KubeKey
source-kubeone = KubeOne
source-kubermatic = Kubermatic
source-kubespray = Kubespray
source-metallb = MetalLB
source-microk8s = MicroK8s
source-microshift = MicroShift
source-minikube = minikube
source-node = 集群的 Node
source-omni = Omni 的集群模板
source-openshift = OpenShift
source-ovn-kubernetes = OVN-Kubernetes
source-plan = 规划
source-rancher = Rancher
source-rke = RKE 的 cluster.yml
source-service = Service
source-service-cidr = ServiceCIDR 对象
source-table = kubectl 的表格
source-talos = Talos Linux
source-tanzu = Tanzu Kubernetes Grid
source-terraform = Terraform
source-versions = kubectl version
source-workload = Pod 清单

import-default = { $tool } 的默认值（{ $place }）

IMP001 = `{ $field }` 在 { $taken-place } 为 { $taken }，在 { $other-place } 为 { $other }
    .title = 两个来源相互矛盾
    .help = 规划采用第一个值；请查明集群使用的是哪一个，并更正或去掉另一个来源

IMP002 = 所提供的内容都没有说明 `{ $field }` 是什么
    .title = 缺少每个规划都有的字段
    .help = 请添加能说明它的来源（安装工具的配置、kube-controller-manager 或 kube-apiserver 的命令行、`kubectl version`），或者将该字段写入规划

IMP003 = { $place } 的内容不属于这里已知的任何类型；最接近的是 { $nearest ->
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
    .kind = { $place } 的对象 { $kind } 没有说明这里已知的集群地址信息
    .title = 输入的一部分无法理解
    .help = 规划中没有采用它；请将其去掉，或者提供工具本身读取的文件

IMP004 = 所提供的内容都不属于这里已知的类型；{ $place } 的内容最接近 { $nearest ->
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
    .title = 什么都无法理解
    .help = 请提供安装工具的配置、组件的命令行或 unit、`kubectl get nodes,services,servicecidrs -A -o yaml`、`kubectl cluster-info dump`、CNI 插件的对象或 Helm values，或者托管集群的描述

IMP005 = { $place } 的 `{ $value }` 不能作为 `{ $field }` 的值，已略去
    .title = 有一个值被略去
    .help = 请更正来源中的值，或者将该字段写入规划

IMP006 = `{ $field }` 为 { $value }，因为这是 { $place } 处工具的默认值；没有来源说明它
    .title = 采用了默认值
    .help = 如果集群是以其他值设置的，请添加含有该值的来源

IMP007 = 所提供的内容都没有说明 `{ $field }` 是什么
    .node-networks = 节点的地址为 { $addresses }，但没有内容说明它们位于哪些网络
    .title = 缺少能使规划更完善的字段
    .help = 请将 `{ $field }` 写入规划；没有它，有些检查不会运行

IMP008 = { $place } 的内容属于已知类型（{ $kind }），但没有说明地址
    .title = 输入的一部分没有提供信息
    .help = 如果集群使用了默认值以外的值，请提供设置这些值的文件

IMP009 = { $place } 的节点 `{ $node }` 有块 { $block }，它不在任何 Pod 范围内
    .title = 节点的块在 Pod 范围之外
    .help = 请检查 `--cluster-cidr` 是否在添加该节点之后被更改，或者插件是否分配其他块

IMP010 = `{ $field }` 以 IPv4 为先，但 { $place } 的来源为每个地址族各有一个字段，没有说明哪个是主地址族
    .title = 不知道地址族的顺序
    .help = 请添加 kube-apiserver 或 kube-controller-manager 的命令行，或者安装工具的配置；如果主地址族是 IPv6，请将其范围放在首位

IMP011 = { $place } 的来源要求 { $family }，但没有给出该地址族的 Pod 范围：它由云来选择
    .title = 要求了地址族，却没有其范围
    .help = 请同时提供正在运行的集群所显示的内容（其 Node，或云对集群的描述），或者将范围写入计划
