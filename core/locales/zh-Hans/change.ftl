## 规划的变更：两个规划之间的差异、影响范围、从一个到另一个的步骤，以及何时用完。

CHANGE001 = 这一侧没有可以比较的 Pod 范围和 Service 范围
    .title = 无法比较的一侧
    .help = 请提供规划文件，或者可以从中读出规划的文本，其中有一个 Pod 范围和一个 Service 范围，或者各有两个不同地址族的范围

change-radius-safe = 不影响任何正在运行的内容
change-radius-restart = 重新启动 { $components }
change-radius-services = 重新创建 { $count } 个 Service：{ $names }
change-radius-nodes = 逐个重新注册 { $count } 个节点
change-radius-rebuild = 构建新集群
change-radius-impossible = 不可能

change-summary = { $count } 处差异；{ $radius ->
        [safe] 不影响任何正在运行的内容
        [restart] 重新启动即可
        [recreateServices] 必须重新创建 Service
        [recreateNodes] 必须重新注册节点
        [rebuild] 必须构建新集群
       *[impossible] 其中有不可能的更改
    }
    .none = 两个规划含义相同

change-what = { $kind ->
        [grown] { $before } 扩大为 { $after }
        [shrunk] { $before } 缩小为 { $after }
        [moved] { $before } 变为 { $after }
        [swapped] 首位由 { $before } 改为 { $after }
       *[changed] { $before } → { $after }
    }
    .added = 新增 { $after }
    .removed = 移除 { $before }
    .none = { $kind ->
        [added] 新增
       *[removed] 移除
    }

change-label-why = 原因
change-label-says = { $component } 的输出
change-label-half = 如果只做一半
change-label-source = 来源
change-column-field = 字段
change-column-change = 更改
change-column-reach = 受影响的内容
change-heading-diff = 两个规划之间的差异

## 为什么差异会影响到那里。

change-why-refused-start = { $component } 无法以此启动
change-why-families-fixed = { $distribution } 在创建集群时就固定了其地址族
change-why-stack-not-offered = { $distribution } 没有双栈集群
    .first = { $distribution } 没有以 IPv6 为首的双栈集群
    .only = { $distribution } 没有仅 IPv6 的集群
