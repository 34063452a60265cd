# ツールが受け付けないもの。そのツールへの export と、計画がそのツールを指定しているときの lint が使います。

EXP002 = { $target } は Kubernetes { $version } 向けには出力できません。{ $first } 以降で使えます
    .title = このバージョンにない出力先

EXP020 = { $target } に指定できるのは 1 つの範囲、または各ファミリー 1 つずつの範囲です
    .title = クラスターを構築できない範囲

EXP022 = { $target } では Kubernetes { $version } のデュアルスタックのクラスターを構築できません
    .ipv6 = { $target } では Kubernetes { $version } の IPv6 のみのクラスターを構築できません
    .title = このバージョンのツールにないファミリー構成

EXP023 = { $target } では Pod と Service のファミリーをそろえる必要があります
    .title = Pod と Service のファミリーが異なる

EXP024 = { $target } がこのファミリーの Service 範囲として扱えるのは、プレフィックス長が /{ $limit } 以上のものです。{ $range } は扱えません
    .title = ツールには大きすぎる Service 範囲

EXP028 = { $tool } { $release } では Kubernetes { $version } を動かせません
    .title = プランに合わないツールのリリースです
    .help = spec.tools に別のリリースを指定してください
    .kind = { $target } で IPv6 を先にできるのは { $release } からです。それより古い kind は API サーバーの IPv4 アドレスを通知します
    .underlay = Cilium のトンネルが IPv6 を使えるのは { $release } からです（{ $value }）。代わりにネイティブルーティングを出力します
    .prefer = Cilium が IPv6 を先に示すのは { $release } からです（{ $value }）。このリリースでは IPv4 が先になります

EXP030 = { $target } の IPv6 のみのクラスターで使える Service 範囲は /{ $limit } だけです。{ $range } は使えません
    .title = IPv6 のみの場合は Service 範囲の大きさが決まっている

EXP031 = { $target } に同梱の Flannel とネットワークポリシーコントローラーは、Kubernetes { $version } ではデュアルスタックに対応していません
    .k0s = { $target } の kube-router は、Kubernetes { $version } ではデュアルスタックに対応していません
    .title = 同梱のコンポーネントがデュアルスタックに対応していない
    .help = 別のプラグインか、新しいバージョンを使ってください

EXP032 = Talos 1.14 以降はプランの範囲を拒否します
    .title = Talos が範囲を拒否する
    .help = それより古い Talos でこのバージョンの Kubernetes を動かせる場合は、そのパッチを出力します

EXP033 = { $target } にデュアルスタックの Pod はありません。IPv4 のクラスターか、IPv6 のみのクラスター（ノードは両方を持てます）になります
    .provider = { $target } は AWS 向けにだけ出力します
    .title = ツールで構築できないクラスター
    .help = Pod と Service を 1 つのファミリーで計画してください

EXP034 = このクラスターでは { $target } で { $plugin } を使えません
    .title = プラグインが拒否される

EXP036 = このクラスターの VPC に使えるのは /{ $shortest } から /{ $longest } までです。{ $range } は使えません
    .title = VPC にできないノードネットワーク

EXP038 = VPC の { $range } が、Pod や Service の使うアドレスと重なっています
    .title = VPC とクラスターの重複
    .help = ノードネットワークと各範囲が重ならないようにしてください

EXP040 = { $plugin } には Pod 範囲が必要ですが、プランにありません
    .title = Pod 範囲がない

EXP041 = { $plugin } が扱える範囲はファミリーごとに 1 つですが、{ $field } には { $family } の範囲が複数あります: { $ranges }
    .title = 同じファミリーの範囲が複数ある

EXP043 = { $plugin } では、Pod と Service のファミリーが同じでなければなりません
    .title = Pod と Service のファミリーが異なる
    .services = { $plugin } が扱える Service 範囲は 1 つ、または異なるファミリーの 2 つです

EXP044 = { $plugin } は { $range } から /{ $mask } のノード範囲を切り出せません
    .title = ノードマスクが Pod 範囲に合わない

EXP045 = { $plugin } のノードマスクは、範囲より 16 ビットまでしか長くできません。{ $range } に対して /{ $mask } は長すぎます
    .title = 1 つの範囲に対してノード範囲が多すぎる

EXP048 = Calico は { $local } にあるプールを受け付けません: { $range }
    .title = Calico が拒否するプール
    .count = Calico が扱えるプールは { $most } 個ですが、プランには Pod 範囲が { $count } 個あります
    .overlap = Calico は重複するプールを受け付けません: { $range } と { $other }

