group-balancers = Load balancers

target-cilium-lb-ipam = Cilium LB-IPAM
    .description = CiliumLoadBalancerIPPool with the pools of the plan
target-kube-vip = kube-vip
    .description = ConfigMap of the kube-vip cloud provider with the pools of the plan
target-metallb = MetalLB
    .description = IPAddressPool and L2Advertisement with the pools of the plan

## Comments in files.

export-metallb = one pool for both families: a dual-stack Service takes both of its addresses from the same pool; networks that are routed to the nodes need a BGPAdvertisement instead of the L2Advertisement
export-cilium-lb-ipam = the pool hands out addresses; L2 announcements or the BGP control plane of Cilium have to announce them
export-cilium-lb-ipam-v2 = needs Cilium 1.18 or newer
export-cilium-lb-ipam-v2alpha1 = for Cilium 1.15 to 1.19
export-kube-vip = read by kube-vip-cloud-provider, which leaves out the first and last address of an IPv4 pool larger than a /31; kube-vip itself announces the addresses

## Findings.

EXP068 = { $target } cannot be written: the plan names no load balancer pools
    .title = No load balancer pools
    .help = add the networks that load balancers may hand out to spec.loadBalancerCIDRs, one of each family of the cluster

EXP069 = the load balancer pools hold no { $family } addresses: dual-stack Services of type LoadBalancer stay without an { $family } address, or without any
    .title = Load balancer pools lack a family

EXP070 = the cluster has no { $family } Services: nobody takes the { $family } addresses of the load balancer pools
    .title = Load balancer pool of an absent family

EXP071 = the nodes' link does not hold { $pools }: neighbours find an address announced by L2Advertisement only in a network of the nodes
    .title = Load balancer pool off the nodes' link
    .help = take the pool from the node networks, or route it to the nodes and announce it with BGP