change-why-cloud-pods = 在 { $distribution } 中，Pod 使用云平台网络的地址，该网络在创建集群时选定
change-why-tool-refuses = { $distribution } 不会更改已有集群的 { $what }
change-why-tool-prints = { $distribution } 在更改已有集群的 { $what } 之前就会停止：{ $text }
change-why-tool-unknown = 没有已知的来源说明 { $distribution } 能在已有集群中更改这一项；已知可行的是新建集群
change-why-k0s-order = 这一版本的 { $distribution } 不论规划中的顺序，总是先把 IPv6 范围交给 kube-controller-manager：存在按另一顺序创建的节点时，它无法启动
change-why-cloud-range = { $distribution } 为已有集群增加一个范围；已有的节点和 Pod 保留其地址
change-why-cloud-families = { $distribution } 更改已有集群的地址族；节点和 Pod 在重新创建时得到新的地址族
change-why-pods-swapped = 每个节点按旧顺序持有其块，而 kube-controller-manager 在第一个范围中查找第一个块
change-why-pods-all-at-once = 只要有一个节点持有范围之外的块，kube-controller-manager 就无法启动，而在它启动之前没有节点能得到范围之内的块：必须一次移除所有节点
change-why-nodes-first = 只要节点持有这样的块，kube-controller-manager 就无法启动：在它得到新设置之前，要先重新注册这些节点
change-why-blocks-stay = 节点的块固定不变：已存在的节点得不到 { $family } 块
change-why-own-pools = 网络插件从自己的地址池为 Pod 分配地址；为此无需重新注册任何节点
change-why-grown = 新范围包含旧范围，因此所有节点都保留自己的块
change-why-controller-starts = kube-controller-manager 能以现有的节点启动
change-why-mask-stays = kube-controller-manager 能以新的 { $family } 掩码启动；已存在的节点保留 { $before }，而不是 { $after }
change-why-mask-unused = 没有 Pod 使用 kube-controller-manager 所划分的块中的地址，或者没有节点持有旧大小的块
change-why-second-service-range = API 服务器接受在第一个范围之后的第二个范围；已存在的 Service 保持不变
change-why-api-restart = API 服务器能以此启动，已存在的每个 Service 都保持有效
change-why-single-first = { $count } 个 Service 有要移除的地址族的地址：请先将 { $names } 改为单栈
change-why-addresses-stay = Service 保留已有的地址，即使在新范围之外
change-why-first-family = 已存在的每个 Service 的第一个地址族不变；API 服务器自己的 Service 以及节点访问它所用的地址，都属于第一个范围的地址族
change-why-object-added = ServiceCIDR 对象无需重新启动即可为 Service 提供更多地址
change-why-object-fixed = ServiceCIDR 对象的网络不能更改；要将其删除后重新创建
change-why-object-refused = API 服务器不接受该对象
change-why-object-unused = 没有 Service 的地址只属于此对象
change-why-object-in-use = 在没有 Service 的地址只属于它之前，该对象会一直保留
change-why-service-added = API 服务器会存储它
change-why-service-refused = 新规划的 API 服务器不接受它
change-why-service-removed = 只有它自己的客户端会察觉
change-why-service-updated = API 服务器接受对已存在的 Service 的更新
change-why-update-refused = API 服务器不接受对已存在的 Service 的更新
change-why-version-patch = 另一个补丁版本：逐个替换各组件
change-why-version-up = { $count ->
        [1] 一个次要版本：先是 API 服务器，然后是控制器，最后是已腾空节点上的 kubelet；规划工具的表中有 { $changes } 项不同
       *[other] { $count } 个次要版本，{ $way }，API 服务器不能跳过任何一个；规划工具的表中有 { $changes } 项不同
    }
change-why-version-down = 已存储的对象可能含有旧版本不认识的字段；不支持降级
change-why-load-balancers = 只有分配这些地址的组件会读取它们
change-why-advertise = API 服务器以新地址启动
change-why-endpoint = 所有访问 API 服务器的组件都会得知另一个地址
change-why-nodes-fit = 有供它们使用的块
change-why-nodes-do-not-fit = 只有 { $room } 个节点的块
change-why-max-pods = kubelet 在启动时读取它
change-why-distribution = 另一个发行版就是另一个集群
change-why-plugin = 每个 Pod 逐个节点地改由另一个插件分配地址
change-why-provider = 节点保留云平台给它的 id
change-why-tool = { $tool } 单独升级
change-why-gate = 读取 { $gate } 的组件以它的另一个值启动
change-why-gate-default = 在此版本中 { $gate } 本来就是该值
change-why-reserved = 保持空闲的网络只有规划知道
change-why-name = 该名称只用于导出的文件
change-why-named-only = 其中一个规划没有写明；对正在运行的内容没有影响
change-why-node-family = 节点也有 { $family } 地址，并通过 --node-ip 将两者告知 kubelet
change-why-node-network-grown = 新网络包含旧网络
change-why-node-addresses = 节点得到其他地址：逐个腾空，并以新地址注册

## 只做一半时仍不正确的内容。

