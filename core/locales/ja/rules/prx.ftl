## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

PRX001 = kube-proxy の clusterCIDR に { $family } の範囲がないため、{ $family } の通信はローカルと見なされません
    .title = ファミリーを欠く clusterCIDR
    .help = 両ファミリーの Pod 範囲を書いてください
    .fix-both = { $to } にする
    .page-fix-both = 両方のファミリーの Pod 範囲にする

PRX002 = Service { $name } のノードポートは { $family } でしか応答せず、ノードの { $other } アドレスでは応答しません
    .title = 片方のファミリーだけのノードポート
    .help = クライアントが両方から来る可能性があるなら、両ファミリーを求めてください
    .fix-prefer = 両ファミリーを要求する (PreferDualStack)

PRX003 = Service { $name } が求めるノードポートは別の Service が使っています
    .title = 使用中のノードポート
    .help = デュアルスタックの Service 1 つにまとめるか、別のポートを使ってください
    .fix-automatic = API サーバーに任せる

PRX004 = nodePortAddresses に { $family } のネットワークがないため、{ $family } のノードポートはノードのすべてのアドレスで応答します
    .title = 片方のファミリーだけの nodePortAddresses
    .help = 両ファミリーのネットワークを書くか、primary (1.31 以降) を使ってください
    .fix-nodes = { $to } を加える
    .page-fix-nodes = そのファミリーのノードの範囲を加える

PRX005 = Service { $name } は使えないノードポートを求めています
    .title = 範囲外または重複したノードポート
    .help = ノードポートは 30000 から 32767 までで、重複できません
    .fix-automatic = API サーバーに任せる

PRX006 = kube-proxy はこの設定では起動しません
    .title = kube-proxy が拒否する設定
    .help = kube-proxy の出力に示されたフィールドを変更してください
