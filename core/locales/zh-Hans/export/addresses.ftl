group-addresses = 地址管理

target-csv = CSV
    .description = 电子表格，含每个范围、其第一个和最后一个可用地址，以及当前各节点的块
target-infoblox = Infoblox NIOS
    .description = 用于 CSV 导入的网络和网络容器
target-netbox = NetBox
    .description = 用于批量导入的角色（只需一次，所有集群共用）、前缀和地址范围，按此顺序
target-reverse-zones = 反向 DNS 区域
    .description = in-addr.arpa 和 ip6.arpa 之下含有规划地址的区域

## 前缀的用途，写在说明列中。

export-prefix-nodes = 节点地址
export-prefix-pods = Pod 网络
export-prefix-node-pods = 节点 { $node }（仅为示意）
export-prefix-services = Service 的 ClusterIP
export-prefix-load-balancers = 负载均衡器地址池

export-netbox-role-nodes = 节点网络
export-netbox-role-pods = Pod 网络
export-netbox-role-services = Service ClusterIP 范围
export-netbox-static = 供明确请求地址的 Service 使用
export-netbox-dynamic = Service 自动获得的地址

export-reverse-zones = 每行一个区域，其后是位于该区域的范围
export-reverse-zones-cluster = 集群 DNS 自行回答 Pod 和 Service 的查询：请将它们的区域委派给集群 DNS；如果外部无人查询，则可以去掉
export-reverse-zones-shared = 该区域还含有其他地址（RFC 2317）

## 检查结果。

EXP081 = { $target }：从最低的开始，列出了 { $count } 个节点的块；在集群中，哪个节点得到哪个块由加入的顺序决定
    .fewer = { $target }：列出了 { $count } 个节点的块，而不是全部 { $nodes } 个：没有更多的块，或者不会写出更多的行
    .title = 节点的块仅为示意

EXP082 = { $target }：没有列出节点的块，因为 { $plugin } 从自己的地址池为 Pod 分配地址
    .title = 没有节点的块

EXP083 = { $target }：没有列出节点的块，因为节点掩码与其 Pod 范围不符
    .title = 没有节点的块

EXP084 = NetBox 中每个前缀只能出现一次，但 { $range } 用于两处
    .whole = NetBox 不接受整个地址空间的前缀：{ $range }
    .title = NetBox 拒绝的前缀

EXP085 = 如果文件中的前缀已在 NetBox 的全局表中，NetBox 会拒绝该文件：多个集群使用相同范围时，请为每个集群创建 VRF 并添加 vrf 列
    .title = NetBox 中的前缀是唯一的

EXP086 = { $range } 中供 Service 使用的地址不在 ip-ranges.csv 中：NetBox 的范围至少有两个地址，且少于 2^32 个
    .title = 对 NetBox 来说太大或太小的范围

EXP087 = 各列依据 NIOS 9.0 的 CSV Import Reference，但还没有 Grid 导入过这样的文件：请先用测试导入试一试
    .title = 未经试验的导入
