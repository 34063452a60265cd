group-policies = 准入策略

target-gatekeeper = OPA Gatekeeper
    .description = 要求双栈 Service 的 ConstraintTemplate 和 constraint，以及将 PreferDualStack 设为默认值的 Assign
target-kubewarden = Kubewarden
    .description = 以规划的地址族为设置的 ClusterAdmissionPolicy
target-kyverno = Kyverno
    .description = 将 PreferDualStack 设为默认值并要求双栈 Service 的策略，以 ClusterPolicy 和 CEL 类型给出
target-mutating-admission-policy = MutatingAdmissionPolicy
    .description = 将 PreferDualStack 设为默认值的 API 服务器策略
target-validating-admission-policy = ValidatingAdmissionPolicy
    .description = 关于 Service 地址族的 API 服务器策略，可从中选择

## 文件中的注释，其中一些也是策略给出的答复。

export-policy-require-dual-stack = 集群 { $cluster }：Service 必须有两个 IP 地址族；请将 spec.ipFamilyPolicy 设为 PreferDualStack 或 RequireDualStack
export-policy-forbid-dual-stack = 集群 { $cluster }：Service 的 spec.ipFamilyPolicy 必须为 SingleStack；没有选择算符的无头 Service 必须自行写明
export-policy-family-order = 集群 { $cluster }：双栈 Service 的 spec.ipFamilies 必须为 [{ $first }, { $second }]
export-policy-ipv4-only = 集群 { $cluster }：Service 只能有 IPv4 地址
export-policy-ipv6-only = 集群 { $cluster }：Service 只能有 IPv6 地址
export-policy-prefer-dual-stack = 没有 ipFamilyPolicy 的 Service 得到 PreferDualStack；在 ipFamilies 中只写一个地址族的 Service 保持不变
export-policy-prefer-dual-stack-in-order = 没有 ipFamilyPolicy 的 Service 得到 PreferDualStack 以及按此顺序的地址族 { $first }、{ $second }；只写一个地址族或写明集群 IP 的 Service 不受影响
export-policy-default-and-require = 没有 ipFamilyPolicy 的 Service 得到 PreferDualStack，写有 SingleStack 的 Service 被拒绝
export-policy-choose = 此文件夹中的文件是可选方案：请应用适合的，而不是全部
export-policy-existing = 已存在的 Service 只在其地址族改变时才会被检查
export-policy-try-out = 如需先试用，请将 validationActions 中的 Deny 替换为 Warn 和 Audit
export-policy-denies = 违反时总是拒绝：此版本没有 validationActions
export-kyverno-release = 需要 Kyverno 1.13 或更高版本
export-kyverno-deprecated = 需要 Kyverno 1.13 或更高版本；ClusterPolicy 从 Kyverno 1.17 起已弃用：请应用此文件或 cel-policies.yaml 之一
export-kyverno-cel = 需要 Kyverno 1.17 或更高版本：请应用此文件或 cluster-policy.yaml 之一
export-gatekeeper-template = 请先应用此文件：它创建 constraint 的类型
export-gatekeeper-constraint = 拒绝将策略改为未列出值的 Service；请在 template.yaml 之后应用
export-gatekeeper-assign = 将 PreferDualStack 设为默认值；带有标签 { $label } 的 Service 不受影响
export-kubewarden-module = { $module } 是占位符：请替换为读取这些设置的策略模块

## 检查结果。

EXP060 = 无法写出关于地址族的策略：规划需要一个 Service 范围，或者两个不同地址族的范围
    .title = 不属于任何集群的 Service 范围

EXP061 = { $target } 没有可要求的内容：集群的每个 Service 都只有 { $family }
    .title = 只有一个地址族时没有可要求的内容
    .help = 请在 serviceCIDRs 中添加另一个地址族的 Service 范围

EXP062 = 在 Kubernetes { $version } 中 { $kind } 默认关闭：请以 --feature-gates={ $gate } 和 --runtime-config={ $config } 启动 kube-apiserver
    .title = 必须启用准入策略

EXP063 = 未写出，因为集群只有 { $family }：{ $policies }
    .title = 只有一个地址族时没有意义的策略

EXP064 = Gatekeeper 的 Assign 无法查看 spec.type 或地址族的数量：ExternalName Service 需要标签 { $label }，否则 API 服务器会拒绝它们；只写一个地址族而没有策略的 Service 也需要该标签，否则会得到两个地址族
    .title = Assign 影响到不应影响的 Service

EXP065 = { $module } 是占位符：没有这样的策略模块
    .title = 策略模块是占位符
    .help = 请构建或选择读取 defaultPolicy、allowedPolicies 和 primaryFamily 的 Kubewarden 策略，并将其地址写入 spec.module
