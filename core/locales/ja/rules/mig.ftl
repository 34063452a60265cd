## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

MIG001 = ノードは元のブロック 1 つを保持し続けます。Node オブジェクト ({ $nodes } 個) を 1 つずつ削除して登録し直す必要があります
    .title = ファミリーを追加してもノードのブロックは 1 つのまま
    .help = ノードを drain し、Node オブジェクトを削除し、--node-ip に両方のアドレスを指定して kubelet を再起動してから、次のノードへ進んでください

MIG002 = Service の先頭は { $before } でしたが { $after } になっています。稼働中のクラスターの先頭のファミリーは変更できません
    .title = Service の先頭のファミリーの変更
    .help = 元のファミリーを先頭にしてください。もう一方を先頭にするには新しいクラスターが必要です
    .fix-keep = 元のファミリーを先頭に保つ

MIG003 = Pod 範囲は { $before } でした。{ $after } にはノードが持つブロックが含まれません
    .title = Pod 範囲の置き換え
    .help = 元の範囲のままにするか、それを含むより大きな範囲にしてください
    .fix-keep = { $to } のままにする
    .page-fix-keep = 以前のプランの範囲のままにする

MIG004 = { $range } がなくなりましたが、ノードにはまだその { $family } ブロックがあります
    .title = Pod のファミリーの削除
    .help = Service を SingleStack にし、すべてのノードを作り直してから、最後に範囲を取り除いてください
    .fix-keep = 元の範囲のままにする

MIG005 = { $distribution } では、クラスターのファミリーは作成時に固定されます
    .title = 変更できないファミリー
    .help = 新しいクラスターを作り、ワークロードを移してください
    .fix-keep = 元の範囲のままにする

MIG006 = { $count ->
    *[other] { $count } 個の Service がシングルスタックのままです: { $names }
    }
    .title = シングルスタックのままの Service
    .help = すべてのノードが両ファミリーを持ってから、それぞれの ipFamilyPolicy を RequireDualStack に変えてください

MIG007 = Service 範囲が { $before } から { $after } に変わりました。既存の Service は元の cluster IP を保ちます
    .title = Service 範囲の変更
    .help = 元の範囲のままにしてください。1.33 以降では、アドレスを増やすには ServiceCIDR オブジェクトを追加します
    .fix-keep = { $to } のままにする
    .page-fix-keep = 以前のプランの範囲のままにする
