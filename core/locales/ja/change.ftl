## プランの変更: 2 つのプランの違い、その影響範囲、一方から他方への手順、不足する時期。

CHANGE001 = この側には、比較できる Pod の範囲と Service の範囲がありません
    .title = 比較できないプラン
    .help = プランファイル、またはプランを読み取れるテキストを指定してください。Pod と Service の範囲は、それぞれ 1 つ、またはファミリーの異なる 2 つが必要です

change-radius-safe = 稼働中のものには影響しません
change-radius-restart = 再起動: { $components }
change-radius-services = { $count } 個の Service を作り直す: { $names }
change-radius-nodes = { $count } ノードを 1 台ずつ登録し直す
change-radius-rebuild = 新しいクラスターを構築する
change-radius-impossible = 不可能

change-summary = { $count } 件の違いがあります。{ $radius ->
        [safe] 稼働中のものには影響しません
        [restart] 再起動で済みます
        [recreateServices] Service の作り直しが必要です
        [recreateNodes] ノードの登録し直しが必要です
        [rebuild] 新しいクラスターの構築が必要です
       *[impossible] 実現できないものがあります
    }
    .none = 2 つのプランは同じ意味です

change-what = { $kind ->
        [grown] { $before } を { $after } に拡大
        [shrunk] { $before } を { $after } に縮小
        [moved] { $before } を { $after } に変更
        [swapped] 先頭を { $before } から { $after } に変更
       *[changed] { $before } → { $after }
    }
    .added = { $after } を追加
    .removed = { $before } を削除
    .none = { $kind ->
        [added] 追加
       *[removed] 削除
    }

change-label-why = 理由
change-label-says = { $component } の出力
change-label-half = 一部だけ行った場合
change-label-source = 出典
change-column-field = フィールド
change-column-change = 変更
change-column-reach = 必要な作業
change-heading-diff = 2 つのプランの違い

## 影響範囲の理由。

change-why-refused-start = この設定では { $component } が起動しません
change-why-families-fixed = { $distribution } では、クラスターのファミリーは作成時に決まります
change-why-stack-not-offered = { $distribution } には dual-stack のクラスターがありません
    .first = { $distribution } には IPv6 を先にする dual-stack のクラスターがありません
    .only = { $distribution } には IPv6 だけのクラスターがありません