change-half-kubeadm-config = ConfigMap kubeadm-config 中是旧值：下一次 kubeadm upgrade 会再次写入它们
change-half-controllers-down = 在最后一个这样的节点完成之前，kube-controller-manager 及其所有控制器都处于停止状态
change-half-one-block = 没有重新注册的节点仍只有一个块：其 Pod 没有 { $family } 地址，双栈 Service 在那里没有 { $family } 端点
change-half-proxy-range = 使用旧范围的 kube-proxy 会把新范围的 Pod 当作外部来源，并伪装它们发往 Service 的流量
change-half-pods-one-address = 正在运行的 Pod 在重新创建之前只有一个地址
change-half-mixed-masks = 已有节点的 { $family } 块仍为 { $before }：它容纳的 Pod 数与使用 { $after } 的新节点不同
change-half-services-stay = { $count } 个 Service 在更改 ipFamilyPolicy 之前仍是单栈：{ $names }
change-half-new-services = 新的 Service 会被拒绝，并给出上面的文本
change-half-api-servers-differ = 在各 API 服务器的范围不同期间，一个会拒绝另一个已存储的内容：在最后一个重新启动之前，请勿更改任何 Service
change-half-second-address = { $names } 会保留已移除范围的地址，对它们的每次更新都会被拒绝
change-half-second-stays = { $names } 保留已移除的地址族的地址：请先将它们改为单栈
change-half-old-range = 没有重新创建的内容会保留不属于任何范围的地址，而其他 Service 可能得到该地址
change-half-default-object = ServiceCIDR 对象 kubernetes 不会跟随参数：请先为新范围创建一个对象
change-half-object-stays = { $name } 停留在 Terminating，不再提供新地址，对已有地址的 Service 仍然有效
change-half-still-single = 它仍是单栈
change-half-first-family = 使用新顺序的 API 服务器会拒绝已有的内容：证书、kubeconfig 和集群 DNS 中是原来第一个地址族的地址
change-half-old-settings = 新版本的 { $component } 无法以旧设置启动：{ $text }
change-half-cloud-chooses = { $distribution } 的命令不能指定 IPv6 范围：请查看集群得到了哪些范围，并写入规划
change-half-pool-stays = { $plugin } 的地址池保留其范围：{ $before } 保持原样，{ $after } 另外添加
change-half-certificate = API 服务器的证书必须包含新地址
change-half-max-pods = kubelet 没有重新启动的节点仍容纳旧的 Pod 数
change-half-plugin = 只有两个插件都路由对方的地址，它们的 Pod 才能互相通信
change-half-node-ip = 没有重新启动的 kubelet 只报告一个地址，hostNetwork Pod 也只有一个地址
change-half-node-addresses = etcd 成员和控制平面节点的证书中仍是旧地址

## 增长。

growth-heading = 何时用完
growth-what = { $what ->
        [nodes] 节点的 { $family } 块
       *[services] Service 的 { $family } 地址
    }
growth-summary = { $what ->
        [nodes] 节点的 { $family } 块最先用完，时间为 { $month }
       *[services] Service 的 { $family } 地址最先用完，时间为 { $month }
    }
    .enough = 到 { $last } 为止都足够
growth-room = { $what ->
        [nodes] 节点的 { $family } 块：共 { $room } 个，当前使用 { $used } 个，最后一个月需要 { $wanted } 个；在 { $month } 用完
       *[services] Service 的 { $family } 地址：共 { $room } 个，当前使用 { $used } 个，最后一个月需要 { $wanted } 个；在 { $month } 用完
    }
    .enough = { $what ->
        [nodes] 节点的 { $family } 块：共 { $room } 个，当前使用 { $used } 个，最后一个月需要 { $wanted } 个
       *[services] Service 的 { $family } 地址：共 { $room } 个，当前使用 { $used } 个，最后一个月需要 { $wanted } 个
    }
growth-way-out = { $what ->
        [nodes] 节点的 { $family } 块，届时代价最小的办法
       *[services] Service 的 { $family } 地址，届时代价最小的办法
    }
growth-joint = { $first }：{ $next }
growth-joint-reach = { $first }（{ $next }）
growth-way-pods = Pod 范围由 { $before } 扩大为 { $after }
growth-way-mask = 节点得到 { $after } 的 { $family } 块，而不是 { $before }
growth-way-object = 含有 { $range } 的 ServiceCIDR 对象
growth-way-services = Service 范围由 { $before } 扩大为 { $after }
growth-way-new-cluster = 只剩下新集群这一办法
growth-today = 为避免需要这样做，请在构建集群之前选择 { $path }：{ $after }，而不是 { $before }
growth-column-month = 月份
growth-column-nodes = 节点
growth-column-services = Service
growth-column-out = 用完

