## 比较，以及从一个规划到另一个规划的步骤

diff-other-title = 比较对象
diff-keep = 以当前规划作为比较对象
diff-other = 旧的规划，或正在运行的集群
diff-help = 可以粘贴规划，或顶部输入框能读取的任何内容：kubeadm 文件、转储、标志。它是旧的一方；旁边显示的规划是新的一方。
diff-nothing = 请粘贴现有的内容，或先保留当前规划再修改：这里会列出差异、影响范围以及实施步骤。
diff-too-long = 超过 1 MiB 的文本请在命令行比较：dualstack diff OLD NEW
diff-own-unusable = 旁边显示的规划无法比较：
diff-other-unusable = 从这段文本读不出可以比较的规划：
diff-title = 差异
diff-half = 如果只做一半
diff-source = 来源：
steps-title = 实施步骤
steps-proof = 每一步都在集群模型上试过：组件能启动，节点保留自己的块，已有的 Service 仍然有效，新的 Service 也能被接受。
step-title = 第 { $number } 步
step-details = 做什么、如何检查、如何退回
step-settings = 设置
step-commands = 命令
step-check = 检查
step-notice = 用户会注意到
step-back = 退回
