## 保存在此浏览器中的规划。

plans-private = 仅保存在此设备的此浏览器中，不会发送到任何地方；打开同一规划的标签页会保持同步。
plans-name = 规划名称
plans-keep = 保存此规划
plans-coming = 正在读取…
plans-none = 还没有保存的规划。
plans-here = 当前打开
plans-length = { $count } 个字符
plans-open = 打开
    .name = 打开 { $name }
plans-rename = 重命名
    .name = 重命名 { $name }
plans-duplicate = 复制一份
    .name = 将 { $name } 复制一份
plans-delete = 删除
    .name = 删除 { $name }
plans-take = 确定
plans-leave = 取消
plans-sure = 永久删除 { $name }？
