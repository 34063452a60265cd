group-clouds = 托管集群

target-aks = AKS
    .description = az 命令和 Terraform 配置
target-eks = EKS
    .description = eksctl 文件、aws 命令和 Terraform 配置
target-gke = GKE
    .description = gcloud 命令和 Terraform 配置

## 文件中的注释。

export-cloud-versions = 云平台同时只提供少数版本；可用以下命令列出：{ $command }
export-cloud-region = 区域
export-cloud-node-range = NODE_RANGE（node_range）：节点的 IPv4 网络，规划中没有写明
export-gke-script = 必须设置 REGION；NODES_PER_ZONE 是将 { $count } 个节点分布到 { $zones } 个可用区的结果
export-gke-nodes-per-zone = 区域中每个可用区的节点数
export-aks-script = 必须设置 LOCATION；RESOURCE_GROUP 和 NODE_COUNT 可以设置
export-aks-resource-group = 资源组，必须已经存在
export-aks-vm-size = 机器的规格
export-aks-node-count = 第一个节点池的节点数
export-eks-region = 将 REGION 替换为区域
export-eks-split = eksctl 将 VPC 划分为八个 { $subnets } 的子网，三个可用区各有一个公有子网和一个私有子网，并把节点放在公有子网中
export-eks-pods = 每个节点的 Pod 数由实例类型决定；在 IPv4 节点上运行 { $pods } 个可能需要前缀委派（vpc-cni 的 ENABLE_PREFIX_DELEGATION）
export-eks-script = 必须设置 CLUSTER_ROLE_ARN 和 SUBNET_IDS（以逗号分隔，至少两个可用区）
export-eks-role = 控制平面的角色
export-eks-subnets = 至少两个可用区中的子网
    .ipv4 = 每个子网需要为控制平面留出六个空闲地址，并为每个节点和 Pod 各留一个
    .both = 每个子网需要一个 IPv4 范围和一个 IPv6 /64，并为控制平面留出六个空闲的 IPv4 地址
export-eks-vpc = 子网位于 VPC { $range } 中

## 检查结果。

EXP104 = { $cloud } 自行选择这些范围
    .gke = Google 自行选择所有 IPv6 范围，因此不使用以下范围：{ $ranges }。节点和 Pod 从子网的 /64 获得范围，Service 从 Google 的范围获得
    .eks = 不使用以下范围：{ $ranges }。EKS 的 Pod 使用 VPC 子网的地址，IPv6 范围由 AWS 自行分配
    .title = 由云平台选择的范围
    .help = 集群建成之后，请按云平台显示的范围规划路由和防火墙

EXP107 = { $cloud } 的节点得到 { $fixed } 的 IPv4 块，但规划为 { $mask }
    .title = 云平台固定了节点掩码
    .help = 请在 nodes.maskSizeIPv4 中写入云平台自己的掩码，使规划的计算与云平台一致

EXP116 = { $cloud } 运行 { $own }：这些文件中没有 { $plugin }
    .title = 与云平台不同的 CNI 插件

EXP117 = 没有字段接受这些节点网络，因此不使用它们：{ $ranges }
    .title = 未使用的节点网络
    .help = 一个集群只接受每个地址族的一个网络

EXP119 = { $target }：必须替换 { $file } 中的 { $value }
    .patch = EKS 自行选择补丁版本：{ $version } 变为 { $minor }
    .title = 规划中没有或 EKS 不接受的值
