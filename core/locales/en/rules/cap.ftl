## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

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
