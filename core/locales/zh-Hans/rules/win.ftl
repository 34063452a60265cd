## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

WIN001 = Pod 网络是覆盖网络，Windows 节点在其上无法使用双栈
    .title = 有 Windows 节点的双栈覆盖网络
    .help = 使用 l2bridge 网络，或者将 Windows 节点留在 IPv4 集群中

WIN002 = { $name } 需要 Windows 节点，而仅 IPv6 的集群中不能有 Windows 节点
    .title = 仅 IPv6 集群中的 Windows
    .help = 规划 IPv4 或两个地址族

WIN003 = Service { $name } 有两个地址族，但 { $workload } 运行在 Windows 上，那里的 Service 只有一个地址族
    .title = 用于 Windows Pod 的双栈 Service
    .help = 将该 Service 设为 SingleStack
    .fix-single = 只用一个地址族（SingleStack）
