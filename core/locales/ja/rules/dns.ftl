## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

DNS001 = クラスター DNS は { $family } でしか応答しません。両ファミリーの Pod には十分ですが、{ $other } だけの Pod からは使えません
    .title = 片方のファミリーだけのクラスター DNS
    .help = 必要であれば Service を PreferDualStack にし、2 つ目のアドレスを kubelet の clusterDNS に加えてください
    .fix-prefer = 両ファミリーを要求する (PreferDualStack)

DNS002 = clusterDNS の { $address } はどの Service 範囲にもありません
    .secondary = clusterDNS の { $address } は { $family } ですが、Service の先頭はもう一方のファミリーです。インストーラーは先頭の範囲のアドレスを DNS に与えます
    .dynamic = clusterDNS の { $address } は、他の Service に自動で割り当てられる動的帯にあります
    .title = clusterDNS の位置が不適切
    .help = 先頭の Service 範囲の 10 番目のアドレスを使い、必要なら次に 2 つ目の範囲のアドレスを書いてください
    .fix-usual = { $to } を使う
    .page-fix-usual = 最初の Service 範囲の 10 番目のアドレスを使う

DNS003 = Corefile が AAAA レコードを隠しているため、IPv6 のアドレスがすべて見えません
    .title = 隠された AAAA レコード
    .help = クラスターに IPv6 があるので、template ブロックを取り除いてください

DNS004 = IPv6 だけの Pod は IPv4 のネームサーバーに問い合わせできません
    .title = もう一方のファミリーの上流ネームサーバー
    .help = ノードに IPv6 アドレスのネームサーバーを設定するか、forward プラグインに指定してください

DNS005 = クラスター DNS は IPv6 アドレスの逆引きに応答しません
    .title = IPv6 の逆引きがない
    .help = kubernetes プラグインのゾーンに ip6.arpa を加えてください
