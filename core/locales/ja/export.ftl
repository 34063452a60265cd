## ファイル内のコメント

export-reason = { $flag }: { $why }
export-placeholder = { $flag } の { $value } は、ノードごとに自身のアドレスへ置き換えてください
export-flag-only = このファイルには書けないため、kubelet の起動時に指定します: { $argument }
export-static-pod = マニフェストの command にこの引数を追加してください。イメージ、ボリューム、証明書はプランに含まれません
export-systemd = { $component }.service の ExecStart 行に { $variable } を追加してください
export-servicecidr = API サーバーは --service-cluster-ip-range から自身のオブジェクトを作ります。これは稼働中のクラスターに範囲を追加するものです
export-ip-masq-agent = ここに挙げたネットワーク宛ての通信では Pod のアドレスを保ち、それ以外はノードのアドレスに変換します
export-kubeadm-join = CONTROL_PLANE_ENDPOINT、TOKEN、CA_CERT_HASH は kubeadm init が出力します
    .known = TOKEN と CA_CERT_HASH は kubeadm init が出力します
export-kubeadm-join-worker = ワーカー用です: kubeadm join --config join.yaml
export-kubeadm-join-control-plane = 追加のコントロールプレーンノード用です: kubeadm join --config join-control-plane.yaml。CERTIFICATE_KEY は kubeadm init phase upload-certs --upload-certs の出力に置き換えます
export-release = { $tool } { $release } 用です
    .newest = このバージョンで使える最新の { $tool } { $release } 用です。別のリリースはプランの spec.tools に指定します
export-kubeadm-join-shared = コントロールプレーンノードが共有する controlPlaneEndpoint を、最初のノードを起動する前に init.yaml に設定しておく必要があります。プランの spec.controlPlaneEndpoint に指定してください

## ファイルの由来

export-origin =
    .this-plan = このプランから書き出されたもの
    .edited = このプランから書き出された後に変更されたか、dualstack-planner の別のバージョンで書き出されたもの
    .other-plan = 別のプラン、または変更前のこのプランから書き出されたもの
    .unknown = 書き出されたファイルではない

## 指摘

EXP001 = { $target }: { $flag } の { $value } は各ノードのアドレスに置き換える必要があります
    .title = ノードのアドレスがプランにない
    .help = プランには個々のノードがありません。ノードを構築するときに自身のアドレスを書いてください

EXP003 = 出力先 { $target } はありません
    .nearest = 出力先 { $target } はありません。{ $near } のことですか
    .title = 不明な出力先

EXP004 = Kubernetes { $version } の ServiceCIDR は既定で無効です。kube-apiserver に --feature-gates={ $gate } と --runtime-config={ $config } を指定してください
    .title = ServiceCIDR を有効にする必要がある
    .help = 1.33 以降ではどちらも不要です

EXP005 = Service { $service } の { $fields } は失われます。Kubernetes { $version } の Service には 1 つのファミリーしかなく、ポリシーもありません
    .title = そのバージョンにないフィールド

EXP006 = ServiceCIDR に書けるのは 1 つの範囲、または異なるファミリーの 2 つの範囲です
    .title = ServiceCIDR に書けない Service 範囲

EXP007 = { $range } からは Service にアドレスを割り当てられません。アロケーターが扱える IPv6 範囲は /64 以下の大きさです
    .title = アロケーターには大きすぎる Service 範囲

EXP008 = プランに Service が添えられていません
    .title = Service がない

EXP009 = { $target }: { $error }
    .title = ファイルを出力できない

EXP010 = すべての Pod 範囲がインターネットでルーティングされるため、masquerade は不要です
    .title = masquerade は不要

EXP011 = { $plugin } 自身が masquerade します。ip-masq-agent を動かす前に無効にしないと、アドレスが二重に変換されます
    .title = masquerade の重複

EXP012 = { $family } の Pod はインターネットでルーティングされるアドレスを持つため masquerade されません。ノードへの戻りの経路が必要です
    .title = ルーティングされる Pod は masquerade されない

EXP013 = プランにノードネットワークがないため、Pod からノードへの通信も masquerade されます
    .title = ノードネットワークがプランにない

EXP014 = ip-masq-agent が扱えるネットワークは { $limit } 個ですが、{ $count } 個あります
    .title = ip-masq-agent にはネットワークが多すぎる

EXP015 = { $target }: プランの内容を { $component } が拒否します
    .title = コンポーネントがプランを拒否する
    .help = どの検査に失敗するかは、コンポーネント自身のメッセージに示されています

## 出力先の一覧 (docs/exports)

checked-schema = スキーマ: { $what }
checked-source = ソース: { $what }
checked-started = 実際に起動: { $what }
checked-reader = 読み取り: { $what }
checked-documentation = ドキュメント: { $what }

exports-index = 出力先の一覧
    .checked = 検証
    .releases = ツールのリリース
    .releases-intro = プランの `spec.tools` に指定できます。指定しない場合は、プランの Kubernetes バージョンを動かせる最新のリリース向けに出力し、どのリリースかをファイルに書きます。
    .tool = ツール
    .known = 既知のリリース
    .changes = 変わる点
    .sources = 出典
    .begins = `{ $name }` は { $release } 以降
    .ends = `{ $name }` は { $release } より前
    .intro = `dualstack export --target` とページが書き出すものです。右側の列は、最新の Kubernetes でそれぞれの種類の小さなプランがどうなるか (可、注記あり、不可) を示し、注記は各表の下にあります。同じ一覧は `dualstack export --list` でも表示できます。
    .unread = EKS、GKE、AKS 自身の検証は公開されておらず、読めていません。これらの出力先の根拠は各社のドキュメントと eksctl です。ここで問題のないプランでも、クラウド側で拒否されることがあります。
    .target = 出力先
    .files = ファイル
    .dual-stack = デュアルスタック
    .ipv6-first = IPv6 優先
    .ipv4 = IPv4
    .ipv6 = IPv6
    .yes = 可
    .partly = 注記あり
    .no = 不可