change-why-cloud-pods = { $distribution } の Pod はクラウドのネットワークのアドレスを使います。そのネットワークはクラスターの作成時に決まります
change-why-tool-refuses = { $distribution } は、既存のクラスターの { $what } を変更しません
change-why-tool-prints = { $distribution } は、既存のクラスターの { $what } を変更する前に停止します: { $text }
change-why-tool-unknown = { $distribution } が既存のクラスターでこれを変更するとする資料は見つかっていません。確実なのは新しいクラスターです
change-why-k0s-order = このバージョンの { $distribution } は、プランの順序にかかわらず、kube-controller-manager に IPv6 の範囲を先に渡します。別の順序で作られたノードがあると起動しません
change-why-cloud-range = { $distribution } は既存のクラスターに範囲を追加します。既存のノードと Pod のアドレスは変わりません
change-why-cloud-families = { $distribution } は既存のクラスターのファミリーを変更します。ノードと Pod には、作り直したときに新しいファミリーが割り当てられます
change-why-pods-swapped = どのノードもブロックを以前の順序で持っており、kube-controller-manager は 1 番目のブロックを 1 番目の範囲の中で探します
change-why-pods-all-at-once = 範囲外のブロックを持つノードが 1 台でもあると kube-controller-manager は起動せず、起動するまではどのノードも範囲内のブロックを得られません。すべてのノードを同時に外す必要があります
change-why-nodes-first = そのようなブロックを持つノードがあると kube-controller-manager は起動しません。新しい設定にする前に、それらのノードを登録し直します
change-why-blocks-stay = ノードのブロックは変えられません。既存のノードに { $family } のブロックは追加されません
change-why-own-pools = Pod のアドレスはネットワークプラグインが自身のプールから割り当てます。ノードの登録し直しは要りません
change-why-grown = 新しい範囲は以前の範囲を含むため、どのノードもブロックを保ちます
change-why-controller-starts = 既存のノードのままで kube-controller-manager は起動します
change-why-mask-stays = kube-controller-manager は新しい { $family } のマスクで起動します。既存のノードは { $after } ではなく { $before } のままです
change-why-mask-unused = kube-controller-manager が切り出すブロックのアドレスを使う Pod がないか、以前の大きさのブロックを持つノードがありません
change-why-second-service-range = API サーバーは 1 つ目の範囲の後に 2 つ目の範囲を受け付けます。既存の Service はそのままです
change-why-api-restart = API サーバーはこの設定で起動し、既存の Service はすべて有効なままです
change-why-single-first = なくなるファミリーのアドレスを持つ Service が { $count } 個あります。先に single-stack にします: { $names }
change-why-addresses-stay = Service のアドレスは、新しい範囲の外にあっても変わりません
change-why-first-family = 既存の Service の先頭のファミリーは変わりません。API サーバー自身の Service と、ノードが API サーバーに接続するアドレスは、1 つ目の範囲のファミリーです
change-why-object-added = ServiceCIDR オブジェクトにより、再起動なしで Service のアドレスが増えます
change-why-object-fixed = ServiceCIDR オブジェクトのネットワークは変えられません。削除して作り直します
change-why-object-refused = API サーバーはこのオブジェクトを受け付けません
change-why-object-unused = このオブジェクトだけが持つアドレスを使う Service はありません
change-why-object-in-use = このオブジェクトだけが持つアドレスを使う Service がある間、オブジェクトは残ります
change-why-service-added = API サーバーはこの Service を保存します
change-why-service-refused = 新しいプランの API サーバーはこの Service を受け付けません
change-why-service-removed = 影響を受けるのは、その Service のクライアントだけです
change-why-service-updated = API サーバーは既存の Service の更新を受け付けます
change-why-update-refused = API サーバーは既存の Service の更新を受け付けません
change-why-version-patch = 別のパッチリリースです。コンポーネントを 1 つずつ置き換えます
change-why-version-up = マイナーバージョン { $count } つ分 ({ $way })。API サーバーはどのバージョンも飛ばせません。API サーバー、コントローラー、ドレインしたノードの kubelet の順に更新します。このプランナーの表では { $changes } 件の項目が異なります
change-why-version-down = 保存されたオブジェクトに、古いバージョンの知らないフィールドがある可能性があります。バージョンを下げることはサポートされていません
change-why-load-balancers = これらのアドレスを読むのは、割り当てを行うものだけです
change-why-advertise = 新しいアドレスで API サーバーを起動します
change-why-endpoint = API サーバーに接続するすべてのものに、別のアドレスを伝えます
change-why-nodes-fit = その数のブロックがあります
change-why-nodes-do-not-fit = ブロックは { $room } ノード分しかありません
change-why-max-pods = kubelet は起動時にこの値を読みます
change-why-distribution = 別のディストリビューションは別のクラスターです
change-why-plugin = どの Pod も別のプラグインからアドレスを得ます。ノードごとに行います
change-why-provider = クラウドがノードに付けた ID は変わりません
change-why-tool = { $tool } は単独で更新できます
change-why-gate = { $gate } を読むコンポーネントを別の値で起動します
change-why-gate-default = このバージョンでは { $gate } はもともとその値です
change-why-reserved = 空けておくネットワークを知っているのはプランだけです
change-why-name = 名前はエクスポートするファイルだけで使われます
change-why-named-only = 一方のプランには書かれていません。稼働中のものには影響しません
change-why-node-family = ノードは { $family } のアドレスも持ち、kubelet には --node-ip で両方を指定します
change-why-node-network-grown = 新しいネットワークは以前のネットワークを含みます
change-why-node-addresses = ノードのアドレスが変わります。1 台ずつドレインし、新しいアドレスで登録します

## 一部だけ行った場合に残る問題。

