## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

LB001 = Service { $name } 需要两个地址族，但没有 MetalLB 地址池同时有两者的地址
    .title = 每个地址族一个地址池，而不是两者共用一个
    .help = 将两个地址族的范围放入同一个 IPAddressPool

LB002 = 没有 MetalLB 地址池有 { $family } 地址可供 Service { $name } 使用
    .title = 地址池缺少 Service 的一个地址族
    .help = 在地址池中添加缺少的地址族的范围，或者将 Service 设为 SingleStack
    .fix-single = 只用一个地址族（SingleStack）

LB003 = Service { $name } 有两个地址族，而 loadBalancerIP { $address } 只属于其中一个
    .family = Service { $name } 的 loadBalancerIP { $address } 是 { $family }，而该 Service 没有这个地址族
    .title = 两个地址族只有一个 loadBalancerIP
    .help = 在所用实现的注解中写明两个地址（metallb.io/loadBalancerIPs、azure-load-balancer-ipv4 和 -ipv6），或者将 Service 设为 SingleStack
    .fix-annotation = 移到其地址族的注解中
    .fix-single = 只用该地址的地址族

LB004 = Service { $name } 有 IPv6，但其负载均衡器是 IPv4：注解 aws-load-balancer-ip-address-type 不是 dualstack
    .title = 双栈 Service 位于 IPv4 负载均衡器之后
    .help = 将 service.beta.kubernetes.io/aws-load-balancer-ip-address-type 设为 dualstack，或者让 Service 只用 IPv4
    .fix-dualstack = 请求双栈负载均衡器
    .fix-single = 只用 IPv4（SingleStack）

LB006 = Service { $name } 有 IPv6，但其负载均衡器以实例为目标，而实例没有主 IPv6 地址
    .title = IPv6 与以实例为目标
    .help = 将 service.beta.kubernetes.io/aws-load-balancer-nlb-target-type 设为 ip
    .fix-ip = 以 Pod 为目标（ip）

LB007 = Service { $name } 请求类型为 { $type } 的负载均衡器；只有 ipv4 和 dualstack 两种
    .title = AWS 负载均衡器没有的地址类型
    .help = 使用 dualstack；IPv4 地址可以闲置不用
    .fix-dualstack = 请求双栈负载均衡器

LB008 = Service { $name } 在双栈负载均衡器之后有 UDP 端口，但没有 IPv6 源 NAT
    .title = 没有源 NAT 的 IPv6 UDP
    .help = 将 service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat 设为 "on"
    .fix-source-nat = 启用 IPv6 源 NAT

LB009 = Service { $name } 向 Azure 的负载均衡器请求 IPv6 地址，而该负载均衡器没有 IPv4 地址
    .title = 只有 IPv6 的 Azure 负载均衡器
    .help = 请求两个地址族并以 IPv4 为先，或者让另一个有 IPv4 的 Service 共用该负载均衡器
    .fix-both = 两个地址族，IPv4 在先

LB010 = 在 Azure Linux 节点池上，没有 externalTrafficPolicy: Local 就无法访问 Service { $name } 的 IPv6 地址
    .title = 没有 Local 的 Azure IPv6 负载均衡器
    .help = 如果有节点池运行 Azure Linux，请将 externalTrafficPolicy 设为 Local
    .fix-local = 设置 externalTrafficPolicy: Local

LB011 = 无论 Service { $name } 有哪些地址族，Octavia 可能都只给它一个 IPv4 地址
    .title = OpenStack 上的 IPv6 负载均衡器
    .help = 请确认您的 cloud-provider-openstack 版本会创建 IPv6 负载均衡器
    .fix-single = 只用 IPv4（SingleStack）

LB012 = Service { $name } 的来源范围 { $range } 属于该 Service 没有的地址族
    .title = 不存在的地址族的来源范围
    .help = 移除该范围，或者让 Service 有两个地址族
    .fix-remove = 保留其地址族的范围：{ $to }
    .page-fix-remove = 只保留 Service 的地址族的范围

LB013 = Service { $name } 限制了来源，但没有限制 { $family }：那里任何人都可以连接，或者没有人可以连接
    .title = 只有一个地址族的来源范围
    .help = 添加可以连接的 { $family } 范围
    .page-help = 添加另一个地址族中可以连接的范围
    .fix-single = 去掉没有范围的地址族（SingleStack）
    .fix-open = 写明任何人都可以连接

LB014 = { $who } 为 Pod 提供 IPv4 或 IPv6，不能同时提供两者
    .title = 这里没有双栈 Pod
    .help = 规划一个地址族；另一个通过 NAT 访问（ENABLE_V4_EGRESS、ENABLE_V6_EGRESS）
    .fix-ipv4 = 只规划 IPv4
    .fix-ipv6 = 只规划 IPv6

LB015 = AKS 没有以 IPv6 为先的双栈集群
    .only = AKS 没有仅 IPv6 的集群
    .title = AKS 无法构建的地址族组合
    .help = 规划 IPv4，或者规划两者并以 IPv4 为先
    .fix-swap = 将 IPv4 放在首位

LB016 = 在裸机版 Google Distributed Cloud 上，clusterNetwork.pods 只含 IPv4 范围；{ $range } 应写入 ClusterCIDRConfig
    .title = Google Distributed Cloud 的 IPv6 Pod 范围
    .help = 编写包含两个地址族的范围和节点掩码的 ClusterCIDRConfig；只能在创建集群时进行
    .fix-remove = 从 clusterNetwork.pods 中移除 IPv6 范围

LB017 = { $distribution } 无法构建以 IPv6 为先的集群
    .dual = { $distribution } 无法构建双栈集群
    .only = { $distribution } 无法构建仅 IPv6 的集群
    .provider = { $distribution } 无法在 { $provider } 上构建双栈集群
    .title = 发行版无法构建的地址族组合
    .help = 规划发行版支持的组合
    .fix-swap = 将 IPv4 放在首位
    .fix-ipv4 = 只规划 IPv4
    .fix-ipv6 = 只规划 IPv6
