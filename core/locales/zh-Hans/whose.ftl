## 地址属于谁。

whose-api-server = { $address } 是 API 服务器的地址
whose-kubernetes-service = { $address } 是 Service default/kubernetes 的集群 IP，Pod 通过它访问 API 服务器
whose-cluster-dns = { $address } 是按惯例由集群 DNS 使用的集群 IP
whose-service = { $address } 是 Service { $service } 的集群 IP
whose-service-range = { $address } 位于 Service 范围 { $range }，这里没有 Service 使用它
    .static = { $address } 位于 Service 范围 { $range } 的静态段：在动态段用完之前，只有明确请求的 Service 才会得到它
    .dynamic = { $address } 位于 Service 范围 { $range } 的动态段：任何 Service 都可能得到它
    .unusable = { $address } 位于 Service 范围 { $range }，没有 Service 能得到它
    .object = { $address } 位于 { $range }，由 ServiceCIDR 对象加入 Service 范围
whose-node = { $address } 位于 { $block }，即节点 { $node } 的块，节点从 0 开始计数
    .named = { $address } 位于 { $block }，即节点 { $node } 的一个块
whose-unused-block = { $address } 位于 { $block }，这是没有节点能得到的 Pod 块：另一个地址族已没有块
    .excluded = { $address } 位于 { $block }，这是没有节点能得到的 Pod 块，因为它与 Service 范围 { $service } 相交
whose-pod-range = { $address } 位于 Pod 范围 { $range }，该范围没有节点块
whose-node-network = { $address } 位于节点的网络 { $range }
whose-load-balancer-pool = { $address } 位于负载均衡器的地址池 { $range }
whose-reserved = { $address } 位于规划保持空闲的 { $range }
    .named = { $address } 位于规划为 { $name } 保持空闲的 { $range }
whose-special-purpose = { $address } 不属于此规划的任何范围；它位于 { $source } 划出的 { $block }
whose-nobody = { $address } 不属于此规划的任何范围
whose-own-pools = { $plugin } 从自己的地址池为 Pod 分配地址：Pod 地址在哪个节点上，不由节点的块决定
whose-cloud-pods = Pod 从云平台的网络获得地址：Pod 地址在哪个节点上，不由节点的块决定
