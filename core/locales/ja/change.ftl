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
change-why-cloud-pods = { $distribution } の Pod はクラウドのネットワークのアドレスを使います。そのネットワークはクラスターの作成時に決まります
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
change-half-old-range = 作り直さないものは、どの範囲にも属さないアドレスを持ち続け、そのアドレスは別の Service に割り当てられることがあります
change-half-default-object = ServiceCIDR オブジェクト kubernetes はフラグに追従しません。先に新しい範囲のオブジェクトを作成してください
change-half-object-stays = { $name } は Terminating のまま残ります。新しいアドレスは割り当てませんが、使用中のアドレスは使えます
change-half-still-single = single-stack のままです
change-half-first-family = 新しい順序の API サーバーは既存のものを拒否します。証明書、kubeconfig、クラスター DNS には以前の先頭のファミリーのアドレスがあります
change-half-old-settings = 新しいバージョンの { $component } は以前の設定では起動しません: { $text }
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
