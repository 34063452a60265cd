# 工具拒绝的内容：导出到某个工具时说明；规划写明该工具时，由 lint 说明。

EXP002 = 无法为 Kubernetes { $version } 写出 { $target }；它从 { $first } 起才有
    .title = 此版本中没有该目标

EXP020 = { $target } 接受一个范围，或者每个地址族一个
    .title = 无法据以构建集群的范围

EXP022 = { $target } 不构建 Kubernetes { $version } 的双栈集群
    .ipv6 = { $target } 不构建 Kubernetes { $version } 的仅 IPv6 集群
    .title = 工具在此版本中不支持的地址族

EXP023 = { $target } 要求 Pod 和 Service 的地址族相同
    .title = Pod 与 Service 的地址族不同

EXP024 = { $target } 在此地址族中接受 /{ $limit } 或更长前缀的 Service 范围，不接受 { $range }
    .title = 对工具来说太大的 Service 范围

EXP028 = { $tool } { $release } 不运行 Kubernetes { $version }
    .title = 与规划不符的工具版本
    .help = 请在 spec.tools 中指定其他版本
    .kind = { $target } 从 { $release } 起才能把 IPv6 放在首位：更早的版本会通告 API 服务器的 IPv4 地址
    .underlay = Cilium 的隧道从 { $release } 起才能使用 IPv6（{ $value }）：改为写入原生路由
    .prefer = Cilium 从 { $release } 起才能先显示 IPv6（{ $value }）：在此版本中 IPv4 在先

EXP030 = { $target } 只接受 Service 范围为 /{ $limit } 的仅 IPv6 集群，不接受 { $range }
    .title = 仅 IPv6 要求特定大小的 Service 范围

EXP031 = 在 Kubernetes { $version } 中，{ $target } 的 Flannel 和网络策略控制器不支持双栈
    .k0s = 在 Kubernetes { $version } 中，{ $target } 的 kube-router 不支持双栈
    .title = 自带的组件不支持双栈
    .help = 请使用其他插件，或者更新的版本

EXP032 = Talos 1.14 及以后的版本拒绝规划的范围
    .title = Talos 拒绝这些范围
    .help = 由更早的 Talos 运行此版本的 Kubernetes 时，会写出其补丁

EXP033 = { $target } 没有双栈 Pod：其集群是 IPv4，或者节点可以有两者的仅 IPv6 集群
    .provider = { $target } 只为 AWS 写出
    .title = 工具无法构建的集群
    .help = 请规划同一个地址族的 Pod 和 Service

EXP034 = 在此集群中 { $target } 不接受 { $plugin }
    .title = 插件被拒绝

EXP036 = 对此集群，AWS 接受 /{ $shortest } 到 /{ $longest } 的 VPC，不接受 { $range }
    .title = 不能作为 VPC 的节点网络

EXP038 = VPC { $range } 与 Pod 和 Service 使用的地址有重合
    .title = VPC 与集群重叠
    .help = 请使用互不重叠的节点网络或范围

EXP040 = { $plugin } 需要 Pod 范围，但规划没有
    .title = 没有 Pod 范围

EXP041 = { $plugin } 每个地址族接受一个范围，但 { $field } 有多个 { $family } 范围：{ $ranges }
    .title = 同一地址族有多个范围

EXP043 = { $plugin } 只接受地址族相同的 Pod 和 Service
    .title = Pod 与 Service 的地址族不同
    .services = { $plugin } 接受一个 Service 范围，或者两个不同地址族的范围

EXP044 = { $plugin } 无法从 { $range } 中划分 /{ $mask } 的节点块
    .title = 节点掩码与 Pod 范围不符

EXP045 = { $plugin } 接受的节点掩码最多比范围长 16 位：/{ $mask } 对 { $range } 来说太长
    .title = 一个范围中的节点范围太多

EXP048 = Calico 不接受 { $local } 中的地址池：{ $range }
    .title = Calico 拒绝的地址池
    .count = Calico 接受 { $most } 个地址池，但规划有 { $count } 个 Pod 范围
    .overlap = Calico 不接受重叠的地址池：{ $range } 和 { $other }

