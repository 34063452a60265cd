## 画面の文言。Kubernetes の用語は原語のまま。コードとコンポーネントの出力はここに含めない。

## 枠
# 文字の方向。ltr または rtl。
direction = ltr
title = デュアルスタックプランナー
skip = 結果へ移動
tools-history = 履歴
tools-plan = プラン
tools-page = 表示
undo = 元に戻す
redo = やり直す
open-file = 開く
download-plan = ダウンロード
share = リンクをコピー
language = 言語
language-unread = ネイティブスピーカーによる確認はまだ行われていません
language-missing = { $count } 件の文言はまだ英語です
theme = テーマ
theme-system = システムのテーマ
theme-light = ライト
theme-dark = ダーク
dismiss = 閉じる
colophon = 計算はすべてこのページ内で行われ、入力した内容がどこかへ送信されることはありません。リンクの # より後ろにプラン全体が含まれています。
colophon-licences = このページに含まれるソフトウェアのライセンス

## 要約と判定
summary-label = 要約
summary-unreadable = まだ計算できるプランがありません。不足しているものは診断に表示されます。
verdict-checking = 確認しています…
verdict-unchecked = 未確認：ルールを読み込めませんでした。もう一度試す
verdict-good = 問題なし
verdict-notes = 情報 { $notes } 件
verdict-warnings = 警告 { $warnings } 件
verdict-errors = エラー { $errors } 件
verdict-both = エラー { $errors } 件、警告 { $warnings } 件
announce-counts =
    { $errors ->
        [0] エラーなし
       *[other] エラー { $errors } 件
    }{ $warnings ->
        [0] { "" }
       *[other] 、警告 { $warnings } 件
    }
announce-new =
    { $errors ->
        [0] エラーなし
       *[other] エラー { $errors } 件
    }{ $warnings ->
        [0] { "" }
       *[other] 、警告 { $warnings } 件
    }、新規 { $new } 件: { $codes }

## エディター
editor-label = プラン
mode-form = フォーム
mode-text = YAML
source-label = プランファイル
section-cluster = クラスター
section-ranges = アドレス範囲
section-nodes = ノード
section-platform = プラットフォーム
cluster-name = クラスター名
kubernetes-version = Kubernetes のバージョン
pods = Pod
pods-primary = プライマリの Pod CIDR
pods-secondary = セカンダリの Pod CIDR
pods-extra = Pod CIDR { $number }
services = Service
services-primary = プライマリの Service CIDR
services-secondary = セカンダリの Service CIDR
services-extra = Service CIDR { $number }
nodes = ノード
nodes-primary = プライマリのノード CIDR
nodes-secondary = セカンダリのノード CIDR
nodes-extra = ノード CIDR { $number }
load-balancers = ロードバランサー
load-balancers-primary = プライマリのロードバランサー CIDR
load-balancers-secondary = セカンダリのロードバランサー CIDR
load-balancers-extra = ロードバランサー CIDR { $number }
reserved = 予約済み
reserved-name = 名前 { $number }
reserved-cidr = CIDR { $number }
reserved-remove = 予約済みネットワーク { $number } を削除
reserved-add = ネットワークを予約
free = 空き
swap = プライマリを入れ替え
swap-name = プライマリを入れ替え: { $name }
remove-name = 削除: { $name }
add-family = もう一方のファミリーを追加
add-family-name = もう一方のファミリーを追加: { $name }
node-count = 現在のノード数
node-max = 最大ノード数
max-pods = ノードあたりの Pod 数
mask-ipv4 = IPv4 のノードマスクサイズ
mask-ipv6 = IPv6 のノードマスクサイズ
distribution = ディストリビューション
cni = CNI プラグイン
provider = クラウドプロバイダー
provider-none = なし (自前のマシン)
advertise-address = API サーバーのアドレス
not-stated = 指定なし
form-blocked = フォームに表示できるプランがありません
form-blocked-go = テキストへ移動

## 結果
results-label = 結果
tab-overview = 収容数
tab-nodes = ノード
tab-services = Service
tab-components = フラグ
tab-diagnostics = 検出結果


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
pages = ページ
page-first = 先頭
page-previous = 前へ
page-next = 次へ
page-last = 末尾
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

## 通知
copied = { $name } をコピーしました
copy-refused = ブラウザーがコピーを許可しませんでした
link-copied = リンクをコピーしました。プラン全体が含まれています
link-too-long = このプランはリンクにするには長すぎます。ダウンロードしてファイルとして送ってください
link-unknown-format = このリンクの形式 { $format } は、より新しいバージョンのプランナーで作られたものです。ここにあるプランは変更していません
link-damaged = このリンクは破損しています (一部が欠けているか書き換えられています)。ここにあるプランは変更していません
link-too-large = このリンクにはプランナーが読み取れる量を超える内容が含まれています。ここにあるプランは変更していません
file-opened = { $name } を開きました。元に戻すと直前の内容に戻ります
fix-refused = この修正は現在のプランには適用できません

# Parts of the page that are loaded when they are shown.
part-loading = この画面を読み込んでいます…
part-failed = この画面を読み込めませんでした。プランは残っています。接続を確認してもう一度お試しください。その間にプランナーが更新された場合は、ページを再読み込みしてください。
part-retry = もう一度試す
language-failed = { $name }を読み込めませんでした。接続を確認して、もう一度選んでください。

## 複数の Service をまとめて
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
