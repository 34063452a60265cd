## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

DNS001 = cluster DNS answers over { $family } only: fine for pods with both families, not for { $other } alone
    .title = Cluster DNS of one family
    .help = make the Service PreferDualStack and add its second address to kubelet's clusterDNS where it matters
    .fix-prefer = Ask for both families (PreferDualStack)

DNS002 = clusterDNS { $address } lies in no Service range
    .secondary = clusterDNS { $address } is { $family }, but Services have the other family first: installers give DNS an address of the first range
    .dynamic = clusterDNS { $address } lies in the dynamic band, from which other Services get their addresses
    .title = clusterDNS in the wrong place
    .help = use the tenth address of the first Service range, and the second range's behind it if needed
    .fix-usual = Use { $to }
    .page-fix-usual = Use the tenth address of the first Service range

DNS003 = the Corefile hides AAAA records, and with them every IPv6 address
    .title = AAAA records hidden
    .help = take the template block out now that the cluster has IPv6

DNS004 = IPv6-only pods cannot ask IPv4 name servers
    .title = Upstream name servers of the other family
    .help = give nodes name servers with IPv6 addresses, or name some in the forward plugin

DNS005 = cluster DNS does not answer reverse lookups of IPv6 addresses
    .title = No reverse lookups for IPv6
    .help = add ip6.arpa to the zones of the kubernetes plugin
