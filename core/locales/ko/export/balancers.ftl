group-balancers = 로드 밸런서

target-cilium-lb-ipam = Cilium LB-IPAM
    .description = 계획의 풀을 담은 CiliumLoadBalancerIPPool
target-kube-vip = kube-vip
    .description = 계획의 풀을 담은 kube-vip cloud provider의 ConfigMap
target-metallb = MetalLB
    .description = 계획의 풀을 담은 IPAddressPool과 L2Advertisement

## 파일 안의 주석.

export-metallb = 두 패밀리를 위한 풀 하나입니다. 이중 스택 서비스는 두 주소를 같은 풀에서 받습니다. 노드로 라우팅되는 네트워크에는 L2Advertisement 대신 BGPAdvertisement가 필요합니다
export-cilium-lb-ipam = 풀은 주소를 나눠 줍니다. 주소를 알리는 것은 Cilium의 L2 announcements나 BGP 컨트롤 플레인이어야 합니다
export-cilium-lb-ipam-v2 = Cilium 1.18 이상이 필요합니다
export-cilium-lb-ipam-v2alpha1 = Cilium 1.15 ~ 1.19용
export-kube-vip = kube-vip-cloud-provider가 읽으며, /31보다 큰 IPv4 풀의 첫 주소와 마지막 주소는 쓰지 않습니다. 주소를 알리는 것은 kube-vip 자체입니다

## 검사 결과.

EXP068 = { $target }을(를) 쓸 수 없습니다. 계획에 로드 밸런서 풀이 없습니다
    .title = 로드 밸런서 풀 없음
    .help = 로드 밸런서가 나눠 줄 수 있는 네트워크를 클러스터의 패밀리마다 하나씩 spec.loadBalancerCIDRs에 추가하십시오

EXP069 = 로드 밸런서 풀에 { $family } 주소가 없습니다. LoadBalancer 유형의 이중 스택 서비스는 { $family } 주소를, 또는 아무 주소도 받지 못합니다
    .title = 패밀리가 빠진 로드 밸런서 풀

EXP070 = 클러스터에 { $family } 서비스가 없습니다. 로드 밸런서 풀의 { $family } 주소를 쓰는 서비스가 없습니다
    .title = 없는 패밀리의 로드 밸런서 풀

EXP071 = 노드의 링크에 { $pools }이(가) 없습니다. L2Advertisement로 알리는 주소는 노드의 네트워크에 있어야 이웃이 찾을 수 있습니다
    .title = 노드의 링크에 없는 로드 밸런서 풀
    .help = 노드 네트워크에서 풀을 가져오거나, 노드로 라우팅하고 BGP로 알리십시오
