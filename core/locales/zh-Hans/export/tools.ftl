group-tools = 基础设施即代码

target-ansible = Ansible
    .description = 用于 inventory 的组变量
target-terraform = Terraform 和 OpenTofu
    .description = 值及其变量，以及作为 locals 的同样内容

## 文件中的注释。

export-ansible = 供您自己的 playbook 使用的变量；Kubespray 读取的是其他名称
export-terraform-variables = 值在自动加载的 { $file } 中
export-terraform-locals = { $file } 中的值的另一种形式，供不接受变量的配置使用
export-terraform-node-pod-cidrs = 仅为示意：控制器按节点加入的顺序，把下一个空闲块分配给新节点。
export-terraform-cluster-name = 集群的名称
export-terraform-ip-families = Service 的地址族，主地址族在先
    .error = 地址族为 IPv4、IPv6 或两者，各出现一次。
export-terraform-pod-cidrs = Pod 范围，主地址族在先
    .error = 每个 Pod 范围都必须是 CIDR。
export-terraform-service-cidrs = Service 范围，主地址族在先
    .error = 每个 Service 范围都必须是 CIDR。
export-terraform-node-cidrs = 节点自身地址的网络
    .error = 每个节点网络都必须是 CIDR。
export-terraform-node-masks = 各地址族中，一个节点的 Pod 地址块的前缀长度
export-terraform-dns-service-ips = 每个 Service 范围中集群 DNS 的地址
export-terraform-api-service-ips = 每个 Service 范围的第一个地址；第一个范围的该地址属于 API 服务器
export-terraform-max-pods = 每个节点的最大 Pod 数
export-terraform-max-nodes = 每个地址族都有块的节点数
export-terraform-clusters = 按集群名称排列的地址规划
