## 持ち込まれたテキストから読み取ったものと、その扱い。

brought-reading = 読み取り中…
brought-nothing = 読み取るものがありません
brought-nothing-why = 内容が空か、読み取れるファイルがありません。
brought-too-large = このページで読み取るには大きすぎます
brought-too-large-why = { $size } MiB あります。読み取りのあいだ画面が止まるため、このページで一度に読み取れるのは { $limit } MiB までです。コマンドラインにはこの制限がありません。
brought-bad-link = このリンクは開けません
brought-address = { $address } は何のアドレスか
brought-sizes = 規模から作ったプラン
brought-codes = コードの説明
brought-lines = ログの行の説明
brought-unknown = 認識できるものがありません
brought-pieces = { $pieces } 件を読み取り{ $unread ->
        [0] { "" }
       *[other] 、{ $unread } 件は認識できず
    }{ $contradictions ->
        [0] { "" }
       *[other] 、矛盾 { $contradictions } 件
    }
brought-file-too-large = { $name } は合計が 16 MiB を超えるため読み取りませんでした。コマンドラインで読み取れます: dualstack import FILE
brought-file-too-many = { $name } 以降のファイルは 500 件を超えるため読み取りませんでした
brought-file-not-text = { $name } はテキストファイルではありません
brought-file-unreadable = { $name } を読み取れませんでした

brought-read = 読み取ったもの
brought-times = × { $count }
brought-more-kinds = ほか { $count } 件
brought-more-places = ほか { $count } か所
brought-contradictions = 矛盾しているもの
brought-missing = 不足しているもの
brought-unread = 読み取らなかったもの
brought-others = そのほか
brought-values = { $count } 個の値とその出どころ
brought-values-table = 値の表
brought-field = フィールド
brought-origin = 場所
brought-line = { $line } 行目
brought-strength = 確かさ
strength-default = ツールの既定値
strength-implied = ほかの内容からの推定
strength-configured = 設定の値
strength-observed = クラスターの実際の値
brought-file = ファイルとしてのプラン
brought-as-file = ファイルとして読み取った結果
brought-no-plan = 調べるプランがありません。
brought-show-node = { $address } をノードのブロックの表に表示

brought-undo = 今のプランは「元に戻す」でいつでも戻せます。
brought-take = 自分のプランにする
    .name = 自分のプランにする: { $name }
brought-add = { $count } 個のオブジェクトをプランに加える
brought-check = 起動チェックだけ行う
brought-compare = 自分のプランと比較
    .name = 自分のプランと比較: { $name }
brought-close = 閉じる
brought-added =
    { $added ->
        [0] 加えたものはありません
       *[other] { $added } 個のオブジェクトを加えました
    }{ $known ->
        [0] { "" }
       *[other] 。{ $known } 個はすでにあるため、そのままです
    }

card-tight = 最小限
card-tight-about = 使うアドレスを最小限にします。ブロックにはノードの Pod がちょうど収まります。
card-roomy = ゆとりあり
card-roomy-about = ブロックにはノードの Pod の 2 倍が収まり、ロールアウト中も不足しません。
card-double = 倍増に備える
card-double-about = 同じゆとりで、2 倍のノードに備えます。
brought-fleet = フリート: 共有ブロックから切り出すクラスター
