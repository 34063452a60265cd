## 用于解释的句子；始终显示在同一位置。

source-help = 规划及其附带的清单，格式为 YAML 或 JSON。表单只更改其中的值：注释和顺序保持不变。
ranges-hint = 每个列表中的第一个 CIDR 属于主地址族。只有一个 CIDR 时为单栈集群。
reserved-hint = 必须保持空闲的网络：VPN、对等网络、docker0。
form-blocked-help = 文本中没有可以读取的 ClusterPlan。您输入的内容全都还在；在文本中改正后，表单就会恢复。
find-help = 节点从 0 开始计数：节点 0 是第一个加入的节点。输入地址可以找到包含它的块所属的节点。
manifests-help = 同一文件中规划之后的文档，以 --- 行分隔。每次更改都会立即进行准入处理。
