## クラスターが動く場所で確かめること。値が確認内容、.title がその対象。

check-docker-ipv6 = Docker が IPv6 を割り当てること、ネットワーク kind が IPv4 だけの古いものでないことを確かめてください。古ければ削除します。そうでないとノードは “is docker configured to use IPv6 correctly?” で失敗します
    .title = Docker の IPv6

check-ipv6-enabled = すべてのノードに IPv6 アドレスがあり、disable_ipv6 が 0 であることが必要です。1 の場合、kube-proxy はそのノードを IPv4 専用と見なします
    .title = IPv6 が有効

check-forwarding = すべてのノードで値が 1 であり、再起動後も保たれること (/etc/sysctl.d) が必要です。そうでないと、パケットは他のノードの Pod に届きません
    .title = インターフェイス間の転送

check-router-advertisements = 転送が有効な場合、インターフェイス自身の accept_ra が 2 でなければ Linux はルーター広告を無視します。CNI プラグインの起動後しばらくして IPv6 のデフォルトルートが消えます
    .title = ルーター広告によるデフォルトルート

check-icmpv6 = ファイアウォールは packet-too-big (タイプ 2) と近隣探索 (133 から 136) を通す必要があります。前者がないと、大きなパケットが黙って失われます
    .title = ICMPv6 の通過

check-node-addresses = すべてのノードに両ファミリーの InternalIP が必要です。ないと hostNetwork の Pod は片方のファミリーだけになります
    .title = ノードごとに 2 つのアドレス

check-node-blocks = すべてのノードに両ファミリーの Pod ブロックが必要です。2 つ目の範囲ができる前に登録されたノードは、登録し直すまで 1 つのままです
    .title = ノードごとに 2 つのブロック

check-certificate = 証明書には各 Service 範囲の最初のアドレス ({ $services }) とマシンのアドレスが必要です。ないとクライアントは x509 エラーで拒否します
    .title = API サーバーの証明書

check-plugin = 表示される範囲とファミリーがプランと一致している必要があります。いくつかのプラグインでは IPv6 が既定で無効で、プールは設定しない限り既定値のままです
    .title = CNI プラグインの設定

check-masquerade = ユニークローカルの Pod が IPv6 で外部に到達するにはマスカレードが必要です。その範囲のルールがあることを確かめてください。K3s では flannel-ipv6-masq: true が必要です
    .title = IPv6 のマスカレード

check-kube-proxy = すべてのノードで ip6tables が動作し、ログに “dual-stack mode” とあることが必要です。そうでないと、そのノードから一方のファミリーの Service に到達できません
    .title = デュアルスタックの kube-proxy

check-listeners = デュアルスタックの Service の背後のサーバーは、:: または両方のアドレスで待ち受ける必要があります。0.0.0.0 だけでは IPv6 のクライアントが切断されます
    .title = 両ファミリーで待ち受けるプログラム

check-upstream-dns = Pod には IPv6 しかないため、クラスター DNS の転送先のネームサーバーに IPv6 アドレスが必要です
    .title = IPv6 のネームサーバー

check-endpoint-brackets = controlPlaneEndpoint の IPv6 アドレスは角括弧で囲むか、代わりに名前を書く必要があります。そうでないと kubeadm が拒否します
    .title = controlPlaneEndpoint の IPv6

check-feature-set = IPv6DualStackNoUpgrade は不要になっており、残っているとクラスターをアップグレードできません
    .title = 残っている feature set

check-cri-dockerd = ノードで cri-dockerd を使う場合は --ipv6-dual-stack を付けて起動する必要があります。そうでないと Pod のアドレスが 1 つしか表示されません
    .title = 両ファミリーを扱う cri-dockerd
