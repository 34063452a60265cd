group-plugins = CNI 插件

target-antrea = Antrea
    .description = Helm values，使用 kube-controller-manager 或 Antrea 自己的 NodeIPAM 的节点范围
target-calico-manifest = Calico（清单）
    .description = IP 地址池，以及以 kustomization 形式对 calico.yaml 的补丁
target-calico-operator = Calico（operator）
    .description = 用于 tigera-operator 的 Installation 和 APIServer
target-cilium = Cilium
    .description = 用于 cluster-pool、kubernetes 和 multi-pool 地址的 Helm values，以及 CiliumPodIPPool
target-flannel = Flannel
    .description = 含有 net-conf.json 的 ConfigMap，以及 Helm values
target-kube-ovn = Kube-OVN
    .description = 用于 chart kube-ovn 和 kube-ovn-v2 的 Helm values
target-kube-router = kube-router
    .description = 以补丁形式给出的 DaemonSet 参数
target-ovn-kubernetes = OVN-Kubernetes
    .description = Helm values

## 文件中的注释。

export-own-pools = { $plugin } 自行分配这些范围；kube-controller-manager 可能同样划分的节点范围不会被使用
export-from-nodes = { $plugin } 从 Node.spec.podCIDRs 获取每个节点的范围：kube-controller-manager 需要 --allocate-node-cidrs=true 和 --cluster-cidr={ $ranges }
export-api-server = { $value } 代表 API 服务器的地址，规划中没有写明
export-antrea-no-encap = Pod 保留自己的地址，Antrea 只有在不封装时才能做到：节点位于同一网络，或者路由器知道通向 Pod 的路由
export-antrea-install = helm install antrea antrea/antrea --namespace kube-system --values { $file }
export-antrea-node-ipam = Antrea 为节点分配范围：kube-controller-manager 必须以 --allocate-node-cidrs=false 运行
export-antrea-transport = 每个节点上，两个地址族的地址必须在同一个接口上
export-calico-operator = 先安装 tigera-operator，然后：kubectl create -f calico-operator/custom-resources.yaml；块的大小之后不能更改
export-calico-node-pools = 可选：已停用的地址池，没有 Pod 从中获得地址；从 Pod 到这些网络的流量保留 Pod 的地址，因此那里的其他机器需要通向 Pod 的路由
export-calico-apply = 用 calicoctl 应用；运行 Calico API 服务器时也可以用 kubectl
export-calico-kustomization = 将您的 Calico 版本的 calico.yaml 放在此文件旁边，然后：kubectl apply -k .
export-calico-config = 整个替换 cni_network_config；如果您的 calico.yaml 中有更多内容，请只在其 ipam 部分设置 assign_ipv4 和 assign_ipv6
export-calico-releases = 仅用于该版本：该版本没有自带的插件会使所有 Pod 无法启动
export-calico-kernel = 基于 IPv6 的 VXLAN 需要 Linux 4.19.1，或 Red Hat Enterprise Linux 的 4.18
export-calico-node = 只更改这些变量，calico.yaml 的其他变量保持不变
export-calico-pools = 没有地址池时，calico-node 会根据其变量创建两个默认地址池；这里是同样的地址池，并包含变量无法表达的全部内容
export-cilium-install = helm install cilium cilium/cilium --namespace kube-system --values { $file }
export-cilium-chart = { $value } 需要 chart { $chart } 或更高版本
export-cilium-kube-proxy = Cilium 取代 kube-proxy，两者不能同时运行
export-cilium-native-install = 用原生路由代替隧道：请在 values-cluster-pool.yaml 或 values-kubernetes.yaml 之后也将此文件交给 helm
export-cilium-native = autoDirectNodeRoutes 要求所有节点位于同一个二层网络；否则请将其关闭，并自行路由节点范围
export-cilium-pool = 与 values-multi-pool.yaml 中相同的地址池；可作为其他地址池的样板，其范围不能重叠。maskSize 之后不能更改
export-flannel-config = 用于 kube-flannel.yml：替换其 ConfigMap kube-flannel-cfg。每个节点的主接口上需要每个地址族的地址和默认路由
export-flannel-install = helm install flannel flannel/flannel --namespace kube-flannel --values flannel/values.yaml
export-flannel-no-masq = Pod 的地址在互联网上可路由：请从 DaemonSet kube-flannel-ds 的参数中移除 --ip-masq
export-kube-ovn-install = helm install kube-ovn kubeovn/{ $chart } --namespace kube-system --values { $file }
export-kube-ovn-join = 节点通过 join 网络访问 Pod，其他任何组件都不能使用这些网络
export-kube-ovn-patch = Pod 的地址在互联网上可路由：kubectl patch subnet ovn-default --type merge --patch-file { $file }
export-kube-router-apply = kubectl --namespace kube-system patch daemonset kube-router --patch-file kube-router/daemonset-patch.yaml
export-kube-router-args = 替换全部参数；--kubeconfig 是 kubeadm-kuberouter-all-features.yaml 的。kube-router 也为 Service 提供服务：请移除 kube-proxy。每个节点都必须报告每个地址族的 InternalIP
export-ovn-kubernetes-install = 在文件夹 helm/ovn-kubernetes 中：helm install ovn-kubernetes . --values values-single-node-zone.yaml --values values.yaml
export-ovn-kubernetes-mtu = mtu 适用于 1500 字节的网络；global 中的网络由 OVN-Kubernetes 自身使用，其他任何组件都不能使用

