# Pod 用アドレス範囲の収容数

plan-capacity-single = 最大 { $nodes } ノード、1 ノードあたり { $pods } Pod。{ $node } 台目のノードで範囲が枯渇します
    .short = 計画は { $planned } ノードですが、収まるのは { $nodes } ノードです。1 ノードあたり { $pods } Pod。{ $node } 台目のノードで範囲が枯渇します
plan-capacity-binding = 最大 { $nodes } ノード、1 ノードあたり { $pods } Pod。先に枯渇するのは { $family } で、{ $node } 台目のノードから割り当てられません
    .short = 計画は { $planned } ノードですが、収まるのは { $nodes } ノードです。1 ノードあたり { $pods } Pod。先に枯渇するのは { $family } で、{ $node } 台目のノードから割り当てられません
plan-capacity-together = 最大 { $nodes } ノード、1 ノードあたり { $pods } Pod。両ファミリーは同時に枯渇し、{ $node } 台目のノードから割り当てられません
    .short = 計画は { $planned } ノードですが、収まるのは { $nodes } ノードです。1 ノードあたり { $pods } Pod。両ファミリーは同時に枯渇し、{ $node } 台目のノードから割り当てられません
plan-capacity-decided = ブロックを決めるのは { $who } です。ここに示すのは kube-controller-manager が切り出す場合の数です
plan-capacity-and = { $first }。{ $next }
plan-capacity-room = { $spare ->
    [0] ブロック数は計画上の { $wanted } ノードにちょうど一致し、余裕はありません
   *[other] 計画上の { $wanted } ノードに対して、さらに { $spare } ノード分の余裕があります
  }
plan-capacity-too-few-today = 現在の { $wanted } ノードのうち { $missing } ノードには Pod CIDR が割り当てられません。ブロックは { $nodes } ノード分しかありません
plan-capacity-too-few-planned = 計画上の { $wanted } ノードのうち { $missing } ノードには Pod CIDR が割り当てられません。ブロックは { $nodes } ノード分しかありません
plan-capacity-small-block = { $family } の /{ $mask } ブロックで使えるアドレスは { $addresses } Pod 分で、maxPods の { $maxpods } に足りません
plan-capacity-excluded = `{ $range }` の { $blocks } ブロックのうち { $excluded } ブロックは Service のアドレスと重なるため、ノードには割り当てられません
plan-capacity-mask-refused = `{ $range }` に対してノードマスク /{ $mask } は使えません。kube-controller-manager が受け付けるのは /{ $shortest } から /{ $longest } までです
plan-capacity-mask-refused-by-kubeadm = kubeadm は `{ $range }` に対して /{ $shortest } から /{ $longest } までのノードマスクしか受け付けず、/{ $mask } は拒否されます。kube-controller-manager 自体は起動します
plan-capacity-grow = /{ $mask } ブロックで { $nodes } ノードを収容するには、{ $family } の Pod CIDR を `{ $cidr }` に広げる必要があります。現在のブロックはその中に含まれるため、稼働中のノードの割り当ては変わりません
plan-capacity-cannot-grow = /{ $mask } ブロックのままでは、`{ $range }` を含む { $family } の Pod CIDR をどう選んでも { $nodes } ノードを収容できません。ノードマスクを短くするか、クラスターを作り直す必要があります

# Service のアドレス範囲

plan-services-room = { $family }: Service 用アドレス { $usable } 個、使用中 { $used } 個、空き { $free } 個
plan-services-no-allocator = `{ $range }` からは Service にアドレスが割り当てられません: { $upstream }
plan-services-bitmap-limit = `{ $range }` のうち Service が使えるのは先頭の { $usable } アドレスだけです。残りの { $unusable } アドレスは、このバージョンのアロケーターでは使えません
plan-services-overflow = このバージョンでは `{ $range }` の外のアドレスが Service に割り当てられることがあります。1.34.8、または 1.35 以降を使うか、プレフィックスを長くしてください
plan-services-extend = `{ $range }` の ServiceCIDR オブジェクト（{ $api }）を追加すると { $added } アドレス増え、合計 { $total } アドレスになります。再起動は不要です
plan-services-extend-runtime-config = --runtime-config で { $api } を有効にしたうえで `{ $range }` の ServiceCIDR オブジェクトを追加すると { $added } アドレス増え、合計 { $total } アドレスになります
plan-services-extend-rebuild = このバージョンでは `{ $range }` を追加できません。Service の範囲が枯渇した場合は、範囲を置き換えて Service を作り直す必要があります
plan-services-extend-refused = `{ $range }` の ServiceCIDR オブジェクトは保存されますが、アドレスは増えません。IPv6 の /64 より大きい範囲であるか、クラスターにそのファミリーの範囲がありません