change-half-kubeadm-config = ConfigMap の kubeadm-config が以前の値のままだと、次の kubeadm upgrade で以前の値が書き戻されます
change-half-controllers-down = 最後のノードが済むまで、kube-controller-manager とそのすべてのコントローラーが停止します
change-half-one-block = 登録し直していないノードのブロックは 1 つのままです。そのノードの Pod には { $family } のアドレスがなく、dual-stack の Service はそこに { $family } のエンドポイントを持ちません
change-half-proxy-range = 以前の範囲のままの kube-proxy は、新しい範囲の Pod をクラスター外とみなし、Service への通信をマスカレードします
change-half-pods-one-address = 稼働中の Pod は、作り直すまでアドレスが 1 つのままです
change-half-mixed-masks = 以前からのノードの { $family } のブロックは { $before } のままです。収容できる Pod の数が、{ $after } の新しいノードと異なります
change-half-services-stay = { $count } 個の Service は、ipFamilyPolicy を変えるまで single-stack のままです: { $names }
change-half-new-services = 新しい Service は上のテキストで拒否されます
change-half-api-servers-differ = API サーバーの間で範囲が異なる間は、一方が保存したものを他方が拒否します。最後の API サーバーが再起動するまで Service を変更しないでください
change-half-second-address = なくなった範囲のアドレスが { $names } に残り、更新がすべて拒否されます
change-half-second-stays = なくなったファミリーのアドレスが { $names } に残ります。先に single-stack にしてください
change-half-old-range = 作り直さないものは、どの範囲にも属さないアドレスを持ち続け、そのアドレスは別の Service に割り当てられることがあります
change-half-default-object = ServiceCIDR オブジェクト kubernetes はフラグに追従しません。先に新しい範囲のオブジェクトを作成してください
change-half-object-stays = { $name } は Terminating のまま残ります。新しいアドレスは割り当てませんが、使用中のアドレスは使えます
change-half-still-single = single-stack のままです
change-half-first-family = 新しい順序の API サーバーは既存のものを拒否します。証明書、kubeconfig、クラスター DNS には以前の先頭のファミリーのアドレスがあります
change-half-old-settings = 新しいバージョンの { $component } は以前の設定では起動しません: { $text }
change-half-cloud-chooses = { $distribution } のコマンドには IPv6 の範囲を指定できません。クラスターに割り当てられた範囲を調べ、プランに書いてください
change-half-pool-stays = { $plugin } のプールの範囲は変えられません。{ $before } を残し、{ $after } を別に追加します
change-half-certificate = API サーバーの証明書に新しいアドレスが必要です
change-half-max-pods = kubelet を再起動していないノードは、以前の数の Pod を収容します
change-half-plugin = 2 つのプラグインの Pod は、互いのアドレスを双方がルーティングする場合にだけ通信できます
change-half-node-ip = 再起動していない kubelet はアドレスを 1 つだけ報告し、hostNetwork の Pod のアドレスも 1 つです
change-half-node-addresses = control plane ノードの etcd メンバーと証明書には以前のアドレスが書かれています

## 増加の見通し。

growth-heading = 不足する時期
growth-what = { $what ->
        [nodes] ノード用の { $family } ブロック
       *[services] Service 用の { $family } アドレス
    }
growth-summary = 最初に不足するのは{ $what ->
        [nodes] ノード用の { $family } ブロック
       *[services] Service 用の { $family } アドレス
    }で、{ $month } です
    .enough = { $last } までは足ります
growth-room = { $what ->
        [nodes] ノード用の { $family } ブロック
       *[services] Service 用の { $family } アドレス
    }: 全部で { $room }、現在の使用数は { $used }、最後の月は { $wanted }。{ $month } に不足します
    .enough = { $what ->
        [nodes] ノード用の { $family } ブロック
       *[services] Service 用の { $family } アドレス
    }: 全部で { $room }、現在の使用数は { $used }、最後の月は { $wanted }
growth-way-out = { $what ->
        [nodes] ノード用の { $family } ブロックが不足したときの最も影響の小さい方法
       *[services] Service 用の { $family } アドレスが不足したときの最も影響の小さい方法
    }
growth-joint = { $first }: { $next }
growth-joint-reach = { $first } ({ $next })
growth-way-pods = Pod の範囲を { $before } から { $after } に拡大する
growth-way-mask = ノードの { $family } ブロックを { $before } から { $after } にする
growth-way-object = { $range } の ServiceCIDR オブジェクトを追加する
growth-way-services = Service の範囲を { $before } から { $after } に拡大する
growth-way-new-cluster = 新しいクラスターが必要です
growth-today = 不足しないようにするには、クラスターの構築前に { $path } を { $before } ではなく { $after } にします
growth-column-month = 月
growth-column-nodes = ノード
growth-column-services = Service
growth-column-out = 不足するもの

## 移行。

CHANGE002 = この移行に手順 { $name } はありません。手順は { $names } です
    .title = 未知の手順
    .help = 移行に示された名前で手順を指定してください。指定しない手順は、その後に通常の順序で続きます

