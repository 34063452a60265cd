## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

NODE001 = --node-ip 只指定了一个 { $family } 地址；这样节点就没有 { $other } 地址
    .absent = 没有 --node-ip：kubelet 自行查找一个地址，因此节点只有一个地址族
    .node = 节点 { $name } 只有 { $family } 地址，没有 { $other } 地址
    .title = 节点只有一个地址族的地址
    .help = 为 kubelet 指定一对地址，例如 --node-ip=192.168.1.11,fd00:192:168:1::11

NODE002 = Pod 有 { $family } 地址时，{ $distribution } 拒绝没有 { $family } 地址的节点
    .title = 节点地址缺少 Pod 的地址族
    .help = 为节点指定每个地址族的网络，并在 node-ip 中写入两个地址

NODE003 = kubelet 拒绝 --node-ip { $value }
    .title = --node-ip 被拒绝
    .help = 写一个地址，或者一对分属两个地址族的真实地址

NODE004 = --node-ip 指定了 { $family } 地址，因此 kubelet 会丢弃云平台报告的 { $other } 地址
    .title = 云节点的第二个地址被丢弃
    .help = 不写 --node-ip，或者使用 1.29 或更高版本并写一对地址
    .fix-omit = 不写 --node-ip

NODE005 = kubelet 只监听 { $address }，不监听节点另一个地址族的地址
    .title = kubelet 只监听一个地址
    .help = 使用同时监听两个地址族的 "::"，或者用 --kubelet-preferred-address-types 选择地址族
    .fix-all = 监听 { $to }
    .page-fix-all = 监听所有地址

NODE006 = 集群是双栈的，但没有为节点指定 { $family } 网络
    .title = 节点没有第二个地址族
    .help = 为节点指定每个地址族的网络；没有两者的地址时，使用主机网络的 Pod 和 NodePort 仍是单栈

NODE007 = 启用转发后，来自路由器通告的 IPv6 默认路由会消失
    .title = 路由器通告被忽略
    .help = 针对该接口设置 net.ipv6.conf.INTERFACE.accept_ra = 2，而不是针对 all

NODE008 = 除非明确设置，节点不会转发数据包
    .title = 转发已关闭
    .help = 在 /etc/sysctl.d 中将 net.ipv4.ip_forward 和 net.ipv6.conf.all.forwarding 设为 1

NODE009 = 没有 IPv6 的主机无法承载 IPv6 Pod
    .title = 主机或 Docker 没有 IPv6
    .help = 启用 IPv6，并移除名为 kind 的仅 IPv4 的 Docker 网络

NODE010 = 地址 { $address } 位于 { $range } 之内
    .outside = 地址 { $address } 在为节点指定的网络之外
    .twice = 地址 { $address } 已属于另一个节点
    .title = 节点地址的位置不对
    .help = 机器的地址来自 nodeCIDRs，各不相同
