## コンポーネントの設定: それぞれの理由

component-dual-stack-gate = このバージョンのデュアルスタックは alpha のため、すべてのコンポーネントに feature gate が必要です
component-named-gate = 計画で feature gate { $gate } が指定されています
component-cloud-dual-stack-gate = 外部の cloud provider と併用する場合、kubelet が 2 つのアドレスを受け付けるにはこの feature gate が必要です
component-service-range = Service の cluster IP はこの範囲から割り当てられます
component-service-range-dual = アドレスファミリーごとに 1 つの範囲。先頭の範囲のファミリーが Service の既定になります
component-advertise-address = API サーバーを公開する { $family } アドレス。ファミリーは先頭の Service 範囲と同じです
component-bind-address = 両方のファミリーで待ち受け、既定で公開されるアドレスが IPv6 になります
component-allocate = 各ノードの Pod 範囲を --cluster-cidr から割り当てます
component-allocate-own-pools = kubeadm も設定する値です。プラグインは自身のプールからアドレスを割り当てます
component-allocate-cloud = Pod のアドレスは --cluster-cidr ではなくクラウドから割り当てられます
component-cluster-cidr = ノードの Pod 範囲はこの範囲から切り出されます
component-cluster-cidr-dual = アドレスファミリーごとに 1 つの範囲。順序は各ノードの podCIDRs の順序になり、後から変更できません
component-kcm-service-range = Service のアドレスがノードの Pod 範囲に入らないようにするだけの設定です
component-node-mask = 各ノードに割り当てる { $family } 範囲の大きさ
component-node-mask-both = このバージョンでは両ファミリー共通の値しか指定できないため、{ $family } の値を書きます
component-ccm-cluster-cidr = この範囲内の Pod 範囲に対してルートが作成されます
component-node-ip = ノードの { $family } アドレス。指定しないと kubelet は先に IPv4 アドレスを探します
component-node-ip-pair = ノードのアドレス ({ $family } が先)。指定しないとノードは 1 つのアドレスでしか登録されません
component-cluster-dns = 先頭の Service 範囲の 10 番目のアドレス。インストーラーはここにクラスター DNS を置きます
component-cluster-domain = クラスター DNS のドメイン
component-max-pods = プランが求めるノードあたりの Pod 数
component-kubenet = プランのネットワークプラグイン
component-non-masquerade = Pod 宛ての通信では Pod のアドレスを保ちます
component-non-masquerade-off = kubenet は片方のファミリーしか masquerade しないため無効にし、ip-masq-agent に任せます
component-proxy-mode-ipvs = このバージョンで両ファミリーを扱えるのは ipvs だけです
component-proxy-mode-explicit = モードを省略すると、既定値が将来変わるという警告が出ます
component-proxy-cluster-cidr = この範囲からの通信は Pod からのものと判断されます。書かれていないファミリーは判断されません
component-proxy-node-ports = ノードポートはノード自身のアドレスだけで応答します。省略するとノードのすべてのアドレスで応答し、kube-proxy は起動のたびにそれをエラーとして記録します
component-proxy-bind-address = ノードのプライマリーファミリーは IPv6 です

## 前提条件

prerequisite-version = Kubernetes { $version } では feature gate なしでデュアルスタックを使えます
prerequisite-version-alpha = Kubernetes { $version } のデュアルスタックは alpha です。すべてのコンポーネントに feature gate が必要で、既存クラスターの切り替えはできません
prerequisite-provider = ノードにはルーティング可能な IPv4 と IPv6 のインターフェイスが必要です。プランには provider が書かれていません
prerequisite-provider-named = ノードにはルーティング可能な IPv4 と IPv6 のインターフェイスが必要です。{ $provider } で用意できることを確認してください
prerequisite-provider-alpha = Kubernetes { $version } の場合、{ $provider } はノードに両ファミリーのルーティング可能なインターフェイスを用意できません
prerequisite-node-addresses = プランには両ファミリーのノードネットワークがあります
prerequisite-node-addresses-missing = プランに { $family } のノードネットワークがありません
prerequisite-node-addresses-unknown = ノードには両ファミリーのアドレスが必要です。プランにはノードネットワークが書かれていません
prerequisite-plugin = デュアルスタック対応のネットワークプラグインが必要です。プランには書かれていません
prerequisite-plugin-named = { $plugin } を両ファミリー用に設定する必要があります
prerequisite-plugin-gone = kubelet { $version } では { $plugin } は廃止されています
prerequisite-plugin-order = { $plugin } は常に IPv4、IPv6 の順に報告します。プランの Pod 範囲もこの順です
prerequisite-plugin-order-wrong = { $plugin } は常に IPv4、IPv6 の順に報告しますが、プランでは IPv6 の Pod 範囲が先です。--cluster-cidr では IPv4 を先に書く必要があります
prerequisite-proxy-ipvs = kube-proxy は ipvs モードで動かす必要があります。このバージョンの他のモードは両ファミリーを扱えません
prerequisite-proxy-gate = feature gate を有効にすると、kube-proxy は iptables モードと ipvs モードで両ファミリーを扱います
prerequisite-masquerade = Pod のアドレスはプライベートです ({ $families })。クラスター外への通信には各ファミリーの masquerade が必要です
prerequisite-masquerade-plugin = Pod のアドレスはプライベートです ({ $families })。{ $plugin } が各ファミリーを masquerade することを確認してください
prerequisite-masquerade-agent = Pod のアドレスはプライベートで ({ $families })、{ $plugin } が masquerade するのは片方のファミリーだけです。両ファミリー用に ip-masq-agent を動かしてください
