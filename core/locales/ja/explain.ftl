## 行の検索が述べる文: ルールを示す理由と、見つからないときに貼り付けるもの。

explain-why-text = { $component } のこの文が行に含まれています
explain-why-cut = 行が途中で切れています。残っている部分が { $component } のこの文の始まりまたは終わりと一致します
explain-why-general = { $component } が何かを拒否したことだけがわかる行です
explain-why-both = 行にアドレスファミリーが書かれていません。{ $family } のブロックが尽きた場合はこのルールです
explain-why-finding = 行にアドレスファミリーが書かれていませんが、プランにこの検出結果があります
explain-why-index = 行が示しているのは --cluster-cidr の { $index } 番目 (0 から数える) で、プランでは { $range } です
explain-why-address = 行に { $range } が書かれています
explain-why-only = 行にアドレスファミリーが書かれていませんが、プランの Pod には { $family } しかありません
explain-why-other-range = API サーバーの範囲は { $range } で、プランの Service 範囲のどれとも一致しません
explain-why-planned-range = API サーバーの範囲はプランどおり { $range } なので、誤っているのは Service のアドレスです
