## ほかのページに表示するプランのビュー

render-map-table = 範囲の一覧表
render-column-node = ノード
render-nodes-caption = ノードのブロック: { $count } 個のうち { $shown } 個
render-nodes-none = ノードのブロックはありません。この Pod CIDR とマスクサイズからはブロックを作れません
render-nodes-refused = どのノードにもブロックは割り当てられません。このプランのフラグでは kube-controller-manager が起動せず、次のように出力します：
render-no-services = プランのほかに Service はありません
