## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

EGR001 = Cilium does not masquerade IPv6, and the pod range { $range } is unique local: pods reach nothing outside over IPv6
    .agent = ip-masq-agent runs without --enable-ipv6, and the pod range { $range } is unique local
    .plugin = { $cni } does not masquerade, and the pod range { $range } is unique local: something else has to
    .title = Unique local pods without masquerade
    .help = masquerade IPv6, or give pods routed addresses
    .fix-cilium = Switch enable-ipv6-masquerade on
    .fix-agent = Start the agent with --enable-ipv6

EGR002 = the pod range { $range } is routed, but its traffic is masqueraded
    .plugin = the pod range { $range } is routed, but { $cni } masquerades IPv6 unless told otherwise
    .title = Routed pods behind NAT66
    .help = switch masquerade of IPv6 off and route the pod range to the nodes
    .fix-off = Switch it off

EGR003 = ip-masq-agent masquerades traffic to { $ranges }
    .title = Traffic inside the cluster masqueraded
    .help = list the pod and node ranges of both families in nonMasqueradeCIDRs
    .fix-add = Add { $to }
    .page-fix-add = Add the ranges of pods and nodes that are missing

EGR004 = network { $name } masquerades both families with one switch, but { $network } is routed on the Internet
    .title = One masquerading switch for both families
    .help = switch ipMasq off and masquerade IPv4 elsewhere, with ip-masq-agent or rules of your own
    .fix-off = Switch ipMasq off

EGR005 = pods have IPv6 alone; without NAT64 and DNS64 they do not reach IPv4 hosts
    .title = IPv6-only pods and IPv4 hosts
    .help = plan NAT64 and DNS64, and reserve their prefix
    .fix-reserve = Reserve 64:ff9b::/96

EGR006 = NetworkPolicy { $name } allows everybody of { $family } and nobody of { $other }
    .title = Everybody of one family only
    .help = add a block of the other family; each ipBlock is of one family
    .fix-pair = Allow { $to } too
    .page-fix-pair = Allow everybody of the other family too

EGR007 = NetworkPolicy { $name } excepts { $except } from { $cidr }, which does not contain it
    .title = Exception outside its block
    .help = write a block for each family, with the exceptions of that family
    .fix-remove = Take the exception out

EGR008 = NetworkPolicy { $name } shuts instance metadata off over IPv4, but leaves { $address } open
    .title = Instance metadata open over IPv6
    .help = except the IPv6 address too
    .fix-except = Except { $to }
    .page-fix-except = Except the IPv6 address

EGR009 = ip-masq-agent refuses its configuration: { $entry } has host bits
    .many = ip-masq-agent refuses its configuration: { $entry } networks are too many
    .family = ip-masq-agent refuses its configuration: { $entry } is IPv6, and the agent runs without --enable-ipv6
    .title = Configuration that ip-masq-agent refuses
    .help = the agent goes on with the old configuration until this is mended
    .fix-limit = Set cidrLimit to { $to }
    .page-fix-limit = Set cidrLimit to the number of networks
    .fix-align = Write { $to }
    .page-fix-align = Write the network without host bits
