## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

CNI001 = Flannel's net-conf.json does not cover the pod range { $range }
    .title = Flannel without a pod range
    .help = Network and IPv6Network must contain the pod ranges, and EnableIPv6 must be true
    .fix-networks = Write the pod ranges of the plan

CNI002 = the Calico pool { $pool } lies outside the pod ranges
    .title = Calico pool outside the pod ranges
    .help = pools for pods lie inside podCIDRs
    .fix-range = Use the pod range { $to }
    .page-fix-range = Use the pod range of the plan

CNI003 = pods of the Calico pool { $pool } have unique local addresses that are not masqueraded: they reach nothing outside
    .title = Unique local Calico pool without NAT
    .help = set natOutgoing for the pool, or use routed addresses
    .fix-nat = Switch natOutgoing on

CNI004 = Calico masquerades to { $address } in both families; the rules of the other family are refused
    .title = One masquerade address for two families
    .help = leave the address out; each node then masquerades to its own
    .fix-remove = Take it out

CNI005 = Cilium has { $family } switched off: { $key } is not "true"
    .title = Family switched off in Cilium
    .help = set ipv4.enabled and ipv6.enabled in the Helm values
    .fix-enable = Switch it on

CNI006 = Cilium gives pods addresses of { $list }, not of { $range }
    .title = Cilium's pool is not the pod range
    .help = set ipam.operator.clusterPoolIPv4PodCIDRList and clusterPoolIPv6PodCIDRList, with their mask sizes
    .fix-range = Use { $to } and the node mask of the plan
    .page-fix-range = Use the pod range and the node mask of the plan

CNI007 = Cilium routes natively and masquerades, but { $key } is missing
    .title = Native routing without a native routing CIDR
    .help = name the pod range of each family, or switch masquerade of that family off
    .fix-range = Set it to { $to }
    .page-fix-range = Set it to the pod range of the family

CNI008 = Cilium 1.20 stops when ENI addresses and an IPv6 native routing network are set together
    .title = ENI addresses with IPv6 native routing
    .help = leave ipv6-native-routing-cidr out, or use a release with the fix

CNI009 = { $cni } has pools of its own: the node masks do not decide which addresses pods get
    .title = Node masks not used by the plugin
    .help = nothing needs to be done; set the plugin's block size where the number of addresses a node matters

CNI010 = the IPv6 pool { $pool } of Calico is not encapsulated, but the IPv4 pool is: pods of different nodes may not reach each other over IPv6
    .ipip = the IPv6 pool { $pool } of Calico asks for IP in IP, which exists for IPv4 only
    .title = IPv6 pool encapsulated differently
    .help = use VXLAN for the IPv6 pool (Linux 4.19.1 or later), or make sure that the network routes pod addresses
    .fix-vxlan = Use VXLAN

CNI011 = pods are left with { $mtu } bytes a packet ({ $overhead } go to the tunnel); IPv6 needs 1280
    .title = MTU too small for IPv6
    .help = raise the MTU to at least 1280 behind the tunnel: 50 bytes for VXLAN over IPv4, 70 over IPv6, 60 and 80 for WireGuard

CNI012 = { $first } and { $second } both hand out addresses of { $range }
    .title = Two plugins, one range
    .help = give each plugin a part of the pod range of its own, or leave the addresses to one of them

CNI013 = K3s of this version refuses dual-stack with the Flannel it brings along
    .title = Flannel of old K3s versions is single-stack
    .help = use 1.23 or later, or another CNI plugin with flannel-backend: none and disable-network-policy: true
    .fix-version = Plan Kubernetes { $to }
    .page-fix-version = Plan a version whose Flannel is dual-stack

CNI014 = hostPort { $port } of { $name } may answer in IPv4 only
    .title = hostPort in a dual-stack cluster
    .help = try it over IPv6; a LoadBalancer Service or hostNetwork does not depend on portmap

CNI015 = { $cni } gives every node an IPv6 block of { $length }, no other
    .range = { $cni } needs an IPv6 pod range shorter than { $length }
    .title = IPv6 node block of a fixed length
    .help = plan node blocks of { $length } and a shorter pod range
    .page-help = plan node blocks of the length that the plugin gives, and a shorter pod range
    .fix-mask = Plan { $to }
    .page-fix-mask = Plan the node block of the plugin

CNI016 = nodes are in several { $family } networks, and Cilium's direct routes reach only those on the same link
    .title = Direct routes across networks
    .help = skip nodes behind a router and let the routers know the node blocks, or use a tunnel
    .fix-skip = Skip nodes behind a router
