## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

CNI001 = Flannel の net-conf.json が Pod 範囲 { $range } を含んでいません
    .title = Pod 範囲を欠く Flannel
    .help = Network と IPv6Network が Pod 範囲を含み、EnableIPv6 が true であることが必要です
    .fix-networks = プランの Pod 範囲を書き込む

CNI002 = Calico のプール { $pool } が Pod 範囲の外にあります
    .title = Pod 範囲の外にある Calico のプール
    .help = Pod 用のプールは podCIDRs の中に置いてください
    .fix-range = Pod 範囲 { $to } を使う
    .page-fix-range = プランの Pod 範囲を使う

CNI003 = Calico のプール { $pool } の Pod はユニークローカルアドレスを持ちますが、マスカレードされないため外部に到達できません
    .title = NAT のないユニークローカルの Calico プール
    .help = プールの natOutgoing を有効にするか、ルーティング可能なアドレスを使ってください
    .fix-nat = natOutgoing を有効にする

CNI004 = Calico は両ファミリーとも { $address } にマスカレードしようとし、もう一方のファミリーのルールは拒否されます
    .title = 2 つのファミリーに 1 つのマスカレード先
    .help = アドレスを省いてください。各ノードが自分のアドレスにマスカレードします
    .fix-remove = 取り除く

CNI005 = Cilium で { $family } が無効です。{ $key } が "true" ではありません
    .title = Cilium で無効なファミリー
    .help = Helm の値で ipv4.enabled と ipv6.enabled を設定してください
    .fix-enable = 有効にする

CNI006 = Cilium は { $range } ではなく { $list } から Pod にアドレスを与えます
    .title = Cilium のプールが Pod 範囲と違う
    .help = ipam.operator.clusterPoolIPv4PodCIDRList と clusterPoolIPv6PodCIDRList を、マスク長とともに設定してください
    .fix-range = { $to } とプランのノードマスクを使う
    .page-fix-range = プランの Pod 範囲とノードマスクを使う

CNI007 = Cilium はネイティブルーティングとマスカレードを行いますが、{ $key } がありません
    .title = ネイティブルーティングの CIDR がない
    .help = ファミリーごとに Pod 範囲を指定するか、そのファミリーのマスカレードを無効にしてください
    .fix-range = { $to } を設定する
    .page-fix-range = そのファミリーの Pod 範囲を設定する

CNI008 = ENI のアドレスと IPv6 のネイティブルーティングを併用すると、Cilium 1.20 は停止します
    .title = ENI のアドレスと IPv6 のネイティブルーティング
    .help = ipv6-native-routing-cidr を省くか、修正済みのリリースを使ってください

CNI009 = { $cni } は独自のプールを持つため、ノードマスクは Pod のアドレスに影響しません
    .title = プラグインが使わないノードマスク
    .help = 対処は不要です。ノードごとのアドレス数が重要な場合は、プラグインのブロックサイズを設定してください

CNI010 = Calico の IPv6 プール { $pool } はカプセル化されませんが、IPv4 プールはされます。ノードをまたぐ Pod 間で IPv6 が通らないおそれがあります
    .ipip = Calico の IPv6 プール { $pool } は IP in IP を求めていますが、IP in IP は IPv4 専用です
    .title = カプセル化が異なる IPv6 プール
    .help = IPv6 プールに VXLAN を使う (Linux 4.19.1 以降) か、ネットワークが Pod のアドレスをルーティングすることを確かめてください
    .fix-vxlan = VXLAN を使う

CNI011 = Pod に残るパケット長は { $mtu } バイトです (トンネルに { $overhead } バイト)。IPv6 には 1280 バイトが必要です
    .title = IPv6 には小さすぎる MTU
    .help = トンネルの分を除いて 1280 以上になるよう MTU を上げてください。VXLAN は IPv4 上で 50、IPv6 上で 70 バイト、WireGuard は 60 と 80 バイトです

CNI012 = { $first } と { $second } がどちらも { $range } のアドレスを割り当てます
    .title = 2 つのプラグインが同じ範囲を使う
    .help = プラグインごとに Pod 範囲を分けるか、割り当てを一方に任せてください

CNI013 = このバージョンの K3s は、同梱の Flannel ではデュアルスタックを拒否します
    .title = 古い K3s の Flannel はシングルスタック
    .help = 1.23 以降を使うか、flannel-backend: none と disable-network-policy: true で別の CNI プラグインを使ってください
    .fix-version = Kubernetes { $to } で計画する
    .page-fix-version = Flannel がデュアルスタックに対応するバージョンで計画する

CNI014 = { $name } の hostPort { $port } は IPv4 でしか応答しないことがあります
    .title = デュアルスタックのクラスターでの hostPort
    .help = IPv6 で接続を確かめてください。LoadBalancer の Service や hostNetwork は portmap に依存しません

CNI015 = { $cni } がノードに与える IPv6 ブロックは { $length } だけです
    .range = { $cni } には { $length } より短い IPv6 の Pod 範囲が必要です
    .title = 長さの決まった IPv6 ノードブロック
    .help = ノードブロックを { $length } とし、それより短い Pod 範囲を計画してください
    .page-help = ノードブロックをプラグインが割り当てる長さとし、それより短い Pod 範囲を計画してください
    .fix-mask = { $to } で計画する
    .page-fix-mask = プラグインのノードブロックで計画する

CNI016 = ノードが複数の { $family } ネットワークにあり、Cilium の直接経路は同じリンク上のノードにしか届きません
    .title = ネットワークをまたぐ直接経路
    .help = ルーターの先にあるノードを対象外にしてノードブロックへの経路をルーターに設定するか、トンネルを使ってください
    .fix-skip = ルーターの先のノードを対象外にする
