group-clouds = マネージドクラスター

target-aks = AKS
    .description = az コマンドと Terraform の構成
target-eks = EKS
    .description = eksctl のファイル、aws コマンド、Terraform の構成
target-gke = GKE
    .description = gcloud コマンドと Terraform の構成

## ファイル内のコメント

export-cloud-versions = クラウドが提供するバージョンは限られています。次のコマンドで確認してください: { $command }
export-cloud-region = リージョン
export-cloud-node-range = NODE_RANGE (node_range): プランに書かれていない、ノードの IPv4 ネットワーク
export-gke-script = REGION は必ず設定してください。NODES_PER_ZONE は { $count } ノードを { $zones } ゾーンに分けた数です
export-gke-nodes-per-zone = リージョンの各ゾーンのノード数
export-aks-script = LOCATION は必ず設定してください。RESOURCE_GROUP と NODE_COUNT は変更できます
export-aks-resource-group = 既存のリソースグループ
export-aks-vm-size = マシンのサイズ
export-aks-node-count = 最初のノードプールのノード数
export-eks-region = REGION を実際のリージョンに置き換えてください
export-eks-split = eksctl は VPC を { $subnets } のサブネット 8 個に分け、3 つのゾーンそれぞれに公開用と非公開用を 1 つずつ作り、ノードを公開用のサブネットに置きます
export-eks-pods = ノードあたりの Pod 数はインスタンスタイプで決まります。IPv4 のノードで { $pods } 個の Pod を動かすには、プレフィックス委任 (vpc-cni の ENABLE_PREFIX_DELEGATION) が必要になることがあります
export-eks-script = CLUSTER_ROLE_ARN と SUBNET_IDS (2 つ以上のゾーンのサブネットをコンマ区切りで) を必ず設定してください
export-eks-role = コントロールプレーンのロール
export-eks-subnets = 2 つ以上のゾーンにあるサブネット
    .ipv4 = 各サブネットには、コントロールプレーン用に 6 個の空きアドレスと、ノードと Pod それぞれに 1 個ずつのアドレスが必要です
    .both = 各サブネットには IPv4 範囲と IPv6 の /64、そしてコントロールプレーン用に 6 個の空き IPv4 アドレスが必要です
export-eks-vpc = サブネットは VPC { $range } の中にあります

## 指摘

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

EXP104 = { $cloud } がこれらの範囲を自ら選びます
    .gke = IPv6 の範囲はすべて Google が選ぶため、次の範囲は使われません: { $ranges }。ノードと Pod にはサブネットの /64 から、Service には Google の範囲から割り当てられます
    .eks = 次の範囲は使われません: { $ranges }。EKS の Pod は VPC のサブネットのアドレスを使い、IPv6 の範囲は AWS が割り当てます
    .title = クラウドが選ぶ範囲
    .help = 経路やファイアウォールには、クラスターの作成後にクラウドが示す範囲を使ってください

EXP105 = { $range } は、{ $cloud } が予約している { $block } と重なっています
    .title = クラウドが予約している範囲
    .help = 別のプライベート範囲を選んでください

EXP106 = { $cloud } のノードで動かせる Pod は { $least } 個から { $most } 個ですが、プランでは { $pods } 個です
    .pool = AKS の最初のノードプールには 30 個分の Pod の余地が必要ですが、{ $pods } 個の Pod を動かす { $count } ノードでは足りません
    .title = クラウドが受け付けないノードあたりの Pod 数
    .help = nodes.maxPods を変更してください

EXP107 = { $cloud } のノードには { $fixed } の IPv4 ブロックが割り当てられますが、プランでは { $mask } です
    .title = ノードマスクはクラウドが決める
    .help = クラウドと同じ計算になるように、nodes.maskSizeIPv4 にクラウドのマスクを書いてください

EXP108 = { $range } にはノード用の { $mask } のブロックが { $room } 個ありますが、{ $wanted } ノードが計画されています
    .title = ノード数に対して Pod 範囲が小さい
    .help = Pod 範囲を広げてください。ブロックの大きさが Pod 数で決まる場合は、ノードあたりの Pod 数を減らす方法もあります

EXP109 = { $range } でノードに使えるアドレスは { $room } 個 (クラウドの予約は { $reserved } 個) ですが、{ $wanted } ノードが計画されています
    .pods = { $range } で使えるアドレスは { $room } 個ですが、Pod は VPC のアドレスを使うため、{ $pods } 個の Pod を動かす { $nodes } ノードには { $wanted } 個が必要です
    .title = ノードネットワークが小さい
    .help = ノードネットワークを広げてください

EXP110 = EKS のクラスターのファミリーは 1 つです。このクラスターは { $family } になり、Pod と Service には { $lost } アドレスが付きません。ノードとロードバランサーは両方を持てます
    .title = EKS の Pod はデュアルスタックにならない
    .help = ファミリーは後から変更できません。プランの先頭の範囲で決まります

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

EXP116 = { $cloud } では { $own } が動きます。{ $plugin } はこれらのファイルに含まれません
    .title = クラウドのものではない CNI プラグイン

EXP117 = 次のノードネットワークを指定できる項目がないため、使われません: { $ranges }
    .title = 使われないノードネットワーク
    .help = クラスターに指定できるのは、そのファミリーごとに 1 つのネットワークです

EXP118 = AKS のクラスターのノードは最大 { $limit } 台ですが、{ $wanted } 台が計画されています
    .pool = AKS のノードプールのノードは最大 { $limit } 台です。ファイルが作成するのは最初のプールだけで、{ $wanted } 台にはさらにプールが必要です
    .title = クラウドの上限を超えるノード数

EXP119 = { $target }: { $file } の { $value } は置き換える必要があります
    .patch = パッチレベルは EKS が選ぶため、{ $version } は { $minor } になります
    .title = プランにない値、または EKS が受け付けない値
