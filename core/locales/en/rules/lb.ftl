## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

LB001 = Service { $name } wants both families, but no MetalLB pool has addresses of both
    .title = A pool for each family instead of one for both
    .help = put the ranges of both families into one IPAddressPool

LB002 = no MetalLB pool has { $family } addresses for Service { $name }
    .title = Pool without a family of the Service
    .help = add a range of the missing family to the pool, or make the Service SingleStack
    .fix-single = One family (SingleStack)

LB003 = Service { $name } has two families, and loadBalancerIP { $address } for one of them
    .family = loadBalancerIP { $address } of Service { $name } is { $family }, a family the Service does not have
    .title = One loadBalancerIP for two families
    .help = name both addresses in the annotation of the implementation (metallb.io/loadBalancerIPs, azure-load-balancer-ipv4 and -ipv6), or make the Service SingleStack
    .fix-annotation = Move it to the annotation of its family
    .fix-single = One family, that of the address

LB004 = Service { $name } has IPv6, but its load balancer is IPv4: the annotation aws-load-balancer-ip-address-type is not dualstack
    .title = Dual-stack Service behind an IPv4 load balancer
    .help = set service.beta.kubernetes.io/aws-load-balancer-ip-address-type to dualstack, or make the Service IPv4 only
    .fix-dualstack = Ask for a dual-stack load balancer
    .fix-single = IPv4 only (SingleStack)

LB006 = Service { $name } has IPv6, but its load balancer targets instances, which have no primary IPv6 address
    .title = IPv6 with instance targets
    .help = set service.beta.kubernetes.io/aws-load-balancer-nlb-target-type to ip
    .fix-ip = Target pods (ip)

LB007 = Service { $name } asks for a load balancer of type { $type }; there are ipv4 and dualstack ones only
    .title = Address type that load balancers of AWS do not have
    .help = use dualstack; the IPv4 address can be left unused
    .fix-dualstack = Ask for a dual-stack load balancer

LB008 = Service { $name } has a UDP port behind a dual-stack load balancer without IPv6 source NAT
    .title = UDP over IPv6 without source NAT
    .help = set service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat to "on"
    .fix-source-nat = Switch IPv6 source NAT on

LB009 = Service { $name } asks for an IPv6 address at a load balancer of Azure that has no IPv4 address
    .title = Load balancer of Azure with IPv6 alone
    .help = ask for both families, IPv4 first, or let another Service with IPv4 share the load balancer
    .fix-both = Both families, IPv4 first

LB010 = the IPv6 address of Service { $name } is not reachable on Azure Linux node pools without externalTrafficPolicy: Local
    .title = IPv6 load balancer of Azure without Local
    .help = set externalTrafficPolicy to Local if a node pool runs Azure Linux
    .fix-local = Set externalTrafficPolicy: Local

LB011 = Octavia may give Service { $name } an IPv4 address only, whatever families it has
    .title = IPv6 load balancer on OpenStack
    .help = check that your version of cloud-provider-openstack creates IPv6 load balancers
    .fix-single = IPv4 only (SingleStack)

LB012 = the source range { $range } of Service { $name } is of a family the Service does not have
    .title = Source range of an absent family
    .help = take the range out, or give the Service both families
    .fix-remove = Keep ranges of its families: { $to }
    .page-fix-remove = Keep only ranges of the Service's families

LB013 = Service { $name } restricts its sources, but not in { $family }: there everybody, or nobody, may connect
    .title = Source ranges of one family only
    .help = add the { $family } ranges that may connect
    .page-help = add the ranges of the other family that may connect
    .fix-single = Leave the family without ranges out (SingleStack)
    .fix-open = Say that everybody may connect

LB014 = { $who } gives pods IPv4 or IPv6, not both
    .title = No dual-stack pods here
    .help = plan one family; the other is reached through NAT (ENABLE_V4_EGRESS, ENABLE_V6_EGRESS)
    .fix-ipv4 = Plan IPv4 only
    .fix-ipv6 = Plan IPv6 only

LB015 = AKS has no dual-stack clusters with IPv6 first
    .only = AKS has no IPv6-only clusters
    .title = Families that AKS cannot build
    .help = plan IPv4, or both with IPv4 first
    .fix-swap = Put IPv4 first

LB016 = on Google Distributed Cloud for bare metal, clusterNetwork.pods holds IPv4 ranges only; { $range } belongs into a ClusterCIDRConfig
    .title = IPv6 pod ranges of Google Distributed Cloud
    .help = write a ClusterCIDRConfig with the ranges of both families and the mask of a node; it can be done only when the cluster is created
    .fix-remove = Take the IPv6 range out of clusterNetwork.pods

LB017 = { $distribution } cannot build a cluster with IPv6 first
    .dual = { $distribution } cannot build dual-stack clusters
    .only = { $distribution } cannot build IPv6-only clusters
    .provider = { $distribution } cannot build dual-stack clusters on { $provider }
    .title = Families that the distribution cannot build
    .help = plan a combination that the distribution has
    .fix-swap = Put IPv4 first
    .fix-ipv4 = Plan IPv4 only
    .fix-ipv6 = Plan IPv6 only
