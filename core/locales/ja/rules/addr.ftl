## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

ADDR001 = Pod の範囲 { $pods } と Service の範囲 { $services } が { $shared } で重複しています
    .title = Pod と Service の範囲の重複
    .help = どちらかを、プラン内のほかのネットワークと重ならない範囲に変更してください
    .fix-move = Service の範囲を { $to } に移動
    .page-fix-move = Service の範囲を空いているネットワークに移動

ADDR002 = Pod の範囲 { $pods } とノードのネットワーク { $nodes } が { $shared } で重複しています。ホストはこのアドレスを自身のネットワークへ送るため、そこにある Pod には到達できません
    .title = Pod の範囲とノードのネットワークの重複
    .help = Pod の範囲をマシンのネットワークと重ならない場所へ移動してください
    .fix-move = Pod の範囲を { $to } に移動
    .page-fix-move = Pod の範囲を空いているネットワークに移動

ADDR003 = Service の範囲 { $services } とノードのネットワーク { $nodes } が { $shared } で重複しています。そのアドレスを持つマシンにはクラスターから到達できません
    .title = Service の範囲とノードのネットワークの重複
    .help = Service の範囲をマシンのネットワークと重ならない場所へ移動してください
    .fix-move = Service の範囲を { $to } に移動
    .page-fix-move = Service の範囲を空いているネットワークに移動

ADDR004 = { $range } は、Docker を入れたマシンなら必ず存在する { $name } のネットワーク { $pool } と重複しています
    .pool = { $range } は、Docker が入っている環境で追加のネットワーク ({ $name }) に使われる { $pool } と重複しています
    .title = Docker の既定ネットワークとの重複
    .help = 範囲を移動するか、Docker の bip と default-address-pools を別の値に設定してください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR005 = { $text } はプレフィックスより後ろのビットが立っています。コンポーネントは { $network } と解釈します
    .title = 範囲にホストビットがある
    .help = ネットワークアドレスそのものを書いてください。Kubernetes 1.36 は新しいオブジェクトでこの書き方を拒否します
    .fix-canonical = { $to } と書く
    .page-fix-canonical = ホストビットを除いたネットワークを書く

ADDR006 = { $text } に先頭のゼロがあります。Kubernetes は { $network } と読みますが、別の数として読むソフトウェアもあります
    .title = アドレスの先頭のゼロ
    .help = 先頭のゼロを付けずに書いてください。Kubernetes 1.36 は新しいオブジェクトでこの書き方を拒否します
    .fix-canonical = { $to } と書く
    .page-fix-canonical = 先頭のゼロを除いて書く

ADDR007 = { $text } は IPv6 の形で書かれた IPv4 の範囲です。どちらのファミリーとして扱うかはコンポーネントによって異なります
    .title = IPv4 射影アドレスの範囲
    .help = IPv4 の範囲 { $network } として書いてください
    .page-help = IPv4 の範囲として書いてください
    .fix-canonical = { $to } と書く
    .page-fix-canonical = IPv4 の範囲として書く

ADDR008 = { $first } と { $second } はどちらも { $family } です。2 つ目の範囲はもう一方のファミリーでなければなりません
    .title = 同じファミリーの範囲が 2 つある
    .help = どちらかをもう一方のファミリーの範囲に置き換えるか、1 つだけ残してください
    .fix-remove = { $range } を削除
    .page-fix-remove = 同じファミリーの 2 つ目の範囲を削除

ADDR009 = { $range } は余分な範囲です。{ $count } 個指定されていますが、ファミリーごとに 1 つ、最大 2 つまでです
    .title = 範囲が 3 つ以上ある
    .help = ファミリーごとに 1 つだけ残してください。1.33 以降、Service の範囲は ServiceCIDR オブジェクトで追加できます
    .fix-remove = { $range } を削除
    .page-fix-remove = 余分な範囲を削除

ADDR010 = { $range } はランダムに生成されていないユニークローカルな範囲です。同じ値を選んだネットワークがほかにもある可能性が高くなります{ $count ->
        [1] {""}
       *[other] (このプランの { $count } 個の範囲)
    }
    .title = ランダムでない ULA
    .help = fd に続く 40 ビットをサイトごとに一度だけランダムに決め、その /48 からすべての範囲を切り出してください
    .fix-random = { $to } の範囲を使う
    .page-fix-random = 無作為に選んだネットワークの範囲を使う

