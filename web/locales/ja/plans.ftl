## このブラウザーに保存したプラン。

plans-private = この端末のこのブラウザーにだけ保存され、どこにも送信されません。同じプランを開いているタブの内容は常に同じになります。
plans-name = プランの名前
plans-keep = このプランを保存
plans-coming = 読み取り中…
plans-none = 保存したプランはまだありません。
plans-here = 表示中
plans-length = { $count } 文字
plans-open = 開く
    .name = { $name } を開く
plans-rename = 名前を変更
    .name = { $name } の名前を変更
plans-duplicate = 複製
    .name = { $name } を複製
plans-delete = 削除
    .name = { $name } を削除
plans-take = 決定
plans-leave = キャンセル
plans-sure = { $name } を完全に削除しますか？
