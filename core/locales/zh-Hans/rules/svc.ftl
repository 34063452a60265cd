## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

SVC001 = Service { $name } 要求两个地址族，但集群只有 { $family } 的 Service 地址
    .title = 在单栈集群上要求双栈
    .help = 请求集群所具备的地址族（PreferDualStack），或者在规划中添加第二个地址族的 Service 范围
    .fix-prefer = 集群具备时使用两个地址族（PreferDualStack）

SVC002 = Service { $name } 指定了此集群没有 Service 地址的地址族
    .title = 未配置的地址族
    .help = 只写集群具备的地址族，或者都不写：没有 ipFamilies 的 PreferDualStack 会使用现有的地址族
    .fix-configured = 只保留集群的地址族

SVC003 = Service { $name } 指定了两个地址族或两个集群 IP，但其策略只允许一个
    .title = 两个地址族，策略只允许一个
    .help = 将 ipFamilyPolicy 设为 PreferDualStack 或 RequireDualStack，或者只保留一个地址族
    .fix-prefer = 允许两个地址族（PreferDualStack）
    .fix-first = 只保留第一个

SVC004 = Service { $name } 只得到 { $family }：没有 ipFamilyPolicy 时 API 服务器存储为 SingleStack，{ $other } 客户端找不到地址
    .title = Service 悄悄成为单栈
    .help = 请写明意图：PreferDualStack 表示两个地址族，SingleStack 表示一个
    .fix-prefer = 请求两个地址族（PreferDualStack）
    .fix-say-so = 保持一个地址族并写明（SingleStack）

SVC005 = Service { $name } 仍只有 { $family }：集群变为双栈时，已存储的 PreferDualStack Service 不会得到 { $other }
    .title = PreferDualStack Service 没有升级
    .help = 将策略改为 RequireDualStack，写明两个地址族，或者删除并重新创建该 Service
    .fix-require = 触发更新（RequireDualStack）

SVC006 = Service { $name } 不能更改其第一个地址族或地址：两者在存储之后就固定了
    .title = 第一个地址族或地址被更改
    .help = 保持原样，或者删除该 Service 并重新创建
    .fix-keep = 保留旧文件中的内容

SVC007 = Service { $name } 归还其第二个地址族，但其策略不是 SingleStack
    .title = 释放第二个地址族时没有写 SingleStack
    .help = 将 ipFamilyPolicy 设为 SingleStack；此时可以不写这些列表
    .fix-single = 释放（SingleStack）

SVC008 = Service { $name } 列出的某个集群 IP 与 ipFamilies 中同一位置的地址族不符
    .title = 集群 IP 与地址族的顺序不同
    .help = 以同样的顺序列出 clusterIPs 和 ipFamilies
    .fix-follow = 按地址的顺序排列地址族

SVC009 = Service { $name } 的集群 IP 列表与地址族列表不相符
    .title = 地址或地址族的列表格式不正确
    .help = clusterIP 是 clusterIPs 的第一项；每个地址族一项；None 单独使用
    .fix-tidy = 整理列表

SVC010 = ExternalName Service { $name } 含有只有带地址的 Service 才能有的字段
    .title = ExternalName Service 的地址族
    .help = 移除 ipFamilyPolicy、ipFamilies、clusterIP 和 clusterIPs
    .fix-remove = 移除这些字段

SVC011 = 没有选择算符的无头 Service { $name } 会以 RequireDualStack 和两个地址族存储
    .title = 没有选择算符的无头 Service
    .help = 写明所要的策略，并为每个地址族编写 EndpointSlice
    .fix-require = 写明（RequireDualStack）
    .fix-single = 只用一个地址族（SingleStack）

SVC012 = 无头 Service { $name } 在 DNS 中只有 { $family } 地址；{ $other } 客户端找不到任何地址
    .title = 无头 Service 悄悄成为单栈
    .help = 请写明意图：PreferDualStack 表示两个地址族，SingleStack 表示一个
    .fix-prefer = 请求两个地址族（PreferDualStack）
    .fix-say-so = 保持一个地址族并写明（SingleStack）

SVC013 = Service { $name } 的集群 IP { $address } 位于动态段，其他 Service 会从中获得地址；{ $first } 至 { $last } 留给固定地址
    .taken = Service { $name } 的集群 IP 属于另一个 Service
    .title = 固定的集群 IP 已被占用或容易被占用
    .help = 选择静态段中的地址，或者由 API 服务器选择
    .fix-automatic = 由 API 服务器选择
    .fix-static = 使用静态段中的 { $to }
    .page-fix-static = 使用静态段中的空闲地址

