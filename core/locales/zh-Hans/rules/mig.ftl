## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

MIG001 = 每个节点都保留其唯一的块：必须逐个删除 Node 对象（{ $nodes }）并重新注册
    .title = 添加地址族时节点仍只有一个块
    .help = 腾空一个节点，删除其 Node 对象，在 --node-ip 中写入两个地址后重新启动 kubelet；然后处理下一个

MIG002 = Service 原来以 { $before } 为先，现在以 { $after } 为先：运行中的集群不能更改第一个地址族
    .title = Service 的第一个地址族已更改
    .help = 让原来的地址族保持在先；以另一个地址族为先的集群是新集群
    .fix-keep = 让原来的地址族保持在先

MIG003 = Pod 范围原来是 { $before }；{ $after } 不包含节点已有的块
    .title = Pod 范围被替换
    .help = 保留该范围，或者使用包含它的更大范围
    .fix-keep = 保留 { $to }
    .page-fix-keep = 保留旧规划的范围

MIG004 = { $range } 已移除，但节点仍有其中的 { $family } 块
    .title = Pod 的地址族被移除
    .help = 将 Service 设为 SingleStack，重建每个节点，最后再移除该范围
    .fix-keep = 保留旧范围

MIG005 = { $distribution } 在创建集群时就固定了其地址族
    .title = 无法更改的地址族
    .help = 构建新集群并迁移工作负载
    .fix-keep = 保留旧范围

MIG006 = { $count } 个 Service 仍是单栈：{ $names }
    .title = Service 仍是单栈
    .help = 所有节点都有两个地址族之后，将每个 Service 的 ipFamilyPolicy 改为 RequireDualStack

MIG007 = Service 范围由 { $before } 改为 { $after }：Service 保留已有的集群 IP
    .title = Service 范围已更改
    .help = 保留该范围；从 1.33 起，可添加 ServiceCIDR 对象以获得更多地址
    .fix-keep = 保留 { $to }
    .page-fix-keep = 保留旧规划的范围