## 迁移。

CHANGE002 = 此迁移中没有步骤 { $name }；其步骤为 { $names }
    .title = 未知的步骤
    .help = 请按迁移列出的名称书写步骤；没有写出的步骤按其自身顺序排在后面

migrate-heading = 从一个规划到另一个规划的步骤
migrate-summary = { $count ->
        [0] 无需做任何事
       *[other] { $count } 个步骤，每一步之后集群都能工作
    }
    .wrong = 按此顺序会有 { $count } 处出错
    .rebuild = 在集群之内没有可行的步骤
migrate-label-how = 做法
migrate-label-place = 位置
migrate-label-notice = 用户会察觉到什么
migrate-label-back = 如何退回
migrate-label-until = 可退回到何时
migrate-label-check = 检查
migrate-label-commands = 命令
migrate-label-settings = 设置
migrate-label-problem = 出错：
migrate-place = -
    .none = 不在节点上进行：发送给 API 服务器
    .control-plane = 逐个控制平面节点进行，当前节点就绪后再进行下一个
    .all = 逐个节点进行，先工作节点，后控制平面节点
    .pools = 逐个节点池进行
    .cluster = 在该集群的所有节点上
migrate-joint = { $first }{ $next }
migrate-caveat = 没有已知的来源说明 { $distribution } 能在运行中的集群里接受这一更改：请先在可以损坏的集群上试一试。
migrate-tool-k0s = -
    .control-plane = 每个控制器使用相同的文件，逐个重新启动。文件中也要写明 primaryAddressFamily：否则 k0s 采用 api.externalAddress 或 api.address 的地址族，如果范围因此颠倒顺序，kube-controller-manager 就无法启动。
    .nodes = 重新启动 worker 后，k0s 会自行把两个地址族的地址通过 --node-ip 交给 kubelet。
    .kubelets = kubelet 的选项写在 worker 服务的 --kubelet-extra-args 中。
migrate-tool-kops = -
    .control-plane = kOps 逐个替换控制平面的实例。它不会在已有集群中拒绝这些更改；Pod 范围必须位于 nonMasqueradeCIDR 之内。
    .nodes = kOps 排空每个实例并以新实例替换，新实例注册为新节点：无需手动删除 Node 对象，也无需重新启动 kubelet。
    .kubelets = kOps 以采用新设置的实例替换每个实例。
migrate-tool-kubespray = -
    .control-plane = 请运行 upgrade-cluster.yml：cluster.yml 不会改动已有的控制平面。它逐个控制平面节点地重写 kubeadm 的配置、kube-proxy 的 ConfigMap 和清单，随后更改网络插件。
    .nodes = upgrade-cluster.yml 已把所有地址族的地址写入 --node-ip。
    .kubelets = upgrade-cluster.yml 逐个节点写入设置并重新启动 kubelet。
migrate-tool-talos = -
    .control-plane = 为每个节点的机器配置打补丁，先控制平面节点，后 worker：Talos 无需重启即可重新生成静态 Pod。以正在运行的版本执行 upgrade-k8s，会按更改后的配置应用 kube-proxy 和 Flannel。
    .nodes = Talos 按 Service 范围的地址族选择 kubelet 的地址；无需更改 --node-ip。
    .kubelets = 配置更改后，Talos 会自行重新启动 kubelet。
migrate-tool-aks = -
    .subnet = 两个地址族需要 Azure CNI Overlay 以及同时具有两者的虚拟网络。
    .update = 该命令不能指定范围：请用 az aks show 查看集群得到了哪些 IPv6 范围，并写入规划。
    .range = 只有使用 Azure CNI Overlay 和 Linux 节点的集群的唯一一个 Pod 范围可以扩大，之后不能再缩小。
    .pools = 没有来源说明已有节点是否会自行改变；新节点池的节点采用新设置。
