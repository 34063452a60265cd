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

NODE006 = クラスターはデュアルスタックですが、ノード用の { $family } ネットワークが指定されていません
    .title = ノードにもう一方のファミリーがない
    .help = ノードに両ファミリーのネットワークを指定してください。両方のアドレスがないと、hostNetwork の Pod と NodePort はシングルスタックのままです

NODE010 = アドレス { $address } は { $range } の中にあります
    .outside = アドレス { $address } はノード用のネットワークの外にあります
    .twice = アドレス { $address } はすでに別のノードのものです
    .title = ノードのアドレスの位置が不適切
    .help = マシンには nodeCIDRs の中の、重複しないアドレスを与えてください
