group-installers = インストーラーとディストリビューション

target-canonical-kubernetes = Canonical Kubernetes
    .description = snap の k8s のブートストラップ設定
target-kubeadm = kubeadm
    .description = kubeadm init と kubeadm join の設定ファイル
target-kubespray = Kubespray
    .description = インベントリー（グループ変数と、記入用のホスト一覧）
target-microk8s = MicroK8s
    .description = MicroK8s のインストール前に置く launch configuration
target-microshift = MicroShift
    .description = マシンの設定ファイル
target-minikube = minikube
    .description = IPv4 クラスターを起動するコマンド
target-openshift = OpenShift
    .description = 4.19 以降の install-config.yaml

## ファイル内のコメント

export-canonical-kubernetes = { $command }
export-kubespray = Kubernetes { $version } をインストールできる Kubespray のリリースを使ってください。各リリースが扱うのは 3 つのマイナーバージョンです
export-kubespray-dns = クラスター DNS のアドレスは { $address } です。Kubespray は先頭の Service 範囲の 3 番目のアドレスを使い、2 つ目の DNS には 4 番目を使います
export-kubespray-hosts = マシンごとに 1 項目です（プランでは { $nodes } 台）。各マシンのアドレスを記入してください
export-microk8s = すべてのマシンの { $path } に置いてから実行してください: { $command }
export-microshift = MicroShift の初回起動前に { $path } に置いてください。範囲は後から変更できません
export-microshift-addresses = MicroShift は { $addresses } をマシン自身に割り当てます。ほかの用途には使わないでください
export-minikube = --subnet が効くのはドライバーが docker と podman の場合だけで、ほかのドライバーは独自のネットワークを使います
export-openshift = Kubernetes { $kubernetes } を含む OpenShift のリリースを使ってください。openshift-install はこのファイルを削除するため、控えを残してください
export-openshift-replicas = プランのノードは { $nodes } 台で、うち { $control } 台がコントロールプレーンです

## 指摘

EXP088 = { $target } では常に IPv4 が先になります
    .unread = { $target } のドキュメントには、IPv6 を先にしたデュアルスタックのクラスターがありません。その場合、ノード自身のアドレスも IPv6 でなければなりません
    .title = ツールにないファミリーの順序

EXP089 = Kubernetes { $version } の場合、{ $target } が構築できるのは IPv4 だけのクラスターです
    .alone = Kubernetes { $version } の場合、{ $target } は IPv6 だけのクラスターを構築できません
    .title = ツールにないファミリー

EXP090 = { $target } に指定できるのは 1 つの範囲、またはファミリーごとに 1 つの範囲で、Pod と Service のファミリーは一致していなければなりません
    .title = ツールに渡せない範囲のリスト

EXP091 = { $target } は { $value } を拒否します
    .pool = { $target } の Cilium は IPv6 の Pod 範囲を /{ $mask } のブロックに分割します。Pod 範囲は /{ $shortest } から /{ $mask } まででなければならず、{ $range } は使えません
    .pool-ipv4 = { $target } の Cilium は IPv4 の Pod 範囲を /{ $mask } のブロックに分割しますが、{ $range } には 1 つも入りません
    .services = { $target } の IPv6 Service 範囲は /{ $shortest } 以上の長さでなければならず、{ $range } は使えません
    .dns = MicroShift がクラスター DNS に使う 10 番目のアドレスが { $range } にはありません
    .block = { $target } は Pod 範囲から /{ $mask } のブロックを切り出しますが、{ $range } はそれより大きくありません
    .title = ツールが拒否する値

EXP092 = { $target } はプランのノードマスクを参照しません。ブロックの大きさはプラグインが決めます
    .title = ノードマスクが効かない

EXP093 = { $target } にはマシンのネットワークが必要ですが、プランにありません。MACHINE_NETWORK_IPV4 と MACHINE_NETWORK_IPV6 を置き換えてください
    .title = マシンのネットワークがプランにない

EXP094 = { $target } は 1 台のマシンで動きますが、計画は { $nodes } 台です
    .bridge = { $target } は { $range } について警告します。インストールを実行するマシンの Docker ブリッジがこの範囲を使っています
    .title = 計画どおりにならない点

EXP095 = { $target }: --subnet に指定できるのは /30 までのプライベートネットワークのため、{ $range } は出力しません
    .title = ノードのネットワークを省略

EXP096 = { $target } には { $plugin } が含まれません。クラスターの構築後にインストールしてください
    .instead = { $target } がインストールするのは { $plugin } ではなく { $own } です
    .title = ツールにないプラグイン

EXP097 = { $target } は API サーバーのアドレスを自動で決めるため、{ $address } はファイルに含まれません
    .option = { $target } では API サーバーのアドレスをオプションで指定します: { $option }
    .title = API サーバーのアドレスがファイルにない

EXP098 = { $target }: { $file } の大文字の値を置き換え、プラットフォームに必要なほかの項目も記入してください
    .title = プランにない値

EXP099 = MicroShift は { $services } の直後のアドレス { $address } をマシンに割り当てますが、{ $range } に含まれています
    .none = MicroShift がマシンに割り当てるアドレスが { $range } の直後にありません
    .title = 空けておくべきアドレス