EXP051 = { $plugin } は重複する範囲を受け付けません: { $range } と { $other }
    .title = プラグインが拒否する範囲
    .special = { $plugin } は { $network } 内の範囲を受け付けません: { $range }

EXP052 = Antrea の NodeIPAM が扱える { $family } のノードマスクは /{ $shortest } から /{ $longest } までで、/{ $mask } は使えません
    .title = Antrea の上限・下限を外れたノードマスク

EXP053 = { $plugin } では常に IPv4 が先になるため、IPv6 を先頭のファミリーとするプランは出力できません
    .title = IPv6 を先頭にできない
    .help = podCIDRs の先頭に IPv4 の範囲を書くか、別のプラグインを使ってください

EXP054 = { $range } にはゲートウェイと Pod のアドレスを確保する余地がありません
    .title = ゲートウェイには小さすぎる Pod 範囲

EXP055 = 通常の join ネットワーク { $usual } がプランのネットワークと重複するため、{ $join } を出力します
    .title = 別の join ネットワーク
    .none = 100.64 から 100.127 までの { $family } の join ネットワークが、すべてプランのネットワークと重複します
    .help = join ネットワークをプランの reserved に加えてください

EXP059 = OVN-Kubernetes は { $range } から /{ $mask } のノード範囲を切り出せません。ノードマスクは範囲より長くなければなりません
    .title = OVN-Kubernetes が拒否するホストサブネット
    .ipv6 = OVN-Kubernetes はすべてのノードに IPv6 の /64 を割り当てるため、{ $range } の /{ $mask } にはできません

EXP080 = { $target } には { $field } の範囲が少なくとも 1 つ必要です
    .title = 範囲がない

EXP088 = { $target } では常に IPv4 が先になります
    .unread = { $target } のドキュメントには、IPv6 を先にしたデュアルスタックのクラスターがありません。その場合、ノード自身のアドレスも IPv6 でなければなりません
    .title = ツールにないファミリーの順序

EXP089 = Kubernetes { $version } の場合、{ $target } が構築できるのは IPv4 だけのクラスターです
    .alone = Kubernetes { $version } の場合、{ $target } は IPv6 だけのクラスターを構築できません
    .title = ツールにないファミリー

EXP090 = { $target } に指定できるのは 1 つの範囲、またはファミリーごとに 1 つの範囲で、Pod と Service のファミリーは一致していなければなりません
    .title = ツールに渡せない範囲のリスト

EXP091 = { $target } は { $value } を拒否します
    .platform = { $target } は、このプラットフォームではこのファミリーのクラスターを構築しません（{ $value }）
    .pool = { $target } の Cilium は IPv6 の Pod 範囲を /{ $mask } のブロックに分割します。Pod 範囲は /{ $shortest } から /{ $mask } まででなければならず、{ $range } は使えません
    .pool-ipv4 = { $target } の Cilium は IPv4 の Pod 範囲を /{ $mask } のブロックに分割しますが、{ $range } には 1 つも入りません
    .services = { $target } の IPv6 Service 範囲は /{ $shortest } 以上の長さでなければならず、{ $range } は使えません
    .dns = MicroShift がクラスター DNS に使う 10 番目のアドレスが { $range } にはありません
    .block = { $target } は Pod 範囲から /{ $mask } のブロックを切り出しますが、{ $range } はそれより大きくありません
    .title = ツールが拒否する値

EXP099 = MicroShift は { $services } の直後のアドレス { $address } をマシンに割り当てますが、{ $range } に含まれています
    .none = MicroShift がマシンに割り当てるアドレスが { $range } の直後にありません
    .title = 空けておくべきアドレス

EXP100 = { $target }: { $field } に書けるのは 1 つの範囲、または異なるファミリーの 2 つの範囲です
    .title = 先頭のファミリーが決まらない
    .help = 範囲の順序がプライマリーファミリーを示すため、同じファミリーを 2 回書くことはできません

EXP101 = { $cloud } では Pod と Service のファミリーが同じでなければなりませんが、プランでは Pod が { $pods }、Service が { $services } です
    .title = Pod と Service でファミリーが異なる

EXP102 = { $cloud } では IPv6 を先頭にしたクラスターを作成できません
    .title = IPv6 を先頭にできない
    .help = podCIDRs、serviceCIDRs、nodeCIDRs のそれぞれで IPv4 の範囲を先頭に書いてください

