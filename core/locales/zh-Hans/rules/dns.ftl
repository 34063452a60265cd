## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

DNS001 = 集群 DNS 只在 { $family } 上响应：对有两个地址族的 Pod 没有问题，但对只有 { $other } 的 Pod 不行
    .title = 集群 DNS 只有一个地址族
    .help = 将该 Service 设为 PreferDualStack，并在需要的地方把它的第二个地址加入 kubelet 的 clusterDNS
    .fix-prefer = 请求两个地址族（PreferDualStack）

DNS002 = clusterDNS { $address } 不在任何 Service 范围内
    .secondary = clusterDNS { $address } 是 { $family }，但 Service 以另一个地址族为先：安装工具会为 DNS 分配第一个范围中的地址
    .dynamic = clusterDNS { $address } 位于动态段，其他 Service 会从中获得地址
    .title = clusterDNS 的位置不对
    .help = 使用第一个 Service 范围的第十个地址，需要时在其后加上第二个范围的第十个地址
    .fix-usual = 使用 { $to }
    .page-fix-usual = 使用第一个 Service 范围的第十个地址

DNS003 = Corefile 隐藏了 AAAA 记录，因而隐藏了所有 IPv6 地址
    .title = AAAA 记录被隐藏
    .help = 集群已有 IPv6，请移除该 template 块

DNS004 = 仅 IPv6 的 Pod 无法查询 IPv4 域名服务器
    .title = 上游域名服务器属于另一个地址族
    .help = 为节点配置有 IPv6 地址的域名服务器，或者在 forward 插件中指定几个

DNS005 = 集群 DNS 不回答 IPv6 地址的反向查询
    .title = IPv6 没有反向查询
    .help = 将 ip6.arpa 加入 kubernetes 插件的区域
