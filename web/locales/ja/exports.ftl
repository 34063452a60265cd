## エクスポートの画面。

exports-title = インストーラーとコンポーネント向けのファイル
exports-about = ターゲットを選ぶと、プランの変更に合わせてファイルが更新されます。
exports-no-plan = プランを読み取れるようになるとエクスポートが表示されます。
exports-none-chosen = ターゲットが選択されていません。
exports-no-files = 選択したターゲットがこのプランに対して出力するファイルはありません。
exports-said =
    ターゲット { $targets } 個、ファイル { $files } 個{ $refused ->
        [0] { "" }
       *[other] 、出力不可 { $refused } 個
    }{ $changed ->
        [0] { "" }
       *[other] 、前回のエクスポートから変更 { $changed } 個
    }
targets-filter = ターゲットの絞り込み
targets-count = 全 { $all } 個中 { $shown } 個を表示、{ $chosen } 個を選択中
targets-none = 該当するターゲットはありません。
targets-clear = 選択を解除
download-zip = zip でダウンロード
zip-failed = zip を作成できませんでした

## ターゲット
target-docs = ドキュメント
target-checked = 検証: { $against }
target-docs-of = ドキュメント: { $target }
target-every-version = 全バージョン
target-since = Kubernetes { $since } 以降
target-between = Kubernetes { $since } ～ { $until }
target-says = { $target } に関する注意
export-unknown = …
export-writes = 出力可能
export-warns = 警告あり
export-fails = 起動しない
export-empty = 出力対象なし
export-refuses = 出力不可

## ファイル
files-tree = ファイル
file-views = { $name } の表示
file-text = ファイル
file-changes = 前回のエクスポートからの変更
file-changed = 変更あり
copy = コピー
download = ダウンロード
copy-name = { $name } をコピー
download-name = { $name } をダウンロード
changes-of = { $name } の変更点
changes-none = 前回エクスポートしたときから変更はありません。
changes-never = このファイルはまだこのブラウザーからエクスポートされていません。コピーまたはダウンロードすると、以後の変更がここに表示されます。
changes-forget = このプランのエクスポート履歴を消去
