## “导出”视图。

exports-title = 供安装工具和组件使用的文件
exports-about = 请选择目标；其文件会随规划一起更新。
exports-no-plan = 规划可以读取后，这里会显示导出内容。
exports-none-chosen = 未选择任何目标。
exports-no-files = 所选目标不会为此规划写出文件。
exports-said =
    { $targets ->
        [0] 没有目标
       *[other] { $targets } 个目标
    }，{ $files ->
        [0] 没有文件
       *[other] { $files } 个文件
    }{ $refused ->
        [0] { "" }
       *[other] ，{ $refused } 个被拒绝
    }{ $changed ->
        [0] { "" }
       *[other] ，{ $changed } 个自上次导出后有变化
    }
targets-filter = 筛选目标
targets-count = 显示 { $all } 个目标中的 { $shown } 个，已选 { $chosen } 个
targets-none = 没有目标含有这些文字。
targets-clear = 全部取消
download-zip = 下载 zip
zip-failed = 无法生成 zip

## 目标
target-docs = 文档
target-checked = 检查依据：{ $against }
target-docs-of = 文档：{ $target }
target-every-version = 所有版本
target-since = Kubernetes { $since } 及以后
target-between = Kubernetes { $since } 至 { $until }
target-says = { $target }：须知
export-unknown = …
export-writes = 可写出
export-warns = 有警告
export-fails = 无法启动
export-empty = 没有可写的内容
export-refuses = 被拒绝

## 文件
files-tree = 文件
file-views = { $name } 的视图
file-text = 文件
file-changes = 自上次导出后的变化
file-changed = 有变化
copy = 复制
download = 下载
copy-name = 复制 { $name }
download-name = 下载 { $name }
changes-of = { $name } 的变化
changes-none = 文件与上次导出时相同。
changes-never = 此文件尚未从此浏览器导出过。复制或下载之后，以后的变化会显示在这里。
changes-forget = 忘记此规划的导出记录