migrate-heading = 一方のプランから他方への手順
migrate-summary = { $count ->
        [0] 行うことはありません
       *[other] 手順は { $count } 個です。各手順の後もクラスターは動作します
    }
    .wrong = この順序では { $count } 件の問題が起きます
    .rebuild = 既存のクラスターのままで行う方法はありません
migrate-label-how = 方法
migrate-label-place = 場所
migrate-label-notice = 利用者への影響
migrate-label-back = 元に戻す方法
migrate-label-until = 戻せる期限
migrate-label-check = 確認
migrate-label-commands = コマンド
migrate-label-settings = 設定
migrate-label-problem = 問題:
migrate-place = -
    .none = ノードでの作業はありません。API サーバーに送信します
    .control-plane = control plane ノードを 1 台ずつ。準備ができてから次のノードに進みます
    .all = ノードを 1 台ずつ。worker を先に、control plane ノードを後に行います
    .pools = ノードプールで 1 つずつ
    .cluster = そのクラスターのすべてのノード
migrate-joint = { $first } { $next }
migrate-caveat = { $distribution } が稼働中のクラスターでこの変更を受け付けるとする資料は見つかっていません。壊れてもよいクラスターで試してください。
migrate-tool-k0s = -
    .control-plane = すべてのコントローラーに同じファイルを置き、1 台ずつ再起動します。primaryAddressFamily も書いてください。書かないと k0s は api.externalAddress または api.address のファミリーを使い、範囲の順序が逆になると kube-controller-manager は起動しません。
    .nodes = worker を再起動すると、k0s が両方のファミリーのアドレスを --node-ip で kubelet に渡します。
    .kubelets = kubelet のオプションは、worker のサービスの --kubelet-extra-args にあります。
migrate-tool-kops = -
    .control-plane = kOps が control plane のインスタンスを 1 台ずつ置き換えます。既存のクラスターでのこの変更を kOps は拒否しません。Pod の範囲は nonMasqueradeCIDR に含まれる必要があります。
    .nodes = kOps が各インスタンスをドレインして新しいものに置き換え、それが新しいノードとして登録されます。Node オブジェクトの削除と kubelet の再起動は不要です。
    .kubelets = kOps が各インスタンスを新しい設定のものに置き換えます。
migrate-tool-kubespray = -
    .control-plane = upgrade-cluster.yml を実行します。cluster.yml は既存の control plane を変更しません。kubeadm の設定、kube-proxy の ConfigMap、マニフェストが control plane ノードで 1 台ずつ書き直され、その後にネットワークプラグインも変更されます。
    .nodes = --node-ip には、upgrade-cluster.yml がすべてのファミリーのアドレスを書き込み済みです。
    .kubelets = upgrade-cluster.yml がノードごとに設定を書き、kubelet を再起動します。
migrate-tool-talos = -
    .control-plane = すべてのノードのマシン設定にパッチを当てます。control plane ノードが先、worker が後です。Talos は再起動せずに static Pod を作り直します。稼働中のバージョンを指定した upgrade-k8s により、kube-proxy と Flannel に変更後の設定が適用されます。
    .nodes = kubelet のアドレスは、Talos が Service の範囲のファミリーに従って選びます。--node-ip の変更は不要です。
    .kubelets = 設定が変わると、Talos が kubelet を再起動します。
migrate-tool-aks = -
    .subnet = 両方のファミリーには、Azure CNI Overlay と、両方を持つ仮想ネットワークが必要です。
    .update = コマンドには範囲を指定できません。クラスターに割り当てられた IPv6 の範囲を az aks show で調べ、プランに書いてください。
    .range = 拡張できるのは、Azure CNI Overlay で Linux ノードのクラスターの、ただ 1 つの Pod の範囲だけです。後で縮小することはできません。
    .pools = 既存のノードが自動で変わるかどうかを示す資料はありません。新しいプールのノードは新しい設定になります。
migrate-tool-eks = -
    .range = Amazon VPC CNI 1.18 以降は、このタグの付いたサブネットを自動で Pod に使います。
    .pools = 既存のノードが自動で変わるとする資料はありません。新しいグループのノードは新しい設定になります。
    .version = EKS は、すべてのノードグループが同じマイナーバージョンになってから、次のマイナーバージョンを受け付けます。
