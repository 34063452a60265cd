## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

CAP001 = IPv6 のノードマスク { $mask } は Pod の範囲 { $range } より { $bits } ビット長くなっています。差は最大 16 ビットのため、{ $from } から { $to } までが有効です
    .title = IPv6 のノードマスクが範囲外
    .help = 有効な範囲のマスクを選ぶか、Pod の範囲を小さくしてください
    .fix-mask = ノードマスクを { $to } に設定
    .page-fix-mask = ノードマスクを許される幅の中の長さに設定
    .fix-range = Pod の範囲を { $to } に変更
    .page-fix-range = より小さい Pod の範囲に変更

CAP002 = { $range } をノードマスク { $mask } で分割すると、IPv6 のブロックは { $nodes } ノード分です。プランは { $planned } ノードです
    .growth = { $range } をノードマスク { $mask } で分割すると、IPv6 のブロックは { $nodes } ノード分です。現在は足りますが、プランの { $planned } ノードには足りません
    .title = IPv6 のノードブロックが不足
    .help = Pod の範囲を広げるか、ノードマスクを長くしてください
    .fix-range = Pod の範囲を { $to } に変更
    .page-fix-range = より大きい Pod の範囲に変更
    .fix-mask = ノードマスクを { $to } に設定
    .page-fix-mask = ノードマスクをより長い値に設定

CAP003 = { $range } をノードマスク { $mask } で分割すると、IPv4 のブロックは { $nodes } ノード分です。プランは { $planned } ノードです
    .growth = { $range } をノードマスク { $mask } で分割すると、IPv4 のブロックは { $nodes } ノード分です。現在は足りますが、プランの { $planned } ノードには足りません
    .title = IPv4 のノードブロックが不足
    .help = Pod の範囲を広げるか、ノードマスクを長くしてください
    .fix-range = Pod の範囲を { $to } に変更
    .page-fix-range = より大きい Pod の範囲に変更
    .fix-mask = ノードマスクを { $to } に設定
    .page-fix-mask = ノードマスクをより長い値に設定

CAP004 = クラスターは { $nodes } ノードで頭打ちになります。{ $family } のブロックは { $nodes } ノード分、{ $other } は { $others } ノード分です
    .second = クラスターは { $nodes } ノードで上限に達します。{ $family } のブロックは { $nodes } ノード分、{ $other } は { $others } ノード分です。それ以降は、待っている Node への割り当てを試みるたびに { $other } のブロックが 1 つ失われます
    .then = { $family } は { $nodes } ノードで終わります
    .title = 一方のファミリーが先に尽きる
    .help = 拡張する可能性があれば、少ない方のファミリーの範囲を広げてください。少ない方が 2 番目の範囲の場合は、待っている Node への割り当てを試みるたびに 1 番目のブロックも失われます
    .help-second = { $family } にも { $other } と同じノード数分の範囲を割り当てるか、尽きる前に Node の追加を止めてください。待っている Node への割り当てを試みるたびに、どの Node にも渡らない { $other } のブロックが 1 つ失われ、kube-controller-manager を再起動するまで戻りません

CAP005 = ノードマスク { $mask } は Pod の範囲 { $range } のプレフィックスより短く、1 ブロックが範囲全体より大きくなります
    .one-mask = Kubernetes { $version } のノードマスクは両ファミリー共通の 1 つ (ここでは { $mask }) で、Pod の範囲 { $range } のプレフィックスより短いため、この範囲からブロックを切り出せません
    .title = ノードブロックが Pod の範囲より大きい
    .help = ノードマスクを長くするか、Pod の範囲を広げてください。マスクが両ファミリー共通のバージョンでは IPv4 に合わせて /32 が上限になるため、一般的な IPv6 の範囲には新しいバージョンが必要です
    .fix-mask = ノードマスクを { $to } に設定
    .page-fix-mask = ノードマスクをより長い値に設定
    .fix-range = Pod の範囲を { $to } に変更
    .page-fix-range = より大きい Pod の範囲に変更
    .fix-version = ファミリーごとのノードマスクがある Kubernetes { $to } を使用
    .page-fix-version = ファミリーごとのノードマスクがあるバージョンを使用

CAP006 = kube-controller-manager が --node-cidr-mask-size と 2 つの Pod 範囲で起動されています
    .title = 2 つのファミリーに 1 つのマスクフラグ
    .help = --node-cidr-mask-size-ipv4 と --node-cidr-mask-size-ipv6 に置き換えてください

