## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

CAP001 = IPv6 node mask { $mask } is { $bits ->
        [one] { $bits } bit
       *[other] { $bits } bits
    } longer than the pod range { $range }; at most 16 are allowed, so { $from } to { $to }
    .title = IPv6 node mask outside its window
    .help = choose a mask inside the window, or a smaller pod range
    .fix-mask = Set the node mask to { $to }
    .page-fix-mask = Set the node mask to a length inside the window
    .fix-range = Use the pod range { $to }
    .page-fix-range = Use a smaller pod range

CAP002 = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv6 block, but { $planned ->
        [one] { $planned } is
       *[other] { $planned } are
    } planned
    .growth = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv6 block: enough for today, not for the { $planned } planned
    .title = Too few IPv6 node blocks
    .help = use a larger pod range, or a longer node mask
    .fix-range = Use the pod range { $to }
    .page-fix-range = Use a larger pod range
    .fix-mask = Set the node mask to { $to }
    .page-fix-mask = Set the node mask to a longer one

CAP003 = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv4 block, but { $planned ->
        [one] { $planned } is
       *[other] { $planned } are
    } planned
    .growth = { $range } with node mask { $mask } gives { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } an IPv4 block: enough for today, not for the { $planned } planned
    .title = Too few IPv4 node blocks
    .help = use a larger pod range, or a longer node mask
    .fix-range = Use the pod range { $to }
    .page-fix-range = Use a larger pod range
    .fix-mask = Set the node mask to { $to }
    .page-fix-mask = Set the node mask to a longer one

CAP004 = the cluster ends at { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    }: { $family } has blocks for { $nodes }, { $other } for { $others }
    .second = the cluster ends at { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    }: { $family } has blocks for { $nodes }, { $other } for { $others }; from then on every attempt for a waiting Node uses up a block of { $other }
    .then = { $family } ends at { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    }
    .title = One family ends first
    .help = give the smaller family a larger range if the cluster may outgrow it; where the smaller one is the second range, every attempt for a waiting Node also uses up a block of the first
    .help-second = give { $family } a range for as many nodes as { $other } has room for, or stop adding Nodes before it ends: every attempt for a waiting Node keeps a block of { $other } that no Node gets, until kube-controller-manager is started again

CAP005 = node mask { $mask } is shorter than the prefix of the pod range { $range }: one block is larger than the whole range
    .one-mask = Kubernetes { $version } has one node mask for both families, here { $mask }, and it is shorter than the prefix of the pod range { $range }: no block can be cut from it
    .title = Node block larger than the pod range
    .help = choose a longer node mask or a larger pod range; where the version has one mask for both families, IPv4 allows /32 at most, and a usual IPv6 range needs a newer version
    .fix-mask = Set the node mask to { $to }
    .page-fix-mask = Set the node mask to a longer one
    .fix-range = Use the pod range { $to }
    .page-fix-range = Use a larger pod range
    .fix-version = Use Kubernetes { $to }, where each family has its own node mask
    .page-fix-version = Use a version where each family has its own node mask

CAP006 = kube-controller-manager is started with --node-cidr-mask-size and two pod ranges
    .title = One mask flag for two families
    .help = replace the flag by --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6

CAP007 = an { $family } node mask of { $mask } is given, but the pods have no { $family } range
    .started = { $component } does not start: it has a mask flag of a family that its pod range does not have
    .title = Node mask of an absent family
    .help = take the mask out, or add a pod range of that family
    .fix-remove = Remove the mask

CAP008 = an { $family } block of { $mask } has { $addresses ->
        [one] { $addresses } address
       *[other] { $addresses } addresses
    } for { $pods ->
        [one] { $pods } pod
       *[other] { $pods } pods
    }; less than twice as many runs short while pods are replaced
    .too-small = an { $family } block of { $mask } has only { $addresses ->
        [one] { $addresses } address
       *[other] { $addresses } addresses
    } for { $pods ->
        [one] { $pods } pod
       *[other] { $pods } pods
    }
    .title = Few addresses for the pods of a node
    .help = use a shorter node mask, or lower maxPods
    .fix-mask = Set the node mask to { $to }
    .page-fix-mask = Set the node mask to a shorter one

