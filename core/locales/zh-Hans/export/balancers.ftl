group-balancers = 负载均衡器

target-cilium-lb-ipam = Cilium LB-IPAM
    .description = 含有规划地址池的 CiliumLoadBalancerIPPool
target-kube-vip = kube-vip
    .description = 含有规划地址池的 kube-vip cloud provider 的 ConfigMap
target-metallb = MetalLB
    .description = 含有规划地址池的 IPAddressPool 和 L2Advertisement

## 文件中的注释。

export-metallb = 两个地址族共用一个地址池：双栈 Service 的两个地址来自同一个地址池；路由到节点的网络需要用 BGPAdvertisement 代替 L2Advertisement
export-cilium-lb-ipam = 地址池负责分配地址；必须由 Cilium 的 L2 通告或 BGP 控制平面来通告它们
export-cilium-lb-ipam-v2 = 需要 Cilium 1.18 或更高版本
export-cilium-lb-ipam-v2alpha1 = 用于 Cilium 1.15 到 1.19
export-kube-vip = 由 kube-vip-cloud-provider 读取；对大于 /31 的 IPv4 地址池，它不使用第一个和最后一个地址；地址由 kube-vip 本身通告

## 检查结果。

EXP068 = 无法写出 { $target }：规划没有写明负载均衡器地址池
    .title = 没有负载均衡器地址池
    .help = 请将负载均衡器可以分配的网络加入 spec.loadBalancerCIDRs，集群的每个地址族一个

EXP069 = 负载均衡器地址池中没有 { $family } 地址：类型为 LoadBalancer 的双栈 Service 得不到 { $family } 地址，或者得不到任何地址
    .title = 负载均衡器地址池缺少一个地址族

EXP070 = 集群没有 { $family } Service：没有 Service 会使用负载均衡器地址池中的 { $family } 地址
    .title = 不存在的地址族的负载均衡器地址池

EXP071 = 节点所在的链路不包含 { $pools }：只有位于节点网络中的地址，邻居才能找到由 L2Advertisement 通告的地址
    .title = 负载均衡器地址池不在节点的链路上
    .help = 请从节点网络中取用地址池，或者将其路由到节点并用 BGP 通告
