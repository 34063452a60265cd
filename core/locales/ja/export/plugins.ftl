group-plugins = CNI プラグイン

target-antrea = Antrea
    .description = Helm の values。ノードの範囲は kube-controller-manager または Antrea 自身の NodeIPAM が割り当てます
target-calico-manifest = Calico (マニフェスト)
    .description = IP プールと、calico.yaml へのパッチをまとめた kustomization
target-calico-operator = Calico (オペレーター)
    .description = tigera-operator 向けの Installation と APIServer
target-cilium = Cilium
    .description = cluster-pool、kubernetes、multi-pool の各方式の Helm の values と CiliumPodIPPool
target-flannel = Flannel
    .description = net-conf.json を含む ConfigMap と Helm の values
target-kube-ovn = Kube-OVN
    .description = チャート kube-ovn と kube-ovn-v2 の Helm の values
target-kube-router = kube-router
    .description = DaemonSet の引数を設定するパッチ
target-ovn-kubernetes = OVN-Kubernetes
    .description = Helm の values

## ファイル内のコメント

export-own-pools = これらの範囲は { $plugin } 自身が割り当てます。kube-controller-manager がノード向けに切り出す範囲があっても使われません
export-from-nodes = { $plugin } は各ノードの範囲を Node.spec.podCIDRs から読み取ります。kube-controller-manager に --allocate-node-cidrs=true と --cluster-cidr={ $ranges } が必要です
export-api-server = { $value } は API サーバーのアドレスの代わりです。プランには指定されていません
export-antrea-no-encap = Pod は自身のアドレスを保ちます。Antrea でこれができるのはカプセル化しない場合だけなので、ノードを 1 つのネットワークに置くか、ルーターに Pod への経路を設定してください
export-antrea-install = helm install antrea antrea/antrea --namespace kube-system --values { $file }
export-antrea-node-ipam = ノードの範囲は Antrea が割り当てます。kube-controller-manager は --allocate-node-cidrs=false で動かしてください
export-antrea-transport = 両ファミリーのアドレスは、各ノードの同じインターフェースになければなりません
export-calico-operator = 先に tigera-operator をインストールし、続けて実行します: kubectl create -f calico-operator/custom-resources.yaml。ブロックサイズは後から変更できません
export-calico-node-pools = 任意: アドレスが割り当てられない無効化したプールです。Pod からこれらのネットワークへの通信では Pod のアドレスが保たれるため、ノード以外のマシンには Pod への経路が必要です
export-calico-apply = calicoctl で適用します。Calico API サーバーが動いていれば kubectl も使えます
export-calico-kustomization = 使用する Calico リリースの calico.yaml をこのファイルと同じ場所に置き、実行します: kubectl apply -k .
export-calico-config = cni_network_config 全体を置き換えます。手元の calico.yaml にほかの設定もある場合は、その ipam に assign_ipv4 と assign_ipv6 だけを設定してください
export-calico-releases = このリリース専用です。リリースに含まれないプラグインがあると Pod は起動しません
export-calico-kernel = IPv6 の VXLAN には Linux 4.19.1 (Red Hat Enterprise Linux では 4.18) 以降が必要です
export-calico-node = 変わるのはこれらの変数だけで、calico.yaml のほかの変数はそのまま残ります
export-calico-pools = プールがまだなければ、calico-node が変数から 2 つの既定プールを作ります。ここにあるのは同じ内容に、変数では書けないものを加えたものです
export-cilium-install = helm install cilium cilium/cilium --namespace kube-system --values { $file }
export-cilium-chart = { $value } にはチャート { $chart } 以降が必要です
export-cilium-kube-proxy = Cilium が kube-proxy の役割を担います。kube-proxy を併用しないでください
export-cilium-native-install = トンネルの代わりにネイティブルーティングを使います。values-cluster-pool.yaml または values-kubernetes.yaml の後に、このファイルも helm に渡してください
export-cilium-native = autoDirectNodeRoutes を使うには、全ノードが 1 つのレイヤー 2 ネットワークになければなりません。そうでない場合は無効にし、ノードの範囲への経路を別途設定してください
export-cilium-pool = values-multi-pool.yaml にあるものと同じプールです。プールを追加するときのひな型として使えますが、範囲は重複できません。maskSize は後から変更できません
export-flannel-config = kube-flannel.yml の ConfigMap kube-flannel-cfg を置き換えます。各ノードの主インターフェースには、各ファミリーのアドレスとデフォルト経路が必要です
export-flannel-install = helm install flannel flannel/flannel --namespace kube-flannel --values flannel/values.yaml
export-flannel-no-masq = Pod はインターネットでルーティングされるアドレスを持ちます。DaemonSet kube-flannel-ds の引数から --ip-masq を削除してください
export-kube-ovn-install = helm install kube-ovn kubeovn/{ $chart } --namespace kube-system --values { $file }
export-kube-ovn-join = ノードは join ネットワークを経由して Pod と通信します。このネットワークをほかの用途に使うことはできません
export-kube-ovn-patch = Pod はインターネットでルーティングされるアドレスを持ちます: kubectl patch subnet ovn-default --type merge --patch-file { $file }
export-kube-router-apply = kubectl --namespace kube-system patch daemonset kube-router --patch-file kube-router/daemonset-patch.yaml
export-kube-router-args = 引数をすべて置き換えます。--kubeconfig は kubeadm-kuberouter-all-features.yaml のものです。Service も kube-router が処理するため、kube-proxy は削除してください。すべてのノードが各ファミリーの InternalIP を報告している必要があります
export-ovn-kubernetes-install = helm/ovn-kubernetes フォルダーで実行します: helm install ovn-kubernetes . --values values-single-node-zone.yaml --values values.yaml
export-ovn-kubernetes-mtu = mtu は 1500 バイトのネットワーク向けの値です。global のネットワークは OVN-Kubernetes 自身が使うため、ほかの用途に使うことはできません

