## 机群：共享块中的多个集群

fleet-placing = 正在为集群安排位置…
fleet-failed = 无法规划此机群：
fleet-map = 机群的地图
fleet-group = 组
fleet-all-groups = 所有组
fleet-back = 后退一步
fleet-home = 整个块
fleet-at = 当前显示：{ $networks }
fleet-hint = 每一行是上方网络的十六分之一。按一行可放大；按住 Ctrl 滚动滚轮也可缩放。在行上：上下箭头转到其他行，右箭头放大，左箭头或 Backspace 后退。另一个地址族显示相同的集群。
fleet-findings = 发现
fleet-no-findings = 没有发现问题。
fleet-more-findings = 还有 { $count } 项
fleet-blocks = 块
fleet-more-blocks = 其他块：{ $count } 个
fleet-path = 通往当前位置的路径：{ $family }
fleet-rows = { $family }：{ $network } 的各行
fleet-outside = 不在任何块中
fleet-clusters = 集群
fleet-find = 按名称、组或站点查找
fleet-found = { $of } 个集群中的 { $count } 个
fleet-cluster = 集群
fleet-nodes = 节点
fleet-room = 能否翻倍
fleet-actions = 操作
fleet-doubles = 翻倍到 { $room }
fleet-runs = 已在运行，位置不变
fleet-can-double = 能
fleet-cannot-double = 不能
fleet-files = 文件
fleet-files-lock-why = 请把锁文件与机群文件一起保存：这样每个集群都留在原处。下次请把两个文件一起带来。
fleet-files-lock = 锁文件
fleet-files-all = 所有文件 (.zip)
fleet-files-plans = 规划 (.zip)
fleet-files-netbox = NetBox (.zip)
fleet-files-terraform = Terraform (.zip)
fleet-files-markdown = Markdown (.zip)
fleet-files-zones = 反向区域 (.zip)
fleet-files-picture = 地图 (.svg)
fleet-row = { $count ->
        [0] 无集群
       *[other] { $more ->
            [0] { $names }
           *[other] { $names }，另有 { $more } 个
        }
    }；空闲 { $free }%
fleet-show = 地图
    .name = 在地图上显示：{ $name }
fleet-take = 作为我的规划打开
    .name = 作为我的规划打开：{ $name }
fleet-table = 集群表