ADDR011 = { $range } は { $block } に含まれます。これはユニークローカルアドレスのうち一度も定義されなかった半分です
    .title = 未定義の ULA
    .help = ランダムなサイトプレフィックスを持つ fd00::/8 の範囲を使ってください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR012 = { $range } は { $block } に含まれます。これは RFC 3879 で廃止されたサイトローカルアドレスです
    .title = サイトローカルアドレス
    .help = 代わりに fd00::/8 のユニークローカルな範囲を使ってください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR013 = { $range } は文書用のアドレス空間 ({ $block }) です。説明や検証環境では使えますが、ルーティングされることはありません
    .title = プランに文書用の範囲がある
    .help = プライベート、ユニークローカル、または自組織のグローバルな範囲を使ってください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR014 = { $range } はグローバルな IPv4 アドレスです。自組織のものでなければ、本来の所有者にクラスターから到達できなくなります
    .unallocated = { $range } は、どのレジストリにも割り当てられていない IPv6 アドレス空間にあります
    .title = 他者のアドレス
    .help = プライベートまたはユニークローカルなアドレスか、自組織に割り当てられた範囲を使ってください。割り当て済みの場合は、理由を書いてこのルールを無効にできます
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR015 = { $range } は、{ $source } が別の目的に割り当てている { $block } と重複しています
    .title = 特殊用途のアドレス
    .help = プライベート、ユニークローカル、または自組織のグローバルな範囲を使ってください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR016 = { $range } は共有アドレス空間 (100.64.0.0/10) です。通信事業者のほか、{ $users } でも使われます
    .title = 共有アドレス空間
    .help = 本来の用途に残しておくか、ほかの利用者と衝突しないことを確認してください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR017 = { $range } は、{ $plugin } が内部で使う { $role } ネットワーク { $network } と重複しています
    .title = プラグイン内部のネットワーク
    .help = 範囲を移動するか、クラスター作成時にプラグインの内部ネットワークを変更してください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR018 = AKS は { $block } を予約しているため、{ $range } を拒否します
    .title = AKS の予約範囲
    .help = 169.254.0.0/16、172.30.0.0/16、172.31.0.0/16、192.0.2.0/24 以外の範囲を使ってください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR019 = EKS の Service 範囲に使えるのは 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 だけで、{ $range } は使えません
    .size = EKS の Service 範囲は /24 から /12 までで、{ $range } は使えません
    .assigned = IPv6 の Service 範囲は EKS が割り当てます (ユニークローカルな /108)。{ $range } は指定できません
    .title = EKS が受け付けない Service 範囲
    .help = VPC の外にある /24 から /12 のプライベート IPv4 範囲を選び、IPv6 の範囲は EKS に任せてください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR020 = { $first } と { $second } が重複しているため、1 つのサブネットの範囲として Google に拒否されます
    .title = GKE サブネットの範囲の重複
    .help = ノード、Pod、Service に互いに重ならない範囲を割り当ててください
    .fix-move = { $to } を使う
    .page-fix-move = 空いているネットワークを使う

ADDR021 = クラスター { $cluster } と { $other } が { $range } で重なっており、グループ { $group } で接続されます
    .title = 接続されたクラスターとの重複
    .help = 接続する前に、どちらかに別の範囲を割り当ててください。`dualstack fleet` はグループのクラスターごとに固有の範囲を割り当てます

ADDR022 = Pod にグローバルな範囲 { $range } を使っています。プロバイダーから借りた範囲の場合、プロバイダーを変えると失われます
    .title = グローバルな Pod 範囲
    .help = 自組織のプレフィックスなら対応は不要です。そうでなければ、アドレス変更の手順を準備するか、ユニークローカルな範囲を使ってください

ADDR023 = { $range } の Pod は、両方のファミリーを持つ名前に対して必ず IPv4 を使います
    .title = ULA の Pod は IPv4 を優先する
    .help = そのまま受け入れるか、IPv6 を優先させたい場合は Pod にグローバルな範囲を割り当ててください

ADDR024 = { $range } は 16 進数の桁の境界で終わっていないため、逆引きに { $zones } 個のゾーンが必要です
    .title = 桁の境界に揃っていない IPv6 Pod 範囲
    .help = 4 の倍数のプレフィックス長を使ってください
    .fix-nibble = { $to } を使う
    .page-fix-nibble = 4 の倍数のプレフィックス長を使う

ADDR025 = { $range } は、プランが { $name } のために予約している { $reserved } と重複しています
    .title = 予約済みネットワークとの重複
    .help = 範囲を移動するか、不要になった予約を削除してください
    .fix-move = 範囲を { $to } に移動
    .page-fix-move = 範囲を空いているネットワークに移動

ADDR026 = ロードバランサーのプール { $pool } とクラスターの範囲 { $range } が { $shared } で重複しています
    .pods = ロードバランサーのプール { $pool } と Pod の範囲 { $range } が { $shared } で重複しています
    .services = ロードバランサーのプール { $pool } と Service の範囲 { $range } が { $shared } で重複しています
    .title = ロードバランサーのプールと Pod または Service の重複
    .help = プールはノードのネットワーク、またはノードへルーティングされるネットワークから取ってください
