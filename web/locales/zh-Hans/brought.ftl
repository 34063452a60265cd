## 从带来的文本中读出的内容，以及可对其进行的操作。

brought-reading = 正在读取…
brought-nothing = 没有可读取的内容
brought-nothing-why = 文本为空，或者没有文件可以读取。
brought-too-large = 内容过大，此页面无法处理
brought-too-large-why = 大小为 { $size } MiB；由于读取期间页面会停住，此页面一次最多读取 { $limit } MiB。命令行没有这个限制：
brought-bad-link = 无法打开此链接
brought-address = { $address } 属于谁？
brought-sizes = 由规模得出的规划
brought-codes = 这些代码的含义
brought-lines = 这些日志行的含义
brought-unknown = 其中没有任何已知类型的内容
brought-pieces =
    已读取 { $pieces } 项{ $unread ->
        [0] { "" }
       *[other] ，{ $unread } 项无法理解
    }{ $contradictions ->
        [0] { "" }
       *[other] ，{ $contradictions } 处矛盾
    }
brought-file-too-large = { $name } 未读取：加上它就超过 16 MiB。可以用命令行读取：dualstack import FILE
brought-file-too-many = { $name } 及其后的文件未读取：文件超过 500 个
brought-file-not-text = { $name } 不是文本文件
brought-file-unreadable = 无法读取 { $name }

brought-read = 已读取
brought-times = × { $count }
brought-more-kinds = 以及另外 { $count } 种
brought-more-places = 以及另外 { $count } 处
brought-contradictions = 相互矛盾的内容
brought-missing = 缺少的内容
brought-unread = 未读取的内容
brought-others = 其他须知
brought-values = { $count } 个值及其来源
brought-values-table = 值的表格
brought-field = 字段
brought-origin = 位置
brought-line = 第 { $line } 行
brought-strength = 可信程度
strength-default = 工具的默认值
strength-implied = 由此推出
strength-configured = 已配置
strength-observed = 在集群中观察到
brought-file = 文件形式的规划
brought-as-file = 作为文件读取
brought-no-plan = 没有可以查找的规划。
brought-show-node = 在节点块中显示 { $address }

brought-undo = 当前的规划会保留在上一步：撤销即可恢复。
brought-take = 设为我的规划
    .name = 设为我的规划：{ $name }
brought-add = 将 { $count } 个对象加入我的规划
brought-check = 仅检查启动
brought-compare = 与我的规划比较
    .name = 与我的规划比较：{ $name }
brought-close = 关闭
brought-added =
    { $added ->
        [0] 没有添加任何对象
       *[other] 已添加 { $added } 个对象
    }{ $known ->
        [0] { "" }
       *[other] ；{ $known } 个已经存在，保持不变
    }

card-tight = 紧凑
card-tight-about = 占用最少的地址：地址块恰好容纳节点的 Pod。
card-roomy = 宽松
card-roomy-about = 地址块可容纳节点 Pod 数的两倍，滚动更新时不会用尽。
card-double = 可翻倍
card-double-about = 同样宽松，并可容纳两倍的节点。
brought-fleet = 机群：共享块中的多个集群
