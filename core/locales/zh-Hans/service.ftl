### kube-apiserver 对 Service 的逐步判断。

service-step-field-unknown = Kubernetes { $version } 没有 { $field } 或将其关闭：丢弃
service-step-policy-decoded = 在此版本中，有两个地址族或两个集群 IP 而没有策略时，表示 RequireDualStack
service-step-families-decoded = RequireDualStack 只有一个地址族：在查看集群之前添加另一个
service-step-gate-off = 特性门控 IPv6DualStack 已关闭：不查看地址族，Service 从主范围得到一个地址
service-step-external-name = ExternalName Service 没有集群 IP，也没有地址族

service-step-ips-from-ip = 给出了 clusterIP 而没有 clusterIPs → 将 clusterIPs 设为该值
service-step-ips-kept = clusterIP 未变且没有写 clusterIPs → 保留已存储的列表
service-step-ips-cleared = clusterIP 被清除且 clusterIPs 未变 → clusterIPs 也被清除
service-step-ips-follow-ip = clusterIP 被更改且 clusterIPs 未变 → clusterIPs 跟随 clusterIP
service-step-kept = 没有写 { $field } → 保留已存储的值
service-step-cleared-by-type = 类型由 { $old } 变为 { $new } 且 { $field } 未变 → 将其清除
service-step-second-dropped = 策略为 SingleStack 而 { $field } 有两项 → 丢弃第二项

service-step-prefer-dual-stack-kept = PreferDualStack，且地址和地址族与已存储的相同 → 无论集群变成什么样，都不更改
service-step-policy-from-old = 没有给出策略 → 保留已存储 Service 的策略：{ $policy }
service-step-policy-headless = 没有给出策略，无头且没有选择算符 → { $policy }
service-step-policy-single-selector = 没有给出策略，Service 有选择算符 → { $policy }
service-step-policy-single-no-selector = 没有给出策略 → { $policy }
service-step-policy-two-families = 没有给出策略，有两个地址族 → { $policy }
service-step-family-of-ip = 没有为集群 IP { $ip } 给出地址族 → { $family }
service-step-primary-family = 没有给出地址族 → 集群的主地址族：{ $family }
service-step-second-family = 策略请求两个地址族且集群两者都有 → 添加 { $family }
service-step-second-family-headless = 无头且没有选择算符：策略请求两个地址族 → 无论集群是否具备，都添加 { $family }
service-step-no-second-family = 策略请求两个地址族，但集群只有一个 → 一个地址族

service-step-headless = 无头：不分配地址
service-step-address-allocated = 分配 { $family } 地址：{ $address }
service-step-address-reserved = 占用所请求的 { $family } 地址 { $address }
service-step-address-released = 释放 { $address }
service-step-node-port-allocated = 分配节点端口 { $port }
service-step-node-port-reserved = 占用所请求的节点端口 { $port }
service-step-name-generated = 服务器补全以 { $start } 开头的名称
service-step-held = 集群中已有此 Service：不发送，按客户端读取到的内容显示
service-step-health-check-port = 负载均衡器向每个节点查询健康状况 → 分配端口 { $port }

service-step-refused = 在 { $field } 处被拒绝：{ $error }
service-step-failed = 服务器失败：{ $error }

service-simulation-now-dual-stack = 集群现在是双栈；Service 在更改之前保留其地址族
service-simulation-now-single-stack = 集群现在是单栈；具有另一个地址族的 Service 保留该地址族，除非其策略为 PreferDualStack，否则对它们的更新会失败
service-simulation-ranges-changed = Service 范围现在不同了；已存储的地址保持不变
service-simulation-default-object-created = API 服务器根据其参数创建 ServiceCIDR 对象 kubernetes
service-simulation-default-object-extended = API 服务器将第二个范围加入 ServiceCIDR 对象 kubernetes
service-simulation-object-leaves = 正在删除 ServiceCIDR { $name }；它至少保留 { $seconds } 秒，使所有 API 服务器不再从中分配地址
service-simulation-object-waits = 正在删除 ServiceCIDR { $name }，等待没有 Service 在其中有地址
service-simulation-object-removed = ServiceCIDR { $name } 已消失

service-aspect-external-name = DNS 服务器用另一个名称回答；查询者得到该名称的地址族
service-aspect-no-balancer = 从规划中看不出负载均衡器的提供者；没有提供者时，Service 得不到外部地址
service-aspect-balancer-lacks-family = { $balancer } 不会给此 Service 分配 { $family } 地址
service-aspect-balancer-needs-annotation = 只有带注解 { $annotation } 时，{ $balancer } 才会给此 Service 分配 { $family } 地址
service-aspect-one-balancer-ip = loadBalancerIP 只含一个地址，但该 Service 有两个地址族
service-aspect-family-unrestricted = 没有 { $family } 的来源范围，因此 kube-proxy 允许任何人通过 { $family } 连接
service-aspect-external-ips-not-served = 该 Service 没有 { $family } 地址族，因此没有 kube-proxy 为其 { $family } 外部 IP 提供服务
service-aspect-endpoints-one-family = Endpoints 对象只含第一个地址族；EndpointSlice 两者都含
service-aspect-endpoints-by-hand = 没有选择算符时，没有组件会写入端点：每个地址族都需要一个相应地址类型的 EndpointSlice

service-convert-family-to-list = ipFamily { $family } 变为 ipFamilies [{ $family }]，策略为 SingleStack
service-convert-family-of-address = 集群 IP { $address } 是 { $family }，尽管 ipFamily 写的是 { $named }：保留该地址，期望 { $named } 的客户端得不到它
service-convert-family-dropped = ipFamily 在这里没有意义，已略去
service-convert-policy-added = 有两个地址族或集群 IP 而没有策略时表示 { $policy }；现在必须写出
service-convert-prefer-upgrades = 在 { $version } 中，一旦集群具备第二个地址族，对 PreferDualStack Service 的任何更新都会添加它
service-convert-replace-needs-ip = 在 { $version } 中，替换已存储的 Service 需要在清单中写出其 clusterIP
service-convert-list-to-family = ipFamilies 的第一项变为 ipFamily { $family }
service-convert-one-family-only = { $version } 的 Service 只有一个地址族：另一个需要第二个 Service
service-convert-second-address-lost = 第二个集群 IP { $address } 会丢失
service-convert-field-lost = { $version } 没有 { $field } 或在这里拒绝它：已略去
service-convert-canonical = { $before } 写成 { $after }
service-convert-no-sctp = 除非启用特性门控，{ $version } 拒绝 SCTP 端口
service-convert-no-mixed-protocols = { $version } 拒绝在一个负载均衡器上使用多种协议
service-convert-no-kubelet-port = { $version } 拒绝端口为 10250 的负载均衡器，该端口由 kubelet 使用
service-convert-needs-gate = 只有特性门控 IPv6DualStack=true 时，{ $version } 才查看地址族
service-convert-had-no-effect = 在编写清单时所针对的版本中，{ $field } 没有作用：已略去
