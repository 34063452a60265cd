## 起動チェック、バージョン比較、ノード数の軸。

## ノード数の軸
axis-label = 収容できるノード数（両ファミリーを同じ軸で表示）
axis-handle = { $family } のノードマスクサイズ
axis-value = /{ $mask }：{ $nodes } ノードを収容
axis-value-none = /{ $mask }：Pod CIDR に合わない
axis-bar = { $family } /{ $mask }：{ $nodes }
axis-today = 現在 { $nodes }
axis-planned = 計画 { $nodes }
axis-scale = 右へ 1 目盛り進むごとにノードマスクが 1 ビット長くなり、ノード数は 2 倍、1 ノードあたりのアドレス数は半分になります。軸の右端は { $nodes } ノードです。バーの端をドラッグするか、矢印キーまたは下の入力欄で変更できます。
axis-mask = { $family } のノードマスクサイズ
axis-shorter = { $family }：1 ビット短くしてノード数を減らす
axis-longer = { $family }：1 ビット長くしてノード数を増やす
axis-legal = 指定できる範囲は { $masks } です。
axis-kubeadm = kubeadm が受け付けるのは { $masks } です。
axis-fitting = 計画の { $nodes } ノードが収まるのは { $masks } です。
axis-none-fits = 計画の { $nodes } ノードとその Pod が収まるマスクはありません。

## Service 範囲の使用率
use-label = 予定する Service 数
use-hint = この見積もりにだけ使います。プランファイルには含まれません。
use-plain = { $services } 個の Service でアドレスの { $percent } % を使用します。
use-dynamic = { $services } 個の Service でアドレスの { $percent } % を使用し、すべて動的割り当て用の範囲に収まります。
use-static = { $services } 個の Service でアドレスの { $percent } % を使用します。動的割り当て用の範囲を使い切り、{ $spilled } 個は静的割り当て用の範囲から割り当てられます。
use-elsewhere = { $services } 個の Service でこの範囲を使い切り、{ $over } 個はほかの範囲から割り当てられます。
use-missing = { $services } 個の Service は収まりません。{ $missing } 個はアドレスを得られません。

## 起動チェック
check-title = 起動時に何が出力されるか
check-version = チェックするバージョン
check-version-own = { $version }（プランのバージョン）
check-paste = コマンドライン、ユニット、マニフェスト、設定ファイル
check-paste-hint = コマンドライン、systemd ユニット、環境ファイル、static Pod のマニフェスト、「Running kube-apiserver --...」のような行を含むログ、または kubeadm・K3s・RKE2・k0s・Talos・kind・MicroK8s・kubelet・kube-proxy の設定ファイルを貼り付けてください。空のときは、プラン自身の設定をチェックします。
check-origin = { $line } 行目 { $path }
check-clear = 消去
check-no-plan = チェックする対象がまだありません。何か貼り付けるか、プランを記述してください。
check-too-long = このテキストは長すぎるため、ここではチェックできません
check-nothing-found = このテキストからコンポーネントを認識できません。コマンドラインはプログラム名から書き始め、設定ファイルは kind を残してください。
check-verdict =
    { $refused ->
        [0] 見つかった { $components } 個のコンポーネントは、バージョン { $version } ですべて起動します。
       *[other] { $components } 個のコンポーネントのうち { $refused } 個は、バージョン { $version } では起動せずに終了します。
    }
check-verdict-own =
    { $refused ->
        [0] プランの { $components } 個のコンポーネントは、バージョン { $version } ですべて起動します。
       *[other] プランの { $components } 個のコンポーネントのうち { $refused } 個は、バージョン { $version } では起動せずに終了します。
    }
check-prints = { $component } が出力して終了する内容
check-read-as = 読み取った内容
fate-starts = 起動する
fate-never-ready = 起動するが機能しない
fate-exits = 終了する
effect-fatal = プロセスが終了する
effect-never-ready = 指定した機能が動作しない
effect-warning = ログに 1 行出力される
check-stage-read = ファイルの読み取り時
check-stage-install = インストールの前
check-stage-start = 起動時
check-stage-controller = コントローラーの起動時
check-stage-request = リクエストの受信時
check-stage-run = 運用中

## 確度
confidence-verified = ソースで確認済み
confidence-changelog = リリースノートによる
confidence-unverified = 未確認

## バージョン
versions-title = バージョン間の違い
versions-from = 変更前
versions-to = 変更後
versions-swap = 入れ替え
compare-title = このプランへの影響
compare-none = プランを読み取れるようになると、比較結果が表示されます。
compare-same = このプランの設定は { $from } と { $to } で同じです。
compare-lead = 同じプランを { $from } から { $to } に移すと、設定は { $removed } 件が不要になり、{ $added } 件が加わり、{ $changed } 件が変わります。
setting-added = 追加
setting-removed = 不要
setting-changed = 変更
not-given = 指定なし
becomes = 変更後：
reason-plan = プランの内容によるものです。
reason-added = { $name } は { $version } で追加されました。
reason-added-with = { $name } は { $version } で追加されました（{ $after }）。
reason-removed = { $name } は { $version } で廃止されました。
reason-removed-with = { $name }（{ $before }）は { $version } で廃止されました。
reason-changed = { $name } は { $version } で { $before } から { $after } に変わりました。
changes-title = Kubernetes のすべての変更点
changes-table = 変更点の表
changes-count =
    { $count ->
        [0] 変更なし
       *[other] { $count } 件
    }
changes-component = コンポーネント
every-component = すべてのコンポーネント
column-component = コンポーネント
column-kind = 種類
column-name = 名前
column-since = 変更時期
column-source = 出典
column-confidence = 確度
fact-flag = フラグ
fact-field = 設定ファイルのフィールド
fact-gate = フィーチャーゲート
fact-api = API
fact-limit = 上限
fact-behaviour = 動作
