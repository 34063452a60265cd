## プランファイル全体と、プランの結果。

PLAN001 = ファイルに ClusterPlan がありません
    .title = プランがない
    .help = apiVersion: dualstack-planner/v1 と kind: ClusterPlan から書き始めてください
    .fix-default = 標準のプランから始める

PLAN002 = 2 つ目の ClusterPlan です。最初の 1 つだけを使います
    .title = プランが複数ある
    .help = 1 つのファイルにはプランを 1 つだけ書いてください

PLAN003 = { $kind } は ClusterPlan でも Service でも List でもないため、そのままにします
    .title = プラン以外のもの
    .help = 対処は不要です。この種類のオブジェクトを見るルールはありません
    .no-kind = kind のないドキュメントはそのままにします
    .several = プラン以外の { $count } 個のオブジェクトはそのままにします: { $kinds }
    .kustomization = これは Kustomization で、マニフェストの作り方だけを示します。`kubectl kustomize` の出力を渡してください
    .patch = これは JSON パッチで、オブジェクトではありません。先に `kubectl kustomize` などで適用してください

PLAN004 = Kubernetes { $version } には対応していません。対応しているのは { $first } から { $last } までです。それまでは { $shown } として表示します
    .title = 未対応の Kubernetes バージョン
    .help = 対応しているバージョンを選んでください
    .malformed = { $text } は Kubernetes のバージョンではありません。正しく指定されるまで { $shown } として表示します
    .fix-use = { $to } を使う

PLAN005 = この Service の { $field } を読み取れません: { $reason }
    .title = 読み取れない Service
    .help = Service API のフィールド定義と照らし合わせてください

PLAN006 = 以前のプランファイルにプランがないため、変更点は確認していません
    .title = 以前のプランがない
    .help = 変更前のプランファイルを指定してください

READ001 = { $place } 行目から、ここで扱うコンポーネントは起動されません。最も近い既知の種類は{ $nearest ->
        [kubeadm] kubeadm の設定ファイル
        [k3s] K3s または RKE2 の設定ファイル
        [k0s] k0s の ClusterConfig
        [talos] Talos のマシン設定
        [kind] kind の Cluster
        [microk8s] MicroK8s の起動設定
        [component-config] kubelet または kube-proxy の設定ファイル
        [workload] Pod のマニフェスト
       *[command-line] コマンドラインまたは systemd ユニット
    }です
    .kind = { $place } 行目の { $kind } から、ここで扱うコンポーネントは起動されません
    .title = 起動されるものがありません
    .help = インストーラーの設定 (kubeadm、K3s、RKE2、k0s、Talos、kind、MicroK8s)、コマンドライン、systemd ユニット、環境ファイル、静的 Pod、または「Running kube-apiserver --...」のような行を指定してください

READ002 = { $place } 行目のテキストはコンポーネントを起動しないため、読み飛ばしました
    .kind = { $place } 行目の { $kind } はコンポーネントを起動しないため、読み飛ばしました
    .title = 何も起動しない部分
    .help = コンポーネントの起動方法を示すものでなければ、対応は不要です

READ003 = { $gate } は、ここで扱うどのバージョンのフィーチャーゲートでもありません
    .near = { $gate } は、ここで扱うどのバージョンのフィーチャーゲートでもありません。最も近い名前は { $nearest } です
    .title = 未知のフィーチャーゲート
    .help = 名前を直すか、--feature-gates から外してください。知らないゲートを渡されたコンポーネントは起動時に終了します

READ004 = { $component } は、現在の起動設定 (指定したテキストの { $line } 行目) を拒否します
    .title = 起動設定がコンポーネントに拒否されます
    .help = コンポーネントを起動している箇所の設定を直してください。表示しているのは実際に出力される文です

PLAN007 = { $version } は { $distribution } のリリースですが、プランにディストリビューションがありません
    .title = バージョンからわかるディストリビューション
    .help = プランに distribution を書くと、それに当てはまることも確認できます
    .fix-say = distribution: { $distribution } を追加する

