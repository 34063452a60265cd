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
share = 共有
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
source-part = 全 { $count } 行のうち { $from } ～ { $to } 行
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
tab-compare = 比較
tab-versions = バージョン
tab-what-if = もしも
tab-exports = エクスポート
tab-start = 起動チェック
tab-diagnostics = 検出結果

pages = ページ
page-first = 先頭
page-previous = 前へ
page-next = 次へ
page-last = 末尾

## 通知
copy-refused = ブラウザーがコピーを許可しませんでした
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

## このブラウザーに保存したプラン
plans = 保存したプラン
keep-offer = このプランをこのブラウザーに保存しますか？次に開いたときにここに表示されます。どこにも送信されません。
keep-do = 保存する
keep-not = 今はしない
keep-done = { $name } をこのブラウザーに保存しました。以後の変更も保存されます
keep-denied = このブラウザーではプランを保存できません。ダウンロードするか、リンクをコピーしてください
