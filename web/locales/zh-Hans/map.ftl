## 四个视图、版本滑块和地图。

view-map = 地图
view-services = Service
view-change = 变更
view-files = 文件
version-slider = Kubernetes { $version }

map-title = 地图
map-empty = 范围可以读取后，这里会显示地图。
map-path = 在 { $family } 中到达此处的路径
map-cells = { $count } × /{ $prefix }
map-no-twin = 此地址族中没有与此处对应的内容。
map-no-cell = 无
map-more-ranges = 以及另外 { $count } 个范围
map-enter = 放大
map-leave = 缩小
map-home = 回到 Pod
map-hint = 选择一格，即可看到它在两个地址族中的含义。按两次可放大；可以把范围拖到其他位置。
map-rows = 以行显示的地图
map-column-cells = 格
map-keys = 用方向键移动，向右和向左键展开和收起一行，Enter 放大，Backspace 缩小。
map-node = 节点 { $node }
map-nodes = 节点 { $first } 至 { $last }
map-cell = 第 { $cell } 格
map-addresses = { $count } 个地址
map-in-use = { $count ->
        [1] 由 { $owner } 使用
       *[other] { $count } 个地址在使用中，第一个由 { $owner } 使用
    }
map-ranges = 规划在此处的范围
map-halve = 减半
    .name = 减半：{ $name }
map-double = 加倍
    .name = 加倍：{ $name }
map-move-here = 移到这里
    .name = 移到这里：{ $name }
map-moving = { $name } 移到 { $network }

proof-title = 为什么是这个块
proof-formula = 2^({ $mask } − { $prefix }) = { $count } 个块
proof-range = 范围
proof-node = 节点的编号
proof-host = 节点的 Pod