migrate-tool-eks = -
    .range = Amazon VPC CNI 1.18 及更高版本会自行把带有该标签的子网用于 Pod。
    .pools = 没有来源说明已有节点会自行改变；新节点组的节点采用新设置。
    .version = 所有节点组都处于前一个次要版本时，EKS 才接受下一个次要版本。
migrate-tool-gke = -
    .subnet = 范围由 Google Cloud 选择。
    .update = 该命令不能指定范围：请查看集群得到了哪些 IPv6 范围，并写入规划。
    .range = 此后创建的节点池使用新范围。
    .pools = 没有来源说明已有节点是否会自行改变；新节点池的节点采用新设置。
migrate-pools = 地址池的范围不能更改：保留它，并在旁边添加其他地址池。导出的文件只写一个范围；请在要应用的文件中保留两者。
migrate-flannel =
    .plugin = Flannel 在启动时读取其配置，如果节点缺少其中一个地址族的块就会失败：请将其 DaemonSet 的 updateStrategy 设为 OnDelete，使只有重新注册的节点才以新配置启动它。
    .nodes = 在最后一个节点完成之前，地址族不同的节点上的 Flannel 不会在彼此之间创建路由：两类节点的 Pod 不能互相通信。
migrate-left-nodes = { $count } 个节点保留了新节点不会得到的块
migrate-left-services = { $count } 个 Service 保留了所有范围之外的地址：{ $names }

migrate-hosts = 为 { $family } 准备节点
    .how = 为每个节点配置 { $family } 地址和路由，让它转发 { $family }，并像另一个地址族那样开放防火墙。Kubernetes 没有任何改变。
    .notice = 没有
    .back = 再移除这些地址
    .until = API 服务器或 kubelet 开始使用它们
migrate-api-servers = 为 API 服务器设置新的 Service 范围
    .how = 逐个更改 API 服务器清单中的 --service-cluster-ip-range；kubelet 会自动重新启动它。在最后一个完成之前，请勿更改任何 Service。
    .notice = 只有一个 API 服务器时，API 会短暂中断；已存在的 Service 保留其地址
    .back = 逐个 API 服务器恢复旧值
    .until = 有 Service 得到新范围的地址
migrate-controller-manager = 为 kube-controller-manager 设置新范围
    .how = 一次同时更改其范围和节点掩码：有两个地址族的范围和 --node-cidr-mask-size 时，它无法启动。
    .notice = 没有；新节点按新设置得到块
    .back = 恢复旧值
    .until = 有节点按新设置得到块
migrate-control-plane = 为控制平面设置新范围
    .how = 按补丁所示更改 { $distribution } 的配置，并由其工具逐个控制平面节点地重新启动组件。
    .notice = 只有一个 API 服务器时，API 会短暂中断
    .back = 以同样的方式恢复旧配置
    .until = 有节点得到新范围的块，或有 Service 得到新范围的地址
migrate-kubeadm-config = 将新值写入 kubeadm 的 ConfigMap
    .how = 更改 kubeadm-config 中的 networking 和 extraArgs：kubeadm upgrade 会根据它写出清单，从而撤回更改。
    .notice = 没有
    .back = 写回旧值
    .until = 下一次 kubeadm upgrade
migrate-kube-proxy = 为 kube-proxy 设置新范围
    .how = 更改 kube-proxy 的 ConfigMap 中的 clusterCIDR，并重新启动其 DaemonSet。
    .notice = 没有：进程重新启动期间规则保持不变
    .back = 恢复旧值并重新启动
    .until = 随时可以
migrate-plugin = 为网络插件设置新范围
    .how = 按补丁所示更改插件的配置。读取 Node.spec.podCIDRs 的插件只需启用该地址族。
    .notice = 没有；此后创建的 Pod 可以得到新范围的地址
    .back = 恢复旧配置
    .until = 有 Pod 得到新范围的地址
