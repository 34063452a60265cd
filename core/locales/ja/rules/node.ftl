## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

NODE001 = --node-ip に { $family } のアドレスしかないため、ノードに { $other } のアドレスがありません
    .absent = --node-ip がありません。kubelet が自分で見つけるアドレスは 1 つなので、ノードは 1 つのファミリーになります
    .node = ノード { $name } には { $family } のアドレスしかなく、{ $other } がありません
    .title = 片方のファミリーのアドレスしかないノード
    .help = kubelet に組で指定してください。例: --node-ip=192.168.1.11,fd00:192:168:1::11

NODE002 = Pod に { $family } のアドレスがある場合、{ $distribution } は { $family } のアドレスのないノードを拒否します
    .title = ノードと Pod のファミリーが違う
    .help = ノードに両ファミリーのネットワークを与え、node-ip に両方のアドレスを指定してください

NODE003 = kubelet は --node-ip { $value } を拒否します
    .title = 拒否される --node-ip
    .help = アドレスを 1 つ、または実在する両ファミリーのアドレスの組を指定してください

NODE004 = --node-ip が { $family } のアドレスを指定しているため、kubelet はクラウドが報告する { $other } のアドレスを捨てます
    .title = クラウドのノードから 2 つ目のアドレスが消える
    .help = --node-ip を省くか、1.29 以降で組を指定してください
    .fix-omit = --node-ip を省く

NODE005 = kubelet は { $address } だけで待ち受け、ノードのもう一方のファミリーのアドレスでは待ち受けません
    .title = 1 つのアドレスだけで待ち受ける kubelet
    .help = 両ファミリーで待ち受ける "::" を使うか、--kubelet-preferred-address-types でファミリーを選んでください
    .fix-all = { $to } で待ち受ける
    .page-fix-all = すべてのアドレスで待ち受ける

NODE006 = クラスターはデュアルスタックですが、ノード用の { $family } ネットワークが指定されていません
    .title = ノードにもう一方のファミリーがない
    .help = ノードに両ファミリーのネットワークを指定してください。両方のアドレスがないと、hostNetwork の Pod と NodePort はシングルスタックのままです

NODE007 = 転送を有効にすると、ルーター広告による IPv6 のデフォルトルートが消えます
    .title = 無視されるルーター広告
    .help = all ではなくインターフェイスごとに net.ipv6.conf.INTERFACE.accept_ra = 2 を設定してください

NODE008 = ノードは、設定しない限りパケットを転送しません
    .title = 無効な転送
    .help = /etc/sysctl.d で net.ipv4.ip_forward と net.ipv6.conf.all.forwarding を 1 にしてください

NODE009 = IPv6 のないホストでは IPv6 の Pod を動かせません
    .title = IPv6 のないホストまたは Docker
    .help = IPv6 を有効にし、IPv4 だけの Docker ネットワーク kind を削除してください

NODE010 = アドレス { $address } は { $range } の中にあります
    .outside = アドレス { $address } はノード用のネットワークの外にあります
    .twice = アドレス { $address } はすでに別のノードのものです
    .title = ノードのアドレスの位置が不適切
    .help = マシンには nodeCIDRs の中の、重複しないアドレスを与えてください
