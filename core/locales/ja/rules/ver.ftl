## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

VER001 = { $component }: { $text }
    .title = 時期を外れた IPv6DualStack ゲート
    .help = ゲートの指定を削除してください。デュアルスタックに必要なのは 1.16 から 1.20 までです

VER002 = { $others } ではゲート { $gate } が有効ですが、{ $component } では有効になっていません
    .title = 一部のコンポーネントだけで有効なゲート
    .help = kube-apiserver、kube-controller-manager、kubelet、kube-proxy のすべてで有効にしてください

VER003 = Service { $name } は spec.ipFamily で { $family } を指定していますが、このフィールドは 1.20 で廃止されました
    .title = アルファ版のフィールド ipFamily
    .help = ipFamilies と ipFamilyPolicy を使ってください
    .fix-convert = ipFamilies: [{ $to }] と書く
    .page-fix-convert = ファミリーを ipFamilies に書く
    .fix-drop = API サーバーが無視する ipFamily を削除する

VER004 = Service { $name } は { $fields } を使っていますが、これらのフィールドは 1.20 以降のものです
    .title = 旧バージョンにない 1.20 のファミリーフィールド
    .help = 1.19 までの Service のファミリーは 1 つで、ipFamily で指定します
    .fix-remove = { $fields } を削除
    .page-fix-remove = そのフィールドを削除

VER005 = このバージョンの { $component } はここで 2 つ目の範囲を受け付けません: { $text }
    .started = 現在の起動設定では、{ $component } はここで 2 つ目の範囲を受け付けません: { $text }
    .title = まだ使えない範囲のリスト
    .help = 新しいバージョンを使うか、すべてのコンポーネントでゲートを有効にするか、範囲を 1 つにしてください

VER006 = このバージョンの kubelet は、クラウドプロバイダーと組み合わせて 2 つのアドレスを指定できません。2 つ目のアドレスは { $provider } が報告する必要があります
    .started = { $component } は起動しません: { $text }
    .title = アドレスの組とクラウドプロバイダー
    .help = kubelet には 1 つのファミリーだけを指定してプロバイダーに両方を報告させるか、1.29 を使ってください

VER007 = { $component } は起動しません: { $text }
    .title = このバージョンにないゲート
    .help = --feature-gates からそのゲートを削除してください

VER008 = { $component } は起動しません: { $text }
    .title = このバージョンにないフラグ
    .help = --service-cluster-ip-range と --cluster-cidr に 2 つの範囲をカンマ区切りで指定し、ほかのバージョンのフラグは削除してください

VER009 = このバージョンの kube-proxy がデュアルスタックに対応するのは IPVS モードだけで、IPv6 の NodePort にはカーネル 4.11 以降が必要です
    .title = 古いカーネルでの IPVS
    .help = ノードのカーネルを確認するか、1.18 以降で iptables を使ってください

VER010 = cri-dockerd が --ipv6-dual-stack なしで起動されています
    .title = cri-dockerd がアドレスを 1 つしか報告しない
    .help = cri-dockerd を --ipv6-dual-stack 付きで起動してください

VER011 = フィーチャーセット IPv6DualStackNoUpgrade が残っているため、OpenShift をアップグレードできません
    .title = デュアルスタックのプレビュー用フィーチャーセット
    .help = OpenShift 4.8 以降、デュアルスタックにフィーチャーセットは不要です。設定済みのクラスターは再インストールしてください

VER012 = Kubernetes { $version } には feature gate { $gate } がないため、指定するとどのコンポーネントも起動しません
    .locked = { $version } では feature gate { $gate } を { $value } にできないため、指定するとどのコンポーネントも起動しません
    .near = feature gate { $gate } はこのプランナーの表にありません。{ $nearest } の間違いではありませんか
    .untracked = feature gate { $gate } はこのプランナーの表にないため、確認していません
    .title = バージョンが受け付けない計画の feature gate
    .help = spec.featureGates から削除するか、その feature gate のあるバージョンで計画してください
    .fix-remove = { $gate } を削除
    .page-fix-remove = feature gate を削除

VER013 = Kubernetes { $version } には、この計画に影響する不具合があります
    .kubelet-panic = Kubernetes { $version } では、Pod が両ファミリーを持つと kubelet が panic します
    .proxy-crash = Kubernetes { $version } では、Service { $name } と異なるファミリーのロードバランサーアドレスで kube-proxy が異常終了します
    .azure-ipv6-rule = Kubernetes { $version } では、Azure 上の Service { $name } の IPv6 ロードバランサーに IPv4 用のセキュリティルールが設定されます
    .ipv6-only-endpoints = Kubernetes { $version } では、IPv6 だけの Pod の Service にエンドポイントが設定されません
    .vsphere-ipv6 = Kubernetes { $version } では、vSphere 上の IPv6 だけのノードがアドレスを失います
    .large-range = Kubernetes { $version } は、範囲の先頭から 65536 個より後ろの Service アドレスを範囲外と判断します
    .prefer-upgraded = Kubernetes { $version } では、クラスターがデュアルスタックになった後に PreferDualStack の Service { $name } を変更すると、2 つ目のアドレスが割り当てられます
    .none-panics = Kubernetes { $version } では、Service { $name } をこのように変更すると API サーバーの処理が panic します
    .static-range-duplicates = Kubernetes { $version } は、範囲の上側の帯を使い切ると同じ Service アドレスを 2 回割り当てます
    .small-range-panic = Kubernetes { $version } の API サーバーは、16 個のアドレスの Service 範囲から割り当てるときに panic します
    .block-given-twice = Kubernetes { $version } は、削除中のノードがまだ使っているブロックを別のノードに割り当てます
    .outside-64 = Kubernetes { $version } は、/64 の IPv6 Service 範囲の外のアドレスを割り当てます
    .no-families-panic = Kubernetes { $version } では、ipFamilies なしで保存された Service { $name } で endpoint controller が panic します
    .title = 計画しているパッチリリースの既知の不具合
    .help = 修正された { $to } 以降で計画してください
    .page-help = 修正されたパッチリリースで計画してください
    .help-never = 修正されたリリースはありません。アドレスのある Service に clusterIP: None を設定せず、削除してから作り直してください
    .fix-version = { $to } で計画する
    .page-fix-version = 修正されたリリースで計画する

VER015 = Kubernetes { $version } には { $api } の { $kind } がないため、{ $name } を作成できません
    .off = Kubernetes { $version } は { $api } の { $kind } を有効にしたときだけ提供するため、{ $name } を作成できません
    .title = バージョンが提供しない種類
    .help = そのバージョンが提供する API バージョンを使うか、--runtime-config とゲート MultiCIDRServiceAllocator で有効にしてください
    .fix-use = { $to } を使う
    .page-fix-use = 提供されている API バージョンを使う
