## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

VER001 = { $component }：{ $text }
    .title = 不在其适用版本中的门控 IPv6DualStack
    .help = 移除该门控；双栈只在 1.16 到 1.20 需要它

VER002 = { $component } 启动时没有门控 { $gate }，而 { $others } 已启用该门控
    .title = 只有部分组件启用了门控
    .help = 请对 kube-apiserver、kube-controller-manager、kubelet 和 kube-proxy 一律启用

VER003 = Service { $name } 用 spec.ipFamily 请求 { $family }，该字段从 1.20 起已不存在
    .title = Alpha 阶段的字段 ipFamily
    .help = 使用 ipFamilies 和 ipFamilyPolicy
    .fix-convert = 写成 ipFamilies: [{ $to }]
    .page-fix-convert = 将地址族写入 ipFamilies
    .fix-drop = 移除 API 服务器会忽略的 ipFamily

VER004 = Service { $name } 使用了 { $fields }，API 从 1.20 起才有这些字段
    .title = 在更早的版本中使用 1.20 的地址族字段
    .help = 在 1.19 及以前，Service 只有一个地址族，由 ipFamily 指定
    .fix-remove = 移除 { $fields }
    .page-fix-remove = 移除这些字段

VER005 = 此版本的 { $component } 在那里不接受第二个范围：{ $text }
    .started = 以这种方式启动的 { $component } 在那里不接受第二个范围：{ $text }
    .title = 过早使用的范围列表
    .help = 使用更新的版本，为每个组件启用门控，或者只规划一个范围

VER006 = 此版本的 kubelet 在使用云提供商时不接受一对地址：第二个地址必须来自 { $provider }
    .started = { $component } 无法启动：{ $text }
    .title = 地址对与云提供商
    .help = 为 kubelet 指定一个地址族，由提供商报告两者，或者使用 1.29

VER007 = { $component } 无法启动：{ $text }
    .title = 版本不认识的门控
    .help = 从 --feature-gates 中移除该门控

VER008 = { $component } 无法启动：{ $text }
    .title = 版本没有的参数
    .help = 将两个范围以逗号分隔写入 --service-cluster-ip-range 和 --cluster-cidr，并移除其他版本的参数

VER009 = 此版本的 kube-proxy 只在 IPVS 模式下支持两个地址族，且 IPv6 NodePort 需要 4.11 及以上的内核
    .title = 旧内核上的 IPVS
    .help = 请检查节点的内核，或者使用 1.18 和 iptables

VER010 = cri-dockerd 启动时没有 --ipv6-dual-stack
    .title = cri-dockerd 只报告一个地址
    .help = 以 --ipv6-dual-stack 启动 cri-dockerd

VER011 = 特性集 IPv6DualStackNoUpgrade 使 OpenShift 无法升级
    .title = 双栈预览版的特性集
    .help = 从 OpenShift 4.8 起，双栈不需要特性集；已设置它的集群需要重新安装

VER012 = Kubernetes { $version } 不认识特性门控 { $gate }：没有组件能以它启动
    .locked = 在 { $version } 中不能将特性门控 { $gate } 设为 { $value }：没有组件能以它启动
    .near = 特性门控 { $gate } 不在此规划工具的表中；是否指 { $nearest }？
    .untracked = 特性门控 { $gate } 不在此规划工具的表中，因此不对它作任何判断
    .title = 版本不接受的规划特性门控
    .help = 从 spec.featureGates 中移除该门控，或者规划具有该门控的版本
    .fix-remove = 移除 { $gate }
    .page-fix-remove = 移除该门控

VER013 = Kubernetes { $version } 有一个会影响此规划的缺陷
    .kubelet-panic = 在 Kubernetes { $version } 中，Pod 有两个地址族时 kubelet 会 panic
    .proxy-crash = 在 Kubernetes { $version } 中，Service { $name } 的负载均衡器地址与 Service 的地址族不同，kube-proxy 会因此崩溃
    .azure-ipv6-rule = 在 Kubernetes { $version } 中，Azure 上 Service { $name } 的 IPv6 负载均衡器的安全规则是 IPv4 的规则
    .ipv6-only-endpoints = 在 Kubernetes { $version } 中，仅 IPv6 的 Pod 的 Service 得不到端点
    .vsphere-ipv6 = 在 Kubernetes { $version } 中，vSphere 上只有 IPv6 的节点会丢失其地址
    .large-range = Kubernetes { $version } 会把范围中前 65536 个之后的 Service 地址当作范围之外的地址
    .prefer-upgraded = 在 Kubernetes { $version } 中，集群现在是双栈，因此对 PreferDualStack Service { $name } 的任何更改都会给它第二个地址
    .none-panics = 在 Kubernetes { $version } 中，对 Service { $name } 的这一更改会使 API 服务器 panic
    .static-range-duplicates = 范围的上段用完之后，Kubernetes { $version } 会把同一个 Service 地址分配两次
    .small-range-panic = Kubernetes { $version } 的 API 服务器从只有 16 个地址的 Service 范围中选择地址时会 panic
    .block-given-twice = Kubernetes { $version } 会把正在删除的节点的块分配给另一个节点，而前者仍在使用它
    .outside-64 = Kubernetes { $version } 会分配 /64 的 IPv6 Service 范围之外的地址
    .no-families-panic = 在 Kubernetes { $version } 中，端点控制器遇到存储时没有 ipFamilies 的 Service { $name } 会 panic
    .title = 所规划的补丁版本的已知缺陷
    .help = 规划已修复该缺陷的 { $to } 或更高版本
    .page-help = 规划已修复该缺陷的补丁版本
    .help-never = 没有版本修复它；不要在已有地址的 Service 上设置 clusterIP: None，请将其删除后重新创建
    .fix-version = 规划 { $to }
    .page-fix-version = 规划修复该缺陷的版本

VER015 = Kubernetes { $version } 在 { $api } 中没有 { $kind }，因此无法创建 { $name }
    .off = Kubernetes { $version } 只有在启用后才在 { $api } 中提供 { $kind }，因此无法创建 { $name }
    .title = 版本不提供的类型
    .help = 使用该版本提供的 API 版本，或者用 --runtime-config 和门控 MultiCIDRServiceAllocator 启用它
    .fix-use = 使用 { $to }
    .page-fix-use = 使用所提供的 API 版本