PLAN008 = Kubernetes { $version }: ソースコードに基づいており、動作中の { $version } とはまだ比較していません
    .title = 動作中のバージョンとまだ比較していない
    .help = このバージョンの内容はソースコードとリリースノートから導いたものです。細部に頼る前に、クラスターで確かめてください

suggest-no-room-pods = 指定されたブロックには、{ $family } の Pod 用に { $prefix } の空きがありません
suggest-no-room-services = 指定されたブロックには、{ $family } の Service 用に { $prefix } の空きがありません
suggest-no-room-nodes = 指定されたブロックには、{ $family } のノード用に { $prefix } の空きがありません
suggest-no-room-load-balancers = 指定されたブロックには、{ $family } のロードバランサープール用に { $prefix } の空きがありません
suggest-no-room-reserved = 指定されたブロックには、{ $family } の予約ネットワーク用に { $prefix } の空きがありません

summary-services = Service は { $family } から始まり、使えるアドレスは { $addresses } 個です。API サーバーは { $api }、DNS は慣例により { $dns } です
summary-node-use = すでに { $used } ノードがブロックを使っています。残りは { $left } ノード分で、次のノードのブロックは { $next } です
    .full = すでに { $used } ノードがブロックを使っており、次のノードの分は残っていません
summary-service-objects = ServiceCIDR オブジェクトが { $ranges } を追加します。現在の空き: { $free }

LINT001 = { $code } というルールはありません
    .near = { $code } というルールはありません。最も近いのは { $near } です
    .title = 未知のルール
    .help = コードはルールの一覧で確認できます
    .fix = { $to } と書く

LINT002 = ルール { $code } が無効化または緩和されていますが、理由が書かれていません
    .title = 理由がない
    .help = 例外が不要になる時期を判断できるよう、理由を書いてください。理由がない限り、ルールは元のままです

LINT003 = ルール { $code } が無効化されていますが、検出されるものがありません
    .title = 不要な例外
    .help = 後から別の問題を隠さないよう、例外を削除してください
    .fix = 削除

lint-severity = 検出
    .error = エラー
    .warning = 警告
    .info = 情報
lint-help = 対処
lint-fix = 修正
    .safe = 修正 (安全)
fix-also = { $first }。あわせて: { $next }
fix-then = { $first }（その結果 { $code }: { $next }）
lint-nothing = { $file }: 検出なし
lint-counts = エラー { $errors } 件、警告 { $warnings } 件、情報 { $infos } 件
lint-unlisted = うち { $count } 件は省略しました。--all ですべて表示します

rules-index = ルール一覧
    .intro = プランナーが確認する項目です。各ルールのページ (英語) に、理由、例、コンポーネントが出力するテキスト、修正方法があります。
    .code = コード
    .rule = ルール
    .severity = 重大度


LOG001 = 貼り付けたテキストに、既知のテキストはありません
    .title = 未知のテキスト
    .nearest = 貼り付けたテキストに、既知のテキストはありません。近いもの: { $texts }
    .help = コンポーネントが理由を述べている行全体 (err= や error: の後、または kubectl describe、kubectl get events のイベントの本文) を貼り付けてください。ファイルの場合は dualstack lint を使ってください
    .crash = 何かが停止したことはわかりますが、理由はわかりません。そのログの最後の数行を貼り付けてください (kubectl logs --previous、crictl logs、journalctl -u kubelet または -u k3s)
    .sandbox = イベントのメッセージ全体と、そのノードのネットワークプラグインのログを貼り付けてください (kubectl logs -n kube-system、journalctl -u kubelet)
    .unreachable = 何かが応答しないことはわかりますが、理由はわかりません。応答するはずのもの (API サーバー、kubelet、ネットワークプラグイン) のログを、起動時から貼り付けてください
    .pending = Pod とそのノードのイベント (kubectl describe)、およびコントローラーマネージャーのログを貼り付けてください
    .code = このコードのルールはありません。dualstack rules コマンドで一覧を表示できます
