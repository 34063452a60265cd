## 组件的设置：每一项的理由。

component-dual-stack-gate = 双栈在此版本中为 Alpha：每个组件都需要该门控
component-named-gate = 规划设置了门控 { $gate }
component-cloud-dual-stack-gate = 使用外部云提供商时，kubelet 只有启用该门控才接受两个地址
component-service-range = Service 从此范围获得集群 IP
component-service-range-dual = 每个地址族一个范围；第一个范围的地址族是 Service 默认得到的地址族
component-advertise-address = 用于通告 API 服务器的 { $family } 地址；其地址族与第一个 Service 范围相同
component-bind-address = 监听两个地址族，此时默认通告的是 IPv6 地址
component-allocate = 每个节点从 --cluster-cidr 获得其 Pod 范围
component-allocate-own-pools = kubeadm 也会设置它；插件从自己的地址池中取地址
component-allocate-cloud = Pod 从云平台获得地址，而不是从 --cluster-cidr
component-cluster-cidr = 节点的 Pod 范围从此范围中划分
component-cluster-cidr-dual = 每个地址族一个范围；顺序决定了每个节点上 podCIDRs 的顺序，之后不能更改
component-kcm-service-range = 使节点的 Pod 范围避开 Service 地址；没有其他作用
component-node-mask = 每个节点得到的 { $family } 范围的大小
component-node-mask-both = 此版本的两个地址族只有一个大小：写的是 { $family } 的大小
component-ccm-cluster-cidr = 为其中的 Pod 范围创建路由
component-node-ip = 节点的 { $family } 地址；没有它时，kubelet 会先查找 IPv4 地址
component-node-ip-pair = 节点的地址，{ $family } 在先；没有它们时，节点只以一个地址为人所知
component-cluster-dns = 第一个 Service 范围的第 10 个地址，安装工具把集群 DNS 放在这里
component-cluster-domain = 与集群 DNS 对应的域
component-max-pods = 规划所要求的 Pod 数
component-kubenet = 规划的网络插件
component-non-masquerade = 发往 Pod 的流量保留 Pod 的地址
component-non-masquerade-off = kubenet 只会伪装一个地址族；使用 ip-masq-agent 时它不做伪装
component-proxy-mode-ipvs = 在此版本中只有 ipvs 支持两个地址族
component-proxy-mode-explicit = 不写模式会输出警告，因为默认值即将改变
component-proxy-cluster-cidr = 来自这些范围的流量被认定为来自 Pod；没有写出的地址族永远不会被识别
component-proxy-node-ports = 节点端口只在节点自身的地址上响应；没有它时会在节点的所有地址上响应，而 kube-proxy 每次启动都会将此作为错误写入日志
component-proxy-bind-address = IPv6 是节点的主地址族

## 前提条件。

prerequisite-version = Kubernetes { $version } 支持双栈，无需门控
prerequisite-version-alpha = Kubernetes { $version } 的双栈是 Alpha 特性：每个组件都需要门控，且无法就地更改集群
prerequisite-provider = 节点需要可路由的 IPv4 和 IPv6 接口；规划没有写明提供商
prerequisite-provider-named = 节点需要可路由的 IPv4 和 IPv6 接口；请确认 { $provider } 提供这些接口
prerequisite-provider-alpha = 在 Kubernetes { $version } 中，{ $provider } 不为节点提供两个地址族的可路由接口
prerequisite-node-addresses = 规划有两个地址族的节点网络
prerequisite-node-addresses-missing = 规划没有 { $family } 节点网络
prerequisite-node-addresses-unknown = 节点需要两个地址族的地址；规划没有写明节点网络
prerequisite-plugin = 需要支持双栈的网络插件；规划没有写明
prerequisite-plugin-named = 必须为两个地址族设置 { $plugin }
prerequisite-plugin-gone = kubelet { $version } 已不再包含 { $plugin }
prerequisite-plugin-order = { $plugin } 总是先报告 IPv4 后报告 IPv6；Pod 范围按此顺序列出
prerequisite-plugin-order-wrong = { $plugin } 总是先报告 IPv4 后报告 IPv6，但规划把 IPv6 Pod 范围列在首位：--cluster-cidr 必须以 IPv4 为先
prerequisite-proxy-ipvs = kube-proxy 必须以 ipvs 模式运行：此版本的其他模式都不支持两个地址族
prerequisite-proxy-gate = 启用门控后，kube-proxy 在 iptables 和 ipvs 模式下支持两个地址族
prerequisite-masquerade = Pod 使用私有地址（{ $families }）：离开集群时需要对其中每个地址族进行伪装
prerequisite-masquerade-plugin = Pod 使用私有地址（{ $families }）：请确认 { $plugin } 对其中每个地址族进行伪装
prerequisite-masquerade-agent = Pod 使用私有地址（{ $families }），而 { $plugin } 最多伪装一个地址族：请为两者运行 ip-masq-agent
