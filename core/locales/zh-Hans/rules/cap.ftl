## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

CAP001 = IPv6 节点掩码 { $mask } 比 Pod 范围 { $range } 长 { $bits } 位；最多允许长 16 位，即 { $from } 到 { $to }
    .title = IPv6 节点掩码超出允许范围
    .help = 选择允许范围内的掩码，或者更小的 Pod 范围
    .fix-mask = 将节点掩码设为 { $to }
    .page-fix-mask = 将节点掩码设为允许范围内的长度
    .fix-range = 使用 Pod 范围 { $to }
    .page-fix-range = 使用更小的 Pod 范围

CAP002 = { $range } 配合节点掩码 { $mask } 可为 { $nodes } 个节点提供 IPv6 块，但规划了 { $planned } 个节点
    .growth = { $range } 配合节点掩码 { $mask } 可为 { $nodes } 个节点提供 IPv6 块：目前足够，但不够规划的 { $planned } 个节点使用
    .title = IPv6 节点块不足
    .help = 使用更大的 Pod 范围，或者更长的节点掩码
    .fix-range = 使用 Pod 范围 { $to }
    .page-fix-range = 使用更大的 Pod 范围
    .fix-mask = 将节点掩码设为 { $to }
    .page-fix-mask = 将节点掩码设得更长

CAP003 = { $range } 配合节点掩码 { $mask } 可为 { $nodes } 个节点提供 IPv4 块，但规划了 { $planned } 个节点
    .growth = { $range } 配合节点掩码 { $mask } 可为 { $nodes } 个节点提供 IPv4 块：目前足够，但不够规划的 { $planned } 个节点使用
    .title = IPv4 节点块不足
    .help = 使用更大的 Pod 范围，或者更长的节点掩码
    .fix-range = 使用 Pod 范围 { $to }
    .page-fix-range = 使用更大的 Pod 范围
    .fix-mask = 将节点掩码设为 { $to }
    .page-fix-mask = 将节点掩码设得更长

CAP004 = 集群最多 { $nodes } 个节点：{ $family } 的块够 { $nodes } 个节点使用，{ $other } 的块够 { $others } 个节点使用
    .second = 集群最多 { $nodes } 个节点：{ $family } 的块够 { $nodes } 个节点使用，{ $other } 的块够 { $others } 个节点使用；此后，对等待中的 Node 每尝试一次，就会用掉一个 { $other } 块
    .then = { $family } 到 { $nodes } 个节点为止
    .title = 一个地址族先用完
    .help = 如果集群可能超出这个规模，请为较小的地址族指定更大的范围；如果较小的是第二个范围，那么对等待中的 Node 每尝试一次，还会用掉第一个范围的一个块
    .help-second = 为 { $family } 指定能容纳与 { $other } 同样多节点的范围，或者在用完之前停止添加 Node：对等待中的 Node 每尝试一次，都会占用一个没有 Node 得到的 { $other } 块，直到 kube-controller-manager 重新启动

CAP005 = 节点掩码 { $mask } 比 Pod 范围 { $range } 的前缀短：一个块就比整个范围还大
    .one-mask = Kubernetes { $version } 的两个地址族共用一个节点掩码，这里是 { $mask }，它比 Pod 范围 { $range } 的前缀短：无法从中划分出块
    .title = 节点块大于 Pod 范围
    .help = 选择更长的节点掩码或更大的 Pod 范围；如果该版本的两个地址族共用一个掩码，则 IPv4 最多允许 /32，通常的 IPv6 范围需要更新的版本
    .fix-mask = 将节点掩码设为 { $to }
    .page-fix-mask = 将节点掩码设得更长
    .fix-range = 使用 Pod 范围 { $to }
    .page-fix-range = 使用更大的 Pod 范围
    .fix-version = 使用 Kubernetes { $to }，其中每个地址族有自己的节点掩码
    .page-fix-version = 使用每个地址族有自己的节点掩码的版本

CAP006 = kube-controller-manager 以 --node-cidr-mask-size 和两个 Pod 范围启动
    .title = 两个地址族共用一个掩码参数
    .help = 将该参数替换为 --node-cidr-mask-size-ipv4 和 --node-cidr-mask-size-ipv6