migrate-nodes = 重新注册每个节点
    .how = 节点的块固定不变。因此请腾空节点，删除其 Node 对象，在 --node-ip 中写入其地址后启动 kubelet 并让它注册：它会按新设置得到块。手动设置的标签和污点会随对象一起消失。
    .notice = Pod 逐个节点地迁移到其他节点；请留出一个节点的 Pod 所需的空间
    .back = 已完成的节点保留其块；要让它重新只有一个块，请按反方向的步骤进行
    .until = kube-controller-manager 恢复旧设置：只要有节点持有这样的块，它就无法启动
migrate-nodes-keep = 以保留的块重新注册每个节点
    .how = 只要有节点持有要移除的地址族的块，kube-controller-manager 就无法启动。因此在 kube-controller-manager 仍有两个地址族时，请腾空每个节点，并只用另一个地址族的块重新写入其 Node 对象。
    .notice = Pod 逐个节点地迁移到其他节点；请留出一个节点的 Pod 所需的空间
    .back = 删除 Node 对象并由 kubelet 注册：它会重新得到两个地址族的块
    .until = kube-controller-manager 使用新设置
migrate-kubelets = 以新设置重新启动每个 kubelet
    .how = 更改 --node-ip 和 kubelet 的配置，并重新启动它。
    .notice = 没有：Pod 继续运行
    .back = 恢复旧设置并重新启动
    .until = 随时可以
migrate-pods = 重新创建 Pod
    .how = 正在运行的 Pod 永远得不到第二个地址。请逐个重新启动工作负载。
    .notice = 每个工作负载重新启动所带来的影响
    .back = 插件恢复旧配置之后，再次重新启动它们
    .until = 随时可以
migrate-dns = 让集群 DNS 有两个地址族
    .how = 将集群 DNS 的 Service 改为 PreferDualStack。Pod 继续查询它们已知的地址。
    .notice = 没有
    .back = 改为 SingleStack
    .until = 随时可以
migrate-dns-single = 让集群 DNS 只有一个地址族
    .how = 将集群 DNS 的 Service 改为 SingleStack，并确认没有 Pod 和 kubelet 查询其第二个地址。
    .notice = 使用 DNS 第二个地址的 Pod 会失去它
    .back = 改为 PreferDualStack
    .until = API 服务器失去该地址族
migrate-services = 更改应有两个地址族的 Service
    .how = 应用新规划的 Service，或者更改每个应有两者的 Service 的 ipFamilyPolicy。没有 Service 会自行改变。
    .notice = 名称会有第二种地址记录；客户端可能选择另一个地址族
    .back = 将 ipFamilyPolicy 改为 SingleStack；第二个地址会被归还
    .until = 随时可以
migrate-services-single = 将 Service 改为单栈
    .how = 在 API 服务器失去该地址族之前，将每个有两个地址的 Service 的 ipFamilyPolicy 改为 SingleStack：此后对它的每次更新都会被拒绝。
    .notice = 使用第二个地址的客户端会断开连接
    .back = 改为 PreferDualStack；它们会得到另一个第二地址
    .until = API 服务器失去该地址族
migrate-services-anew = 重新创建 Service
    .how = 逐个删除并重新创建：它会得到另一个地址。API 服务器会创建自己的 Service；证书必须包含其新地址，kubelet 必须写有集群 DNS 的新地址。
    .notice = 每个 Service 会暂时消失，并有另一个地址；保留旧地址的客户端会失败
    .back = 恢复旧范围之后重新创建它们
    .until = 旧范围被移除
migrate-service-cidr = 创建 ServiceCIDR 对象 { $subject }
    .how = 创建该对象；API 服务器会在数秒内使用其中的地址，无需重新启动。
    .notice = 没有
    .back = 删除该对象
    .until = 有 Service 的地址只属于它
migrate-service-cidr-gone = 删除 ServiceCIDR 对象 { $subject }
    .how = 删除该对象。它会等待，直到没有 Service 的地址只属于它。
    .notice = 没有
    .back = 重新创建
    .until = 随时可以
