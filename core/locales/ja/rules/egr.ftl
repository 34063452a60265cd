## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

EGR001 = Cilium は IPv6 をマスカレードせず、Pod 範囲 { $range } はユニークローカルです。Pod は IPv6 で外部に到達できません
    .agent = ip-masq-agent が --enable-ipv6 なしで動作し、Pod 範囲 { $range } はユニークローカルです
    .plugin = { $cni } はマスカレードせず、Pod 範囲 { $range } はユニークローカルです。別の仕組みが必要です
    .title = マスカレードのないユニークローカルの Pod
    .help = IPv6 をマスカレードするか、Pod にルーティング可能なアドレスを与えてください
    .fix-cilium = enable-ipv6-masquerade を有効にする
    .fix-agent = --enable-ipv6 を付けてエージェントを起動する

EGR002 = Pod 範囲 { $range } はルーティング可能ですが、マスカレードされます
    .plugin = Pod 範囲 { $range } はルーティング可能ですが、{ $cni } は既定で IPv6 をマスカレードします
    .title = NAT66 の背後にあるルーティング可能な Pod
    .help = IPv6 のマスカレードを無効にし、Pod 範囲をノードへルーティングしてください
    .fix-off = 無効にする

EGR003 = ip-masq-agent が { $ranges } 宛ての通信をマスカレードします
    .title = クラスター内の通信がマスカレードされる
    .help = nonMasqueradeCIDRs に両ファミリーの Pod 範囲とノード範囲を書いてください
    .fix-add = { $to } を加える
    .page-fix-add = 欠けている Pod とノードの範囲を加える

EGR004 = ネットワーク { $name } は 1 つの設定で両ファミリーをマスカレードしますが、{ $network } はインターネットで経路制御されるアドレスです
    .title = 両ファミリー共通のマスカレード設定
    .help = ipMasq を無効にし、IPv4 のマスカレードは ip-masq-agent か独自のルールで行ってください
    .fix-off = ipMasq を無効にする

EGR005 = Pod は IPv6 だけです。NAT64 と DNS64 がなければ IPv4 のホストに到達できません
    .title = IPv6 だけの Pod と IPv4 のホスト
    .help = NAT64 と DNS64 を計画し、そのプレフィックスを予約してください
    .fix-reserve = 64:ff9b::/96 を予約する

EGR006 = NetworkPolicy { $name } は { $family } をすべて許可し、{ $other } を一切許可しません
    .title = 片方のファミリーだけをすべて許可
    .help = もう一方のファミリーのブロックを加えてください。ipBlock は 1 つのファミリーだけを表します
    .fix-pair = { $to } も許可する
    .page-fix-pair = もう一方のファミリーの全員も許可する

EGR007 = NetworkPolicy { $name } は { $cidr } から、そこに含まれない { $except } を除外しています
    .title = ブロックの外にある除外
    .help = ファミリーごとにブロックを書き、そのファミリーの除外を入れてください
    .fix-remove = 除外を取り除く

EGR008 = NetworkPolicy { $name } は IPv4 のインスタンスメタデータを遮断していますが、{ $address } は開いたままです
    .title = IPv6 で開いているインスタンスメタデータ
    .help = IPv6 のアドレスも除外してください
    .fix-except = { $to } を除外する
    .page-fix-except = IPv6 アドレスを除外する

EGR009 = ip-masq-agent が設定を拒否します。{ $entry } にホストビットがあります
    .many = ip-masq-agent が設定を拒否します。ネットワークが { $entry } 個あり、多すぎます
    .family = ip-masq-agent が設定を拒否します。{ $entry } は IPv6 ですが、エージェントは --enable-ipv6 なしで動作しています
    .title = ip-masq-agent が拒否する設定
    .help = 修正されるまで、エージェントは以前の設定で動作し続けます
    .fix-limit = cidrLimit を { $to } にする
    .page-fix-limit = cidrLimit をネットワークの数にする
    .fix-align = { $to } と書く
    .page-fix-align = ホストビットを除いたネットワークを書く
