## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

ORD001 = 通告地址 { $address } 是 { $other }，但第一个 Service 范围 { $services } 是 { $family }：kube-apiserver 无法启动
    .title = 通告地址的地址族不对
    .help = 将与通告地址同地址族的 Service 范围放在首位，或者通告另一个地址族的地址
    .fix-swap = 将 { $first } 放在首位
    .page-fix-swap = 将另一个地址族放在首位

ORD002 = 通告地址 { $address } 是 { $other }，但第一个 Service 范围 { $services } 是 { $family }：名为 kubernetes 的 Service 永远不会响应
    .title = 通告地址的地址族不对（1.23 及以前）
    .help = 将与通告地址同地址族的 Service 范围放在首位，或者通告另一个地址族的地址
    .fix-swap = 将 { $first } 放在首位
    .page-fix-swap = 将另一个地址族放在首位

ORD003 = Service kubernetes 只有 { $family } 地址；只有 { $other } 的 Pod 无法使用它
    .title = API 服务器的 Service 是单栈的
    .help = 对双栈 Pod 无需处理；请让单栈 Pod 使用 API 服务器自身的地址

ORD004 = { $component } 以 { $given } 启动，而规划是 { $planned }
    .title = 组件的范围不一致
    .help = 按规划的顺序为每个组件指定规划的列表

ORD005 = Pod 原来以 { $before } 为先，现在以 { $now } 为先：只要旧节点还在，kube-controller-manager 就无法再启动
    .title = Pod 的第一个地址族已更改
    .help = 保持原来的顺序，或者删除每个 Node 并重新注册
    .fix-swap = 将 { $first } 放在首位
    .page-fix-swap = 将另一个地址族放在首位

ORD006 = Pod 以 { $pods } 为先，节点以 { $nodes } 为先：Pod 的地址跟随节点，因此以 { $nodes } 为先
    .plugin = 无论 Pod 范围的顺序如何，{ $plugin } 都先报告 IPv4
    .title = Pod 地址跟随节点的顺序
    .help = 以同样的顺序列出节点的网络，并按该顺序为 kubelet 指定 --node-ip
    .fix-swap = 将 { $first } 放在首位
    .page-fix-swap = 将另一个地址族放在首位

ORD007 = { $owner } 要求以 IPv4 为先
    .title = IPv4 必须在首位
    .help = 对 Pod 和 Service 都把 IPv4 列在首位，或者选择其他插件
    .fix-ipv4-first = 将 IPv4 放在首位

ORD008 = API 服务器的证书缺少客户端使用的地址
    .title = 证书中缺少地址
    .help = 将每个 Service 范围的第一个地址以及两个地址族的地址写入 certSANs

ORD009 = { $component } 只接受一个通告地址：{ $text }
    .title = 多于一个通告地址
    .help = 请写与第一个 Service 范围同地址族的地址

ORD010 = IPv6 端点没有写方括号
    .title = IPv6 端点没有方括号
    .help = 请写成 [fd00::11]:6443

ORD011 = Pod 以 { $pods } 为先，Service 以 { $services } 为先：只含一个值的字段会不一致
    .title = Pod 与 Service 的顺序相反
    .help = 在 podCIDRs 和 serviceCIDRs 中以同样的顺序列出地址族
    .fix-swap = 将 { $first } 放在首位
    .page-fix-swap = 将另一个地址族放在首位
