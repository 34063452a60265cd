## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

LB001 = Service { $name } は両ファミリーを求めていますが、両方のアドレスを持つ MetalLB のプールがありません
    .title = 両方用ではなくファミリーごとのプール
    .help = 両ファミリーの範囲を 1 つの IPAddressPool にまとめてください

LB002 = Service { $name } に割り当てられる { $family } のアドレスを持つ MetalLB のプールがありません
    .title = Service のファミリーを欠くプール
    .help = 足りないファミリーの範囲をプールに加えるか、Service を SingleStack にしてください
    .fix-single = 1 つのファミリーにする (SingleStack)

LB003 = Service { $name } には 2 つのファミリーがありますが、loadBalancerIP { $address } はその片方だけです
    .family = Service { $name } の loadBalancerIP { $address } は { $family } ですが、Service にそのファミリーはありません
    .title = 2 つのファミリーに 1 つの loadBalancerIP
    .help = 実装ごとのアノテーション (metallb.io/loadBalancerIPs、azure-load-balancer-ipv4 と -ipv6) に両方のアドレスを書くか、Service を SingleStack にしてください
    .fix-annotation = そのファミリーのアノテーションに移す
    .fix-single = アドレスと同じ 1 つのファミリーにする

LB004 = Service { $name } には IPv6 がありますが、ロードバランサーは IPv4 です。アノテーション aws-load-balancer-ip-address-type が dualstack ではありません
    .title = IPv4 のロードバランサーの背後にあるデュアルスタックの Service
    .help = service.beta.kubernetes.io/aws-load-balancer-ip-address-type を dualstack にするか、Service を IPv4 だけにしてください
    .fix-dualstack = デュアルスタックのロードバランサーを求める
    .fix-single = IPv4 だけにする (SingleStack)

LB006 = Service { $name } には IPv6 がありますが、ロードバランサーのターゲットはプライマリ IPv6 アドレスのないインスタンスです
    .title = インスタンスをターゲットとする IPv6
    .help = service.beta.kubernetes.io/aws-load-balancer-nlb-target-type を ip にしてください
    .fix-ip = Pod をターゲットにする (ip)

LB007 = Service { $name } は種類 { $type } のロードバランサーを求めていますが、あるのは ipv4 と dualstack だけです
    .title = AWS のロードバランサーにないアドレスの種類
    .help = dualstack を使ってください。IPv4 のアドレスは使わなくてもかまいません
    .fix-dualstack = デュアルスタックのロードバランサーを求める

LB008 = Service { $name } は、IPv6 の送信元 NAT のないデュアルスタックのロードバランサーの背後に UDP ポートを持っています
    .title = 送信元 NAT のない IPv6 の UDP
    .help = service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat を "on" にしてください
    .fix-source-nat = IPv6 の送信元 NAT を有効にする

LB009 = Service { $name } は、IPv4 アドレスのない Azure のロードバランサーに IPv6 アドレスを求めています
    .title = Azure の IPv6 だけのロードバランサー
    .help = IPv4 を先頭にして両ファミリーを求めるか、IPv4 の Service と同じロードバランサーを使ってください
    .fix-both = IPv4 を先頭に両ファミリー

LB010 = externalTrafficPolicy: Local がないと、Azure Linux のノードプールでは Service { $name } の IPv6 アドレスに到達できません
    .title = Local のない Azure の IPv6 ロードバランサー
    .help = Azure Linux のノードプールがある場合は externalTrafficPolicy を Local にしてください
    .fix-local = externalTrafficPolicy を Local にする

LB011 = Service { $name } のファミリーにかかわらず、Octavia が IPv4 のアドレスしか与えないことがあります
    .title = OpenStack での IPv6 ロードバランサー
    .help = お使いの cloud-provider-openstack のバージョンが IPv6 のロードバランサーを作れるか確認してください
    .fix-single = IPv4 だけにする (SingleStack)

LB012 = Service { $name } の送信元範囲 { $range } は、その Service にないファミリーです
    .title = Service にないファミリーの送信元範囲
    .help = その範囲を取り除くか、Service に両ファミリーを持たせてください
    .fix-remove = Service のファミリーの範囲だけを残す: { $to }
    .page-fix-remove = Service のファミリーの範囲だけを残す

LB013 = Service { $name } は送信元を制限していますが、{ $family } の範囲がありません。{ $family } では誰でも、または誰も接続できません
    .title = 片方のファミリーだけの送信元範囲
    .help = 接続を許す { $family } の範囲を加えてください
    .page-help = 接続を許すもう一方のファミリーの範囲を加えてください
    .fix-single = 範囲のないファミリーを外す (SingleStack)
    .fix-open = 誰でも接続できると明記する

LB014 = { $who } が Pod に与えるのは IPv4 か IPv6 のどちらかで、両方ではありません
    .title = デュアルスタックの Pod に非対応
    .help = 1 つのファミリーで計画してください。もう一方へは NAT (ENABLE_V4_EGRESS、ENABLE_V6_EGRESS) で到達します
    .fix-ipv4 = IPv4 だけで計画する
    .fix-ipv6 = IPv6 だけで計画する

LB015 = AKS には IPv6 が先頭のデュアルスタックのクラスターはありません
    .only = AKS には IPv6 だけのクラスターはありません
    .title = AKS で作れないファミリーの組み合わせ
    .help = IPv4 だけ、または IPv4 を先頭にした両ファミリーで計画してください
    .fix-swap = IPv4 を先頭にする

LB016 = ベアメタル版 Google Distributed Cloud の clusterNetwork.pods に書けるのは IPv4 の範囲だけです。{ $range } は ClusterCIDRConfig に書いてください
    .title = Google Distributed Cloud の IPv6 Pod 範囲
    .help = 両ファミリーの範囲とノードのマスクを持つ ClusterCIDRConfig を書いてください。指定できるのはクラスターの作成時だけです
    .fix-remove = clusterNetwork.pods から IPv6 の範囲を取り除く

LB017 = { $distribution } では IPv6 が先頭のクラスターを作れません
    .dual = { $distribution } ではデュアルスタックのクラスターを作れません
    .only = { $distribution } では IPv6 だけのクラスターを作れません
    .provider = { $provider } 上の { $distribution } ではデュアルスタックのクラスターを作れません
    .title = ディストリビューションで作れないファミリーの組み合わせ
    .help = そのディストリビューションで作れる組み合わせで計画してください
    .fix-swap = IPv4 を先頭にする
    .fix-ipv4 = IPv4 だけで計画する
    .fix-ipv6 = IPv6 だけで計画する
