# 「もしも…」のビューと、Service から決まること。

tab-what-if = もしも
sim-title = もしも…
sim-about = このプランのクラスターに操作を加え、各 Service を API サーバーがどう扱うかを確認できます。
sim-none = プランを読み込めるようになると、ここにクラスターが表示されます。
sim-next = 次の操作
sim-kind = 操作
sim-create = Service を作成する
sim-replace = Service を置き換える
sim-patch = Service に patch を適用する
sim-delete = Service を削除する
sim-add-range = 2 つ目の Service 範囲を追加する（シングルスタックからデュアルスタックへ）
sim-remove-range = 2 つ目の Service 範囲を取り除く（デュアルスタックからシングルスタックへ）
sim-set-version = Kubernetes のバージョンを変更する
sim-create-service-cidr = ServiceCIDR オブジェクトを作成する
sim-delete-service-cidr = ServiceCIDR オブジェクトを削除する
sim-service = Service
sim-version = バージョン
sim-object = ServiceCIDR
sim-object-name = オブジェクト名
sim-manifest-from = 元にするマニフェスト
sim-manifest = マニフェスト
sim-patch-text = merge patch
sim-range = 2 つ目の範囲
sim-ranges = 範囲（ファミリーごとに 1 つ）
sim-do = 実行
sim-reset = 最初からやり直す
sim-nothing-chosen = 操作の対象を選択してください
sim-no-range = { $text } は範囲として読み取れません。10.96.0.0/16 や fd00:10:96::/112 のように入力してください
sim-one-object = YAML または JSON のオブジェクトを 1 つ入力してください
sim-no-service = これは Service ではありません
sim-unreadable = API サーバーはこの内容を読み取れません: { $reason }
sim-start = プランのクラスター
sim-step = 手順 { $step }:
sim-step-create = { $name } を作成
sim-step-replace = { $name } を置き換え
sim-step-patch = { $name } に patch を適用
sim-step-delete = { $name } を削除
sim-step-ranges = API サーバーを Service 範囲 { $ranges } で再起動
sim-step-version = API サーバーを { $version } に変更
sim-step-gate = API サーバーを IPv6DualStack={ $value } で再起動
sim-step-create-service-cidr = ServiceCIDR { $name } を作成
sim-step-delete-service-cidr = ServiceCIDR { $name } を削除
sim-stored = 保存
sim-refused = 拒否
sim-done = 完了
sim-undo-step =
    { $behind ->
        [0] 手順 { $step } を取り消す
       *[other] 手順 { $step } とそれ以降の { $behind } 件を取り消す
    }
sim-events = コントローラーの出力
sim-same = 変更なし
sim-new = 新規
sim-changed = 変更あり
sim-gone = 削除済み
sim-stuck = 更新不可
sim-as-read = クライアントから見た { $name }
sim-update-refused = この Service の更新はすべて拒否されます:
sim-cluster = Kubernetes { $version }、Service の範囲 { $ranges }
sim-service-cidr = ServiceCIDR { $name }: { $ranges }
sim-said = 手順 { $step }（{ $title }）: { $result }
sim-said-undone = { $count } 件の手順を取り消しました（残り { $left } 件）

aspects-title = クラスター内で決まること
aspects-of = { $name } から決まること
column-aspect = 項目
column-family = ファミリー
aspect-dns = DNS レコード
aspect-endpoint-slice = EndpointSlice
aspect-node-port = node port
aspect-load-balancer = ロードバランサー
aspect-source-ranges = 接続元の範囲
aspect-external-ips = external IP
aspect-of-endpoints = Ready なエンドポイント
aspect-managed = コントロールプレーンが作成
aspect-by-hand = 手動で作成する必要あり
aspect-allocated = 自動割り当て
aspect-provided = アドレスあり
aspect-not-provided = アドレスなし
aspect-unrestricted = 接続元の制限なし
aspect-not-served = 転送されません
conversion-about = このマニフェストは Kubernetes { $version } 以前の書式です。
conversion-apply = { $name } をプランのバージョンの書式に変換
conversion-rewritten = ドキュメント全体を書き直したため、コメントが失われました。元に戻すと復元できます
