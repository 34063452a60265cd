group-egress = 外向き通信

target-ip6tables = iptables と ip6tables
    .description = Pod がクラスター外へ送るパケットを masquerade するシェルスクリプト
target-ip-masq-agent = ip-masq-agent
    .description = プライベートアドレスの Pod がクラスター外と通信するための ConfigMap と DaemonSet
target-nftables = nftables
    .description = Pod がクラスター外へ送るパケットを masquerade するテーブル（nft -f 用）
target-sysctl = sysctl
    .description = 各ファミリーのパケット転送をノードで有効にする /etc/sysctl.d のドロップイン

## ファイル内のコメント

export-masq-script = 起動のたびに、すべてのノードで root として実行してください。繰り返し実行しても結果は変わりません
export-nftables = 起動のたびに、すべてのノードで nft -f により読み込んでください。再度読み込むとテーブルは置き換わります。1 つのテーブルで両ファミリーの NAT を行うには Linux 5.2 以降が必要です
export-sysctl = すべてのノードの /etc/sysctl.d に置き、sysctl --system を実行してください
export-sysctl-router-advertisements = IPv6 のデフォルト経路をルーター広告から得る場合: 転送が有効な Linux は、インターフェース自身の値が 2 でないかぎりルーター広告を無視します。インターフェース名を書き入れてください
export-sysctl-bridge = Pod をブリッジに接続するプラグイン向け。modprobe br_netfilter が必要です

## 指摘

EXP066 = { $plugin } 自身が masquerade します。{ $target } を適用する前に無効にしないと、アドレスが二重に変換されます
    .title = masquerade の重複

EXP067 = プランに Pod 範囲がないため { $target } を出力できません
    .title = Pod 範囲がない
