## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

PRX001 = kube-proxy 的 clusterCIDR 没有 { $family } 范围：任何 { $family } 流量都不会被视为本地流量
    .title = clusterCIDR 缺少一个地址族
    .help = 列出两个地址族的 Pod 范围
    .fix-both = 设为 { $to }
    .page-fix-both = 设为两个地址族的 Pod 范围

PRX002 = Service { $name } 的节点端口只在 { $family } 上响应，不在节点的 { $other } 地址上响应
    .title = 节点端口只有一个地址族
    .help = 如果客户端可能来自两个地址族，请请求两者
    .fix-prefer = 请求两个地址族（PreferDualStack）

PRX003 = Service { $name } 请求的节点端口属于另一个 Service
    .title = 节点端口已被占用
    .help = 使用一个双栈 Service，或者使用其他端口
    .fix-automatic = 由 API 服务器选择

PRX004 = nodePortAddresses 没有 { $family } 网络：{ $family } 节点端口会在节点的所有地址上响应
    .title = nodePortAddresses 只有一个地址族
    .help = 列出两个地址族的网络，或者使用 primary（从 1.31 起）
    .fix-nodes = 添加 { $to }
    .page-fix-nodes = 添加该地址族的节点范围

PRX005 = Service { $name } 请求了它不能拥有的节点端口
    .title = 节点端口超出范围或重复
    .help = 节点端口为 30000 到 32767，每个只能用一次
    .fix-automatic = 由 API 服务器选择

PRX006 = kube-proxy 无法以此配置启动
    .title = kube-proxy 拒绝其配置
    .help = 更改 kube-proxy 在其输出中指出的字段
