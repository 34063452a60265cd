## 规划的地图。

draw-title = 规划 { $name } 的地图
    .unnamed = 规划的地图
draw-axis = 同一格
    .node = = 同一节点
draw-cells = { $count } × /{ $prefix }
    .node = { $count } × /{ $prefix }，每个节点一个
    .nodes = { $count } × /{ $prefix }，每个含 { $nodes } 个节点
    .inside = { $count } × /{ $prefix }，全部属于节点 { $node }
draw-to = { $first } … { $last }
draw-empty = { $family } 中没有与此处对应的内容
draw-elsewhere = 另有 { $count } 个含 { $family } 范围的块
draw-more-ranges = 另有 { $count } 个范围
draw-unpaired = 从这里起没有 { $family }
draw-more-overlaps = 另有 { $count } 处重叠
draw-overlap = { $first } 与 { $second } 共用 { $shared }

draw-kind-pods = Pod
draw-kind-services = Service
draw-kind-nodes = 节点
draw-kind-load-balancers = 负载均衡器
draw-kind-reserved = 保留

draw-use-pods-taken = 已存在的 { $count } 个 Node
draw-use-pods-today = 当前 { $count } 个节点
draw-use-pods-planned = 规划至 { $count } 个节点
draw-use-pods-free = 可供 { $count } 个节点使用
draw-use-pods-unpaired = 另一个地址族没有对应的块
draw-use-pods-excluded = 没有节点：块中有 Service
draw-use-pods = Pod，块未知
draw-use-services-static = Service，静态段
draw-use-services-dynamic = Service，动态段
draw-use-services-unusable = 没有 Service 能使用
draw-use-services-object = Service，ServiceCIDR 对象
draw-use-nodes = 节点的网络
draw-use-load-balancers = 负载均衡器的地址池
draw-use-reserved = 保留
draw-use-overlap = 范围重叠
draw-use-known = 使用中的地址

draw-summary-grid = { $family }：{ $network }，{ $cells ->
    [1] 一格
   *[other] { $cells } 格，每格 /{ $prefix }
  }。
draw-summary-no-grid = { $family }：没有与此处对应的内容。
draw-summary-pods = 在 { $family } 中，Pod 使用 { $cells } 格中的第 { $first } 至 { $last } 格。
    .both = 在两个地址族中，Pod 都使用 { $cells } 格中的第 { $first } 至 { $last } 格。
draw-summary-unpaired = 在 { $family } 中，第 { $first } 至 { $last } 格的块没有节点能得到，因为另一个地址族已没有块。
    .both = 在两个地址族中，第 { $first } 至 { $last } 格的块都没有节点能得到。
draw-summary-shifted = 从第 { $cell } 格起，同一格是不同的节点，因为一个地址族中有没有节点得到的块。
draw-summary-services = 在 { $family } 中，Service 的地址位于第 { $first } 至 { $last } 格。
    .both = 在两个地址族中，Service 的地址都位于第 { $first } 至 { $last } 格。
draw-summary-services-outside = Service 位于图外。
draw-summary-no-overlap = 没有范围重叠。
draw-summary-overlaps = { $count } 对范围重叠。

draw-row = 第 { $first } 至 { $last } 格
    .one = 第 { $first } 格
draw-sentence = { $text }。

## 机群的地图

draw-fleet-pods = Pod 网段
draw-fleet-services = Service 网段
draw-fleet-nodes = 节点网络
draw-fleet-room = 翻倍空间
draw-fleet-site = 为站点保留
draw-fleet-existing = 已在运行
draw-fleet-reserved = 保留
draw-fleet-free = 空闲
draw-fleet-group = 组 { $group }
