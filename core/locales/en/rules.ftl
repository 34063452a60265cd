## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

ADDR001 = pod range { $pods } and Service range { $services } share { $shared }
    .title = Pod and Service ranges overlap
    .help = give one of them a range that no other network of the plan touches
    .fix-move = Move the Service range to { $to }

ADDR002 = pod range { $pods } and node network { $nodes } share { $shared }: hosts route these addresses to their own network, so pods there cannot be reached
    .title = Pod range overlaps the node network
    .help = move the pod range away from the network of the machines
    .fix-move = Move the pod range to { $to }

ADDR003 = Service range { $services } and node network { $nodes } share { $shared }: machines with such an address cannot be reached from the cluster
    .title = Service range overlaps the node network
    .help = move the Service range away from the network of the machines
    .fix-move = Move the Service range to { $to }

ADDR005 = { $text } has bits set behind its prefix: components read it as { $network }
    .title = Host bits in a range
    .help = write the network itself; Kubernetes 1.36 refuses such values in new objects
    .fix-canonical = Write { $to }

ADDR006 = { $text } has leading zeros: Kubernetes reads { $network }, other software may read another number
    .title = Leading zeros in an address
    .help = write the numbers without leading zeros; Kubernetes 1.36 refuses such values in new objects
    .fix-canonical = Write { $to }

ADDR007 = { $text } is an IPv4 range written as IPv6; components disagree on its family
    .title = IPv4-mapped range
    .help = write the IPv4 range { $network }
    .fix-canonical = Write { $to }

ADDR008 = { $first } and { $second } are both { $family }; a second range must be of the other family
    .title = Two ranges of one family
    .help = replace one of them by a range of the other family, or keep only one
    .fix-remove = Remove { $range }

ADDR009 = { $range } is one range too many: { $count } are given, at most two are allowed, one for each family
    .title = More than two ranges
    .help = keep one range a family; from 1.33 more room for Services comes from ServiceCIDR objects
    .fix-remove = Remove { $range }

ADDR011 = { $range } lies in { $block }, the half of the unique local addresses that was never defined
    .title = Undefined half of ULA
    .help = use a range of fd00::/8 with a random site prefix
    .fix-move = Use { $to }

ADDR012 = { $range } lies in { $block }, the site-local addresses that RFC 3879 withdrew
    .title = Site-local addresses
    .help = use a unique local range of fd00::/8 instead
    .fix-move = Use { $to }

ADDR013 = { $range } is documentation space ({ $block }): good for texts and labs, never routed
    .title = Documentation range in a plan
    .help = use a private, unique local or own global range
    .fix-move = Use { $to }

ADDR015 = { $range } shares addresses with { $block }, which { $source } keeps for another purpose
    .title = Special-purpose addresses
    .help = use a private, unique local or own global range
    .fix-move = Use { $to }

ADDR025 = { $range } shares addresses with { $reserved }, which the plan reserves for { $name }
    .title = Range overlaps a reserved network
    .help = move the range, or take the reservation out if it no longer holds
    .fix-move = Move the range to { $to }

CAP001 = IPv6 node mask { $mask } is { $bits } bits longer than the pod range { $range }; at most 16 are allowed, so { $from } to { $to }
    .title = IPv6 node mask outside its window
    .help = choose a mask inside the window, or a smaller pod range
    .fix-mask = Set the node mask to { $to }
    .fix-range = Use the pod range { $to }

CAP002 = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv6 block, but { $planned } are planned
    .growth = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv6 block: enough for today, not for the { $planned } planned
    .title = Too few IPv6 node blocks
    .help = use a larger pod range, or a longer node mask
    .fix-range = Use the pod range { $to }
    .fix-mask = Set the node mask to { $to }

CAP003 = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv4 block, but { $planned } are planned
    .growth = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv4 block: enough for today, not for the { $planned } planned
    .title = Too few IPv4 node blocks
    .help = use a larger pod range, or a longer node mask
    .fix-range = Use the pod range { $to }
    .fix-mask = Set the node mask to { $to }

CAP004 = the cluster ends at { $nodes } nodes: { $family } has blocks for { $nodes }, { $other } for { $others }
    .title = One family ends first
    .help = nothing is wrong; give the smaller family a larger range if the cluster may outgrow it

CAP005 = node mask { $mask } is shorter than the prefix of the pod range { $range }: one block is larger than the whole range
    .title = Node block larger than the pod range
    .help = choose a longer node mask or a larger pod range
    .fix-mask = Set the node mask to { $to }
    .fix-range = Use the pod range { $to }

CAP008 = an { $family } block of { $mask } has { $addresses } addresses for { $pods } pods; less than twice as many runs short while pods are replaced
    .too-small = an { $family } block of { $mask } has only { $addresses } addresses for { $pods } pods
    .title = Few addresses for the pods of a node
    .help = use a shorter node mask, or lower maxPods
    .fix-mask = Set the node mask to { $to }

NODE006 = the cluster is dual-stack, but no { $family } network is given for the nodes
    .title = Nodes without the second family
    .help = give the nodes a network of each family; without addresses of both, host-network pods and NodePorts stay single-stack

ORD001 = the advertise address { $address } is { $other }, but the first Service range { $services } is { $family }: kube-apiserver does not start
    .title = Advertise address of the wrong family
    .help = put the Service range of the advertise address's family first, or advertise an address of the other family
    .fix-swap = Put { $first } first

ORD002 = the advertise address { $address } is { $other }, but the first Service range { $services } is { $family }: the kubernetes Service will never answer
    .title = Advertise address of the wrong family (up to 1.23)
    .help = put the Service range of the advertise address's family first, or advertise an address of the other family
    .fix-swap = Put { $first } first

ORD011 = pods have { $pods } first, Services { $services }: fields that hold one value will disagree
    .title = Pods and Services in opposite order
    .help = list the families in the same order in podCIDRs and serviceCIDRs
    .fix-swap = Put { $first } first
