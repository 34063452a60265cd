## 行の検索が述べる文: ルールを示す理由と、見つからないときに貼り付けるもの。

explain-why-code = このコードが指定されました
explain-why-text = { $component } のこの文が行に含まれています
explain-why-cut = 行が途中で切れています。残っている部分が { $component } のこの文の始まりまたは終わりと一致します
explain-why-general = { $component } が何かを拒否したことだけがわかる行です
explain-why-both = 行にアドレスファミリーが書かれていません。{ $family } のブロックが尽きた場合はこのルールです
explain-why-finding = 行にアドレスファミリーが書かれていませんが、プランにこの検出結果があります
explain-why-index = 行が示しているのは --cluster-cidr の { $index } 番目 (0 から数える) で、プランでは { $range } です
explain-why-address = 行に { $range } が書かれています
explain-why-only = 行にアドレスファミリーが書かれていませんが、プランの Pod には { $family } しかありません
explain-instead = 出力された行を、前後の行も含めてそのまま貼り付けてください。判別できるのはアドレスファミリー、アドレス範囲、ノードブロック、Service のアドレス、ノードのアドレス、フィーチャーゲート、起動に関するメッセージです
    .crash = 何かが停止したことはわかりますが、理由はわかりません。そのログの最後の数行を貼り付けてください (kubectl logs --previous、crictl logs、journalctl -u kubelet または -u k3s)
    .sandbox = イベントのメッセージ全体と、そのノードのネットワークプラグインのログを貼り付けてください (kubectl logs -n kube-system、journalctl -u kubelet)
    .unreachable = 何かが応答しないことはわかりますが、理由はわかりません。応答するはずのもの (API サーバー、kubelet、ネットワークプラグイン) のログを、起動時から貼り付けてください
    .pending = Pod とそのノードのイベント (kubectl describe)、およびコントローラーマネージャーのログを貼り付けてください
    .code = このコードのルールはありません。dualstack rules コマンドで一覧を表示できます
