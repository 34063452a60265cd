## 启动检查、版本和节点轴。

## 节点轴
axis-label = 可容纳的节点数，两个地址族在同一轴上
axis-handle = { $family } 节点掩码长度
axis-value = /{ $mask }：可容纳 { $nodes } 个节点
axis-value-none = /{ $mask }：与 Pod CIDR 不匹配
axis-bar = { $family } /{ $mask }：{ $nodes }
axis-today = 当前 { $nodes }
axis-planned = 规划 { $nodes }
axis-scale = 每向右一步，节点掩码就长一位：节点数加倍，每个节点的地址数减半。轴的末端为 { $nodes } 个节点。可以拖动条形的末端、用方向键移动，或者使用输入框。
axis-mask = { $family } 节点掩码长度
axis-shorter = { $family }：短一位，节点更少
axis-longer = { $family }：长一位，节点更多
axis-legal = 合法范围为 { $masks }。
axis-kubeadm = kubeadm 接受 { $masks }。
axis-fitting = { $masks } 可容纳规划的 { $nodes } 个节点。
axis-none-fits = 没有掩码能容纳规划的 { $nodes } 个节点及其 Pod。

## Service 范围的使用
use-label = 规划的 Service 数
use-hint = 仅用于此估算，不属于规划文件。
use-plain = { $services } 个 Service 占用 { $percent } % 的地址。
use-dynamic = { $services } 个 Service 占用 { $percent } % 的地址，仍在动态段之内。
use-static = { $services } 个 Service 占用 { $percent } % 的地址。动态段已满；{ $spilled } 个来自静态段。
use-elsewhere = { $services } 个 Service 占满此范围；{ $over } 个使用其他范围的地址。
use-missing = { $services } 个 Service 放不下：{ $missing } 个得不到地址。

## 启动检查
check-title = 启动时会输出什么？
check-version = 按此版本检查
check-version-own = { $version }（规划的版本）
check-paste = 命令行、unit、清单或配置
check-paste-hint = 命令行、systemd unit、环境变量文件、静态 Pod、含有 "Running kube-apiserver --..." 之类行的日志，或者 kubeadm、K3s、RKE2、k0s、Talos、kind、MicroK8s、kubelet、kube-proxy 的配置。留空则检查规划自身的设置。
check-origin = 来自第 { $line } 行 { $path }
check-clear = 清除
check-no-plan = 请粘贴内容或编写规划：目前还没有可检查的内容。
check-too-long = 此文本过长，无法在这里检查
check-nothing-found = 在此文本中没有识别出任何组件。命令行应以程序名开头；配置文件应保留其 kind。
check-verdict =
    { $refused ->
        [0] 找到的全部 { $components } 个组件都能以版本 { $version } 启动。
       *[other] 以版本 { $version } 启动时，{ $components } 个组件中有 { $refused } 个会退出。
    }
check-verdict-own =
    { $refused ->
        [0] 规划的全部 { $components } 个组件都能以版本 { $version } 启动。
       *[other] 以版本 { $version } 启动时，规划的 { $components } 个组件中有 { $refused } 个会退出。
    }
check-prints = { $component } 输出以下内容后退出
check-read-as = 读取到的内容
fate-starts = 能启动
fate-never-ready = 能启动，但永远无法工作
fate-exits = 退出
effect-fatal = 进程退出
effect-never-ready = 所要求的功能永远无法工作
effect-warning = 日志中出现一行
check-stage-read = 读取文件时
check-stage-install = 安装任何内容之前
check-stage-start = 启动时
check-stage-controller = 控制器启动时
check-stage-request = 收到请求时
check-stage-run = 之后的运行期间

## 可信度
confidence-verified = 已在源代码中确认
confidence-changelog = 版本说明
confidence-unverified = 未经确认

## 版本
versions-title = 从一个版本到另一个版本
versions-from = 从
versions-to = 到
versions-swap = 交换
compare-title = 此规划会有什么变化
compare-none = 规划可以读取后，这里会显示比较结果。
compare-same = 此规划的设置在 { $from } 和 { $to } 中相同。
compare-lead =
    从 { $from } 到 { $to }，同一规划{ $removed ->
        [0] 不减少设置
       *[other] 减少 { $removed } 项设置
    }，{ $added ->
        [0] 不增加设置
       *[other] 增加 { $added } 项
    }，{ $changed ->
        [0] 不更改设置
       *[other] 更改 { $changed } 项
    }。
setting-added = 新增
setting-removed = 移除
setting-changed = 更改
not-given = 未指定
becomes = 变为
reason-plan = 由规划得出。
reason-added = 从 { $version } 起有 { $name }。
reason-added-with = 从 { $version } 起有 { $name }：{ $after }。
reason-removed = 从 { $version } 起不再有 { $name }。
reason-removed-with = 从 { $version } 起不再有 { $name }（{ $before }）。
reason-changed = { $name } 在 { $version } 中改变：{ $before } 变为 { $after }。
changes-title = Kubernetes 中的全部变化
changes-table = 变化的表格
changes-count =
    { $count ->
        [0] 无
       *[other] { $count } 项变化
    }
changes-component = 组件
every-component = 所有组件
column-component = 组件
column-kind = 类型
column-name = 名称
column-since = 起始版本
column-source = 来源
column-confidence = 可信度
fact-flag = 命令行参数
fact-field = 配置字段
fact-gate = 特性门控
fact-api = API
fact-limit = 限制
fact-behaviour = 行为
