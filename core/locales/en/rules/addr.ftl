## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

ADDR001 = pod range { $pods } and Service range { $services } share { $shared }
    .title = Pod and Service ranges overlap
    .help = give one of them a range that no other network of the plan touches
    .fix-move = Move the Service range to { $to }
    .page-fix-move = Move the Service range to a free network

ADDR002 = pod range { $pods } and node network { $nodes } share { $shared }: hosts route these addresses to their own network, so pods there cannot be reached
    .title = Pod range overlaps the node network
    .help = move the pod range away from the network of the machines
    .fix-move = Move the pod range to { $to }
    .page-fix-move = Move the pod range to a free network

ADDR003 = Service range { $services } and node network { $nodes } share { $shared }: machines with such an address cannot be reached from the cluster
    .title = Service range overlaps the node network
    .help = move the Service range away from the network of the machines
    .fix-move = Move the Service range to { $to }
    .page-fix-move = Move the Service range to a free network

ADDR004 = { $range } shares addresses with { $pool }, the network of { $name } on every machine with Docker
    .pool = { $range } shares addresses with { $pool }, which Docker takes for further networks ({ $name }) where it is installed
    .title = Range of Docker's default networks
    .help = move the range, or set bip and default-address-pools of Docker to something else
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR005 = { $text } has bits set behind its prefix: components read it as { $network }
    .title = Host bits in a range
    .help = write the network itself; Kubernetes 1.36 refuses such values in new objects
    .fix-canonical = Write { $to }
    .page-fix-canonical = Write the network without host bits

ADDR006 = { $text } has leading zeros: Kubernetes reads { $network }, other software may read another number
    .title = Leading zeros in an address
    .help = write the numbers without leading zeros; Kubernetes 1.36 refuses such values in new objects
    .fix-canonical = Write { $to }
    .page-fix-canonical = Write the numbers without leading zeros

ADDR007 = { $text } is an IPv4 range written as IPv6; components disagree on its family
    .title = IPv4-mapped range
    .help = write the IPv4 range { $network }
    .page-help = write the IPv4 range
    .fix-canonical = Write { $to }
    .page-fix-canonical = Write the IPv4 range

ADDR008 = { $first } and { $second } are both { $family }; a second range must be of the other family
    .title = Two ranges of one family
    .help = replace one of them by a range of the other family, or keep only one
    .fix-remove = Remove { $range }
    .page-fix-remove = Remove the second range of the family

ADDR009 = { $range } is one range too many: { $count ->
        [one] { $count } is
       *[other] { $count } are
    } given, at most two are allowed, one for each family
    .title = More than two ranges
    .help = keep one range a family; from 1.33 more room for Services comes from ServiceCIDR objects
    .fix-remove = Remove { $range }
    .page-fix-remove = Remove the range that is too many

ADDR010 = { $range } is a unique local range that was not drawn at random: other networks are likely to have chosen the same{ $count ->
        [one] {""}
       *[other] {" "}({ $count } ranges of this plan)
    }
    .title = Unique local range not random
    .help = draw the 40 bits behind fd at random, once for the site, and cut every range out of that /48
    .fix-random = Use ranges of { $to }
    .page-fix-random = Use ranges of a network drawn at random

ADDR011 = { $range } lies in { $block }, the half of the unique local addresses that was never defined
    .title = Undefined half of ULA
    .help = use a range of fd00::/8 with a random site prefix
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR012 = { $range } lies in { $block }, the site-local addresses that RFC 3879 withdrew
    .title = Site-local addresses
    .help = use a unique local range of fd00::/8 instead
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR013 = { $range } is documentation space ({ $block }): good for texts and labs, never routed
    .title = Documentation range in a plan
    .help = use a private, unique local or own global range
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR014 = { $range } is global IPv4 space: unless it is yours, its owner cannot be reached from the cluster
    .unallocated = { $range } lies in IPv6 space that no registry has been given
    .title = Addresses of somebody else
    .help = use private or unique local space, or a range that was assigned to you; switch the rule off with a reason where it was
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR015 = { $range } shares addresses with { $block }, which { $source } keeps for another purpose
    .title = Special-purpose addresses
    .help = use a private, unique local or own global range
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR016 = { $range } is shared address space (100.64.0.0/10), which carriers use, and { $users } too
    .title = Shared address space
    .help = keep it for what it was made for, or make sure that none of its users is ever in the way
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR017 = { $range } shares addresses with { $network }, the { $role } network inside { $plugin }
    .title = Network inside the plugin
    .help = move the range, or give the plugin another internal network when the cluster is made
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR018 = AKS keeps { $block } for itself and refuses { $range }
    .title = Range that AKS reserves
    .help = use a range outside of 169.254.0.0/16, 172.30.0.0/16, 172.31.0.0/16 and 192.0.2.0/24
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR019 = EKS takes Service ranges of 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 only, not { $range }
    .size = EKS takes Service ranges between /24 and /12, not { $range }
    .assigned = EKS assigns the IPv6 Service range itself (a unique local /108); { $range } cannot be chosen
    .title = Service range that EKS does not take
    .help = choose a private IPv4 range between /24 and /12 outside of the VPC; leave the IPv6 range to EKS
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR020 = { $first } and { $second } overlap; Google refuses them as ranges of one subnet
    .title = Overlapping ranges of a GKE subnet
    .help = give nodes, pods and Services ranges that are apart
    .fix-move = Use { $to }
    .page-fix-move = Use a free network

ADDR021 = clusters { $cluster } and { $other } overlap on { $range }, and group { $group } connects them
    .title = Overlap with a connected cluster
    .help = give one of them other ranges before they are connected; `dualstack fleet` gives each cluster of a group its own

ADDR022 = pods have the global range { $range }: if a provider lends it, it goes when the provider does
    .title = Global pod range
    .help = with a prefix of your own nothing is to be done; otherwise plan the renumbering, or use a unique local range

ADDR023 = pods of { $range } use IPv4 for every name that has both families
    .title = Unique local pods prefer IPv4
    .help = accept it, or give the pods a global range if they should prefer IPv6

ADDR024 = { $range } does not end at a hexadecimal digit: its reverse names need { $zones ->
        [one] { $zones } zone
       *[other] { $zones } zones
    }
    .title = IPv6 pod range off the digit boundary
    .help = use a prefix length that is a multiple of four
    .fix-nibble = Use { $to }
    .page-fix-nibble = Use a prefix length that is a multiple of four

ADDR025 = { $range } shares addresses with { $reserved }, which the plan reserves for { $name }
    .title = Range overlaps a reserved network
    .help = move the range, or take the reservation out if it no longer holds
    .fix-move = Move the range to { $to }
    .page-fix-move = Move the range to a free network

ADDR026 = the load balancer pool { $pool } and a range of the cluster, { $range }, share { $shared }
    .pods = the load balancer pool { $pool } and the pod range { $range } share { $shared }
    .services = the load balancer pool { $pool } and the Service range { $range } share { $shared }
    .title = Load balancer pool overlaps pods or Services
    .help = take the pool from the network of the nodes, or from one that is routed to them
