group-installers = インストーラーとディストリビューション

target-kubeadm = kubeadm
    .description = kubeadm init と kubeadm join の設定ファイル
target-kind = kind
    .description = kind create cluster の設定ファイル

target-k3s = K3s
    .description = サーバーとエージェントの config.yaml

target-rke2 = RKE2
    .description = サーバーとエージェントの config.yaml と、プラグインのチャートに渡す値

## ファイル内のコメント

export-command = 使い方: { $command }
export-file-place = このファイルを { $path } に置いてください
export-patch-level = プランにパッチレベルがないため { $version } と書いてあります。最新のものを選んでください
export-kind-image = TAG: kind のリリースノートにある Kubernetes { $version } のイメージ
export-kind-ipv6 = macOS と Windows では、networking の下に apiServerAddress: 127.0.0.1 を追加してください
export-rancher-server = 最初のサーバー用
export-rancher-join = CONTROL_PLANE_ENDPOINT は最初のサーバー、またはサーバーの前段にあるロードバランサーです。TOKEN は最初のサーバーの { $path } にあります
export-accept-ra = ルーターが IPv6 のデフォルト経路を広告するネットワークでは、すべてのノードで sysctl net.ipv6.conf.all.accept_ra=2 を設定してください
export-rke2-calico = Calico はファミリーごとに IP プールを作り、VXLAN ではなく BGP を使います
export-rke2-localhost = /etc/hosts に ::1 localhost の行が必要です

## 指摘

EXP020 = { $target } に指定できるのは 1 つの範囲、または各ファミリー 1 つずつの範囲です
    .title = クラスターを構築できない範囲

EXP021 = { $target } では IPv6 を先にしたデュアルスタックのクラスターを構築できません。API サーバーが IPv4 アドレスを通知するためです
    .title = IPv6 を先にできない
    .help = IPv4 を先にするか、IPv6 だけにしてください

EXP022 = { $target } では Kubernetes { $version } のデュアルスタックのクラスターを構築できません
    .ipv6 = { $target } では Kubernetes { $version } の IPv6 のみのクラスターを構築できません
    .title = このバージョンのツールにないファミリー構成

EXP023 = { $target } では Pod と Service のファミリーをそろえる必要があります
    .title = Pod と Service のファミリーが異なる

EXP025 = { $target } は { $plugin } をインストールしません。別途インストールするまでノードは Ready になりません
    .title = プラグインを手動でインストールする必要がある

EXP026 = kind のノードは 1 台のマシン上のコンテナーです。{ $count } ノードのうち { $written } ノードだけを出力し、アドレスはコンテナーネットワークから割り当てられます
    .title = ノードはコンテナー

EXP027 = API サーバーのアドレスは { $target } 自身が選ぶため、{ $address } は出力されません
    .title = API サーバーのアドレスは出力されない

EXP024 = { $target } がこのファミリーの Service 範囲として扱えるのは、プレフィックス長が /{ $limit } 以上のものです。{ $range } は扱えません
    .title = ツールには大きすぎる Service 範囲

EXP031 = { $target } に同梱の Flannel とネットワークポリシーコントローラーは、Kubernetes { $version } ではデュアルスタックに対応していません
    .title = 同梱のコンポーネントがデュアルスタックに対応していない
    .help = 別のプラグインを使うか、Kubernetes 1.23 にしてください
