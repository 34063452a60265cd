## 4 つの画面、バージョンのスライダー、マップ

view-map = マップ
view-services = Service
view-change = 変更
view-files = ファイル
version-slider = Kubernetes { $version }

map-title = マップ
map-empty = 範囲を読み取れるようになるとマップが表示されます。
map-path = { $family } でのこの位置までの経路
map-cells = { $count } × /{ $prefix }
map-no-twin = この位置に対応するアドレスはこのファミリーにはありません。
map-no-cell = なし
map-more-ranges = ほか { $count } 範囲
map-enter = 拡大
map-leave = 縮小
map-home = Pod の範囲に戻る
map-hint = マスを選ぶと、両方のファミリーでの用途が表示されます。2 回押すと拡大し、範囲はドラッグで移動できます。
map-rows = マップを行で表示
map-column-cells = マス
map-keys = 矢印キーで移動、右と左で行を開閉、Enter で拡大、Backspace で縮小します。
map-node = ノード { $node }
map-nodes = ノード { $first } ～ { $last }
map-cell = マス { $cell }
map-addresses = { $count } アドレス
map-in-use = { $count ->
        [1] { $owner } が使用中
       *[other] { $count } アドレスが使用中。先頭は { $owner }
    }
map-ranges = ここにあるプランの範囲
map-halve = 半分にする
    .name = 半分にする: { $name }
map-double = 2 倍にする
    .name = 2 倍にする: { $name }
map-move-here = ここへ移す
    .name = ここへ移す: { $name }
map-moving = { $name } を { $network } へ

proof-title = このブロックになる理由
proof-formula = 2^({ $mask } − { $prefix }) = { $count } ブロック
proof-range = 範囲
proof-node = ノードの番号
proof-host = Pod のアドレス
