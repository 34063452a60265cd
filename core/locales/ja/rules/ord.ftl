## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

ORD001 = アドバタイズアドレス { $address } は { $other } ですが、先頭の Service 範囲 { $services } は { $family } です。kube-apiserver は起動しません
    .title = アドバタイズアドレスのファミリーが違う
    .help = アドバタイズアドレスと同じファミリーの Service 範囲を先頭にするか、もう一方のファミリーのアドレスを指定してください
    .fix-swap = { $first } を先頭にする
    .page-fix-swap = もう一方のファミリーを先頭にする

ORD002 = アドバタイズアドレス { $address } は { $other } ですが、先頭の Service 範囲 { $services } は { $family } です。kubernetes Service は応答しません
    .title = アドバタイズアドレスのファミリーが違う (1.23 まで)
    .help = アドバタイズアドレスと同じファミリーの Service 範囲を先頭にするか、もう一方のファミリーのアドレスを指定してください
    .fix-swap = { $first } を先頭にする
    .page-fix-swap = もう一方のファミリーを先頭にする

ORD003 = Service kubernetes のアドレスは { $family } だけです。{ $other } しか持たない Pod からは使えません
    .title = API サーバーの Service はシングルスタック
    .help = デュアルスタックの Pod では対応不要です。シングルスタックの Pod には API サーバー自体のアドレスを指定してください

ORD004 = { $component } は { $given } で起動されていますが、プランは { $planned } です
    .title = コンポーネント間で範囲が異なる
    .help = すべてのコンポーネントに、プランと同じ範囲を同じ順序で指定してください

ORD005 = Pod の第 1 ファミリーが { $before } から { $now } に変わっています。既存のノードがある間、kube-controller-manager は起動できません
    .title = Pod の第 1 ファミリーの変更
    .help = 順序を変えないか、すべての Node を削除して登録し直してください
    .fix-swap = { $first } を先頭にする
    .page-fix-swap = もう一方のファミリーを先頭にする

ORD006 = Pod は { $pods }、ノードは { $nodes } が先頭です。Pod のアドレスの順序はノードに従うため、{ $nodes } が先頭になります
    .plugin = { $plugin } は Pod 範囲の順序にかかわらず IPv4 を先頭にします
    .title = Pod のアドレスはノードの順序に従う
    .help = ノードのネットワークも同じ順序で書き、kubelet の --node-ip も同じ順序にしてください
    .fix-swap = { $first } を先頭にする
    .page-fix-swap = もう一方のファミリーを先頭にする

ORD007 = { $owner } では IPv4 を先頭にする必要があります
    .title = IPv4 を先頭にする必要がある
    .help = Pod と Service の範囲で IPv4 を先頭にするか、別のプラグインを選んでください
    .fix-ipv4-first = IPv4 を先頭にする

ORD008 = API サーバーの証明書に、クライアントが使うアドレスが含まれていません
    .title = 証明書にないアドレス
    .help = 各 Service 範囲の先頭アドレスと、両ファミリーのアドレスを certSANs に追加してください

ORD009 = { $component } のアドバタイズアドレスは 1 つだけです: { $text }
    .title = 複数のアドバタイズアドレス
    .help = 先頭の Service 範囲と同じファミリーのアドレスを 1 つだけ指定してください

ORD010 = IPv6 のエンドポイントが角括弧なしで書かれています
    .title = 角括弧のない IPv6 エンドポイント
    .help = [fd00::11]:6443 のように書いてください

ORD011 = Pod は { $pods } が先頭、Service は { $services } が先頭です。値を 1 つしか持たないフィールドの内容が食い違います
    .title = Pod と Service でファミリーの順序が逆
    .help = podCIDRs と serviceCIDRs でファミリーの順序をそろえてください
    .fix-swap = { $first } を先頭にする
    .page-fix-swap = もう一方のファミリーを先頭にする
