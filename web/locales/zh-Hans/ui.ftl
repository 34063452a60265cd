## 界面文字。Kubernetes 术语保持 Kubernetes 的写法；代码和组件输出的文本不在此处。

## 框架
# 文字方向：ltr 或 rtl。
direction = ltr
title = 双栈规划工具
skip = 跳到结果
tools-history = 历史
tools-plan = 规划
tools-page = 页面
undo = 撤销
redo = 重做
open-file = 打开
download-plan = 下载
share = 复制链接
language = 语言
language-unread = 尚未经母语者审阅
language-missing = 还有 { $count } 条文字是英文
theme = 主题
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
dismiss = 关闭
colophon = 一切都在此页面中计算。您输入的内容不会发送到任何地方；链接在 # 号之后包含整个规划。
colophon-licences = 本页面所含软件的许可证

## 摘要和结论
summary-label = 摘要
summary-unreadable = 还没有可以计算的规划：检查结果会说明缺少什么。
verdict-checking = 正在检查…
verdict-unchecked = 未检查：无法加载规则。请重试
verdict-good = 没有问题
verdict-notes = { $notes } 条提示
verdict-warnings = { $warnings } 条警告
verdict-errors = { $errors } 个错误
verdict-both = { $errors } 个错误，{ $warnings } 条警告
announce-counts =
    { $errors ->
        [0] 没有错误
       *[other] { $errors } 个错误
    }{ $warnings ->
        [0] { "" }
       *[other] ，{ $warnings } 条警告
    }
announce-new =
    { $errors ->
        [0] 没有错误
       *[other] { $errors } 个错误
    }{ $warnings ->
        [0] { "" }
       *[other] ，{ $warnings } 条警告
    }，新增 { $new } 条：{ $codes }

## 编辑器
editor-label = 规划
mode-form = 表单
mode-text = YAML
source-label = 规划文件
section-cluster = 集群
section-ranges = 地址范围
section-nodes = 节点
section-platform = 平台
cluster-name = 集群名称
kubernetes-version = Kubernetes 版本
pods = Pod
pods-primary = 主 Pod CIDR
pods-secondary = 次 Pod CIDR
pods-extra = Pod CIDR { $number }
services = Service
services-primary = 主 Service CIDR
services-secondary = 次 Service CIDR
services-extra = Service CIDR { $number }
nodes = 节点
nodes-primary = 主节点 CIDR
nodes-secondary = 次节点 CIDR
nodes-extra = 节点 CIDR { $number }
load-balancers = 负载均衡器
load-balancers-primary = 主负载均衡器 CIDR
load-balancers-secondary = 次负载均衡器 CIDR
load-balancers-extra = 负载均衡器 CIDR { $number }
reserved = 保留
reserved-name = 名称 { $number }
reserved-cidr = CIDR { $number }
reserved-remove = 移除保留网络 { $number }
reserved-add = 保留一个网络
free = 空闲
swap = 交换主地址族
swap-name = 交换主地址族：{ $name }
remove-name = 移除：{ $name }
add-family = 添加第二个地址族
add-family-name = 添加第二个地址族：{ $name }
node-count = 当前节点数
node-max = 最大节点数
max-pods = 每个节点的 Pod 数
mask-ipv4 = IPv4 节点掩码长度
mask-ipv6 = IPv6 节点掩码长度
distribution = 发行版
cni = CNI 插件
provider = 云提供商
provider-none = 无（自有机器）
advertise-address = API 服务器地址
not-stated = 未说明
form-blocked = 表单没有可显示的规划
form-blocked-go = 转到文本

## 结果
results-label = 结果
tab-overview = 容量
tab-nodes = 节点
tab-services = Service
tab-components = 命令行参数
tab-diagnostics = 检查结果


capacity-title = 可容纳的节点
capacity-none = 没有节点块：掩码长度与 Pod CIDR 不匹配。
capacity-range = Pod CIDR
capacity-nodes = 可容纳的节点数
capacity-wanted = 当前 / 最大
capacity-block = 一个节点的块
capacity-pods = 一个块可容纳的 Pod 数
capacity-growth = 容纳 { $nodes } 个节点的 Pod CIDR
capacity-masks = 合适的掩码长度
capacity-excluded = 因 Service 而失去的块
capacity-usable = 可用地址
fits = 足够
does-not-fit = 太小
binding = 最先用完
bands-title = Service 地址
band-object = ServiceCIDR { $name }
band-static = 静态段
band-dynamic = 动态段
kubernetes-service = default/kubernetes
dns-service = 集群 DNS

