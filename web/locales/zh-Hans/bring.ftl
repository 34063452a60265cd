## 接受任何现有内容的输入框。

bring-label = 粘贴或拖入任何内容
bring-example = 300 nodes x 110 pods from 10.0.0.0/8
bring-read = 读取
bring-help = 可以是配置、文件夹、转储（kubectl get … -o yaml）、命令行、日志行、代码、地址、链接或规模。单行内容按 Enter 读取，多行内容按 Ctrl+Enter。在您确认之前，什么都不会改变。

brought-is-plan = 这现在是您的规划；撤销可恢复之前的内容
narrowed = 全角字符已转换为 ASCII。
