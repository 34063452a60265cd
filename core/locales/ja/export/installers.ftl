group-installers = インストーラーとディストリビューション

target-canonical-kubernetes = Canonical Kubernetes
    .description = snap の k8s のブートストラップ設定

target-cluster-api = Cluster API
    .description = v1beta2 の Cluster と KubeadmControlPlane

target-k0s = k0s
    .description = ClusterConfig

target-k3s = K3s
    .description = サーバーとエージェントの config.yaml

target-kind = kind
    .description = kind create cluster の設定ファイル

target-kops = kOps
    .description = AWS 上の Cluster と InstanceGroup（IPv4 のみ、または IPv6 のみの Pod）

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

target-rke2 = RKE2
    .description = サーバーとエージェントの config.yaml と、プラグインのチャートに渡す値

target-talos = Talos Linux
    .description = マシン設定（1.14 以降はドキュメント、1.13 以前はパッチ）

## ファイル内のコメント

export-command = 使い方: { $command }
export-file-place = このファイルを { $path } に置いてください
export-patch-level = プランにパッチレベルがないため { $version } と書いてあります。最新のものを選んでください
export-kind-image = TAG: kind のリリースノートにある Kubernetes { $version } のイメージ
export-kind-ipv6 = macOS と Windows では、networking の下に apiServerAddress: 127.0.0.1 を追加してください
export-kind-ipv6-first = kind 0.12 以降が必要です。それより古い kind は API サーバーの IPv4 アドレスを通知します
export-rancher-server = 最初のサーバー用
export-rancher-join = CONTROL_PLANE_ENDPOINT は最初のサーバー、またはサーバーの前段にあるロードバランサーです。TOKEN は最初のサーバーの { $path } にあります
    .known = TOKEN は最初のサーバーの { $path } にあります
export-accept-ra = ルーターが IPv6 のデフォルト経路を広告するネットワークでは、すべてのノードで sysctl net.ipv6.conf.all.accept_ra=2 を設定してください
export-rke2-localhost = /etc/hosts に ::1 localhost の行が必要です
export-talos-documents = Talos 1.14 以降用
export-talos-control-plane = Talos 1.14 以降のコントロールプレーンノード用: Talos に Flannel をインストールさせません
export-talos-patch = Talos 1.13 以前用。Talos 1.14 は、専用のドキュメントとこれらのフィールドの併用を拒否します
export-cluster-api = { $cluster } と { $template } はインフラプロバイダーのオブジェクトです。ノードのアドレスもプロバイダーが割り当てます
export-cluster-api-workers = KubeadmConfigTemplate: すべての MachineDeployment の bootstrap.configRef で指定してください
export-kops = ZONE はアベイラビリティゾーン、STATE_STORE はステートストアのバケット、example.com はホストゾーンに置き換えてください。kubernetesApiAccess は必要な範囲に絞ってください
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

EXP025 = { $target } は { $plugin } をインストールしません。別途インストールするまでノードは Ready になりません
    .title = プラグインを手動でインストールする必要がある

EXP026 = kind のノードは 1 台のマシン上のコンテナーです。{ $count } ノードのうち { $written } ノードだけを出力し、アドレスはコンテナーネットワークから割り当てられます
    .title = ノードはコンテナー

EXP027 = API サーバーのアドレスは { $target } 自身が選ぶため、{ $address } は出力されません
    .endpoint = API サーバー群のアドレスは { $target } 自身が決めるため、{ $endpoint } は出力されません
    .port = { $target } の API サーバーはポート { $port } で応答するため、{ $endpoint } のうちホストだけが出力されます
    .title = API サーバーのアドレスは出力されない

EXP029 = { $target } は kube-controller-manager に { $family } の Pod 範囲を先に渡すため、ノードの podCIDRs の順序がプランと異なります
    .title = Pod 範囲の順序が異なる

EXP035 = Pod のアドレスは VPC から割り当てられます。プランの Pod 範囲とノードのマスクは出力されません
    .title = Pod のアドレスは VPC から割り当てられる

EXP037 = VPC には必ず IPv4 ネットワークがありますが、プランに IPv4 のノードネットワークがないため 172.20.0.0/16 を出力します
    .title = VPC には IPv4 ネットワークが必要

EXP039 = { $target }: ZONE、STATE_STORE、example.com を置き換える必要があります
    .title = プランにない値

EXP092 = { $target } はプランのノードマスクを参照しません。ブロックの大きさはプラグインが決めます
    .title = ノードマスクが効かない

EXP093 = { $target } にはマシンのネットワークが必要ですが、プランにありません。MACHINE_NETWORK_IPV4 と MACHINE_NETWORK_IPV6 を置き換えてください
    .title = マシンのネットワークがプランにない

EXP094 = { $target } は 1 台のマシンで動きますが、プランは { $nodes } 台です
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