CAP009 = kube-apiserver of this version refuses the Service range { $range }: it may have 20 host bits at most
    .kubeadm = kubeadm refuses the Service range { $range }, which kube-apiserver itself would take: it may have 20 host bits at most
    .title = Service range too large
    .help = use /12 or longer for IPv4, /108 or longer for IPv6
    .fix-shrink = Use { $to }
    .page-fix-shrink = Use the largest range that is accepted

CAP010 = no Service can have an address of { $range }: IPv6 Service ranges must be /64 or longer
    .title = Service range without an allocator
    .help = use a /112; nothing is gained by more
    .fix-shrink = Use { $to }
    .page-fix-shrink = Use a /112 of the range

CAP011 = of { $range } only { $usable ->
        [one] { $usable } address is
       *[other] { $usable } addresses are
    } ever handed out
    .title = Service addresses that are never handed out
    .help = use a /112: it gives as many Services
    .fix-shrink = Use { $to }
    .page-fix-shrink = Use a /112 of the range

CAP012 = { $component } refuses { $range }: it has too few addresses
    .title = Range too small
    .help = use a larger range; every Service takes an address for ever
    .fix-grow = Use { $to }
    .page-fix-grow = Use a larger range

CAP013 = { $range } has room for few Services: { $dynamic ->
        [one] { $dynamic } address is
       *[other] { $dynamic } addresses are
    } handed out automatically, { $static ->
        [one] { $static } is
       *[other] { $static } are
    } kept for explicit requests
    .title = Few Service addresses
    .help = 4,096 addresses cost nothing: they are virtual
    .fix-grow = Use { $to }
    .page-fix-grow = Use a larger range

CAP014 = the { $family } node mask changes from { $before } to { $now }: blocks of old and new nodes can overlap
    .title = Node mask changed
    .help = keep the mask, or make new nodes with a pod range that does not overlap the old one
    .fix-keep = Keep { $to }
    .page-fix-keep = Keep the mask of the older plan

CAP015 = kubenet on AKS ends at { $limit } dual-stack nodes, but { $planned ->
        [one] { $planned } is
       *[other] { $planned } are
    } planned
    .title = Too many nodes for kubenet on AKS
    .help = use Azure CNI Overlay, which has no such limit
    .fix-overlay = Use { $to }
    .page-fix-overlay = Use Azure CNI Overlay

CAP016 = { $range } has { $blocks ->
        [one] { $blocks } block
       *[other] { $blocks } blocks
    } of { $block } for { $planned ->
        [one] { $planned } node
       *[other] { $planned } nodes
    }; Calico works well with two or more for each
    .title = Few blocks for Calico
    .help = use a larger range, or a longer blockSize when the pool is made
    .fix-range = Use the pod range { $to }
    .page-fix-range = Use a larger pod range

CAP017 = { $distribution } gives each node an { $family } block of { $fixed }; the plan counts with { $mask }
    .title = Node block that the provider fixes
    .help = write the mask that the provider will use
    .fix-mask = Set the node mask to { $to }
    .page-fix-mask = Set the node mask to that of the provider

CAP018 = { $provider } keeps { $reserved } addresses of { $range }; { $usable ->
        [one] { $usable } is
       *[other] { $usable } are
    } left for machines
    .few = { $provider } keeps { $reserved } addresses of { $range }; { $usable ->
        [one] { $usable } is
       *[other] { $usable } are
    } left, but { $planned ->
        [one] { $planned } node is
       *[other] { $planned } nodes are
    } planned
    .title = Addresses the cloud keeps
    .help = count with what is left, surge nodes and load balancers included
