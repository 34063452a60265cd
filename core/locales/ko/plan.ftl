# 파드 범위의 용량

plan-capacity-single = 노드 { $nodes }개, 노드당 파드 { $pods }개. 노드 { $node }에서 범위가 소진됩니다
    .short = 노드 { $planned }개를 계획했지만 { $nodes }개가 들어갑니다. 노드당 파드 { $pods }개이며, 노드 { $node }에서 범위가 소진됩니다
plan-capacity-binding = 노드 { $nodes }개, 노드당 파드 { $pods }개. { $family }이(가) 노드 { $node }에서 먼저 소진됩니다
    .short = 노드 { $planned }개를 계획했지만 { $nodes }개가 들어갑니다. 노드당 파드 { $pods }개이며, { $family }이(가) 노드 { $node }에서 먼저 소진됩니다
plan-capacity-together = 노드 { $nodes }개, 노드당 파드 { $pods }개. 두 패밀리가 노드 { $node }에서 함께 소진됩니다
    .short = 노드 { $planned }개를 계획했지만 { $nodes }개가 들어갑니다. 노드당 파드 { $pods }개이며, 두 패밀리가 노드 { $node }에서 함께 소진됩니다
# 자체 풀이 있는 플러그인은 여기에서 센 것과 다른 블록을 나눈다.
plan-capacity-decided = 블록은 { $who }이(가) 정합니다. 여기 있는 것은 kube-controller-manager가 나눌 블록입니다
plan-capacity-and = { $first }. { $next }
plan-capacity-room = { $spare ->
    [0] 블록의 수가 계획된 노드 수 { $wanted }개와 똑같습니다
   *[other] 계획된 { $wanted }개보다 노드를 { $spare }개 더 수용합니다
  }
plan-capacity-too-few-today = 현재 노드 { $wanted }개 중 { $missing }개는 파드 CIDR을 받지 못합니다. 블록은 { $nodes }개분입니다
plan-capacity-too-few-planned = 계획된 노드 { $wanted }개 중 { $missing }개는 파드 CIDR을 받지 못합니다. 블록은 { $nodes }개분입니다
plan-capacity-small-block = { $family }의 /{ $mask } 블록에는 파드 { $addresses }개의 주소가 있으며, 이는 maxPods { $maxpods }보다 적습니다
plan-capacity-excluded = `{ $range }`의 블록 { $blocks }개 중 { $excluded }개는 서비스 주소가 들어 있어서 노드에 주어지지 않습니다
plan-capacity-mask-refused = /{ $mask }인 노드 마스크는 `{ $range }`에 쓸 수 없습니다. kube-controller-manager는 /{ $shortest }에서 /{ $longest }까지 받습니다
plan-capacity-mask-refused-by-kubeadm = kubeadm은 `{ $range }`에 /{ $shortest }에서 /{ $longest }까지의 노드 마스크를 받으며 /{ $mask }은(는) 받지 않습니다. kube-controller-manager 자체는 시작할 것입니다
plan-capacity-grow = /{ $mask } 블록으로 노드 { $nodes }개를 수용하려면 { $family } 파드 CIDR이 `{ $cidr }`이어야 합니다. 지금의 블록이 그 안에 있으므로 실행 중인 노드는 블록을 유지합니다
plan-capacity-cannot-grow = `{ $range }`을(를) 포함하면서 /{ $mask } 블록으로 노드 { $nodes }개를 수용하는 { $family } 파드 CIDR이 없습니다. 더 짧은 노드 마스크나 새 클러스터가 필요합니다

# 서비스 범위

plan-services-room = { $family }: 서비스용 주소 { $usable }개, 사용 중 { $used }개, 비어 있음 { $free }개
plan-services-no-allocator = 어떤 서비스도 `{ $range }`의 주소를 받지 못합니다: { $upstream }
plan-services-bitmap-limit = 서비스는 `{ $range }`의 처음 { $usable }개 주소만 쓸 수 있습니다. 나머지 { $unusable }개는 이 버전의 할당자가 닿지 못합니다
plan-services-overflow = 이 버전은 서비스에 `{ $range }` 밖의 주소를 줄 수 있습니다. 1.34.8, 1.35 이상을 쓰거나 더 긴 프리픽스를 쓰십시오
plan-services-extend = `{ $range }`인 ServiceCIDR 오브젝트({ $api })는 주소 { $added }개를 더해 모두 { $total }개가 됩니다. 다시 시작할 것은 없습니다
plan-services-extend-runtime-config = { $api }을(를) --runtime-config로 켜면 `{ $range }`인 ServiceCIDR 오브젝트가 주소 { $added }개를 더해 모두 { $total }개가 됩니다
plan-services-extend-rebuild = 이 버전에는 `{ $range }`을(를) 추가할 수 없습니다. 가득 찬 서비스 범위를 교체하고 그 서비스를 다시 만들어야 합니다
plan-services-extend-refused = `{ $range }`인 ServiceCIDR 오브젝트는 저장되지만 주소를 주지 않습니다. 범위가 IPv6 /64보다 크거나 클러스터에 그 패밀리의 범위가 없습니다
