# What tools refuse: said by the export to a tool, and by lint where the plan names the tool.

EXP002 = { $target } cannot be written for Kubernetes { $version }; it exists from { $first } on
    .title = Target does not exist in this version

EXP020 = { $target } takes one range, or one of each family
    .title = Ranges that no cluster can be built from

EXP022 = { $target } builds no dual-stack clusters of Kubernetes { $version }
    .ipv6 = { $target } builds no IPv6-only clusters of Kubernetes { $version }
    .title = Families that the tool does not have in this version

EXP023 = { $target } wants pods and Services of the same families
    .title = Pods and Services of different families

EXP024 = { $target } takes Service ranges of /{ $limit } or longer prefixes in this family, not { $range }
    .title = Service range too large for the tool

EXP028 = { $tool } { $release } does not run Kubernetes { $version }
    .title = Release of a tool that does not fit the plan
    .help = name another release in spec.tools
    .kind = { $target } puts IPv6 first from { $release } on: older ones announce the IPv4 address of the API server
    .underlay = tunnels of Cilium use IPv6 from { $release } on ({ $value }): native routing is written instead
    .prefer = Cilium shows IPv6 first from { $release } on ({ $value }): in this release IPv4 comes first

EXP030 = { $target } takes IPv6-only clusters whose Service range is a /{ $limit }, not { $range }
    .title = IPv6-only needs one size of Service range

EXP031 = Flannel and the network policy controller of { $target } are not dual-stack in Kubernetes { $version }
    .k0s = kube-router of { $target } is not dual-stack in Kubernetes { $version }
    .title = What is bundled is not dual-stack
    .help = take another plugin, or a newer version

EXP032 = Talos 1.14 and later refuse the plan's ranges
    .title = Talos refuses the ranges
    .help = where an older Talos runs this version of Kubernetes, its patch is written

EXP033 = { $target } has no dual-stack pods: its clusters are IPv4, or IPv6-only on nodes that may have both
    .provider = { $target } is written for AWS alone
    .title = Cluster that the tool cannot build
    .help = plan pods and Services of one family

EXP034 = { $target } does not take { $plugin } in this cluster
    .title = Plugin refused

EXP036 = AWS takes VPCs of /{ $shortest } to /{ $longest } for this cluster, not { $range }
    .title = Node networks that are no VPC

EXP038 = the VPC { $range } shares addresses with what pods and Services use
    .title = VPC overlaps the cluster
    .help = take node networks or ranges apart from each other

EXP040 = { $plugin } needs pod ranges, but the plan has none
    .title = No pod ranges

EXP041 = { $plugin } takes one range a family, but { $field } has several { $family } ranges: { $ranges }
    .title = Several ranges of one family

EXP043 = { $plugin } takes pods and Services of the same families only
    .title = Families of pods and Services differ
    .services = { $plugin } takes one Service range, or two of different families

EXP044 = { $plugin } cannot cut nodes of /{ $mask } out of { $range }
    .title = Node mask does not fit the pod range

EXP045 = { $plugin } takes node masks up to 16 bits longer than the range: /{ $mask } is too long for { $range }
    .title = Too many node ranges in one range

EXP048 = Calico takes no pool in { $local }: { $range }
    .title = Pool that Calico refuses
    .count = Calico takes { $most } pools, but the plan has { $count ->
        [one] { $count } pod range
       *[other] { $count } pod ranges
    }
    .overlap = Calico takes no pools that overlap: { $range } and { $other }

EXP051 = { $plugin } refuses ranges that overlap: { $range } and { $other }
    .title = Ranges that the plugin refuses
    .special = { $plugin } takes no range in { $network }: { $range }

EXP052 = NodeIPAM of Antrea takes { $family } node masks of /{ $shortest } to /{ $longest }, not /{ $mask }
    .title = Node mask outside the limits of Antrea

EXP053 = { $plugin } always has IPv4 first: a plan with IPv6 as the first family cannot be written
    .title = IPv6 first is not possible
    .help = put the IPv4 range first in podCIDRs, or use another plugin

EXP054 = { $range } has no room for a gateway and pods
    .title = Pod range too small for a gateway

EXP055 = the usual join network { $usual } overlaps a network of the plan: { $join } is written
    .title = Another join network
    .none = every { $family } join network from 100.64 to 100.127 overlaps a network of the plan
    .help = add the join network to reserved in the plan

EXP059 = OVN-Kubernetes cannot cut nodes of /{ $mask } out of { $range }: the node mask has to be longer than the range
    .title = Host subnet that OVN-Kubernetes refuses
    .ipv6 = OVN-Kubernetes gives every node an IPv6 /64, not a /{ $mask } of { $range }

EXP080 = { $target } needs at least one range in { $field }
    .title = A range is lacking

EXP088 = { $target } always puts IPv4 first
    .unread = { $target }: its documentation has no cluster of both families with IPv6 first; the node's own address has to be IPv6 then
    .title = Families in an order that the tool does not have

EXP089 = { $target } builds clusters of IPv4 alone with Kubernetes { $version }
    .alone = { $target } builds no clusters of IPv6 alone with Kubernetes { $version }
    .title = Families that the tool does not have

EXP090 = { $target } takes one range, or one of each family, and the same families for pods and Services
    .title = Lists of ranges that the tool cannot take