migrate-tool-gke = -
    .subnet = 範囲は Google Cloud が選びます。
    .update = コマンドには範囲を指定できません。クラスターに割り当てられた IPv6 の範囲を調べ、プランに書いてください。
    .range = これから作成するノードプールが新しい範囲を使います。
    .pools = 既存のノードが自動で変わるかどうかを示す資料はありません。新しいプールのノードは新しい設定になります。
migrate-pools = プールの範囲は変えられません。残したまま、別のプールを追加します。エクスポートしたファイルには 1 つの範囲しかないため、適用するファイルには両方を書いてください。
migrate-flannel =
    .plugin = Flannel は起動時に設定を読み、いずれかのファミリーのブロックがないノードでは失敗します。DaemonSet の updateStrategy を OnDelete にし、登録し直したノードだけが新しい設定で起動するようにします。
    .nodes = 最後のノードが済むまで、ファミリーの異なるノードの Flannel は互いへの経路を作りません。その間、2 種類のノードの Pod は互いに通信できません。
migrate-left-nodes = { $count } ノードが、新しいノードとは異なるブロックを持ち続けます
migrate-left-services = { $count } 個の Service が、どの範囲にも含まれないアドレスを持ち続けます: { $names }

migrate-hosts = ノードに { $family } を準備する
    .how = すべてのノードに { $family } のアドレスと経路を設定し、{ $family } の転送を有効にし、ファイアウォールをもう一方のファミリーと同じように開きます。Kubernetes の設定は変わりません。
    .notice = なし
    .back = アドレスを取り除く
    .until = API サーバーまたは kubelet が使い始めるまで
migrate-api-servers = API サーバーに新しい Service の範囲を設定する
    .how = API サーバーのマニフェストの --service-cluster-ip-range を 1 台ずつ変更します。再起動は kubelet が行います。最後の 1 台が済むまで Service を変更しないでください。
    .notice = API サーバーが 1 台の場合は、API が短時間停止する。既存の Service のアドレスは変わらない
    .back = API サーバーを 1 台ずつ以前の値に戻す
    .until = 新しい範囲のアドレスを持つ Service ができるまで
migrate-controller-manager = kube-controller-manager に新しい範囲を設定する
    .how = 範囲とノードマスクを一度に変更します。2 つのファミリーの範囲と --node-cidr-mask-size を同時に指定すると起動しません。
    .notice = なし。新しいノードは新しい設定でブロックを得る
    .back = 以前の値に戻す
    .until = 新しい設定のブロックを持つノードができるまで
migrate-control-plane = control plane に新しい範囲を設定する
    .how = { $distribution } の設定をパッチのとおりに変更し、control plane ノードを 1 台ずつ、ツールでコンポーネントを再起動します。
    .notice = API サーバーが 1 台の場合は、API が短時間停止する
    .back = 同じ方法で以前の設定に戻す
    .until = 新しい範囲のブロックを持つノード、またはアドレスを持つ Service ができるまで
migrate-kubeadm-config = kubeadm の ConfigMap に新しい値を書く
    .how = kubeadm-config の networking と extraArgs を変更します。kubeadm upgrade はここからマニフェストを作成するため、変更しないと元に戻ってしまいます。
    .notice = なし
    .back = 以前の値に戻す
    .until = 次の kubeadm upgrade まで
migrate-kube-proxy = kube-proxy に新しい範囲を設定する
    .how = kube-proxy の ConfigMap の clusterCIDR を変更し、DaemonSet を再起動します。
    .notice = なし。プロセスの再起動中もルールは残る
    .back = 以前の値に戻して再起動する
    .until = いつでも戻せる
migrate-plugin = ネットワークプラグインに新しい範囲を設定する
    .how = プラグインの設定をパッチのとおりに変更します。Node.spec.podCIDRs を読むプラグインでは、ファミリーを有効にするだけです。
    .notice = なし。以後に作成される Pod は新しい範囲のアドレスを得られる
    .back = 以前の設定に戻す
    .until = 新しい範囲のアドレスを持つ Pod ができるまで
migrate-nodes = すべてのノードを登録し直す
    .how = ノードのブロックは変えられません。ノードをドレインし、Node オブジェクトを削除し、--node-ip にアドレスを指定して kubelet を起動し、登録させます。新しい設定でブロックが割り当てられます。手動で付けたラベルと taint はオブジェクトとともに失われます。
    .notice = ノードごとに Pod が別のノードへ移る。1 ノード分の Pod の余裕が必要
    .back = 登録し直したノードのブロックは変わらない。1 つに戻すには、逆方向の手順を行う
    .until = kube-controller-manager の設定を戻すまで。そのようなブロックを持つノードがあると起動しない
