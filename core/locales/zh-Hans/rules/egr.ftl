## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

EGR001 = Cilium 不对 IPv6 进行伪装，而 Pod 范围 { $range } 是唯一本地范围：Pod 无法通过 IPv6 访问外部
    .agent = ip-masq-agent 运行时没有 --enable-ipv6，而 Pod 范围 { $range } 是唯一本地范围
    .plugin = { $cni } 不进行伪装，而 Pod 范围 { $range } 是唯一本地范围：必须由其他组件来做
    .title = 没有伪装的唯一本地 Pod
    .help = 对 IPv6 进行伪装，或者为 Pod 分配可路由的地址
    .fix-cilium = 启用 enable-ipv6-masquerade
    .fix-agent = 以 --enable-ipv6 启动该代理

EGR002 = Pod 范围 { $range } 是可路由的，但其流量被伪装
    .plugin = Pod 范围 { $range } 是可路由的，但除非另行指定，{ $cni } 会对 IPv6 进行伪装
    .title = 可路由的 Pod 处于 NAT66 之后
    .help = 关闭 IPv6 的伪装，并将 Pod 范围路由到节点
    .fix-off = 关闭伪装

EGR003 = ip-masq-agent 会伪装发往 { $ranges } 的流量
    .title = 集群内部的流量被伪装
    .help = 在 nonMasqueradeCIDRs 中列出两个地址族的 Pod 范围和节点范围
    .fix-add = 添加 { $to }
    .page-fix-add = 添加缺少的 Pod 范围和节点范围

EGR004 = 网络 { $name } 用一个开关伪装两个地址族，但 { $network } 在互联网上是可路由的
    .title = 两个地址族共用一个伪装开关
    .help = 关闭 ipMasq，并用 ip-masq-agent 或自己的规则在别处伪装 IPv4
    .fix-off = 关闭 ipMasq

EGR005 = Pod 只有 IPv6；没有 NAT64 和 DNS64 就无法访问 IPv4 主机
    .title = 仅 IPv6 的 Pod 与 IPv4 主机
    .help = 规划 NAT64 和 DNS64，并保留其前缀
    .fix-reserve = 保留 64:ff9b::/96

EGR006 = NetworkPolicy { $name } 允许 { $family } 的所有来源，却不允许 { $other } 的任何来源
    .title = 只允许一个地址族的所有来源
    .help = 添加另一个地址族的块；每个 ipBlock 只属于一个地址族
    .fix-pair = 同时允许 { $to }
    .page-fix-pair = 同时允许另一个地址族的所有来源

EGR007 = NetworkPolicy { $name } 从 { $cidr } 中排除 { $except }，但前者并不包含后者
    .title = 例外在其块之外
    .help = 为每个地址族写一个块，并附上该地址族的例外
    .fix-remove = 移除该例外

EGR008 = NetworkPolicy { $name } 在 IPv4 上封住了实例元数据，却让 { $address } 保持开放
    .title = 实例元数据在 IPv6 上开放
    .help = 也排除该 IPv6 地址
    .fix-except = 排除 { $to }
    .page-fix-except = 排除该 IPv6 地址

EGR009 = ip-masq-agent 拒绝其配置：{ $entry } 含有主机位
    .many = ip-masq-agent 拒绝其配置：{ $entry } 个网络太多了
    .family = ip-masq-agent 拒绝其配置：{ $entry } 是 IPv6，而该代理运行时没有 --enable-ipv6
    .title = ip-masq-agent 拒绝的配置
    .help = 在改正之前，该代理会继续使用旧配置
    .fix-limit = 将 cidrLimit 设为 { $to }
    .page-fix-limit = 将 cidrLimit 设为网络的数量
    .fix-align = 写成 { $to }
    .page-fix-align = 写成不含主机位的网络
