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