migrate-nodes-keep = 残るブロックだけですべてのノードを登録し直す
    .how = なくなるファミリーのブロックを持つノードがあると kube-controller-manager は起動しません。kube-controller-manager が両方のファミリーを持つ間に、各ノードをドレインし、もう一方のファミリーのブロックだけで Node オブジェクトを作り直します。
    .notice = ノードごとに Pod が別のノードへ移る。1 ノード分の Pod の余裕が必要
    .back = Node オブジェクトを削除して kubelet に登録させる。両方のファミリーのブロックが割り当てられる
    .until = kube-controller-manager が新しい設定になるまで
migrate-kubelets = すべての kubelet を新しい設定で再起動する
    .how = --node-ip と kubelet の設定を変更し、再起動します。
    .notice = なし。Pod は動き続ける
    .back = 以前の設定に戻して再起動する
    .until = いつでも戻せる
migrate-pods = Pod を作り直す
    .how = 稼働中の Pod に 2 つ目のアドレスは追加されません。ワークロードを 1 つずつ再起動します。
    .notice = 各ワークロードの再起動による影響
    .back = プラグインを以前の設定に戻した後、もう一度再起動する
    .until = いつでも戻せる
migrate-dns = クラスター DNS に両方のファミリーを設定する
    .how = クラスター DNS の Service を PreferDualStack に変更します。Pod は既知のアドレスに問い合わせ続けます。
    .notice = なし
    .back = SingleStack に変更する
    .until = いつでも戻せる
migrate-dns-single = クラスター DNS を 1 つのファミリーにする
    .how = クラスター DNS の Service を SingleStack に変更し、2 つ目のアドレスに問い合わせる Pod や kubelet がないことを確かめます。
    .notice = DNS の 2 つ目のアドレスを使う Pod は、それを失う
    .back = PreferDualStack に変更する
    .until = API サーバーからファミリーがなくなるまで
migrate-services = 両方のファミリーを使う Service を変更する
    .how = 新しいプランの Service を適用するか、両方を使う Service の ipFamilyPolicy をそれぞれ変更します。自動的に変わる Service はありません。
    .notice = 名前に 2 種類目のアドレスレコードが付き、クライアントがもう一方のファミリーを選ぶことがある
    .back = ipFamilyPolicy を SingleStack に変更する。2 つ目のアドレスは返却される
    .until = いつでも戻せる
migrate-services-single = Service を single-stack にする
    .how = API サーバーからファミリーがなくなる前に、アドレスを 2 つ持つすべての Service の ipFamilyPolicy を SingleStack に変更します。なくなった後は更新がすべて拒否されます。
    .notice = 2 つ目のアドレスのクライアントは接続を失う
    .back = PreferDualStack に変更する。2 つ目のアドレスは別のものになる
    .until = API サーバーからファミリーがなくなるまで
migrate-services-anew = Service を作り直す
    .how = それぞれを削除して作り直します。アドレスは変わります。API サーバー自身の Service は API サーバーが作成します。証明書には新しいアドレスが、kubelet にはクラスター DNS の新しいアドレスが必要です。
    .notice = 各 Service は一時的になくなり、アドレスが変わる。以前のアドレスを使い続けるクライアントは失敗する
    .back = 以前の範囲を戻した後、もう一度作り直す
    .until = 以前の範囲がなくなるまで
migrate-service-cidr = ServiceCIDR オブジェクト { $subject } を作成する
    .how = オブジェクトを作成します。API サーバーは再起動なしで、数秒後からそのアドレスを割り当てます。
    .notice = なし
    .back = オブジェクトを削除する
    .until = このオブジェクトだけが持つアドレスを使う Service ができるまで
migrate-service-cidr-gone = ServiceCIDR オブジェクト { $subject } を削除する
    .how = オブジェクトを削除します。このオブジェクトだけが持つアドレスを使う Service がなくなるまで残ります。
    .notice = なし
    .back = もう一度作成する
    .until = いつでも戻せる
migrate-old-range = 以前の範囲からの割り当てを止める
    .how = 以前の範囲を持つオブジェクト { $subject } を削除します。そのアドレスを使う Service がある間は Terminating のまま残り、なくなるとフラグの範囲で作り直されます。
    .notice = なし。使用中のアドレスは変わらない
    .back = 以前の範囲のオブジェクトを作成する
    .until = いつでも戻せる
