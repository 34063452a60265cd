# Pod 范围的容量

plan-capacity-single = { $nodes } 个节点，每个 { $pods } 个 Pod；到节点 { $node } 时范围用完
    .short = 规划 { $planned } 个节点，能容纳 { $nodes } 个，每个 { $pods } 个 Pod；到节点 { $node } 时范围用完
plan-capacity-binding = { $nodes } 个节点，每个 { $pods } 个 Pod；{ $family } 先用完，在节点 { $node } 处
    .short = 规划 { $planned } 个节点，能容纳 { $nodes } 个，每个 { $pods } 个 Pod；{ $family } 先用完，在节点 { $node } 处
plan-capacity-together = { $nodes } 个节点，每个 { $pods } 个 Pod；两个地址族同时用完，在节点 { $node } 处
    .short = 规划 { $planned } 个节点，能容纳 { $nodes } 个，每个 { $pods } 个 Pod；两个地址族同时用完，在节点 { $node } 处
# 有自己地址池的插件划分的块与这里计算的不同。
plan-capacity-decided = 块由 { $who } 决定；这里是 kube-controller-manager 会划分的块
plan-capacity-and = { $first }；{ $next }
plan-capacity-room = { $spare ->
    [0] 块的数量与规划的节点数恰好相同：{ $wanted }
   *[other] 除规划的 { $wanted } 个节点外，还可容纳 { $spare } 个
  }
plan-capacity-too-few-today = 当前的 { $wanted } 个节点中有 { $missing } 个得不到 Pod CIDR：只有 { $nodes } 个节点的块
plan-capacity-too-few-planned = 规划的 { $wanted } 个节点中有 { $missing } 个得不到 Pod CIDR：只有 { $nodes } 个节点的块
plan-capacity-small-block = { $family } 的一个 /{ $mask } 块有 { $addresses } 个 Pod 的地址，少于 maxPods { $maxpods }
plan-capacity-excluded = `{ $range }` 的 { $blocks } 个块中有 { $excluded } 个永远不会分配给节点，因为其中有 Service 地址
plan-capacity-mask-refused = 对 `{ $range }` 来说，/{ $mask } 的节点掩码不合法：kube-controller-manager 接受 /{ $shortest } 到 /{ $longest }
plan-capacity-mask-refused-by-kubeadm = 对 `{ $range }`，kubeadm 接受 /{ $shortest } 到 /{ $longest } 的节点掩码，不接受 /{ $mask }；kube-controller-manager 本身能够启动
plan-capacity-grow = 要以 /{ $mask } 的块容纳 { $nodes } 个节点，{ $family } Pod CIDR 必须改为 `{ $cidr }`；现有的块位于其中，因此运行中的节点保留自己的块
plan-capacity-cannot-grow = 没有包含 `{ $range }` 的 { $family } Pod CIDR 能以 /{ $mask } 的块容纳 { $nodes } 个节点；需要更短的节点掩码，或者新集群

# Service 范围

plan-services-room = { $family }：有 { $usable } 个地址可供 Service 使用，已用 { $used } 个，空闲 { $free } 个
plan-services-no-allocator = 没有 Service 能得到 `{ $range }` 的地址：{ $upstream }
plan-services-bitmap-limit = Service 只能使用 `{ $range }` 的前 { $usable } 个地址；此版本的分配器无法触及其余 { $unusable } 个
plan-services-overflow = 此版本可能把 `{ $range }` 之外的地址分配给 Service；请使用 1.34.8、1.35 或更高版本，或者更长的前缀
plan-services-extend = 含有 `{ $range }` 的 ServiceCIDR 对象（{ $api }）会增加 { $added } 个地址，共 { $total } 个；无需重新启动任何组件
plan-services-extend-runtime-config = 用 --runtime-config 启用 { $api } 之后，含有 `{ $range }` 的 ServiceCIDR 对象会增加 { $added } 个地址，共 { $total } 个
plan-services-extend-rebuild = 此版本无法添加 `{ $range }`：已满的 Service 范围必须被替换，其 Service 必须重新创建
plan-services-extend-refused = 含有 `{ $range }` 的 ServiceCIDR 对象会被存储，但不提供任何地址：该范围大于 IPv6 /64，或者集群没有该地址族的范围
