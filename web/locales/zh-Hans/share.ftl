## 分享规划的方式。

share-link = 复制链接
share-link-hint = 指向此规划、当前视图和地图上的位置
share-compare = 复制用于比较的链接
share-compare-hint = 打开者会看到它与自己规划的差异
share-compare-copied = 链接已复制；打开者会把此规划与自己的规划比较
share-svg = 将地图保存为 SVG
share-svg-hint = 附带摘要，可任意缩放的图形
share-png = 将地图保存为 PNG
share-png-hint = 附带摘要，可用于发布的图片
share-png-failed = 浏览器无法生成图片；SVG 包含同样的图形
share-markdown = 将报告复制为 Markdown
share-markdown-hint = 地址段、容量、Service、检查结果、设置
share-markdown-copied = 报告已复制为 Markdown
share-in-planner = 在规划工具中打开
share-embed = 复制嵌入代码
share-embed-hint = 用于文档页面的元素 <dualstack-planner>
share-embed-copied = 代码已复制；页面旁需要放置 npm 包的文件
share-no-plan = 没有可读取的规划
share-link-without-way = 已复制链接。比较内容和勾选放不进链接，只保留在此标签页中