EXP091 = { $target } refuses { $value }
    .platform = { $target } does not build clusters with these families on this platform ({ $value })
    .pool = { $target } runs Cilium with IPv6 blocks of /{ $mask }: the pod range has to be /{ $shortest } to /{ $mask }, not { $range }
    .pool-ipv4 = { $target } runs Cilium with IPv4 blocks of /{ $mask }: the pod range has to hold one, and { $range } does not
    .services = { $target } takes IPv6 Service ranges of /{ $shortest } or longer, not { $range }
    .dns = { $range } has no address 10, which MicroShift gives to cluster DNS
    .block = { $target } cuts a block of /{ $mask } out of the pod range, and { $range } is no larger than that
    .title = Values that the tool refuses

EXP099 = MicroShift gives { $address }, the address behind { $services }, to the machine, but { $range } holds it
    .none = there is no address behind { $range }, where MicroShift takes one for the machine
    .title = An address that has to be free

EXP100 = { $target }: { $field } has to hold one range, or two of different families
    .title = Lists that name no first family
    .help = the order of the ranges says which family is the primary one, so each family can be there once

EXP101 = pods and Services of { $cloud } have the same families, but the plan has { $pods } for pods and { $services } for Services
    .title = Pods and Services of different families

EXP102 = { $cloud } has no clusters with IPv6 first
    .title = IPv6 first is not offered
    .help = put the IPv4 range first in podCIDRs, serviceCIDRs and nodeCIDRs

EXP103 = { $cloud } has no clusters with IPv6 alone
    .gke = GKE makes clusters with IPv6 alone, but its Terraform provider has no value for them yet: follow Google's own steps
    .gke-later = GKE makes clusters with IPv6 alone from 1.37.1-gke.3020000 on
    .title = IPv6 alone is not offered
    .help = give the plan an IPv4 range too, and put it first

EXP105 = { $range } overlaps { $block }, which { $cloud } keeps for itself
    .title = Range kept by the cloud
    .help = choose another private range

EXP106 = { $cloud } runs { $least } to { $most } pods on a node, but the plan has { $pods }
    .pool = AKS wants room for 30 pods in the first pool, but { $count ->
        [one] { $count } node has
       *[other] { $count } nodes have
    } less with maxPods { $pods }
    .title = Pods per node that the cloud refuses
    .help = change nodes.maxPods

EXP108 = { $range } has { $room ->
        [one] { $room } block of { $mask } for nodes
       *[other] { $room } blocks of { $mask } for nodes
    }, but { $wanted ->
        [one] { $wanted } node is
       *[other] { $wanted } nodes are
    } planned
    .title = Pod range too small for the nodes
    .help = take a larger pod range, or fewer pods per node where the block follows from them

EXP109 = { $range } leaves { $room ->
        [one] { $room } address
       *[other] { $room } addresses
    } for nodes ({ $reserved } are kept by the cloud), but { $wanted ->
        [one] { $wanted } node is
       *[other] { $wanted } nodes are
    } planned
    .pods = { $range } leaves { $room ->
        [one] { $room } address
       *[other] { $room } addresses
    }, but { $nodes ->
        [one] { $nodes } node needs
       *[other] { $nodes } nodes need
    } { $wanted } with maxPods { $pods }: pods take addresses of the VPC
    .title = Node network too small
    .help = take a larger node network

EXP110 = { $cloud } gives pods and Services one family, IPv4 or IPv6, not both
    .title = Cloud without dual-stack pods
    .help = plan one family, which stays for as long as the cluster does. Nodes and load balancers can have both; pods reach the other one through NAT (ENABLE_V4_EGRESS, ENABLE_V6_EGRESS)

EXP111 = EKS refuses the Service range { $range }: it has to lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16
    .size = EKS refuses the Service range { $range }: it has to be between /24 and /12
    .title = Service range that EKS refuses

EXP112 = { $first } and { $second } overlap, which { $cloud } refuses
    .title = Ranges of one cluster overlap

EXP113 = eksctl makes no VPC of { $range }
    .subnet = an IPv6 subnet of Azure is a /64: of { $range } the nodes get { $first }
    .title = Node network of a size that the cloud does not take
    .help = take a node network of a size that the cloud takes

EXP114 = AKS documents IPv6 pod ranges of /64 only: of { $range } the files use { $first }
    .small = AKS documents IPv6 pod ranges of /64 only, and { $range } is smaller
    .title = IPv6 pod range of another size
    .help = write a /64 into podCIDRs, so that the plan counts as AKS does

EXP115 = { $cloud } refuses the Service range { $range }: { $smallest } is the smallest one
    .undocumented = { $range } is larger than the Service ranges that Google names, { $smallest } to { $largest }; it may be refused
    .smaller = AKS refuses the Service range { $range }: it has to be smaller than a { $limit }
    .at-most = AKS refuses the Service range { $range }: it can be no larger than a { $limit }
    .dns = the Service range { $range } is too small for the address of the cluster DNS, the tenth
    .title = Size of the Service range

EXP118 = a cluster of AKS has { $limit } nodes at most, but { $wanted ->
        [one] { $wanted } is
       *[other] { $wanted } are
    } planned
    .pool = a pool of AKS has { $limit } nodes at most: the files make the first one, and { $wanted ->
        [one] { $wanted } node needs
       *[other] { $wanted } nodes need
    } more
    .title = More nodes than the cloud takes
