group-documents = ドキュメント

target-markdown = Markdown
    .description = 範囲、収容数、Service、指摘、コンポーネントの設定、ホストでの確認事項をまとめたレポート
target-plan-json = JSON
    .description = プランファイルの JSON と、アドレスおよび収容数
target-plan-yaml = プランファイル
    .description = プランと Service を、フィールドを整えて書き直した YAML

## レポート

export-markdown-title = { $name } のアドレスプラン（Kubernetes { $version }）

export-markdown-ranges = 範囲
export-markdown-free = 空き領域
export-markdown-blocks = ノードのブロック
export-markdown-services = Service の範囲
export-markdown-stored = Service
export-markdown-findings = 指摘
export-markdown-components = コンポーネントの設定
export-markdown-checks = ホストでの確認事項

export-markdown-random = Service が指定しない cluster IP は API サーバーが無作為に選びます。ここに挙げたものは例です
export-markdown-no-findings = 指摘はありません。

export-markdown-kind-pods = Pod
export-markdown-kind-services = Service
export-markdown-kind-nodes = ノード
export-markdown-kind-load-balancers = ロードバランサー
export-markdown-kind-reserved = 予約

export-markdown-is-stored = 保存
export-markdown-is-replaced = 後にある同じ名前のもので置き換え
export-markdown-is-refused = 拒否
export-markdown-is-unknown = 未送信

export-markdown-column-kind = 用途
export-markdown-column-range = 範囲
export-markdown-column-addresses = アドレス数
export-markdown-column-name = 名前
export-markdown-column-block = ブロック
export-markdown-column-free = 最大の空きネットワーク
export-markdown-column-mask = ノードマスク
export-markdown-column-nodes = ノード数
export-markdown-column-excluded = 割り当て対象外のブロック
export-markdown-column-block-addresses = ノードあたりのアドレス数
export-markdown-column-usable = 使用可能
export-markdown-column-static = 静的割り当ての帯域
export-markdown-column-dynamic = 動的割り当ての帯域
export-markdown-column-api = API サーバー
export-markdown-column-dns = クラスター DNS
export-markdown-column-service = Service
export-markdown-column-outcome = 結果
export-markdown-column-policy = ipFamilyPolicy
export-markdown-column-families = ipFamilies
export-markdown-column-addresses-of-service = clusterIPs
export-markdown-column-flag = フラグ
export-markdown-column-value = 値
export-markdown-column-why = 理由

## 指摘

EXP120 = { $target } はプランファイルの分析結果を書き出しますが、分析結果がありません
    .title = 分析のないレポート
    .help = プランファイルからエクスポートしてください
