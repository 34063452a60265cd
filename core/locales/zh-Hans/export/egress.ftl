group-egress = 出站

target-ip6tables = iptables 和 ip6tables
    .description = 对 Pod 发往集群外的流量进行伪装的 shell 脚本
target-ip-masq-agent = ip-masq-agent
    .description = 使具有私有地址的 Pod 能够离开集群的 ConfigMap 和 DaemonSet
target-nftables = nftables
    .description = 对 Pod 发往集群外的流量进行伪装的表，供 nft -f 使用
target-sysctl = sysctl
    .description = 用于 /etc/sysctl.d 的 drop-in，使节点转发每个地址族的数据包

## 文件中的注释。

export-masq-script = 在每个节点每次启动之后以 root 运行；再次运行不会改变任何内容
export-nftables = 在每个节点每次启动之后用 nft -f 加载；再次加载会替换该表；在同一个表中对两个地址族进行 NAT 需要 Linux 5.2
export-sysctl = 将此文件放入每个节点的 /etc/sysctl.d，然后运行 sysctl --system
export-sysctl-router-advertisements = 用于 IPv6 默认路由来自路由器通告的情况：除非该接口自身的值为 2，否则 Linux 在转发时会忽略通告；请写明接口
export-sysctl-bridge = 用于将 Pod 连接到网桥的插件；需要 modprobe br_netfilter

## 检查结果。

EXP066 = { $plugin } 自行伪装：请在应用 { $target } 之前将其关闭，否则流量会被转换两次
    .title = 两个组件都在伪装

EXP067 = 无法写出 { $target }：规划没有 Pod 范围
    .title = 没有 Pod 范围
