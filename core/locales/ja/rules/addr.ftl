## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

ADDR001 = Pod の範囲 { $pods } と Service の範囲 { $services } が { $shared } で重複しています
    .title = Pod と Service の範囲の重複
    .help = どちらかを、計画内のほかのネットワークと重ならない範囲に変更してください
    .fix-move = Service の範囲を { $to } に移動

ADDR002 = Pod の範囲 { $pods } とノードのネットワーク { $nodes } が { $shared } で重複しています。ホストはこのアドレスを自身のネットワークへ送るため、そこにある Pod には到達できません
    .title = Pod の範囲とノードのネットワークの重複
    .help = Pod の範囲をマシンのネットワークと重ならない場所へ移動してください
    .fix-move = Pod の範囲を { $to } に移動

ADDR003 = Service の範囲 { $services } とノードのネットワーク { $nodes } が { $shared } で重複しています。そのアドレスを持つマシンにはクラスターから到達できません
    .title = Service の範囲とノードのネットワークの重複
    .help = Service の範囲をマシンのネットワークと重ならない場所へ移動してください
    .fix-move = Service の範囲を { $to } に移動

ADDR005 = { $text } はプレフィックスより後ろのビットが立っています。コンポーネントは { $network } と解釈します
    .title = 範囲にホストビットがある
    .help = ネットワークアドレスそのものを書いてください。Kubernetes 1.36 は新しいオブジェクトでこの書き方を拒否します
    .fix-canonical = { $to } と書く

ADDR006 = { $text } に先頭のゼロがあります。Kubernetes は { $network } と読みますが、別の数として読むソフトウェアもあります
    .title = アドレスの先頭のゼロ
    .help = 先頭のゼロを付けずに書いてください。Kubernetes 1.36 は新しいオブジェクトでこの書き方を拒否します
    .fix-canonical = { $to } と書く

ADDR007 = { $text } は IPv6 の形で書かれた IPv4 の範囲です。どちらのファミリーとして扱うかはコンポーネントによって異なります
    .title = IPv4 射影アドレスの範囲
    .help = IPv4 の範囲 { $network } として書いてください
    .fix-canonical = { $to } と書く

ADDR008 = { $first } と { $second } はどちらも { $family } です。2 つ目の範囲はもう一方のファミリーでなければなりません
    .title = 同じファミリーの範囲が 2 つある
    .help = どちらかをもう一方のファミリーの範囲に置き換えるか、1 つだけ残してください
    .fix-remove = { $range } を削除

ADDR009 = { $range } は余分な範囲です。{ $count } 個指定されていますが、ファミリーごとに 1 つ、最大 2 つまでです
    .title = 範囲が 3 つ以上ある
    .help = ファミリーごとに 1 つだけ残してください。1.33 以降、Service の範囲は ServiceCIDR オブジェクトで追加できます
    .fix-remove = { $range } を削除

ADDR011 = { $range } は { $block } に含まれます。これはユニークローカルアドレスのうち一度も定義されなかった半分です
    .title = 未定義の ULA
    .help = ランダムなサイトプレフィックスを持つ fd00::/8 の範囲を使ってください
    .fix-move = { $to } を使う

ADDR012 = { $range } は { $block } に含まれます。これは RFC 3879 で廃止されたサイトローカルアドレスです
    .title = サイトローカルアドレス
    .help = 代わりに fd00::/8 のユニークローカルな範囲を使ってください
    .fix-move = { $to } を使う

ADDR013 = { $range } は文書用のアドレス空間 ({ $block }) です。説明や検証環境では使えますが、ルーティングされることはありません
    .title = 計画に文書用の範囲がある
    .help = プライベート、ユニークローカル、または自組織のグローバルな範囲を使ってください
    .fix-move = { $to } を使う

ADDR015 = { $range } は、{ $source } が別の目的に割り当てている { $block } と重複しています
    .title = 特殊用途のアドレス
    .help = プライベート、ユニークローカル、または自組織のグローバルな範囲を使ってください
    .fix-move = { $to } を使う

ADDR025 = { $range } は、計画が { $name } のために予約している { $reserved } と重複しています
    .title = 予約済みネットワークとの重複
    .help = 範囲を移動するか、不要になった予約を削除してください
    .fix-move = 範囲を { $to } に移動