CAP007 = { $family } のノードマスク { $mask } が指定されていますが、{ $family } の Pod 範囲がありません
    .started = { $component } は起動しません。Pod 範囲にないファミリーのマスクフラグが指定されています
    .title = 存在しないファミリーのノードマスク
    .help = マスクを削除するか、そのファミリーの Pod 範囲を追加してください
    .fix-remove = マスクを削除

CAP008 = { $family } の { $mask } ブロックのアドレスは { $addresses } 個で、Pod は { $pods } 個です。2 倍に満たないと、Pod の入れ替え中にアドレスが不足します
    .too-small = { $family } の { $mask } ブロックのアドレスは { $addresses } 個しかなく、{ $pods } 個の Pod に足りません
    .title = ノードの Pod に対してアドレスが少ない
    .help = ノードマスクを短くするか、maxPods を減らしてください
    .fix-mask = ノードマスクを { $to } に設定
    .page-fix-mask = ノードマスクをより短い値に設定

CAP009 = このバージョンの kube-apiserver は Service の範囲 { $range } を拒否します。ホスト部は最大 20 ビットです
    .kubeadm = kubeadm は Service の範囲 { $range } を拒否します (kube-apiserver 自体は受け付けます)。ホスト部は最大 20 ビットです
    .title = Service の範囲が大きすぎる
    .help = IPv4 は /12 以上、IPv6 は /108 以上のプレフィックス長にしてください
    .fix-shrink = { $to } を使う
    .page-fix-shrink = 受け付けられる最大の範囲を使う

CAP010 = { $range } のアドレスを持つ Service は作成できません。IPv6 の Service 範囲は /64 以上のプレフィックス長が必要です
    .title = アロケーターを作れない Service 範囲
    .help = /112 を使ってください。それより大きくしても利点はありません
    .fix-shrink = { $to } を使う
    .page-fix-shrink = その範囲の /112 を使う

CAP011 = { $range } のうち、割り当てられるアドレスは { $usable } 個だけです
    .title = 割り当てられない Service アドレス
    .help = /112 を使ってください。作成できる Service の数は同じです
    .fix-shrink = { $to } を使う
    .page-fix-shrink = その範囲の /112 を使う

CAP012 = { $range } はアドレスが少なすぎるため、{ $component } に拒否されます
    .title = 範囲が小さすぎる
    .help = より大きな範囲を使ってください。Service はそれぞれアドレスを占有し続けます
    .fix-grow = { $to } を使う
    .page-fix-grow = より大きい範囲を使う

CAP013 = { $range } に作成できる Service はわずかです。自動割り当ては { $dynamic } 個、明示的な指定用は { $static } 個です
    .title = Service のアドレスが少ない
    .help = Service のアドレスは仮想的なものです。4,096 個あっても負担はありません
    .fix-grow = { $to } を使う
    .page-fix-grow = より大きい範囲を使う

CAP014 = { $family } のノードマスクが { $before } から { $now } に変わります。新旧ノードのブロックが重なるおそれがあります
    .title = ノードマスクの変更
    .help = マスクを変えないか、以前と重ならない Pod 範囲でノードを作り直してください
    .fix-keep = { $to } のままにする
    .page-fix-keep = 以前のプランのマスクのままにする

CAP015 = AKS の kubenet では、デュアルスタックのノードは { $limit } 台が上限です。プランは { $planned } 台です
    .title = AKS の kubenet にはノードが多すぎる
    .help = この上限がない Azure CNI Overlay を使ってください
    .fix-overlay = { $to } を使う
    .page-fix-overlay = Azure CNI Overlay を使う

CAP016 = { $range } には { $block } のブロックが { $blocks } 個しかなく、ノードは { $planned } 台です。Calico ではノードごとに 2 個以上が望ましい数です
    .title = Calico のブロックが少ない
    .help = 範囲を広げるか、プール作成時の blockSize を長くしてください
    .fix-range = Pod の範囲を { $to } に変更
    .page-fix-range = より大きい Pod の範囲に変更

CAP017 = { $distribution } は各ノードに { $family } の { $fixed } ブロックを割り当てますが、プランは { $mask } で計算しています
    .title = プロバイダーが決めるノードブロック
    .help = プロバイダーが実際に使うマスクを書いてください
    .fix-mask = ノードマスクを { $to } に設定
    .page-fix-mask = ノードマスクをプロバイダーの値に設定

CAP018 = { $range } のうち { $reserved } 個を { $provider } が予約します。マシンに使えるのは { $usable } 個です
    .few = { $range } のうち { $reserved } 個を { $provider } が予約します。残りは { $usable } 個で、プランの { $planned } ノードに足りません
    .title = クラウドが予約するアドレス
    .help = 一時的に増えるノードやロードバランサーも含め、残りのアドレス数で計算してください
