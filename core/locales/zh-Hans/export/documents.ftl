group-documents = 文档

target-markdown = Markdown
    .description = 报告：范围、容量、Service、检查结果、组件的设置，以及要在主机上检查的事项
target-plan-json = JSON
    .description = JSON 形式的规划文件，以及其地址和容量
target-plan-yaml = 规划文件
    .description = YAML 形式的规划及其 Service，每个字段都在应有的位置

## 报告。

export-markdown-title = { $name } 的地址规划，Kubernetes { $version }

export-markdown-ranges = 范围
export-markdown-free = 空闲空间
export-markdown-blocks = 节点块
export-markdown-services = Service 范围
export-markdown-stored = Service
export-markdown-findings = 检查结果
export-markdown-components = 组件的设置
export-markdown-checks = 要在主机上检查的事项

export-markdown-random = Service 没有请求集群 IP 时，API 服务器会随机选择：这里的只是示例
export-markdown-no-findings = 没有发现问题。

export-markdown-kind-pods = Pod
export-markdown-kind-services = Service
export-markdown-kind-nodes = 节点
export-markdown-kind-load-balancers = 负载均衡器
export-markdown-kind-reserved = 保留

export-markdown-is-stored = 已存储
export-markdown-is-replaced = 被后面的同名对象替换
export-markdown-is-refused = 被拒绝
export-markdown-is-unknown = 未发送

export-markdown-column-kind = 用途
export-markdown-column-range = 范围
export-markdown-column-addresses = 地址数
export-markdown-column-name = 名称
export-markdown-column-block = 块
export-markdown-column-free = 最大的空闲网络
export-markdown-column-mask = 节点掩码
export-markdown-column-nodes = 节点数
export-markdown-column-excluded = 不供节点使用的块
export-markdown-column-block-addresses = 每个节点的地址数
export-markdown-column-usable = 可用
export-markdown-column-static = 静态段
export-markdown-column-dynamic = 动态段
export-markdown-column-api = API 服务器
export-markdown-column-dns = 集群 DNS
export-markdown-column-service = Service
export-markdown-column-outcome = 结果
export-markdown-column-policy = ipFamilyPolicy
export-markdown-column-families = ipFamilies
export-markdown-column-addresses-of-service = clusterIPs
export-markdown-column-flag = 参数
export-markdown-column-value = 值
export-markdown-column-why = 理由

## 检查结果。

EXP120 = { $target } 显示对规划文件的分析，而这里没有分析
    .title = 没有分析的报告
    .help = 请从规划文件导出
