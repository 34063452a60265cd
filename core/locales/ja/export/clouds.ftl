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

EXP104 = { $cloud } がこれらの範囲を自ら選びます
    .gke = IPv6 の範囲はすべて Google が選ぶため、次の範囲は使われません: { $ranges }。ノードと Pod にはサブネットの /64 から、Service には Google の範囲から割り当てられます
    .eks = 次の範囲は使われません: { $ranges }。EKS の Pod は VPC のサブネットのアドレスを使い、IPv6 の範囲は AWS が割り当てます
    .title = クラウドが選ぶ範囲
    .help = 経路やファイアウォールには、クラスターの作成後にクラウドが示す範囲を使ってください

EXP107 = { $cloud } のノードには { $fixed } の IPv4 ブロックが割り当てられますが、プランでは { $mask } です
    .title = ノードマスクはクラウドが決める
    .help = クラウドと同じ計算になるように、nodes.maskSizeIPv4 にクラウドのマスクを書いてください

EXP116 = { $cloud } では { $own } が動きます。{ $plugin } はこれらのファイルに含まれません
    .title = クラウドのものではない CNI プラグイン

EXP117 = 次のノードネットワークを指定できる項目がないため、使われません: { $ranges }
    .title = 使われないノードネットワーク
    .help = クラスターに指定できるのは、そのファミリーごとに 1 つのネットワークです

EXP119 = { $target }: { $file } の { $value } は置き換える必要があります
    .patch = パッチレベルは EKS が選ぶため、{ $version } は { $minor } になります
    .title = プランにない値、または EKS が受け付けない値
