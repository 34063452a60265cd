group-addresses = Address management

target-csv = CSV
    .description = a spreadsheet with every range, its first and last usable address, and the blocks of today's nodes
target-infoblox = Infoblox NIOS
    .description = networks and network containers for the CSV import
target-netbox = NetBox
    .description = roles (once, they are shared by all clusters), prefixes and address ranges for the bulk import, in this order
target-reverse-zones = Reverse DNS zones
    .description = the zones below in-addr.arpa and ip6.arpa that hold the plan's addresses

## What prefixes are for, in the column of descriptions.

export-prefix-nodes = Node addresses
export-prefix-pods = Pod network
export-prefix-node-pods = node { $node } (illustrative)
export-prefix-services = Service ClusterIPs
export-prefix-load-balancers = load balancer pool

export-netbox-role-nodes = Node networks
export-netbox-role-pods = Pod networks
export-netbox-role-services = Service ClusterIP ranges
export-netbox-static = addresses for Services that ask for one
export-netbox-dynamic = addresses that Services get by themselves

export-reverse-zones = one zone a line, and behind it the ranges that lie in it
export-reverse-zones-cluster = cluster DNS answers for pods and Services itself: delegate their zones to it, or leave them out where nobody asks from outside
export-reverse-zones-shared = the zone holds other addresses too (RFC 2317)

## Findings.

EXP081 = { $target }: blocks are listed for { $count ->
        [one] one node
       *[other] { $count } nodes
    }, lowest first; in the cluster the order in which nodes join decides who gets which
    .fewer = { $target }: blocks are listed for { $count ->
        [one] one node
       *[other] { $count } nodes
    }, not for all { $nodes }: there are no more blocks, or no more rows than that are written
    .title = Blocks of nodes are illustrative

EXP082 = { $target }: no blocks of nodes are listed, for { $plugin } gives pods addresses of its own pools
    .title = No blocks of nodes

EXP083 = { $target }: no blocks of nodes are listed, for a node mask does not fit its pod range
    .title = No blocks of nodes

EXP084 = NetBox takes a prefix once, but { $range } stands for two things
    .whole = NetBox takes no prefix of the whole address space: { $range }
    .title = A prefix that NetBox refuses

EXP085 = NetBox refuses a file with a prefix that its global table holds already: where clusters use the same ranges, make a VRF for each and add a column vrf
    .title = Prefixes are unique in NetBox

EXP086 = the addresses of { $range } that Services get are not in ip-ranges.csv: a range of NetBox has at least two addresses and fewer than 2^32
    .title = A range too large or too small for NetBox

EXP087 = the columns follow the CSV Import Reference of NIOS 9.0, but no Grid has taken such a file: try it with a test import first
    .title = Import not tried