## 指摘

EXP042 = { $plugin } の masquerade は両ファミリーまとめてしか切り替えられません。{ $family } の Pod は、インターネットでルーティングされるアドレスを持つのにノードのアドレスへ変換されます
    .title = ルーティングされる Pod が masquerade される
    .help = masquerade を無効にできる場合は無効にし、プライベートアドレスのファミリーだけを ip-masq-agent などでノード側で変換してください。できない場合は、両ファミリーの Pod にプライベートアドレスを使ってください
    .always = { $plugin } は常に masquerade します。{ $family } の Pod は、インターネットでルーティングされるアドレスを持つのにノードのアドレスへ変換されます

EXP046 = ノードごとの /{ $mask } に当たるものは Calico にありません。IPv6 ブロックは /{ $shortest } から /{ $longest } までで、/{ $size } を出力します
    .title = Calico に相当するもののないノードマスク
    .help = ノードは必要に応じてブロックを追加で取得します。ノードごとに専用の範囲が必要な場合は、BGP を有効にし VXLAN を使わずに host-local IPAM (spec.cni.ipam.type: HostLocal) を使ってください

EXP047 = Calico の IPv4 ブロックは /{ $shortest } から /{ $longest } までで、プールに収まる大きさです。ノードマスク /{ $mask } の代わりに /{ $size } を出力します
    .title = Calico のブロックサイズにならないノードマスク

EXP049 = { $family } のプールにある /{ $size } のブロックは { $blocks } 個で、計画しているノード { $nodes } 台に足りません
    .title = Calico のブロックが足りない
    .help = プレフィックスを長くすると、小さいブロックが多く取れます。ブロックのないノードは、strictAffinity が有効でなければほかのノードのブロックからアドレスを借ります
    .pods = 1 つのノードが取得できる { $family } のブロックは /{ $size } が 20 個、アドレスにして { $addresses } 個までですが、Pod は最大 { $pods } 個あります

EXP050 = { $field } の { $value } は API サーバーのアドレスに置き換える必要があります
    .title = API サーバーのアドレスがプランにない
    .help = プランに advertiseAddress を指定してください

EXP056 = { $plugin } はノード向けの範囲を切り出さないため、{ $family } のノードマスク /{ $mask } は使われません
    .title = 使われないノードマスク

EXP057 = { $file } は値が拒否されるため出力しません
    .title = 出力しないファイル

EXP058 = { $plugin } はノードの範囲を読み取りますが、プランのプラグインが { $named } なので kube-controller-manager は範囲を割り当てません
    .title = ノードに範囲が割り当てられない
    .help = 実際にインストールするプラグインを cni に指定してください
