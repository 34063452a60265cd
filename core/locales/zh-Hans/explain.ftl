## 对日志行的搜索：为什么显示某条规则，以及找不到时该粘贴什么。

explain-why-text = 该行含有 { $component } 的这一文本
explain-why-cut = 该行被截断；剩余部分的开头或结尾与 { $component } 的这一文本相同
explain-why-general = 该行只说明 { $component } 拒绝了某项内容
explain-why-both = 该行没有指明地址族；如果 { $family } 已用完，就是这条规则
explain-why-finding = 该行没有指明地址族，而规划有这一检查结果
explain-why-index = 该行指的是 --cluster-cidr 的第 { $index } 项（从 0 开始计数），在规划中是 { $range }
explain-why-address = 该行指明了 { $range }
explain-why-only = 该行没有指明地址族，而规划的 Pod 只有 { $family }
explain-why-other-range = API 服务器使用 { $range }，它不是规划的任何 Service 范围
explain-why-planned-range = API 服务器使用规划的范围 { $range }，因此有问题的是 Service 中的地址
