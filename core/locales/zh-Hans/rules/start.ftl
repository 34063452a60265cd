## 规则。每条规则一项：值是检查结果，.title 是列表中的名称，.help 是处理方法，.fix-… 是按钮。

START001 = { $component } 对此规划的参数报告 { $check }
    .fatal = { $component } 无法以此规划的参数启动（检查 { $check }）
    .never-ready = { $component } 能启动，但规划所要求的功能永远无法工作（检查 { $check }）
    .warning = { $component } 对此规划的参数在日志中给出警告（检查 { $check }）
    .title = 组件拒绝规划的参数
    .help = 更改组件在其输出中指出的字段

START002 = 规划所用的工具拒绝此规划
    .title = 拒绝规划的工具
    .help = 更改该工具拒绝的内容，或者用其他工具来规划
