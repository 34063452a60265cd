## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

CAP001 = IPv6 のノードマスク { $mask } は Pod の範囲 { $range } より { $bits } ビット長くなっています。差は最大 16 ビットのため、{ $from } から { $to } までが有効です
    .title = IPv6 のノードマスクが範囲外
    .help = 有効な範囲のマスクを選ぶか、Pod の範囲を小さくしてください
    .fix-mask = ノードマスクを { $to } に設定
    .fix-range = Pod の範囲を { $to } に変更

CAP002 = { $range } をノードマスク { $mask } で分割すると、IPv6 のブロックは { $nodes } ノード分です。計画は { $planned } ノードです
    .growth = { $range } をノードマスク { $mask } で分割すると、IPv6 のブロックは { $nodes } ノード分です。現在は足りますが、計画の { $planned } ノードには足りません
    .title = IPv6 のノードブロックが不足
    .help = Pod の範囲を広げるか、ノードマスクを長くしてください
    .fix-range = Pod の範囲を { $to } に変更
    .fix-mask = ノードマスクを { $to } に設定

CAP003 = { $range } をノードマスク { $mask } で分割すると、IPv4 のブロックは { $nodes } ノード分です。計画は { $planned } ノードです
    .growth = { $range } をノードマスク { $mask } で分割すると、IPv4 のブロックは { $nodes } ノード分です。現在は足りますが、計画の { $planned } ノードには足りません
    .title = IPv4 のノードブロックが不足
    .help = Pod の範囲を広げるか、ノードマスクを長くしてください
    .fix-range = Pod の範囲を { $to } に変更
    .fix-mask = ノードマスクを { $to } に設定

CAP004 = クラスターは { $nodes } ノードで頭打ちになります。{ $family } のブロックは { $nodes } ノード分、{ $other } は { $others } ノード分です
    .title = 一方のファミリーが先に尽きる
    .help = 問題ではありません。それ以上に拡張する可能性があれば、少ない方のファミリーの範囲を広げてください

CAP005 = ノードマスク { $mask } は Pod の範囲 { $range } のプレフィックスより短く、1 ブロックが範囲全体より大きくなります
    .title = ノードブロックが Pod の範囲より大きい
    .help = ノードマスクを長くするか、Pod の範囲を広げてください
    .fix-mask = ノードマスクを { $to } に設定
    .fix-range = Pod の範囲を { $to } に変更

CAP008 = { $family } の { $mask } ブロックのアドレスは { $addresses } 個で、Pod は { $pods } 個です。2 倍に満たないと、Pod の入れ替え中にアドレスが不足します
    .too-small = { $family } の { $mask } ブロックのアドレスは { $addresses } 個しかなく、{ $pods } 個の Pod に足りません
    .title = ノードの Pod に対してアドレスが少ない
    .help = ノードマスクを短くするか、maxPods を減らしてください
    .fix-mask = ノードマスクを { $to } に設定