## 检查结果。

EXP042 = { $plugin } 要么伪装两个地址族，要么都不伪装：尽管 { $family } Pod 自身的地址在互联网上可路由，它们仍得到节点的地址
    .title = 可路由的 Pod 被伪装
    .help = 如果可以关闭伪装，请将其关闭，并在节点上伪装私有的地址族，例如用 ip-masq-agent；否则请为 Pod 的两个地址族都分配私有地址
    .always = { $plugin } 总是进行伪装：尽管 { $family } Pod 自身的地址在互联网上可路由，它们仍得到节点的地址

EXP046 = Calico 没有与每个节点一个 /{ $mask } 等价的设置：其 IPv6 块为 /{ $shortest } 到 /{ $longest }，写入的是 /{ $size }
    .title = 在 Calico 中没有等价设置的节点掩码
    .help = 节点会按需要取用更多的块；如果每个节点必须有自己的范围，请使用 host-local IPAM（spec.cni.ipam.type: HostLocal），配合 BGP 且不使用 VXLAN

EXP047 = Calico 接受与地址池相符的 /{ $shortest } 到 /{ $longest } 的 IPv4 块：对节点掩码 /{ $mask }，写入的是 /{ $size }
    .title = 节点掩码不是 Calico 的块大小

EXP049 = { $family } 地址池中有 { $blocks } 个 /{ $size } 块，少于规划的 { $nodes } 个节点
    .title = Calico 的块太少
    .help = 更长的前缀可以得到更多、更小的块；除非启用 strictAffinity，没有块的节点会借用其他节点的地址
    .pods = 一个节点最多取用 20 个 /{ $size } 的 { $family } 块，即 { $addresses } 个地址，但最多有 { $pods } 个 Pod

EXP050 = { $field } 中的 { $value } 必须替换为 API 服务器的地址
    .title = 规划中没有 API 服务器的地址
    .help = 请在规划中设置 advertiseAddress

EXP056 = { $plugin } 不为节点划分范围：不使用 { $family } 节点掩码 /{ $mask }
    .title = 未使用节点掩码

EXP057 = 略去 { $file }：其值会被拒绝
    .title = 略去一个文件

EXP058 = { $plugin } 读取节点范围，但规划的插件为 { $named } 时，kube-controller-manager 不分配范围
    .title = 节点得不到范围
    .help = 请在 cni 中写明所安装的插件
