## アドレスが何のものか。

whose-api-server = { $address } は API サーバーのアドレスです
whose-kubernetes-service = { $address } は Service default/kubernetes のクラスター IP で、Pod はここから API サーバーに接続します
whose-cluster-dns = { $address } はクラスター DNS が慣例で使うクラスター IP です
whose-service = { $address } は Service { $service } のクラスター IP です
whose-service-range = { $address } は Service の範囲 { $range } にあり、これを使う Service はここにはありません
    .static = { $address } は Service の範囲 { $range } の静的な帯域にあります。動的な帯域がいっぱいになるまでは、このアドレスを指定した Service だけが使います
    .dynamic = { $address } は Service の範囲 { $range } の動的な帯域にあり、どの Service にも割り当てられる可能性があります
    .unusable = { $address } は Service の範囲 { $range } にありますが、どの Service にも割り当てられません
    .object = { $address } は、ServiceCIDR オブジェクトが Service の範囲に加えた { $range } にあります
whose-node = { $address } は { $block } にあり、0 から数えてノード { $node } のブロックです
    .named = { $address } は { $block } にあり、ノード { $node } のブロックです
whose-unused-block = { $address } は { $block } にありますが、もう一方のファミリーのブロックが残っていないため、どのノードにも割り当てられません
    .excluded = { $address } は { $block } にありますが、Service の範囲 { $service } と重なるため、どのノードにも割り当てられません
whose-pod-range = { $address } は Pod の範囲 { $range } にありますが、この範囲にはノードのブロックがありません
whose-node-network = { $address } は { $range } にあり、ノードのネットワークです
whose-load-balancer-pool = { $address } は { $range } にあり、ロードバランサーのプールです
whose-reserved = { $address } は { $range } にあり、プランが空けておくネットワークです
    .named = { $address } は { $range } にあり、プランが { $name } のために空けておくネットワークです
whose-special-purpose = { $address } はこのプランのどの範囲にもありません。{ $source } が定める { $block } にあります
whose-nobody = { $address } はこのプランのどの範囲にもありません
whose-own-pools = { $plugin } は独自のプールから Pod にアドレスを割り当てます。Pod のアドレスがどのノードのものかは、ノードのブロックでは決まりません
whose-cloud-pods = Pod のアドレスはクラウドのネットワークから割り当てられます。Pod のアドレスがどのノードのものかは、ノードのブロックでは決まりません
