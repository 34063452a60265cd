## フリート: 共有ブロックから切り出す多数のクラスター

fleet-placing = クラスターを配置しています…
fleet-failed = このフリートは配置できません:
fleet-map = フリートの地図
fleet-group = グループ
fleet-all-groups = すべてのグループ
fleet-back = 1 つ戻る
fleet-home = ブロック全体
fleet-at = 表示中: { $networks }
fleet-hint = 各行は上のネットワークの 16 分の 1 です。行を押すと拡大します。Ctrl を押しながらホイールを回しても拡大、縮小できます。行の上では、上下の矢印キーでほかの行へ移動し、右で拡大、左または Backspace で戻ります。もう一方のファミリーには同じクラスターが表示されます。
fleet-findings = 検出結果
fleet-no-findings = 問題は見つかりませんでした。
fleet-more-findings = ほかに { $count } 件
fleet-blocks = ブロック
fleet-more-blocks = ほかのブロック: { $count } 個
fleet-path = 表示位置までの経路: { $family }
fleet-rows = { $family }: { $network } の行
fleet-outside = どのブロックにも属しません
fleet-clusters = クラスター
fleet-find = 名前、グループ、サイトで探す
fleet-found = { $of } クラスター中 { $count } クラスター
fleet-cluster = クラスター
fleet-nodes = ノード
fleet-room = 倍増できるか
fleet-actions = 操作
fleet-doubles = 倍増先: { $room }
fleet-runs = 稼働中。場所は変わりません
fleet-can-double = できる
fleet-cannot-double = できない
fleet-files = ファイル
fleet-files-lock-why = ロックファイルはフリートのファイルと一緒に保管してください。どのクラスターも今の場所にとどまります。次回は両方をまとめて読み込んでください。
fleet-files-lock = ロックファイル
fleet-files-all = すべてのファイル (.zip)
fleet-files-plans = プラン (.zip)
fleet-files-netbox = NetBox (.zip)
fleet-files-terraform = Terraform (.zip)
fleet-files-markdown = Markdown (.zip)
fleet-files-zones = 逆引きゾーン (.zip)
fleet-files-picture = 地図 (.svg)
fleet-row = { $count ->
        [0] クラスターなし
       *[other] { $more ->
            [0] { $names }
           *[other] { $names }、ほか { $more } クラスター
        }
    }。空き { $free }%
fleet-show = 地図
    .name = 地図に表示: { $name }
fleet-take = プランとして開く
    .name = プランとして開く: { $name }
fleet-table = クラスターの表
