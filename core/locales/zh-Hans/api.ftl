# 从 JavaScript 调用时参数的问题。

API001 = 该文本不是字符串：得到的是 { $found }
API002 = { $argument }：大于 { $mebibytes } MiB
API003 = { $argument }：无法表示为 JSON：{ $error }
API004 = { $argument }：与此调用不符：{ $error }
API005 = 这不是 IP 地址：{ $text }
API006 = { $argument }：应为一个 Service 范围，或者两个不同地址族的范围
API007 = 此调用所需的软件包部分尚未加载：请先执行 await load("{ $part }")
API008 = 没有语言 `{ $tag }`；消息使用英语。已知的语言：{ $known }
