## 文件中的注释。

export-reason = { $flag }：{ $why }
export-placeholder = { $flag }：在每个节点上，将 { $value } 替换为该节点自己的地址
export-flag-only = 不属于此文件，请以如下参数启动 kubelet：{ $argument }
export-static-pod = 将这些参数加入清单的 command；镜像、卷和证书不属于规划
export-systemd = 将 { $variable } 加入 { $component }.service 的 ExecStart 行
export-servicecidr = API 服务器会根据 --service-cluster-ip-range 创建自己的对象；此对象用于向运行中的集群添加范围
export-ip-masq-agent = 发往所列网络的流量保留 Pod 的地址，其他流量使用节点的地址
export-kubeadm-join = CONTROL_PLANE_ENDPOINT、TOKEN 和 CA_CERT_HASH 由 kubeadm init 输出
    .known = TOKEN 和 CA_CERT_HASH 由 kubeadm init 输出
export-kubeadm-join-worker = 工作节点：kubeadm join --config join.yaml
export-kubeadm-join-control-plane = 其他控制平面节点：kubeadm join --config join-control-plane.yaml；将 CERTIFICATE_KEY 替换为 kubeadm init phase upload-certs --upload-certs 的输出
export-release = 用于 { $tool } { $release }
    .newest = 用于 { $tool } { $release }，即已知适用于此版本的最新版；可在规划的 spec.tools 中指定其他版本
export-kubeadm-join-shared = 控制平面节点需要共用的 controlPlaneEndpoint，并在第一个节点启动之前写入 init.yaml：请在规划的 spec.controlPlaneEndpoint 中指定

## 文件的来源。

export-origin =
    .this-plan = 来自此规划
    .edited = 来自此规划，但之后被更改，或者由其他版本的 dualstack-planner 写出
    .other-plan = 来自其他规划，或者更改之前的此规划
    .unknown = 不是导出的文件

## 检查结果。

EXP001 = { $target }：{ $flag } 中的 { $value } 必须替换为每个节点的地址
    .title = 规划中没有节点的地址
    .help = 规划没有列出单个节点；设置节点时请写入该节点自己的地址

EXP003 = 没有导出目标 { $target }
    .nearest = 没有导出目标 { $target }；是否指 { $near }？
    .title = 未知的导出目标

EXP004 = 在 Kubernetes { $version } 中 ServiceCIDR 默认关闭：请以 --feature-gates={ $gate } 和 --runtime-config={ $config } 启动 kube-apiserver
    .title = 必须启用 ServiceCIDR
    .help = 从 1.33 起无需这两者即可使用

EXP005 = Service { $service } 失去 { $fields }：Kubernetes { $version } 的 Service 只有一个地址族，没有策略
    .title = 版本没有的字段

EXP006 = 一个 ServiceCIDR 含一个范围，或者两个不同地址族的范围
    .title = 没有 ServiceCIDR 能容纳的 Service 范围

EXP007 = 没有 Service 能从 { $range } 获得地址：分配器只接受 /64 或更长的 IPv6 范围
    .title = 对分配器来说太大的 Service 范围

EXP008 = 规划之外没有 Service
    .title = 没有 Service

EXP009 = { $target }：{ $error }
    .title = 文件未写出

EXP010 = 每个 Pod 范围在互联网上都可路由：无需伪装
    .title = 不需要伪装

EXP011 = { $plugin } 自行伪装：请在运行 ip-masq-agent 之前将其关闭，否则流量会被转换两次
    .title = 两个组件都在伪装

EXP012 = { $family } Pod 的地址在互联网上可路由：它们不会被伪装，需要通向节点的返回路由
    .title = 可路由的 Pod 不会被伪装

EXP013 = 规划没有写明节点网络：从 Pod 到节点的流量会被伪装
    .title = 规划中没有节点网络

EXP014 = ip-masq-agent 最多接受 { $limit } 个网络，但有 { $count } 个
    .title = 对 ip-masq-agent 来说网络太多

EXP015 = { $target }：{ $component } 拒绝规划的要求
    .title = 组件拒绝规划
    .help = 组件自身的文本说明了哪项检查失败

## 目标的列表（docs/exports）。

checked-schema = 模式：{ $what }
checked-source = 阅读源代码：{ $what }
checked-started = 用其启动：{ $what }
checked-reader = 由其读取：{ $what }
checked-documentation = 文档：{ $what }

exports-index = 导出目标
    .checked = 检查依据
    .releases = 工具的版本
    .releases-intro = 规划可以在 `spec.tools` 中指定这些版本。未指定时，导出内容面向能运行规划的 Kubernetes 版本的最新版，文件中会写明是哪一个。
    .tool = 工具
    .known = 已知版本
    .changes = 变化
    .sources = 来源
    .begins = 从 { $release } 起有 `{ $name }`
    .ends = { $release } 之前有 `{ $name }`
    .intro = `dualstack export --target` 和页面写出的内容。最后几列显示在最新的 Kubernetes 版本中，各类小型规划会得到什么结果：是、有附注或否；附注在每个表格下方。`dualstack export --list` 输出同样的列表。
    .unread = EKS、GKE 和 AKS 自身的检查没有公开，无法阅读：这些目标依据的是它们的文档和 eksctl。在这里通过的规划仍可能在那里被拒绝。
    .target = 目标
    .files = 文件
    .dual-stack = 双栈
    .ipv6-first = IPv6 在先
    .ipv4 = IPv4
    .ipv6 = IPv6
    .yes = 是
    .partly = 有附注
    .no = 否
