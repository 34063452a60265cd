group-balancers = ロードバランサー

target-cilium-lb-ipam = Cilium LB-IPAM
    .description = プランのプールを持つ CiliumLoadBalancerIPPool
target-kube-vip = kube-vip
    .description = プランのプールを持つ、kube-vip クラウドプロバイダーの ConfigMap
target-metallb = MetalLB
    .description = プランのプールを持つ IPAddressPool と L2Advertisement

## ファイル内のコメント

export-metallb = 両ファミリーで 1 つのプールです。デュアルスタックの Service は 2 つのアドレスを同じプールから取得します。ノードへルーティングされるネットワークでは、L2Advertisement ではなく BGPAdvertisement を使ってください
export-cilium-lb-ipam = プールはアドレスを割り当てるだけです。広告には Cilium の L2 announcements または BGP コントロールプレーンが必要です
export-cilium-lb-ipam-v2 = Cilium 1.18 以降が必要です
export-cilium-lb-ipam-v2alpha1 = Cilium 1.15 から 1.19 向けです
export-kube-vip = kube-vip-cloud-provider が読み取ります。/31 より大きい IPv4 プールの最初と最後のアドレスは使われません。アドレスの広告は kube-vip 自身が行います

## 指摘

EXP068 = プランにロードバランサーのプールがないため { $target } を出力できません
    .title = ロードバランサーのプールがない
    .help = ロードバランサーが割り当てるネットワークを、クラスターのファミリーごとに spec.loadBalancerCIDRs へ追加してください

EXP069 = ロードバランサーのプールに { $family } アドレスがありません。デュアルスタックの type: LoadBalancer の Service には { $family } アドレスが付かないか、アドレスがまったく割り当てられません
    .title = プールにファミリーが不足

EXP070 = クラスターに { $family } の Service がないため、プールの { $family } アドレスは使われません
    .title = 存在しないファミリーのプール

EXP071 = { $pools } はノードのリンク上にありません。L2Advertisement で広告されたアドレスは、ノードのネットワーク内にあるときだけ隣接機器から見つかります
    .title = ノードのリンク外にあるプール
    .help = プールをノードのネットワークから取るか、ノードへルーティングして BGP で広告してください
