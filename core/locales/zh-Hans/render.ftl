## 规划在其他网页中的视图。

render-map-table = 以表格显示地址范围
render-column-node = 节点
render-nodes-caption = 节点块：{ $count } 个中的 { $shown } 个
render-nodes-none = 没有节点块：Pod CIDR 与掩码大小无法划分出节点块
render-nodes-refused = 没有节点能得到块，因为 kube-controller-manager 无法以这个规划的标志启动；它会输出：
render-no-services = 规划旁边没有 Service
