## 整个规划文件，以及由规划得出的结果。

PLAN001 = 文件中没有 ClusterPlan
    .title = 没有规划
    .help = 请以 apiVersion: dualstack-planner/v1 和 kind: ClusterPlan 开头
    .fix-default = 从默认规划开始

PLAN002 = 有第二个 ClusterPlan；只使用第一个
    .title = 多于一个规划
    .help = 每个文件请只保留一个规划

PLAN003 = { $kind } 既不是 ClusterPlan 也不是 Service 或 List；不予处理
    .title = 规划之外的其他内容
    .help = 无需处理；没有规则会检查这类对象
    .no-kind = 没有 kind 的文档不予处理
    .several = 规划之外的 { $count } 个对象不予处理：{ $kinds }
    .kustomization = 这是 Kustomization，只说明如何构建清单：请提供 `kubectl kustomize` 写出的内容
    .patch = 这是 JSON 补丁，而不是对象：请先应用它，例如用 `kubectl kustomize`

PLAN004 = 这里不认识 Kubernetes { $version }；已知的是 { $first } 到 { $last }；在此之前显示 { $shown }
    .title = 未知的 Kubernetes 版本
    .help = 请选择一个已知版本
    .malformed = { $text } 不是 Kubernetes 版本；在它成为版本之前，显示 { $shown }
    .fix-use = 使用 { $to }

PLAN005 = 无法读取此 Service 的 { $field }：{ $reason }
    .title = 无法读取的 Service
    .help = 请将该字段与 Service API 对照

PLAN006 = 旧的规划文件中没有规划，因此没有检查更改
    .title = 没有旧规划
    .help = 请提供更改之前的规划文件

READ001 = 第 { $place } 行没有启动这里已知的组件；最接近的已知类型是 { $nearest ->
        [kubeadm] kubeadm 的配置
        [k3s] K3s 或 RKE2 的配置
        [k0s] k0s 的 ClusterConfig
        [talos] Talos 的机器配置
        [kind] kind 的 Cluster
        [microk8s] MicroK8s 的启动配置
        [component-config] kubelet 或 kube-proxy 的配置
        [workload] Pod 清单
       *[command-line] 命令行或 systemd unit
    }
    .kind = 第 { $place } 行的 { $kind } 没有启动这里已知的组件
    .title = 没有启动任何组件
    .help = 请提供安装工具（kubeadm、K3s、RKE2、k0s、Talos、kind、MicroK8s）的配置、命令行、systemd unit、环境变量文件、静态 Pod，或者 "Running kube-apiserver --..." 这样的行

READ002 = 第 { $place } 行的文本没有启动任何组件，不予处理
    .kind = 第 { $place } 行的 { $kind } 没有启动任何组件，不予处理
    .title = 没有启动任何组件的部分
    .help = 如果组件不是这样启动的，则无需处理

READ003 = { $gate } 不是这里已知的任何版本的门控
    .near = { $gate } 不是这里已知的任何版本的门控；最接近的是 { $nearest }
    .title = 未知的特性门控
    .help = 请更正名称或将其从 --feature-gates 中移除：不认识某个门控的组件会在启动时退出

READ004 = { $component } 会拒绝它现在的启动设置（所给文本的第 { $line } 行）
    .title = 组件拒绝其启动设置
    .help = 请在启动该组件之处更正设置；文本就是它的输出

PLAN007 = { $version } 是 { $distribution } 的版本，但规划没有写明发行版
    .title = 版本表明了发行版
    .help = 请将发行版写入规划，这样也会检查适用于它的内容
    .fix-say = 添加 distribution: { $distribution }

PLAN008 = Kubernetes { $version }：依据源代码，尚未与运行中的 { $version } 对照
    .title = 尚未与运行中的版本对照
    .help = 规划工具对此版本的说明依据其源代码和版本说明；在依赖某个细节之前，请在集群上试一试

suggest-no-room-pods = 给定的地址块中放不下 { $prefix } 的 { $family } Pod 范围
suggest-no-room-services = 给定的地址块中放不下 { $prefix } 的 { $family } Service 范围
suggest-no-room-nodes = 给定的地址块中放不下 { $prefix } 的 { $family } 节点网络
suggest-no-room-load-balancers = 给定的地址块中放不下 { $prefix } 的 { $family } 负载均衡器地址池
suggest-no-room-reserved = 给定的地址块中放不下 { $prefix } 的 { $family } 保留网络

summary-services = Service 以 { $family } 为先，有 { $addresses } 个地址；API 服务器是 { $api }，DNS 按惯例是 { $dns }
summary-node-use = { $used } 个节点已经有块；还可容纳 { $left } 个，下一个节点得到 { $next }
    .full = { $used } 个节点已经有块，没有块可供其他节点使用
summary-service-objects = ServiceCIDR 对象增加 { $ranges }；现在空闲：{ $free }

LINT001 = 没有规则 { $code }
    .near = 没有规则 { $code }；最接近的是 { $near }
    .title = 未知的规则
    .help = 规则列表中有所有代码
    .fix = 写成 { $to }

LINT002 = 规则 { $code } 在这里被关闭或降低级别，但没有给出理由
    .title = 没有给出理由
    .help = 请写明理由，使以后的读者知道它何时不再成立；没有理由时，规则保持不变

LINT003 = 规则 { $code } 在这里被关闭，但它没有发现任何问题
    .title = 不必要的例外
    .help = 请移除该例外，以免以后掩盖问题
    .fix = 移除

lint-severity = 检查结果
    .error = 错误
    .warning = 警告
    .info = 提示
lint-help = 帮助
lint-fix = 修复
    .safe = 修复（安全）
# 修复还会做什么，以及之后会出现的警告。
fix-also = { $first }；同时：{ $next }
fix-then = { $first }（之后会出现 { $code }：{ $next }）
lint-nothing = { $file }：没有发现问题
lint-counts = { $errors } 个错误，{ $warnings } 条警告，{ $infos } 条提示
lint-unlisted = 其中 { $count } 个未列出；--all 会全部列出

rules-index = 规则
    .intro = 规划工具检查的内容。每条规则有一个页面，包含理由、示例、组件输出的文本和修复方法。
    .code = 代码
    .rule = 规则
    .severity = 严重程度


LOG001 = 粘贴的内容中没有这里已知的文本
    .title = 未知的文本
    .nearest = 粘贴的内容中没有这里已知的文本；最接近的是 { $texts }
    .help = 请粘贴组件给出原因的整行：err= 或 error: 之后的内容，或者事件的消息（kubectl describe、kubectl get events）；对于文件，请使用 dualstack lint
    .crash = 这只说明某个组件停止了，没有说明原因：请粘贴其日志的最后几行（kubectl logs --previous、crictl logs、journalctl -u kubelet 或 -u k3s）
    .sandbox = 请粘贴事件的完整消息，以及该节点上网络插件的日志（kubectl logs -n kube-system、journalctl -u kubelet）
    .unreachable = 这只说明某个组件没有响应，没有说明原因：请粘贴应当响应的组件（API 服务器、kubelet、网络插件）从启动开始的日志
    .pending = 请粘贴 Pod 及其节点的事件（kubectl describe），以及控制器管理器的日志
    .code = 没有规则使用此代码；命令 dualstack rules 会列出所有代码