EXP051 = { $plugin } 拒绝重叠的范围：{ $range } 和 { $other }
    .title = 插件拒绝的范围
    .special = { $plugin } 不接受 { $network } 中的范围：{ $range }

EXP052 = Antrea 的 NodeIPAM 接受 /{ $shortest } 到 /{ $longest } 的 { $family } 节点掩码，不接受 /{ $mask }
    .title = 超出 Antrea 限制的节点掩码

EXP053 = { $plugin } 总是以 IPv4 为先：无法写出以 IPv6 为第一个地址族的规划
    .title = 不能以 IPv6 为先
    .help = 请在 podCIDRs 中将 IPv4 范围放在首位，或者使用其他插件

EXP054 = { $range } 放不下网关和 Pod
    .title = 对网关来说太小的 Pod 范围

EXP055 = 通常的 join 网络 { $usual } 与规划的某个网络重叠：写入的是 { $join }
    .title = 另一个 join 网络
    .none = 从 100.64 到 100.127 的每个 { $family } join 网络都与规划的某个网络重叠
    .help = 请将 join 网络加入规划的 reserved

EXP059 = OVN-Kubernetes 无法从 { $range } 中划分 /{ $mask } 的节点块：节点掩码必须比范围长
    .title = OVN-Kubernetes 拒绝的主机子网
    .ipv6 = OVN-Kubernetes 为每个节点分配一个 IPv6 /64，而不是 { $range } 中的 /{ $mask }

EXP080 = { $target } 要求 { $field } 中至少有一个范围
    .title = 缺少范围

EXP088 = { $target } 总是将 IPv4 放在首位
    .unread = { $target }：其文档中没有以 IPv6 为先的双栈集群；此时节点自身的地址必须是 IPv6
    .title = 工具不支持的地址族顺序

EXP089 = 对 Kubernetes { $version }，{ $target } 只构建 IPv4 集群
    .alone = 对 Kubernetes { $version }，{ $target } 不构建仅 IPv6 的集群
    .title = 工具不支持的地址族

EXP090 = { $target } 接受一个范围，或者每个地址族一个，且 Pod 和 Service 的地址族相同
    .title = 工具无法接受的范围列表

EXP091 = { $target } 拒绝 { $value }
    .platform = { $target } 在此平台（{ $value }）上不构建使用这些地址族的集群
    .pool = { $target } 以 /{ $mask } 的 IPv6 块运行 Cilium：Pod 范围必须为 /{ $shortest } 到 /{ $mask }，不能是 { $range }
    .pool-ipv4 = { $target } 以 /{ $mask } 的 IPv4 块运行 Cilium：Pod 范围必须能容纳一个块，而 { $range } 不能
    .services = { $target } 接受 /{ $shortest } 或更长的 IPv6 Service 范围，不接受 { $range }
    .dns = { $range } 没有第 10 个地址，而 MicroShift 要把它分配给集群 DNS
    .block = { $target } 从 Pod 范围中划分一个 /{ $mask } 块，而 { $range } 并不比它大
    .title = 工具拒绝的值

EXP099 = MicroShift 将 { $services } 之后的地址 { $address } 分配给机器，但 { $range } 包含该地址
    .none = { $range } 之后没有地址，而 MicroShift 要从那里为机器取一个地址
    .title = 必须空闲的地址

EXP100 = { $target }：{ $field } 必须含有一个范围，或者两个不同地址族的范围
    .title = 没有说明第一个地址族的列表
    .help = 范围的顺序决定主地址族，因此每个地址族只能出现一次

EXP101 = { $cloud } 的 Pod 和 Service 使用相同的地址族，但规划中 Pod 是 { $pods }，Service 是 { $services }
    .title = Pod 与 Service 的地址族不同

EXP102 = { $cloud } 没有以 IPv6 为先的集群
    .title = 不提供以 IPv6 为先
    .help = 请在 podCIDRs、serviceCIDRs 和 nodeCIDRs 中将 IPv4 范围放在首位

