## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

ORD001 = アドバタイズアドレス { $address } は { $other } ですが、先頭の Service 範囲 { $services } は { $family } です。kube-apiserver は起動しません
    .title = アドバタイズアドレスのファミリーが違う
    .help = アドバタイズアドレスと同じファミリーの Service 範囲を先頭にするか、もう一方のファミリーのアドレスを指定してください
    .fix-swap = { $first } を先頭にする

ORD002 = アドバタイズアドレス { $address } は { $other } ですが、先頭の Service 範囲 { $services } は { $family } です。kubernetes Service は応答しません
    .title = アドバタイズアドレスのファミリーが違う (1.23 まで)
    .help = アドバタイズアドレスと同じファミリーの Service 範囲を先頭にするか、もう一方のファミリーのアドレスを指定してください
    .fix-swap = { $first } を先頭にする

ORD011 = Pod は { $pods } が先頭、Service は { $services } が先頭です。値を 1 つしか持たないフィールドの内容が食い違います
    .title = Pod と Service でファミリーの順序が逆
    .help = podCIDRs と serviceCIDRs でファミリーの順序をそろえてください
    .fix-swap = { $first } を先頭にする