nodes-title = 节点块
nodes-table = 节点块的表格
nodes-none = 没有可显示的节点块：Pod CIDR 和掩码长度划分不出任何块。
nodes-refused = 没有节点能得到块：kube-controller-manager 无法以此规划的参数启动。它的输出是：
nodes-count = 可容纳 { $count } 个节点
nodes-page = 共 { $count } 个节点中的第 { $from } 至 { $to } 个，从 0 开始计数
pages = 分页
page-first = 第一页
page-previous = 上一页
page-next = 下一页
page-last = 最后一页
column-node = 节点
column-block = { $family } 块
column-when = 使用情况
node-today = 当前
node-planned = 规划
node-spare = 备用
find-label = 转到节点或查找地址
find-node = { $address } 属于节点 { $node }，块 { $block }
find-no-node = 没有这个节点：此规划可容纳 { $count } 个节点，从 0 开始编号
find-spare = { $address } 位于 { $block }，没有节点会得到该块：另一个地址族已没有块
find-excluded = { $address } 位于 { $block }，没有节点会得到该块，因为它与 Service CIDR { $service } 相交
find-outside = { $address } 不在此规划的任何 Pod CIDR 中
find-unreadable = 请输入节点编号（从 0 开始）或地址

services-title = Service
services-count =
    { $count ->
        [0] 暂无
       *[other] { $count } 个 Service，{ $refused } 个被拒绝
    }
services-none = 还没有 Service。请在上方粘贴清单。
services-more = 另有 { $count } 个 Service 未显示
manifests-label = Service 清单
service-stored = 已存储
service-replaced = 被下一个同名对象替换
service-refused = 被拒绝
service-sent = 发送的内容
service-stored-object = API 服务器存储的内容
service-refusal = 被 API 服务器拒绝
service-unknown = 规划可以读取后，这里会显示答案。
trace-title = 经过如下：{ $steps } 步

components-title = Kubernetes { $version } 的组件
components-none = 规划可以读取后，这里会显示命令行参数。
component-starts = 能启动
component-fails = 拒绝启动
component-warns = 它给出警告
settings-caption = { $component } 的设置
flags-of = { $component } 的命令行参数
placeholder = 在每个节点上设置
column-flag = 参数
column-value = 值
column-why = 原因

diagnostics-none = 没有需要报告的内容。
diagnostics-more = 另有 { $count } 条检查结果未显示
severity-error = 错误
severity-warning = 警告
severity-info = 提示
place-file = 转到文件
place-line = 转到第 { $line } 行
place-field = 转到 { $path }
place-field-line = 转到 { $path }，第 { $line } 行
fix-all = 应用全部 { $fixes } 个安全的修复
stage-read = { $component } 在读取文件时的输出
stage-install = { $component } 在安装任何内容之前的输出
stage-start = { $component } 在启动时的输出
stage-controller-start = { $component } 在控制器启动时的输出
stage-request = { $component } 的响应
stage-run = { $component } 在集群运行期间的输出

## 通知
copied = 已复制 { $name }
copy-refused = 浏览器不允许复制
link-copied = 已复制链接；其中包含整个规划
link-too-long = 此规划太长，无法放入链接：请下载后发送文件
link-unknown-format = 此链接的格式为 { $format }，由更新版本的规划工具生成；这里的规划没有改动
link-damaged = 此链接已损坏，部分内容丢失或被改动；这里的规划没有改动
link-too-large = 此链接的内容超过了规划工具能读取的大小；这里的规划没有改动
file-opened = 已打开 { $name }；撤销可恢复之前的内容
fix-refused = 此修复不适用于当前的规划

# 页面中在显示时才加载的部分。
part-loading = 正在加载此视图…
part-failed = 无法加载此视图。您的规划已保留。请检查网络连接后重试；如果规划工具在此期间有更新，请重新加载页面。
part-retry = 重试
language-failed = 无法加载 { $name }。请检查网络连接后重新选择。

## 一次处理多个 Service
bulk-title = 所有 Service
bulk-filter = 按名称、策略或地址族筛选
bulk-all = 全选
bulk-choose = 选择 { $name }
bulk-name = Service
bulk-policy = 策略
bulk-families = 地址族
bulk-ips = 集群 IP
bulk-do = 为所选 Service 设置策略
bulk-chosen = { $count ->
        [0] 选择要设置策略的 Service：
       *[other] 为 { $count } 个 Service 设置策略
    }
bulk-lines = 在运行中的集群上进行同样的更改，策略为 { $policy }
bulk-cluster = kubectl