EXP103 = { $cloud } 没有仅 IPv6 的集群
    .gke = GKE 可以创建仅 IPv6 的集群，但其 Terraform provider 还没有对应的值：请按照 Google 自己的步骤操作
    .gke-later = GKE 从 1.37.1-gke.3020000 起可以创建仅 IPv6 的集群
    .title = 不提供仅 IPv6
    .help = 请在规划中也加入 IPv4 范围，并将其放在首位

EXP105 = { $range } 与 { $block } 重叠，{ $cloud } 将后者留作自用
    .title = 云平台占用的范围
    .help = 请选择其他私有范围

EXP106 = { $cloud } 在一个节点上运行 { $least } 到 { $most } 个 Pod，但规划为 { $pods } 个
    .pool = AKS 要求第一个节点池能容纳 30 个 Pod，但 maxPods 为 { $pods } 的 { $count } 个节点容纳不了
    .title = 云平台拒绝的每节点 Pod 数
    .help = 请更改 nodes.maxPods

EXP108 = { $range } 有 { $room } 个 { $mask } 的节点块，但规划了 { $wanted } 个节点
    .title = 对节点来说太小的 Pod 范围
    .help = 请使用更大的 Pod 范围；如果块的大小由每节点 Pod 数决定，也可以减少该数

EXP109 = { $range } 为节点留下 { $room } 个地址（云平台占用 { $reserved } 个），但规划了 { $wanted } 个节点
    .pods = { $range } 留下 { $room } 个地址，但 maxPods 为 { $pods } 的 { $nodes } 个节点需要 { $wanted } 个：Pod 会占用 VPC 的地址
    .title = 节点网络太小
    .help = 请使用更大的节点网络

EXP110 = { $cloud } 为 Pod 和 Service 提供一个地址族，IPv4 或 IPv6，不能同时提供两者
    .title = 没有双栈 Pod 的云平台
    .help = 请规划一个地址族，它在集群的整个生命期内不变。节点和负载均衡器可以有两者；Pod 通过 NAT 访问另一个（ENABLE_V4_EGRESS、ENABLE_V6_EGRESS）

EXP111 = EKS 拒绝 Service 范围 { $range }：它必须位于 10.0.0.0/8、172.16.0.0/12 或 192.168.0.0/16
    .size = EKS 拒绝 Service 范围 { $range }：它必须在 /24 到 /12 之间
    .title = EKS 拒绝的 Service 范围

EXP112 = { $first } 与 { $second } 重叠，{ $cloud } 会拒绝
    .title = 同一集群的范围重叠

EXP113 = eksctl 不会用 { $range } 创建 VPC
    .subnet = Azure 的 IPv6 子网为 /64：节点得到 { $range } 中的 { $first }
    .title = 云平台不接受其大小的节点网络
    .help = 请使用云平台接受的大小的节点网络

EXP114 = AKS 的文档只给出 /64 的 IPv6 Pod 范围：文件使用 { $range } 中的 { $first }
    .small = AKS 的文档只给出 /64 的 IPv6 Pod 范围，而 { $range } 更小
    .title = 大小不同的 IPv6 Pod 范围
    .help = 请在 podCIDRs 中写 /64，使规划的计算与 AKS 一致

EXP115 = { $cloud } 拒绝 Service 范围 { $range }：最小为 { $smallest }
    .undocumented = { $range } 大于 Google 给出的 Service 范围（{ $smallest } 到 { $largest }）；它可能会被拒绝
    .smaller = AKS 拒绝 Service 范围 { $range }：它必须小于 { $limit }
    .at-most = AKS 拒绝 Service 范围 { $range }：它不能大于 { $limit }
    .dns = Service 范围 { $range } 太小，没有集群 DNS 使用的第十个地址
    .title = Service 范围的大小

EXP118 = AKS 的集群最多有 { $limit } 个节点，但规划了 { $wanted } 个
    .pool = AKS 的节点池最多有 { $limit } 个节点：文件创建第一个节点池，还有 { $wanted } 个节点需要更多节点池
    .title = 节点数超出云平台的上限
