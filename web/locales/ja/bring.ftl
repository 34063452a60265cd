## 手元にあるものを何でも入れる欄。

bring-label = 何でも貼り付け・ドロップ
bring-example = 10.0.0.0/8 から 300 ノード × 110 Pod
bring-read = 読み取る
bring-help = 設定ファイル、フォルダー、ダンプ (kubectl get … -o yaml)、コマンドライン、ログの行、コード、アドレス、リンク、規模を読み取ります。1 行なら Enter、複数行なら Ctrl+Enter で読み取ります。操作するまでプランは変わりません。

brought-is-plan = プランを置き換えました。「元に戻す」で前のプランに戻ります
narrowed = 全角文字を半角に直しました。
