## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

ORD001 = the advertise address { $address } is { $other }, but the first Service range { $services } is { $family }: kube-apiserver does not start
    .title = Advertise address of the wrong family
    .help = put the Service range of the advertise address's family first, or advertise an address of the other family
    .fix-swap = Put { $first } first
    .page-fix-swap = Put the other family first

ORD002 = the advertise address { $address } is { $other }, but the first Service range { $services } is { $family }: the kubernetes Service will never answer
    .title = Advertise address of the wrong family (up to 1.23)
    .help = put the Service range of the advertise address's family first, or advertise an address of the other family
    .fix-swap = Put { $first } first
    .page-fix-swap = Put the other family first

ORD003 = the Service kubernetes has an { $family } address only; pods with { $other } alone cannot use it
    .title = The API server's Service is single-stack
    .help = nothing is to be done for dual-stack pods; give single-stack pods the API server's own address

ORD004 = { $component } is started with { $given }, the plan has { $planned }
    .title = Components with different ranges
    .help = give every component the list of the plan, in its order

ORD005 = pods had { $before } first and now have { $now } first: kube-controller-manager no longer starts while old nodes are there
    .title = First family of the pods changed
    .help = keep the order, or delete every Node and register it anew
    .fix-swap = Put { $first } first
    .page-fix-swap = Put the other family first

ORD006 = pods have { $pods } first, nodes { $nodes }: the addresses of a pod follow the node, so { $nodes } comes first
    .plugin = { $plugin } reports IPv4 first, whatever the order of the pod ranges
    .title = Pod addresses follow the node's order
    .help = list the networks of the nodes in the same order, and give kubelet --node-ip in it
    .fix-swap = Put { $first } first
    .page-fix-swap = Put the other family first

ORD007 = { $owner } needs IPv4 first
    .title = IPv4 has to be first
    .help = list IPv4 first for pods and Services, or choose another plugin
    .fix-ipv4-first = Put IPv4 first

ORD008 = the API server's certificate lacks an address that clients use
    .title = Address missing in the certificate
    .help = put the first address of each Service range and the addresses of both families into certSANs

ORD009 = { $component } takes one advertise address: { $text }
    .title = More than one advertise address
    .help = give the address of the family of the first Service range

ORD010 = an IPv6 endpoint is written without brackets
    .title = IPv6 endpoint without brackets
    .help = write [fd00::11]:6443

ORD011 = pods have { $pods } first, Services { $services }: fields that hold one value will disagree
    .title = Pods and Services in opposite order
    .help = list the families in the same order in podCIDRs and serviceCIDRs
    .fix-swap = Put { $first } first
    .page-fix-swap = Put the other family first
