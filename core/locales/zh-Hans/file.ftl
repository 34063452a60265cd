# 作为文本的规划文件：无法读取的内容，以及不符合要求的字段。

value-empty = 空值

FILE001 = 这不是 YAML
    .title = 无法读取规划文件
    .help = 请改正所指出的行。其前面的字段和其他文档仍会被读取
    .bracket = 括号没有闭合，或者用另一种括号闭合
    .quote = 引号没有闭合
    .behind-quote = 闭合引号之后还有内容
    .tab = 在 YAML 要求空格的地方出现了制表符
    .indentation = 该行的缩进与它所属的行不同
    .colon = `:` 出现在不能跟值的地方；含有 `: ` 的值需要加引号
    .comma = 缺少逗号或右括号
    .dash = `- ` 出现在不能开始列表项的地方
    .escape = 引号中的 `\` 转义不是 YAML 的转义
    .comment = `#` 注释之前需要一个空格，且不能出现在值之中
    .character = 字符 `{ $character }` 不能出现在这里；以它开头的值需要加引号
    .byte-order-mark = 文档中间出现了字节顺序标记
    .full-width = 这不是 YAML；该行含有全角标点，必须使用 ASCII

FILE002 = 文件大于 { $limit } MiB，未读取
    .title = 规划文件太大
    .help = 请拆分文件；包含 Service 的规划只有几千字节

FILE003 = 列表和映射的嵌套超过 { $limit } 层
    .title = 规划文件嵌套太深
    .help = 请检查是否有未闭合的括号

FILE004 = 键 `{ $key }` 在此映射中出现两次，第一次在第 { $line } 行
    .title = 键重复
    .help = 请移除其中一个：`kubectl apply -f` 会悄悄使用最后一个，其他工具使用第一个或拒绝该文件

FILE005 = 别名 `*{ $name }` 之前没有锚点 `&{ $name }`
    .itself = 别名 `*{ $name }` 位于它自己的锚点之内
    .many = 锚点和别名展开后超过 { $limit } 个值；kubectl 也会拒绝这样的文件
    .title = 无法解析别名
    .help = 请直接写出值，或者更正名称

FILE006 = `<<` 的值既不是映射也不是映射的列表
    .title = 没有映射的合并键
    .help = 请在 `<<` 之后写一个映射的别名，或者直接写出字段

FILE007 = 键 `{ $key }` 不是字符串
    .title = 键不是字符串
    .help = 请为键加引号

FILE008 = 标签 `{ $tag }` 不合适或不受支持
    .title = 不支持的标签
    .help = 请移除该标签；加引号可使值成为字符串

FILE009 = `{ $value }` 不是 Kubernetes 接受的数字
    .title = 无法表示的数字
    .help = 请写有限的数字，或者为文本加引号

FILE010 = 列出 { $count } 个问题之后不再继续列出
    .title = 问题太多，无法全部列出
    .help = 请先改正已列出的问题
    .kind = 另有 { $count } 个 { $code } 未列出
    .help-kind = 要全部列出，请使用 `dualstack lint --all`，或者调用的选项 `allFindings`

FILE011 = `{ $field }` 不是规划的字段；是否指 `{ $nearest }`？
    .alone = `{ $field }` 不是规划的字段
    .taken = `{ $field }` 不是规划的字段；已经有 `{ $nearest }` 了
    .title = 未知字段
    .help = 请更正名称或移除该字段
    .fix = 重命名为 `{ $nearest }`

FILE012 = 必须有 `{ $field }`
    .title = 缺少必需的字段
    .help = 请添加该字段

FILE013 = `{ $field }` 的类型与要求不符
    .string = `{ $field }` 为 `{ $value }`；应为字符串
    .integer = `{ $field }` 为 `{ $value }`；应为整数
    .boolean = `{ $field }` 为 `{ $value }`；应为 true 或 false
    .list = `{ $field }` 为 `{ $value }`；应为列表
    .object = `{ $field }` 为 `{ $value }`；其下应有字段
    .document = 文档为 `{ $value }`；应有 apiVersion 和 kind 等字段
    .title = 值的类型不正确
    .help = 请写所指出类型的值
    .fix = 写成 `{ $value }`

FILE014 = `{ $field }` 为 { $value }；应在 { $least } 到 { $most } 之间
    .title = 数字超出范围
    .help = 请选择该范围内的数字

FILE015 = `{ $field }` 为 `{ $value }`；应为 { $allowed } 之一
    .title = 值不在允许的值之中
    .help = 请选择列出的值之一
    .fix = 使用 `{ $nearest }`

FILE016 = `{ $field }` 为 `{ $value }`，不能用在那里
    .title = 无法使用的值
    .help = 请更正该值
    .cidr = `{ $field }` 为 `{ $value }`；应为 10.244.0.0/16 或 fd00:10:244::/56 这样的 CIDR
    .address = `{ $field }` 为 `{ $value }`；应为 192.168.1.11 或 fd00::11 这样的 IP 地址
    .endpoint = `{ $field }` 为 `{ $value }`；应为带或不带端口的地址或 DNS 名称，例如 api.example.com:6443 或 [fd00::11]:6443
    .release = `{ $field }` 为 `{ $value }`；应为 1.18 这样的版本
    .version = `{ $field }` 为 `{ $value }`；应为 1.36 这样的 Kubernetes 版本

FILE017 = `{ $field }` 含有全角字符，已读作 `{ $value }`
    .manifest = `{ $field }` 含有全角字符，Kubernetes 不会将其读作 `{ $value }`
    .title = 全角字符
    .help = Kubernetes 只接受 ASCII；请按读取结果书写该值
    .fix = 写成 `{ $value }`

FILE018 = 这是模板
    .title = 用模板代替了清单
    .help = 请先渲染模板，再提供渲染结果
    .helm = 这是 Helm 模板，渲染之后才成为 YAML
    .help-helm = 请先渲染：helm template RELEASE CHART > rendered.yaml
    .jinja = 这是 Jinja 模板，渲染之后才成为 YAML
    .help-jinja = 请先渲染（例如用 Ansible 的 template 模块），再提供渲染结果
    .jsonnet = 这是 Jsonnet，求值之后才成为 JSON
    .help-jsonnet = 请先求值：jsonnet FILE > rendered.json
    .patch = 这是 Service 的补丁，而不是完整的 Service：它没有任何 Service 必需的字段
    .help-patch = 请先构建：kubectl kustomize DIRECTORY > built.yaml
    .variables = 其中含有 `${"{"}NAME{"}"}` 这样的变量，必须先填入
    .help-variables = 请先填入：envsubst < FILE > filled.yaml

FILE019 = 规划文件的内容太多
    .title = 规划文件的内容太多
    .help = 请拆分文件，或者去掉与地址无关的内容
    .values = 文件中的值超过 { $limit } 个；此处之后的内容未读取
    .documents = 文件中的文档超过 { $limit } 个；此处之后的内容未读取
    .keys = 映射中的键超过 { $limit } 个；此处之后的内容未读取
    .services = 文件中的 Service 超过 { $limit } 个；其余的未读取
    .entries = 列表 `{ $field }` 的条目超过 { $limit } 个；其余的未读取
