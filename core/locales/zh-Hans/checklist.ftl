## 在集群运行之处要查看的内容：值是要检查什么，.title 是有关什么。

check-docker-ipv6 = Docker 必须分配 IPv6，并且网络 kind 不能是只有 IPv4 的旧网络：如果是，请将其移除。否则节点会失败并提示 “is docker configured to use IPv6 correctly?”
    .title = Docker 中的 IPv6

check-ipv6-enabled = 每个节点都必须有 IPv6 地址；disable_ipv6 必须为 0。为 1 时，kube-proxy 会认为该节点只有 IPv4
    .title = IPv6 已启用

check-forwarding = 在每个节点上，每个值都必须为 1，重启之后也是如此（/etc/sysctl.d）；否则没有数据包能到达其他节点的 Pod
    .title = 接口之间的转发

check-router-advertisements = 启用转发后，除非接口自身的 accept_ra 为 2，否则 Linux 会忽略路由器通告：CNI 插件启动一段时间后，IPv6 默认路由就会消失
    .title = 来自路由器通告的默认路由

check-icmpv6 = 防火墙必须放行 packet-too-big（类型 2）和邻居发现（133 至 136）；没有前者，大数据包会悄无声息地消失
    .title = 放行 ICMPv6

check-node-addresses = 每个节点都必须列出每个地址族的 InternalIP；否则使用主机网络的 Pod 只有一个地址
    .title = 每个节点两个地址

check-node-blocks = 每个节点都必须有每个地址族的 Pod 块；在第二个范围存在之前注册的节点，在重新注册之前仍只有一个
    .title = 每个节点两个块

check-certificate = 证书必须包含每个 Service 范围的第一个地址（{ $services }）和机器的地址；否则客户端会以 x509 错误拒绝它
    .title = API 服务器的证书

check-plugin = 显示的范围和地址族必须与规划一致：有些插件默认关闭 IPv6，地址池未经设置则保持默认值
    .title = CNI 插件的配置

check-masquerade = 使用唯一本地地址的 Pod 需要 IPv6 伪装才能访问外部；必须有针对其范围的规则。K3s 需要 flannel-ipv6-masq: true
    .title = IPv6 的伪装

check-kube-proxy = ip6tables 必须在每个节点上工作，并且日志中必须有 “dual-stack mode”；否则从该节点无法访问其中一个地址族的 Service
    .title = kube-proxy 处于双栈模式

check-listeners = 双栈 Service 后面的服务器必须监听 :: 或两个地址；只监听 0.0.0.0 时，IPv6 客户端的连接会被重置
    .title = 程序监听两个地址族

check-upstream-dns = 集群 DNS 转发到的域名服务器必须有 IPv6 地址，因为 Pod 没有其他地址
    .title = IPv6 域名服务器

check-endpoint-brackets = controlPlaneEndpoint 中的 IPv6 地址要写在方括号中，或者改用名称；否则 kubeadm 会拒绝
    .title = controlPlaneEndpoint 中的 IPv6

check-feature-set = 必须移除 IPv6DualStackNoUpgrade：已不再需要它，而且带有它的集群无法升级
    .title = 遗留的特性集

check-cri-dockerd = 节点运行 cri-dockerd 时，必须以 --ipv6-dual-stack 启动；否则 Pod 只显示一个地址
    .title = 让 cri-dockerd 知道两个地址族