CAP007 = 指定了 { $family } 节点掩码 { $mask }，但 Pod 没有 { $family } 范围
    .started = { $component } 无法启动：它有一个掩码参数，而其 Pod 范围没有该地址族
    .title = 不存在的地址族的节点掩码
    .help = 移除该掩码，或者添加该地址族的 Pod 范围
    .fix-remove = 移除掩码

CAP008 = 一个 { $mask } 的 { $family } 块有 { $addresses } 个地址，供 { $pods } 个 Pod 使用；少于两倍时，替换 Pod 期间会不够用
    .too-small = 一个 { $mask } 的 { $family } 块只有 { $addresses } 个地址，却要供 { $pods } 个 Pod 使用
    .title = 一个节点上的 Pod 地址太少
    .help = 使用更短的节点掩码，或者减小 maxPods
    .fix-mask = 将节点掩码设为 { $to }
    .page-fix-mask = 将节点掩码设得更短

CAP009 = 此版本的 kube-apiserver 拒绝 Service 范围 { $range }：它最多可以有 20 个主机位
    .kubeadm = kubeadm 拒绝 Service 范围 { $range }，尽管 kube-apiserver 本身会接受：它最多可以有 20 个主机位
    .title = Service 范围太大
    .help = IPv4 使用 /12 或更长，IPv6 使用 /108 或更长
    .fix-shrink = 使用 { $to }
    .page-fix-shrink = 使用可接受的最大范围

CAP010 = 没有 Service 能得到 { $range } 的地址：IPv6 Service 范围必须为 /64 或更长
    .title = 没有分配器的 Service 范围
    .help = 使用 /112；再大也没有好处
    .fix-shrink = 使用 { $to }
    .page-fix-shrink = 使用该范围中的 /112

CAP011 = { $range } 中只有 { $usable } 个地址会被分配
    .title = 永远不会被分配的 Service 地址
    .help = 使用 /112：能提供同样多的 Service
    .fix-shrink = 使用 { $to }
    .page-fix-shrink = 使用该范围中的 /112

CAP012 = { $component } 拒绝 { $range }：地址太少
    .title = 范围太小
    .help = 使用更大的范围；每个 Service 都会长期占用一个地址
    .fix-grow = 使用 { $to }
    .page-fix-grow = 使用更大的范围

CAP013 = { $range } 能容纳的 Service 很少：{ $dynamic } 个地址自动分配，{ $static } 个留给明确的请求
    .title = Service 地址很少
    .help = 4,096 个地址不花任何代价：它们是虚拟的
    .fix-grow = 使用 { $to }
    .page-fix-grow = 使用更大的范围

CAP014 = { $family } 节点掩码由 { $before } 改为 { $now }：新旧节点的块可能重叠
    .title = 节点掩码已更改
    .help = 保留原掩码，或者让新节点使用与旧范围不重叠的 Pod 范围
    .fix-keep = 保留 { $to }
    .page-fix-keep = 保留旧规划的掩码

CAP015 = AKS 上的 kubenet 最多支持 { $limit } 个双栈节点，但规划了 { $planned } 个
    .title = 节点数超出 AKS 上 kubenet 的上限
    .help = 使用 Azure CNI Overlay，它没有这个上限
    .fix-overlay = 使用 { $to }
    .page-fix-overlay = 使用 Azure CNI Overlay

CAP016 = { $range } 中有 { $blocks } 个 { $block } 块，供 { $planned } 个节点使用；每个节点有两个或更多时，Calico 才能良好工作
    .title = Calico 的块太少
    .help = 使用更大的范围，或者在创建地址池时使用更长的 blockSize
    .fix-range = 使用 Pod 范围 { $to }
    .page-fix-range = 使用更大的 Pod 范围

CAP017 = { $distribution } 为每个节点分配 { $fixed } 的 { $family } 块；规划按 { $mask } 计算
    .title = 由提供商固定的节点块
    .help = 请写提供商将会使用的掩码
    .fix-mask = 将节点掩码设为 { $to }
    .page-fix-mask = 将节点掩码设为提供商的掩码

CAP018 = { $provider } 占用 { $range } 中的 { $reserved } 个地址；留给机器的还有 { $usable } 个
    .few = { $provider } 占用 { $range } 中的 { $reserved } 个地址；还剩 { $usable } 个，但规划了 { $planned } 个节点
    .title = 云平台占用的地址
    .help = 请按剩余的地址计算，包括升级时的临时节点和负载均衡器