SVC014 = Service { $name } 的集群 IP 不是此集群的 Service 可以拥有的地址
    .title = 集群 IP 在 Service 范围之外
    .help = 使用 Service 范围中的地址，不能是第一个，IPv4 也不能是最后一个；或者由 API 服务器选择
    .fix-automatic = 由 API 服务器选择
    .fix-static = 使用静态段中的 { $to }
    .page-fix-static = 使用静态段中的空闲地址

SVC016 = 只监听 0.0.0.0 的程序会重置其双栈 Service 的 IPv6 客户端的连接
    .title = 程序只监听 IPv4
    .help = 在关闭 IPV6_V6ONLY 的情况下绑定 ::，或者绑定两个地址

SVC017 = Service { $name } 写明了它本来就会得到的地址族；在缺少其中一个的集群上它会被拒绝
    .title = 不必要地写明地址族
    .help = 不写 ipFamilies；PreferDualStack 会使用集群具备的地址族
    .fix-remove = 不写 ipFamilies

SVC018 = ServiceCIDR { $name } 列出了两个 { $family } 范围；每个地址族只允许一个
    .many = ServiceCIDR { $name } 列出了两个以上的范围
    .refused = API 服务器拒绝 ServiceCIDR { $name }
    .overlap = ServiceCIDR { $name } 的范围 { $range } 与 { $other } 重叠
    .title = ServiceCIDR 对象被拒绝或重叠
    .help = 一个对象中每个地址族一个范围，且不涉及 Pod、节点和保留网络

SVC019 = Service { $name } 写了 Kubernetes 不认识的地址族或策略
    .title = 未知的地址族或策略
    .help = 地址族为 IPv4 和 IPv6；策略为 SingleStack、PreferDualStack 和 RequireDualStack
    .fix-nearest = 写成 { $to }
    .page-fix-nearest = 写成最接近的已知名称

SVC020 = Service { $name } 是类型为 { $type } 的无头 Service
    .title = 类型为 NodePort 或 LoadBalancer 的无头 Service
    .help = 为它指定集群 IP，或者将其改为 ClusterIP Service
    .fix-address = 让它有集群 IP
    .fix-headless = 保持无头（类型 ClusterIP）

SVC021 = 类型为 { $type } 的 Service 没有字段 { $field }
    .title = 其他 Service 类型的字段
    .help = 移除该字段，或者将 Service 改为具有该字段的类型
    .fix-remove = 移除该字段

SVC022 = 已存储的 Service { $name } 有地址 { $address }，它不在任何 Service 范围 { $ranges } 之内
    .twice = 已存储的 Service { $name } 和 { $other } 都有地址 { $address }
    .families = 已存储的 Service { $name } 的地址族与其地址不符
    .update = 对已存储的 Service { $name } 的更新会被拒绝，即使什么都不更改
    .changes = 对已存储的 Service { $name } 的任何更新都会将其地址改为 { $addresses }
    .single = 已存储的 { $held } 个 Service 中有 { $count } 个只有一个地址族，并在更改之前保持不变：{ $services }
    .help-single = 让应有两个地址族的 Service 使用 `ipFamilyPolicy: PreferDualStack`；其他 Service 保持原样即可
    .title = 已存储的 Service 与规划不符
    .help = 将 Service 范围与集群的范围进行比较，或者重新创建该 Service

SVC023 = { $kind } { $name } 含有不存在的字段 { $field }；应为 { $nearest }
    .misplaced = { $kind } { $name } 的字段 { $field } 位置不对：它应位于 { $place }
    .alone = { $kind } { $name } 含有此版本没有的字段 { $field }
    .title = 版本没有的字段
    .help = 更正字段的名称或位置，或者将其移除
    .fix-rename = 重命名为 { $to }
    .page-fix-rename = 重命名为最接近的已知字段

SVC024 = Service { $name } 的 { $field } 缺失、重复列出，或者不是 API 服务器接受的形式
    .title = Service 的字段形式不正确
    .help = 按照 API 服务器文本给出的形式编写它所指出的字段

SVC025 = Service { $name } 的 { $field } 不是 API 服务器接受的形式
    .title = Service 的元数据形式不正确
    .help = 按照 API 服务器文本给出的形式编写；重命名后的 Service 有不同的 DNS 名称

SVC026 = 此文件中的命名空间 { $namespace } 已有 Service { $name }
    .title = 两个 Service 同名
    .help = 将其中一个改名，或者将两者的内容合并为一个

SVC100 = API 服务器以状态码 { $code } 拒绝 Service { $name }
    .title = Service 被拒绝
    .help = API 服务器的文本就是它的确切答复；得出该结果的步骤与 Service 一起显示

SVC101 = API 服务器以状态码 { $code } 拒绝对 Service { $name } 的更改
    .title = 对 Service 的更改被拒绝
    .help = 删除该 Service 并重新创建，或者保留 API 服务器在其文本中指出的字段
