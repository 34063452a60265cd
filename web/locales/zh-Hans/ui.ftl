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
share = 分享
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
source-part = 第 { $from } 到 { $to } 行，共 { $count } 行
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
tab-compare = 比较
tab-versions = 版本
tab-what-if = 假设
tab-exports = 导出
tab-start = 启动
tab-diagnostics = 检查结果

pages = 分页
page-first = 第一页
page-previous = 上一页
page-next = 下一页
page-last = 最后一页

## 通知
copy-refused = 浏览器不允许复制
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

## 保存在此浏览器中的规划
plans = 此浏览器中的规划
keep-offer = 要在此浏览器中保存此规划吗？下次打开时它就在这里。不会发送到任何地方。
keep-do = 保存
keep-not = 暂不
keep-done = { $name } 已保存在此浏览器中；之后的更改也会保存
keep-denied = 此浏览器不允许页面保存规划；请下载规划或复制链接
