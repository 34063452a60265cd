## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

PRX001 = kube-proxy's clusterCIDR has no { $family } range: no { $family } traffic is taken for local
    .title = clusterCIDR without a family
    .help = list the pod ranges of both families
    .fix-both = Set it to { $to }
    .page-fix-both = Set it to the pod ranges of both families

PRX002 = the node ports of Service { $name } answer in { $family } only, not on the nodes' { $other } addresses
    .title = Node ports of one family
    .help = ask for both families if clients may come over both
    .fix-prefer = Ask for both families (PreferDualStack)

PRX003 = the node port that Service { $name } asks for belongs to another Service
    .title = Node port taken
    .help = use one dual-stack Service, or another port
    .fix-automatic = Let the API server choose

PRX004 = nodePortAddresses has no { $family } network: { $family } node ports answer on every address of a node
    .title = nodePortAddresses of one family
    .help = list networks of both families, or use primary (from 1.31)
    .fix-nodes = Add { $to }
    .page-fix-nodes = Add the node ranges of the family

PRX005 = Service { $name } asks for a node port that it cannot have
    .title = Node port outside the range, or twice
    .help = node ports are 30000 to 32767, each once
    .fix-automatic = Let the API server choose

PRX006 = kube-proxy does not start with this configuration
    .title = kube-proxy refuses its configuration
    .help = change the field that kube-proxy names in its text