migrate-gates = フィーチャーゲートを変更する: { $subject }
    .how = すべてのコンポーネントのフラグと設定ファイル、および kubeadm-config で、ゲートを取り除くか追加します。ゲートを知らないバージョンは、それを指定すると起動しません。
    .notice = API サーバーが 1 台の場合は、API が短時間停止する
    .back = 以前の値に戻す
    .until = そのゲートを知らないバージョンにするまで
migrate-version = control plane を { $subject } に更新する
    .how = API サーバー、コントローラーとスケジューラーの順に更新します。API サーバーはマイナーバージョンを飛ばせません。
    .notice = API サーバーが 1 台の場合は、API が短時間停止する
    .back = 事前に取得したスナップショットから etcd を復元する
    .until = 古いバージョンの知らないものが保存されるまで。事前にスナップショットを取得する
migrate-nodes-version = ノードを { $subject } に更新する
    .how = kubelet のマイナーバージョンを変える前に、各ノードをドレインします。kubelet は API サーバーより新しくできません。
    .notice = ノードごとに Pod が別のノードへ移る
    .back = ドレインしたノードに古い kubelet をインストールする
    .until = 古いバージョンの kubelet が API サーバーと組み合わせられる間
migrate-manifests = Service を { $subject } の書式にする
    .how = 次に適用する前にマニフェストを変換します。保存済みのものは有効ですが、このバージョンは以前の書式を拒否するか、別の意味に解釈します。
    .notice = なし
    .back = 以前のマニフェストは古いバージョンにだけ適用する
    .until = いつでも戻せる
migrate-endpoint = API サーバーのアドレスを変更する
    .how = 新しいアドレスを含む証明書を作成し、そのアドレスで API サーバーを起動し、kubelet、コントローラー、利用者の kubeconfig を変更します。
    .notice = 以前のアドレスのクライアントは API に接続できなくなる
    .back = 以前のアドレスで起動する
    .until = 以前のアドレスが別のものに使われるまで
migrate-plan = 新しいプランにする
    .how = 稼働中のものは変わりません。プランだけが変わります。
    .notice = なし
    .back = 以前のプランにする
    .until = いつでも戻せる
migrate-subnet = サブネットに { $family } を設定する
    .how = ノードのサブネットに { $family } の範囲を割り当てます。Kubernetes の設定は変わりません。
    .notice = なし
    .back = 範囲を取り除く
    .until = ノードがその範囲のアドレスを持つまで
migrate-cloud-update = { $distribution } でクラスターのファミリーを変更する
    .how = { $distribution } が control plane を新しいファミリーで起動します。
    .notice = API が短時間停止する
    .back = { $distribution } が受け付ける場合は、同じコマンドで以前のファミリーを指定する
    .until = 新しいファミリーのアドレスを持つ Pod または Service ができるまで
migrate-cloud-range = Pod のアドレスを増やす: { $subject }
    .how = クラスターのアドレスに { $subject } を追加します。既存のノードと Pod のアドレスは変わりません。
    .notice = なし
    .back = { $distribution } にコマンドがある場合は、範囲を取り除く
    .until = Pod がその範囲のアドレスを持つまで
migrate-node-pools = ノードをプールごとに置き換える
    .how = 新しい設定のプールを作成し、古いプールのノードをドレインして、プールを削除します。
    .notice = Pod が別のノードへ移る。1 プール分の余裕が必要
    .back = 以前の設定のプールを作成する
    .until = いつでも戻せる
migrate-new-cluster = 新しいクラスターを構築する
    .how = 既存のクラスターと並べて、新しいプランから構築します。互いに通信させる場合は、既存のクラスターと重ならない範囲にします。
    .notice = なし
    .back = 削除する
    .until = いつでも戻せる
migrate-workloads = ワークロードを移す
    .how = 以前のクラスターのオブジェクトを新しいクラスターに作成し、データ、名前とロードバランサーの順に、ワークロードを 1 つずつ移します。
    .notice = 各ワークロードが一度移動し、Service のアドレスが変わる
    .back = 名前を以前のクラスターに向ける
    .until = 新しいクラスターでデータが変わるまで
migrate-old-cluster = 以前のクラスターを削除する
    .how = しばらく使われていないことを確かめてから削除します。
    .notice = なし
    .back = 元に戻せない
    .until = 削除するまで
