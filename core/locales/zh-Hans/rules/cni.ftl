## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

CNI001 = Flannel 的 net-conf.json 没有覆盖 Pod 范围 { $range }
    .title = Flannel 缺少 Pod 范围
    .help = Network 和 IPv6Network 必须包含 Pod 范围，EnableIPv6 必须为 true
    .fix-networks = 写入规划的 Pod 范围

CNI002 = Calico 地址池 { $pool } 在 Pod 范围之外
    .title = Calico 地址池在 Pod 范围之外
    .help = Pod 使用的地址池应位于 podCIDRs 之内
    .fix-range = 使用 Pod 范围 { $to }
    .page-fix-range = 使用规划的 Pod 范围

CNI003 = Calico 地址池 { $pool } 的 Pod 使用未经伪装的唯一本地地址：它们无法访问外部
    .title = 没有 NAT 的唯一本地 Calico 地址池
    .help = 为该地址池设置 natOutgoing，或者使用可路由的地址
    .fix-nat = 启用 natOutgoing

CNI004 = Calico 在两个地址族中都伪装为 { $address }；另一个地址族的规则会被拒绝
    .title = 两个地址族共用一个伪装地址
    .help = 不写该地址；这样每个节点会伪装为自己的地址
    .fix-remove = 移除

CNI005 = Cilium 关闭了 { $family }：{ $key } 不是 "true"
    .title = Cilium 中关闭了地址族
    .help = 在 Helm 的 values 中设置 ipv4.enabled 和 ipv6.enabled
    .fix-enable = 启用

CNI006 = Cilium 为 Pod 分配 { $list } 的地址，而不是 { $range } 的地址
    .title = Cilium 的地址池不是 Pod 范围
    .help = 设置 ipam.operator.clusterPoolIPv4PodCIDRList 和 clusterPoolIPv6PodCIDRList 及其掩码长度
    .fix-range = 使用 { $to } 和规划的节点掩码
    .page-fix-range = 使用规划的 Pod 范围和节点掩码

CNI007 = Cilium 使用原生路由并进行伪装，但缺少 { $key }
    .title = 原生路由缺少原生路由 CIDR
    .help = 指定每个地址族的 Pod 范围，或者关闭该地址族的伪装
    .fix-range = 设为 { $to }
    .page-fix-range = 设为该地址族的 Pod 范围

CNI008 = 同时设置 ENI 地址和 IPv6 原生路由网络时，Cilium 1.20 会停止运行
    .title = ENI 地址与 IPv6 原生路由
    .help = 不写 ipv6-native-routing-cidr，或者使用已修复的版本

CNI009 = { $cni } 有自己的地址池：Pod 得到哪些地址不由节点掩码决定
    .title = 插件不使用节点掩码
    .help = 无需处理；如果在意每个节点的地址数，请设置插件的块大小

CNI010 = Calico 的 IPv6 地址池 { $pool } 没有封装，而 IPv4 地址池有封装：不同节点的 Pod 之间可能无法通过 IPv6 通信
    .ipip = Calico 的 IPv6 地址池 { $pool } 要求使用 IP in IP，但它只适用于 IPv4
    .title = IPv6 地址池的封装不同
    .help = 为 IPv6 地址池使用 VXLAN（Linux 4.19.1 或更高版本），或者确保网络能路由 Pod 地址
    .fix-vxlan = 使用 VXLAN

CNI011 = 留给 Pod 的每个数据包只有 { $mtu } 字节（隧道占用 { $overhead } 字节）；IPv6 需要 1280
    .title = MTU 对 IPv6 来说太小
    .help = 提高 MTU，使隧道之后至少有 1280：VXLAN 基于 IPv4 占用 50 字节，基于 IPv6 占用 70 字节，WireGuard 分别占用 60 和 80 字节

CNI012 = { $first } 和 { $second } 都分配 { $range } 的地址
    .title = 两个插件使用同一范围
    .help = 为每个插件指定 Pod 范围中各自的部分，或者把地址交给其中一个

CNI013 = 此版本的 K3s 自带的 Flannel 不支持双栈，因此被拒绝
    .title = 旧版 K3s 的 Flannel 是单栈的
    .help = 使用 1.23 或更高版本，或者使用其他 CNI 插件，并设置 flannel-backend: none 和 disable-network-policy: true
    .fix-version = 规划 Kubernetes { $to }
    .page-fix-version = 规划其 Flannel 支持双栈的版本

CNI014 = { $name } 的 hostPort { $port } 可能只在 IPv4 上响应
    .title = 双栈集群中的 hostPort
    .help = 请通过 IPv6 试一试；LoadBalancer Service 或 hostNetwork 不依赖 portmap

CNI015 = { $cni } 只为每个节点分配 { $length } 的 IPv6 块
    .range = { $cni } 需要比 { $length } 更短的 IPv6 Pod 范围
    .title = 长度固定的 IPv6 节点块
    .help = 规划 { $length } 的节点块和更短的 Pod 范围
    .page-help = 规划插件所分配长度的节点块和更短的 Pod 范围
    .fix-mask = 规划 { $to }
    .page-fix-mask = 规划插件的节点块

CNI016 = 节点位于多个 { $family } 网络中，而 Cilium 的直接路由只能到达同一链路上的节点
    .title = 跨网络的直接路由
    .help = 跳过路由器后面的节点，并让路由器知道各节点的块，或者使用隧道
    .fix-skip = 跳过路由器后面的节点
