## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

ADDR001 = Pod 范围 { $pods } 与 Service 范围 { $services } 共用 { $shared }
    .title = Pod 范围与 Service 范围重叠
    .help = 让其中一个使用规划中没有其他网络涉及的范围
    .fix-move = 将 Service 范围移到 { $to }
    .page-fix-move = 将 Service 范围移到空闲的网络

ADDR002 = Pod 范围 { $pods } 与节点网络 { $nodes } 共用 { $shared }：主机会把这些地址路由到自己的网络，因此那里的 Pod 无法访问
    .title = Pod 范围与节点网络重叠
    .help = 将 Pod 范围移到机器所在网络之外
    .fix-move = 将 Pod 范围移到 { $to }
    .page-fix-move = 将 Pod 范围移到空闲的网络

ADDR003 = Service 范围 { $services } 与节点网络 { $nodes } 共用 { $shared }：从集群中无法访问使用这些地址的机器
    .title = Service 范围与节点网络重叠
    .help = 将 Service 范围移到机器所在网络之外
    .fix-move = 将 Service 范围移到 { $to }
    .page-fix-move = 将 Service 范围移到空闲的网络

ADDR004 = { $range } 与 { $pool } 共用地址，后者是每台装有 Docker 的机器上 { $name } 的网络
    .pool = { $range } 与 { $pool } 共用地址，装有 Docker 的机器会从后者中取用更多网络（{ $name }）
    .title = Docker 默认网络的范围
    .help = 移动该范围，或者将 Docker 的 bip 和 default-address-pools 设为其他值
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR005 = { $text } 在前缀之后还有置位的比特：组件会将其读作 { $network }
    .title = 范围中含有主机位
    .help = 请写网络本身；Kubernetes 1.36 拒绝新对象中的这种值
    .fix-canonical = 写成 { $to }
    .page-fix-canonical = 写成不含主机位的网络

ADDR006 = { $text } 有前导零：Kubernetes 读作 { $network }，其他软件可能读成别的数字
    .title = 地址中有前导零
    .help = 请写不带前导零的数字；Kubernetes 1.36 拒绝新对象中的这种值
    .fix-canonical = 写成 { $to }
    .page-fix-canonical = 写成不带前导零的数字

ADDR007 = { $text } 是写成 IPv6 形式的 IPv4 范围；各组件对其地址族的判断不一致
    .title = IPv4 映射的范围
    .help = 请写 IPv4 范围 { $network }
    .page-help = 请写 IPv4 范围
    .fix-canonical = 写成 { $to }
    .page-fix-canonical = 写成 IPv4 范围

ADDR008 = { $first } 和 { $second } 都是 { $family }；第二个范围必须属于另一个地址族
    .title = 同一地址族有两个范围
    .help = 将其中一个换成另一个地址族的范围，或者只保留一个
    .fix-remove = 移除 { $range }
    .page-fix-remove = 移除该地址族的第二个范围

ADDR009 = { $range } 是多出来的范围：给出了 { $count } 个，最多允许两个，每个地址族一个
    .title = 超过两个范围
    .help = 每个地址族保留一个范围；从 1.33 起，可以用 ServiceCIDR 对象为 Service 增加空间
    .fix-remove = 移除 { $range }
    .page-fix-remove = 移除多出来的范围

ADDR010 = { $range } 是并非随机产生的唯一本地范围：其他网络很可能选了同样的范围{ $count ->
        [1] {""}
       *[other] （此规划中有 { $count } 个范围）
    }
    .title = 唯一本地范围不是随机的
    .help = 为整个站点随机产生一次 fd 之后的 40 位，并从该 /48 中划分所有范围
    .fix-random = 使用 { $to } 中的范围
    .page-fix-random = 使用随机产生的网络中的范围