migrate-old-range = 不再使用旧范围的地址
    .how = 删除含有旧范围的对象 { $subject }。在 Service 还有其中的地址期间它停留在 Terminating，这些地址消失后，它会以参数的范围重新出现。
    .notice = 没有：已有的地址保持不变
    .back = 创建含有旧范围的对象
    .until = 随时可以
migrate-gates = 更改特性门控：{ $subject }
    .how = 在每个组件的参数和配置文件以及 kubeadm-config 中移除或加入该门控。不认识某个门控的版本无法以它启动。
    .notice = 只有一个 API 服务器时，API 会短暂中断
    .back = 恢复旧值
    .until = 下一个不认识它的版本
migrate-version = 将控制平面升级到 { $subject }
    .how = 先是 API 服务器，然后是控制器和调度器。API 服务器不能跳过次要版本。
    .notice = 只有一个 API 服务器时，API 会短暂中断
    .back = 用之前所做的快照恢复 etcd
    .until = 存储了旧版本不认识的内容；请事先做快照
migrate-nodes-version = 将节点升级到 { $subject }
    .how = 在 kubelet 换成另一个次要版本之前腾空每个节点。kubelet 永远不能比 API 服务器新。
    .notice = Pod 逐个节点地迁移到其他节点
    .back = 在已腾空的节点上安装旧的 kubelet
    .until = 旧版本的 kubelet 仍可与 API 服务器一起运行
migrate-manifests = 按 { $subject } 的形式编写 Service
    .how = 在再次应用之前转换清单：已存储的内容保持有效，但此版本会拒绝旧形式，或将其理解为别的内容。
    .notice = 没有
    .back = 只对旧版本应用旧清单
    .until = 随时可以
migrate-endpoint = 为 API 服务器设置另一个地址
    .how = 制作包含新地址的证书，以该地址启动 API 服务器，并更改 kubelet、控制器和用户的 kubeconfig。
    .notice = 使用旧地址的客户端无法访问 API
    .back = 以旧地址启动它们
    .until = 旧地址归他人使用
migrate-plan = 采用新规划
    .how = 不影响任何正在运行的内容：只有规划改变。
    .notice = 没有
    .back = 采用旧规划
    .until = 随时可以
migrate-subnet = 为子网设置 { $family }
    .how = 为节点的子网设置一个 { $family } 范围。Kubernetes 没有任何更改。
    .notice = 无
    .back = 再次移除该范围
    .until = 节点具有该范围的地址之前
migrate-cloud-update = 由 { $distribution } 更改集群的地址族
    .how = { $distribution } 自行以新的地址族启动控制平面。
    .notice = API 短暂中断
    .back = 如果 { $distribution } 接受，用同一命令指定之前的地址族
    .until = 某个 Pod 或 Service 具有新地址族的地址之前
migrate-cloud-range = 为 Pod 增加地址：{ $subject }
    .how = 将 { $subject } 加入集群的地址。已有的节点和 Pod 保留其地址。
    .notice = 无
    .back = 如果 { $distribution } 有相应命令，再次移除该范围
    .until = Pod 具有该范围的地址之前
migrate-node-pools = 逐个节点池替换节点
    .how = 用新设置创建一个节点池，排空旧节点池的节点，然后删除它。
    .notice = Pod 迁移到其他节点；需要多一个节点池的余量
    .back = 用旧设置创建一个节点池
    .until = 随时可以
migrate-new-cluster = 构建新集群
    .how = 在旧集群旁边按新规划构建。如果两者要互相访问，请使用与旧集群不重叠的范围。
    .notice = 没有
    .back = 将其移除
    .until = 随时可以
migrate-workloads = 迁移工作负载
    .how = 在新集群中创建旧集群的对象，迁移数据，然后迁移名称和负载均衡器，逐个工作负载进行。
    .notice = 每个工作负载迁移一次；其 Service 有其他地址
    .back = 将名称指回旧集群
    .until = 新集群中的数据已改变
migrate-old-cluster = 移除旧集群
    .how = 一段时间没有人使用之后，将其移除。
    .notice = 没有
    .back = 无法撤回
    .until = 它被移除
