## プランの共有方法。

share-link = リンクをコピー
share-link-hint = このプランを、今の画面とマップの位置のまま開きます
share-compare = 比較用のリンクをコピー
share-compare-hint = 開いた人のプランとの違いを表示します
share-compare-copied = リンクをコピーしました。開いた人は自分のプランと比較できます
share-svg = マップを SVG で保存
share-svg-hint = 要約付きで、拡大しても粗くならない図
share-png = マップを PNG で保存
share-png-hint = 要約付きで、投稿に使える画像
share-png-failed = ブラウザーが画像を作れませんでした。SVG で同じ図を保存できます
share-markdown = レポートを Markdown でコピー
share-markdown-hint = 範囲、収容数、Service、検出結果、設定
share-markdown-copied = レポートを Markdown でコピーしました
share-in-planner = プランナーで開く
share-embed = 埋め込みコードをコピー
share-embed-hint = ドキュメントのページ用の要素 <dualstack-planner>
share-embed-copied = コードをコピーしました。ページと同じ場所に npm パッケージのファイルが必要です
share-no-plan = 読み取れるプランがありません
share-link-without-way = リンクをコピーしました。比較と完了の印はリンクに入りきらないため、このタブにだけ残ります
