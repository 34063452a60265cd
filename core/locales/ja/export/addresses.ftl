group-addresses = アドレス管理

target-csv = CSV
    .description = すべての範囲と使用可能な先頭・末尾のアドレス、現在のノードのブロックを並べた表
target-infoblox = Infoblox NIOS
    .description = CSV インポート用のネットワークとネットワークコンテナー
target-netbox = NetBox
    .description = 一括インポート用のロール（全クラスター共通、取り込みは一度だけ）、プレフィックス、アドレス範囲。この順に取り込みます
target-reverse-zones = 逆引き DNS ゾーン
    .description = プランのアドレスを含む in-addr.arpa と ip6.arpa 配下のゾーン

## 説明の列に書く、プレフィックスの用途

export-prefix-nodes = ノードのアドレス
export-prefix-pods = Pod ネットワーク
export-prefix-node-pods = ノード { $node }（例示）
export-prefix-services = Service の ClusterIP
export-prefix-load-balancers = ロードバランサーのプール

export-netbox-role-nodes = ノードのネットワーク
export-netbox-role-pods = Pod のネットワーク
export-netbox-role-services = Service の ClusterIP 範囲
export-netbox-static = Service が明示的に指定するためのアドレス
export-netbox-dynamic = Service に自動で割り当てられるアドレス

export-reverse-zones = 1 行に 1 ゾーン。その後ろは、ゾーンに含まれる範囲です
export-reverse-zones-cluster = Pod と Service についてはクラスター DNS 自身が応答します。これらのゾーンはクラスター DNS に委任してください。外部から逆引きしない場合は不要です
export-reverse-zones-shared = このゾーンにはほかのアドレスも含まれます（RFC 2317）

## 指摘

EXP081 = { $target }: { $count } ノード分のブロックを小さい順に挙げています。実際にどのノードがどのブロックを得るかは、クラスターへの参加順で決まります
    .fewer = { $target }: 挙げたブロックは { $nodes } ノード中 { $count } ノード分です。ブロックがそれ以上ないか、出力する行数の上限に達しています
    .title = ノードのブロックは例示

EXP082 = { $target }: { $plugin } は独自のプールから Pod にアドレスを割り当てるため、ノードのブロックは挙げていません
    .title = ノードのブロックがない

EXP083 = { $target }: ノードマスクが Pod 範囲に合わないため、ノードのブロックは挙げていません
    .title = ノードのブロックがない

EXP084 = NetBox は同じプレフィックスを 2 回は受け付けませんが、{ $range } が 2 つの用途に使われています
    .whole = NetBox はアドレス空間全体のプレフィックスを受け付けません: { $range }
    .title = NetBox が拒否するプレフィックス

EXP085 = グローバルテーブルにすでにあるプレフィックスが含まれていると、NetBox はファイルを拒否します。複数のクラスターが同じ範囲を使う場合は、クラスターごとに VRF を作り、vrf 列を追加してください
    .title = NetBox のプレフィックスは一意

EXP086 = { $range } のうち Service に割り当てられるアドレスは ip-ranges.csv に含まれていません。NetBox の範囲に入るのは 2 個以上 2^32 − 1 個以下のアドレスです
    .title = NetBox の範囲に収まらない大きさ

EXP087 = 列は NIOS 9.0 の CSV Import Reference に従っていますが、実際の Grid での取り込みは確認していません。先にテストインポートで試してください
    .title = インポート未確認
