group-tools = Infrastructure as Code

target-ansible = Ansible
    .description = インベントリーのグループ変数
target-terraform = Terraform と OpenTofu
    .description = 変数の宣言とその値、および同じ内容の locals

## ファイル内のコメント

export-ansible = 独自のプレイブック用の変数です。Kubespray が読む変数名とは異なります
export-terraform-variables = 値は { $file } にあり、自動的に読み込まれます
export-terraform-locals = 変数を使わない構成のために、{ $file } と同じ値を locals としても書いています
export-terraform-node-pod-cidrs = 例示です。実際には、ノードが参加した順に、次の空きブロックがコントローラーから割り当てられます。
export-terraform-cluster-name = クラスターの名前
export-terraform-ip-families = Service のファミリー (プライマリーが先頭)
    .error = ファミリーには IPv4、IPv6、またはその両方を、重複なく指定してください。
export-terraform-pod-cidrs = Pod 範囲 (プライマリーファミリーが先頭)
    .error = Pod 範囲はすべて CIDR で指定してください。
export-terraform-service-cidrs = Service 範囲 (プライマリーファミリーが先頭)
    .error = Service 範囲はすべて CIDR で指定してください。
export-terraform-node-cidrs = ノード自身のアドレスのネットワーク
    .error = ノードネットワークはすべて CIDR で指定してください。
export-terraform-node-masks = ノードに割り当てる Pod アドレスブロックのプレフィックス長 (ファミリー別)
export-terraform-dns-service-ips = 各 Service 範囲におけるクラスター DNS のアドレス
export-terraform-api-service-ips = 各 Service 範囲の最初のアドレス。先頭の範囲のものが API サーバーのアドレスです
export-terraform-max-pods = ノードあたりの Pod 数の上限
export-terraform-max-nodes = すべてのファミリーのブロックを割り当てられるノード数
export-terraform-clusters = クラスター名ごとのアドレスプラン

## 指摘
