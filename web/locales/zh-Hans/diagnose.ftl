## 日志行的含义，以及在机器上要检查的事项。

explain-title = 这一行是什么意思？
explain-label = 日志行或代码
explain-hint = 来自组件、kubectl 或日志收集器的一行；也可以是多行，或者 ADDR001 之类的代码。
explain-clear = 清除
explain-said =
    { $rules ->
        [0] 没有与此文本有关的规则。
       *[other] 找到 { $rules } 条规则：{ $codes }
    }
explain-nothing = 请粘贴输出的整行，包括时间戳。这里只认识有关地址族、范围、节点块和启动的消息；有关其他内容的行没有对应的规则。代码要单独输入，不带其他文字。
explain-line = 第 { $line } 行的内容
explain-facts = { $component }，Kubernetes { $from } 至 { $to }
    .open = { $component }，Kubernetes { $from } 及以后
explain-name = 内容
explain-value = 值
explain-captured = 该行关于 { $code } 的内容
explain-more = 检查什么，为什么
explain-docs = 规则 { $code } 的页面
explain-in-plan =
    { $count ->
        [0] 此规划没有这个问题。
       *[other] 此规划中有 { $count } 处这个问题。
    }
explain-go = 转到检查结果 { $code }

checklist-title = 要在机器上检查的事项
checklist-about = 文件中看不出来的内容：针对此规划选出，并附上能给出答案的命令。
checklist-empty = 规划可以读取后，这里会显示清单。
checklist-commands = 命令：{ $title }
checklist-rule = 规则 { $code }
