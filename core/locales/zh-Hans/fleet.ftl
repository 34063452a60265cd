## 多个集群共享地址块。

FLEET001 = 文本中没有 FleetPlan
    .title = 没有机群计划
    .help = 请提供含有 `kind: FleetPlan` 的文件；格式见 docs/fleet.md

FLEET002 = 两个集群的名称都是 { $cluster }
    .title = 集群名称重复
    .help = 请给每个集群各自的名称：位置按名称保留

FLEET003 = 集群 { $cluster } 需要 { $family }，而组 { $group } 没有 { $family } 地址块
    .title = 缺少某个地址族的地址块
    .help = 在 `blocks` 中加入该地址族的地址块，或在 `families` 中写明集群的地址族

FLEET004 = 集群 { $cluster } 的{ $kind ->
        [pods] Pod
       *[services] Service
    }需要 { $family } 的 { $room }（{ $needed }，并留出翻倍的空间）；组 { $group } 的 { $blocks } 中最大的空闲块是 { $place }
    .full = 集群 { $cluster } 的{ $kind ->
        [pods] Pod
       *[services] Service
    }需要 { $family } 的 { $room }（{ $needed }，并留出翻倍的空间）；组 { $group } 的 { $blocks } 已没有空闲
    .title = 集群没有位置
    .help = 加入地址块，减少计划的节点或 Service，或把集群移到另一组

FLEET005 = 集群 { $cluster } 的{ $kind ->
        [pods] Pod
       *[services] Service
    }现在需要 { $family } 的 { $needed }；它的位置是 { $room }，旁边已被占用。它仍留在 { $range }
    .title = 集群超出了自己的位置
    .help = 减少计划，或从锁定文件中删除它的条目以重新安排：对运行中的集群来说，这等于新建集群

FLEET006 = 集群 { $cluster } 无法在原处翻倍：{ $kind ->
        [pods] 它的 Pod
       *[services] 它的 Service
    }使用 { $room } 中的 { $range }，旁边已被占用
    .title = 没有翻倍的空间
    .help = 现在就计划下一个集群，或在插件允许时使用第二个 Pod 范围

FLEET007 = 集群 { $cluster } 没有能容纳 { $nodes ->
       *[other] { $nodes } 个节点
    }、每块为 { $mask } 的 { $family } Pod 范围
    .title = 节点多于 Pod 范围中的块
    .help = Pod 范围与节点的块之间最多相差 16 位（65,536 个节点）：减少节点，或用 `maskSizeIPv4` 和 `maskSizeIPv6` 使用更小的块；IPv6 的块以十六进制位为界

FLEET008 = 已有集群 { $cluster } 没有范围
    .missing = 没有提供已有集群 { $cluster } 的文件 { $file }
    .unusable = 已有集群 { $cluster } 的文件 { $file } 没有给出范围
    .title = 已有集群没有范围
    .help = 在 `podCIDRs` 和 `serviceCIDRs` 中写明范围，或在 `plan` 中写明计划文件，或 `dualstack import` 能读取的文件

FLEET009 = 集群 { $cluster } 位于 { $range }，该网络已保留给 { $other }
    .title = 集群位于保留网络中
    .help = 去掉该保留，或从锁定文件中删除该集群的条目以重新安排

FLEET010 = 为了让一个集群有位置，组 { $group } 的 { $family } 聚合被切分：站点的路由变多了
    .title = 聚合被切分
    .help = 如果希望路由保持较少，请加入地址块

FLEET011 = 这不是机群的锁定文件
    .title = 无法使用的锁定文件
    .help = 请提供 `dualstack fleet` 写出的文件；没有它，所有集群都会重新安排

FLEET012 = 集群 { $cluster } 位于 { $range }，在组 { $group } 的地址块之外
    .title = 集群在地址块之外
    .help = 它会留在那里；请加入它所在的地址块，或从锁定文件中删除它的条目以重新安排

fleet-reason = { $first }：{ $next }
fleet-name = { $field }：{ $value } 不是集群名称：小写字母、数字、`-` 和 `.`，最多 63 个字符
fleet-rate = { $field }：{ $value } 不是增长率：请写数字，或现有数量的百分比，例如 `5%`

fleet-lock-comment = 机群中各集群的位置。由 `dualstack fleet` 写出并再次读取：请与机群文件一起保存。条目被删除的集群会重新安排。

fleet-summary = { $clusters ->
       *[other] { $clusters } 个集群已有位置
    }：新增 { $new }，保留 { $kept }，扩大 { $grown }
    .missing = { $clusters ->
       *[other] { $clusters } 个集群已有位置
    }：新增 { $new }，保留 { $kept }，扩大 { $grown }；{ $missing ->
       *[other] { $missing } 个没有位置
    }

fleet-heading = 机群 { $name }
fleet-heading-routes = 路由
fleet-column-cluster = 集群
fleet-column-group = 组
fleet-column-site = 站点
fleet-column-pods = Pod
fleet-column-services = Service
fleet-column-state = 状态
fleet-column-clusters = 集群数
fleet-column-routes = 路由数
fleet-state = { $state ->
        [new] 新增
        [grown] 扩大
       *[kept] 保留
    }
fleet-use = 组 { $group } 的 { $family }：集群 { $clusters } 个；含翻倍空间的地址 { $bound }；已用 { $taken }，多出 { $waste }%；路由 { $routes } 条
fleet-removed = 与上次相比已不存在，空间已释放：{ $names }
