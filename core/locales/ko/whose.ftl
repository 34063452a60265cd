## 주소가 누구의 것인지.

whose-api-server = { $address }은(는) API 서버의 주소입니다
whose-kubernetes-service = { $address }은(는) 파드가 API 서버에 접근할 때 쓰는 서비스 default/kubernetes의 클러스터 IP입니다
whose-cluster-dns = { $address }은(는) 관례에 따라 클러스터 DNS가 쓰는 클러스터 IP입니다
whose-service = { $address }은(는) 서비스 { $service }의 클러스터 IP입니다
whose-service-range = { $address }은(는) 서비스 범위 { $range }에 있으며, 여기에는 이 주소를 쓰는 서비스가 없습니다
    .static = { $address }은(는) 서비스 범위 { $range }의 정적 대역에 있습니다. 동적 대역이 가득 찰 때까지는 명시적으로 요청한 서비스만 받습니다
    .dynamic = { $address }은(는) 서비스 범위 { $range }의 동적 대역에 있습니다. 어떤 서비스든 받을 수 있습니다
    .unusable = { $address }은(는) 서비스 범위 { $range }에 있지만 어떤 서비스도 받을 수 없습니다
    .object = { $address }은(는) ServiceCIDR 오브젝트가 서비스 범위에 추가하는 { $range }에 있습니다
whose-node = { $address }은(는) 0부터 센 노드 { $node }의 블록 { $block }에 있습니다
    .named = { $address }은(는) 노드 { $node }의 블록 { $block }에 있습니다
whose-unused-block = { $address }은(는) 어떤 노드도 받지 않는 파드 블록 { $block }에 있습니다. 다른 패밀리에 남은 블록이 없습니다
    .excluded = { $address }은(는) 서비스 범위 { $service }와(과) 겹쳐서 어떤 노드도 받지 않는 파드 블록 { $block }에 있습니다
whose-pod-range = { $address }은(는) 노드 블록이 없는 파드 범위 { $range }에 있습니다
whose-node-network = { $address }은(는) 노드의 네트워크 { $range }에 있습니다
whose-load-balancer-pool = { $address }은(는) 로드 밸런서의 풀 { $range }에 있습니다
whose-reserved = { $address }은(는) 계획이 비워 두는 { $range }에 있습니다
    .named = { $address }은(는) 계획이 { $name }을(를) 위해 비워 두는 { $range }에 있습니다
whose-special-purpose = { $address }은(는) 이 계획의 어떤 범위에도 없으며, { $source }이(가) 따로 정해 둔 { $block }에 있습니다
whose-nobody = { $address }은(는) 이 계획의 어떤 범위에도 없습니다
whose-own-pools = { $plugin }은(는) 자체 풀에서 파드에 주소를 줍니다. 파드 주소가 어느 노드에 있는지는 노드의 블록으로 정해지지 않습니다
whose-cloud-pods = 파드는 클라우드의 네트워크에서 주소를 받습니다. 파드 주소가 어느 노드에 있는지는 노드의 블록으로 정해지지 않습니다