EXP103 = { $cloud } では IPv6 のみのクラスターを作成できません
    .gke = GKE では IPv6 のみのクラスターを作成できますが、Terraform プロバイダーにはまだ対応する値がありません。Google の手順に従ってください
    .gke-later = GKE で IPv6 のみのクラスターを作成できるのは 1.37.1-gke.3020000 以降です
    .title = IPv6 のみでは作成できない
    .help = プランに IPv4 の範囲も加え、先頭に書いてください

EXP105 = { $range } は、{ $cloud } が予約している { $block } と重なっています
    .title = クラウドが予約している範囲
    .help = 別のプライベート範囲を選んでください

EXP106 = { $cloud } のノードで動かせる Pod は { $least } 個から { $most } 個ですが、プランでは { $pods } 個です
    .pool = AKS の最初のノードプールには 30 個分の Pod の余地が必要ですが、{ $pods } 個の Pod を動かす { $count } ノードでは足りません
    .title = クラウドが受け付けないノードあたりの Pod 数
    .help = nodes.maxPods を変更してください

EXP108 = { $range } にはノード用の { $mask } のブロックが { $room } 個ありますが、{ $wanted } ノードが計画されています
    .title = ノード数に対して Pod 範囲が小さい
    .help = Pod 範囲を広げてください。ブロックの大きさが Pod 数で決まる場合は、ノードあたりの Pod 数を減らす方法もあります

EXP109 = { $range } でノードに使えるアドレスは { $room } 個 (クラウドの予約は { $reserved } 個) ですが、{ $wanted } ノードが計画されています
    .pods = { $range } で使えるアドレスは { $room } 個ですが、Pod は VPC のアドレスを使うため、{ $pods } 個の Pod を動かす { $nodes } ノードには { $wanted } 個が必要です
    .title = ノードネットワークが小さい
    .help = ノードネットワークを広げてください

EXP110 = { $cloud } が Pod と Service に与えるファミリーは IPv4 か IPv6 のどちらか 1 つだけです
    .title = クラウドがデュアルスタックの Pod に非対応
    .help = 1 つのファミリーで計画してください。クラスターがある限り変更できません。ノードとロードバランサーは両方のファミリーを持てます。もう一方へは Pod から NAT (ENABLE_V4_EGRESS、ENABLE_V6_EGRESS) で到達します

EXP111 = Service 範囲 { $range } は EKS に拒否されます。10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 のいずれかに含まれる必要があります
    .size = Service 範囲 { $range } は EKS に拒否されます。/24 から /12 の間である必要があります
    .title = EKS が拒否する Service 範囲

EXP112 = { $first } と { $second } が重なっているため、{ $cloud } に拒否されます
    .title = 同じクラスターの範囲が重なっている

EXP113 = eksctl は { $range } の VPC を作成できません
    .subnet = Azure の IPv6 サブネットは /64 です。{ $range } のうち { $first } をノードに使います
    .title = クラウドが受け付けない大きさのノードネットワーク
    .help = クラウドが受け付ける大きさのノードネットワークにしてください

EXP114 = AKS のドキュメントにある IPv6 の Pod 範囲は /64 だけです。{ $range } のうち { $first } を使います
    .small = AKS のドキュメントにある IPv6 の Pod 範囲は /64 だけですが、{ $range } はそれより小さい範囲です
    .title = IPv6 の Pod 範囲の大きさが異なる
    .help = AKS と同じ計算になるように、podCIDRs に /64 を書いてください

EXP115 = Service 範囲 { $range } は { $cloud } に拒否されます。最も小さい範囲は { $smallest } です
    .undocumented = { $range } は Google が挙げている Service 範囲 ({ $smallest } から { $largest }) より大きいため、拒否される可能性があります
    .smaller = Service 範囲 { $range } は AKS に拒否されます。{ $limit } より小さい範囲である必要があります
    .at-most = Service 範囲 { $range } は AKS に拒否されます。{ $limit } より大きい範囲は使えません
    .dns = Service 範囲 { $range } は小さすぎて、クラスター DNS のアドレス (10 番目) がありません
    .title = Service 範囲の大きさ

EXP118 = AKS のクラスターのノードは最大 { $limit } 台ですが、{ $wanted } 台が計画されています
    .pool = AKS のノードプールのノードは最大 { $limit } 台です。ファイルが作成するのは最初のプールだけで、{ $wanted } 台にはさらにプールが必要です
    .title = クラウドの上限を超えるノード数