ADDR011 = { $range } 位于 { $block }，即唯一本地地址中从未定义的那一半
    .title = ULA 中未定义的一半
    .help = 使用 fd00::/8 中带随机站点前缀的范围
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR012 = { $range } 位于 { $block }，即 RFC 3879 已废止的站点本地地址
    .title = 站点本地地址
    .help = 改用 fd00::/8 中的唯一本地范围
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR013 = { $range } 是文档专用地址空间（{ $block }）：适合用于文章和实验，但永远不会被路由
    .title = 规划中使用了文档专用范围
    .help = 使用私有范围、唯一本地范围或自有的全球范围
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR014 = { $range } 是全球 IPv4 地址空间：除非它归您所有，否则从集群中无法访问其所有者
    .unallocated = { $range } 位于尚未分配给任何注册机构的 IPv6 地址空间
    .title = 他人的地址
    .help = 使用私有或唯一本地地址空间，或者分配给您的范围；如果确实归您所有，请注明理由后关闭此规则
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR015 = { $range } 与 { $block } 共用地址，{ $source } 将后者留作其他用途
    .title = 特殊用途的地址
    .help = 使用私有范围、唯一本地范围或自有的全球范围
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR016 = { $range } 属于共享地址空间（100.64.0.0/10），运营商会使用它，{ $users } 也会使用
    .title = 共享地址空间
    .help = 将它留给原本的用途，或者确保它的使用者永远不会造成冲突
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR017 = { $range } 与 { $network } 共用地址，后者是 { $plugin } 内部的 { $role } 网络
    .title = 插件内部的网络
    .help = 移动该范围，或者在创建集群时为插件指定另一个内部网络
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR018 = AKS 将 { $block } 留作自用，拒绝 { $range }
    .title = AKS 保留的范围
    .help = 使用 169.254.0.0/16、172.30.0.0/16、172.31.0.0/16 和 192.0.2.0/24 之外的范围
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR019 = EKS 只接受 10.0.0.0/8、172.16.0.0/12 和 192.168.0.0/16 中的 Service 范围，不接受 { $range }
    .size = EKS 只接受 /24 到 /12 之间的 Service 范围，不接受 { $range }
    .assigned = EKS 自行分配 IPv6 Service 范围（唯一本地的 /108）；不能选择 { $range }
    .title = EKS 不接受的 Service 范围
    .help = 选择 VPC 之外、/24 到 /12 之间的私有 IPv4 范围；IPv6 范围交给 EKS 决定
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR020 = { $first } 与 { $second } 重叠；Google 拒绝将它们作为同一子网的范围
    .title = GKE 子网的范围重叠
    .help = 为节点、Pod 和 Service 指定互不重叠的范围
    .fix-move = 使用 { $to }
    .page-fix-move = 使用空闲的网络

ADDR021 = 集群 { $cluster } 和 { $other } 在 { $range } 重叠，而组 { $group } 将它们连接在一起
    .title = 与相连的集群重叠
    .help = 在连接之前为其中一个改用其他范围；`dualstack fleet` 会为组中的每个集群分配各自的范围

ADDR022 = Pod 使用全球范围 { $range }：如果它由提供商出借，更换提供商时就会失去它
    .title = 全球的 Pod 范围
    .help = 如果是自有前缀，则无需处理；否则请为重新编址做好计划，或者使用唯一本地范围

ADDR023 = 对于同时有两个地址族的域名，{ $range } 的 Pod 都会使用 IPv4
    .title = 使用唯一本地地址的 Pod 优先 IPv4
    .help = 接受这一点；如果 Pod 应优先使用 IPv6，则为其指定全球范围

ADDR024 = { $range } 没有在十六进制数位处结束：其反向域名需要 { $zones } 个区域
    .title = IPv6 Pod 范围不在数位边界上
    .help = 使用 4 的倍数的前缀长度
    .fix-nibble = 使用 { $to }
    .page-fix-nibble = 使用 4 的倍数的前缀长度

ADDR025 = { $range } 与规划为 { $name } 保留的 { $reserved } 共用地址
    .title = 范围与保留网络重叠
    .help = 移动该范围；如果保留已不再有效，则将其移除
    .fix-move = 将该范围移到 { $to }
    .page-fix-move = 将该范围移到空闲的网络

ADDR026 = 负载均衡器地址池 { $pool } 与集群的范围 { $range } 共用 { $shared }
    .pods = 负载均衡器地址池 { $pool } 与 Pod 范围 { $range } 共用 { $shared }
    .services = 负载均衡器地址池 { $pool } 与 Service 范围 { $range } 共用 { $shared }
    .title = 负载均衡器地址池与 Pod 或 Service 重叠
    .help = 从节点的网络，或从路由到节点的网络中取用地址池
