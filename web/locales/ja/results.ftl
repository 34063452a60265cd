## 必要になったときに読み込む結果画面の文言。

capacity-title = ノードの収容数
capacity-none = ノードブロックがありません。マスクサイズが Pod CIDR に合っていません。
capacity-range = Pod CIDR
capacity-nodes = 収容できるノード数
capacity-wanted = 現在 / 最大
capacity-block = ノード 1 台のブロック
capacity-pods = ブロックに入る Pod 数
capacity-growth = { $nodes } ノード分の Pod CIDR
capacity-masks = 収まるマスクサイズ
capacity-excluded = Service のため使えないブロック
capacity-usable = 使用できるアドレス
fits = 収まる
does-not-fit = 不足
binding = 先に尽きる
bands-title = Service のアドレス
band-object = ServiceCIDR { $name }
band-static = 静的割り当て用
band-dynamic = 動的割り当て用
kubernetes-service = default/kubernetes
dns-service = クラスター DNS
nodes-title = ノードブロック
nodes-table = ノードブロックの表
nodes-none = 表示できるノードブロックがありません。この Pod CIDR とマスクサイズからはブロックを作れません。
nodes-refused = どのノードにもブロックは割り当てられません。このプランのフラグでは kube-controller-manager が起動せず、次のように出力します。
nodes-count = { $count } ノードを収容可能
nodes-page = 全 { $count } ノードのうち { $from } ～ { $to } (番号は 0 から)
column-node = ノード
column-block = { $family } ブロック
column-when = 使用
node-today = 現在
node-planned = 計画
node-spare = 予備
find-label = ノード番号またはアドレスで検索
find-node = { $address } はノード { $node } のブロック { $block } に含まれます
find-no-node = そのノードはありません。このプランが収容できるのは { $count } ノードです (番号は 0 から)
find-spare = { $address } は { $block } に含まれますが、もう一方のファミリーにブロックが残っていないため、どのノードにも割り当てられません
find-excluded = { $address } は { $block } に含まれますが、Service CIDR { $service } と重なるため、どのノードにも割り当てられません
find-outside = { $address } はこのプランのどの Pod CIDR にも含まれません
find-unreadable = 0 から始まるノード番号、またはアドレスを入力してください
services-title = Service
services-count =
    { $count ->
        [0] まだありません
       *[other] { $count } 個の Service、うち拒否 { $refused } 個
    }
services-none = Service はまだありません。上にマニフェストを貼り付けてください。
services-more = ほかに { $count } 個の Service があります (表示は省略)
manifests-label = Service のマニフェスト
service-stored = 保存される
service-replaced = 同じ名前の次の Service に置き換えられる
service-refused = 拒否される
service-sent = 送信内容
service-stored-object = API サーバーが保存するオブジェクト
service-refusal = API サーバーによる拒否
service-unknown = プランを読み取れるようになると結果が表示されます。
trace-title = この結果に至る過程 ({ $steps } ステップ)
components-title = Kubernetes { $version } のコンポーネント
components-none = プランを読み取れるようになるとフラグが表示されます。
component-starts = 起動する
component-fails = 起動を拒否する
component-warns = 警告
settings-caption = { $component } の設定
flags-of = { $component } のフラグ
placeholder = ノードごとに設定
column-flag = フラグ
column-value = 値
column-why = 理由
diagnostics-none = 報告することはありません。
diagnostics-more = ほかに { $count } 件あります (表示は省略)
severity-error = エラー
severity-warning = 警告
severity-info = 情報
place-file = ファイルへ移動
place-line = { $line } 行目へ移動
place-field = { $path } へ移動
place-field-line = { $path } ({ $line } 行目) へ移動
fix-all =
    { $fixes ->
        [1] 安全な修正を適用
       *[other] 安全な修正 { $fixes } 件をすべて適用
    }
stage-read = ファイルの読み取り時に { $component } が出力するメッセージ
stage-install = インストールの前に { $component } が出力するメッセージ
stage-start = 起動時に { $component } が出力するメッセージ
stage-controller-start = コントローラーの起動時に { $component } が出力するメッセージ
stage-request = { $component } の応答
stage-run = クラスターの運用中に { $component } が出力するメッセージ
copied = { $name } をコピーしました
link-copied = リンクをコピーしました。プラン全体が含まれています
link-too-long = このプランはリンクにするには長すぎます。ダウンロードしてファイルとして送ってください
bulk-title = すべての Service
bulk-filter = 名前、ポリシー、ファミリーで絞り込む
bulk-all = すべて選択
bulk-choose = { $name } を選択
bulk-name = Service
bulk-policy = ポリシー
bulk-families = ファミリー
bulk-ips = クラスター IP
bulk-do = 選択した Service のポリシーを設定
bulk-chosen = { $count ->
        [0] ポリシーを設定する Service を選択してください:
       *[other] 選択した { $count } 個の Service のポリシー:
    }
bulk-lines = 稼働中のクラスターで同じことをする ({ $policy })
bulk-cluster = kubectl
