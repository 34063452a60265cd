## Many clusters from shared blocks.

FLEET001 = the text has no FleetPlan
    .title = No fleet
    .help = give a file with `kind: FleetPlan`; docs/fleet.md has the format

FLEET002 = two clusters have the name { $cluster }
    .title = Clusters of the same name
    .help = give each cluster its own name: places are kept by it

FLEET003 = cluster { $cluster } is to have { $family }, and group { $group } has no block of { $family }
    .title = No block of a family
    .help = add a block of that family to `blocks`, or name the families of the cluster in `families`

FLEET004 = cluster { $cluster } needs { $room } of { $family } for { $kind ->
        [pods] pods
       *[services] Services
    } ({ $needed }, and room to double); the largest free block of { $blocks } in group { $group } is { $place }
    .full = cluster { $cluster } needs { $room } of { $family } for { $kind ->
        [pods] pods
       *[services] Services
    } ({ $needed }, and room to double); nothing of { $blocks } is free in group { $group }
    .title = No place for a cluster
    .help = add a block, plan for fewer nodes or Services, or move the cluster to another group

FLEET005 = cluster { $cluster } needs { $needed } of { $family } for { $kind ->
        [pods] pods
       *[services] Services
    } now; its place is { $room }, and what lies beside it is taken. It stays at { $range }
    .title = A cluster has outgrown its place
    .help = plan for less, or take its entry out of the lock file to have it placed anew: for a cluster that runs that is a new cluster

FLEET006 = cluster { $cluster } can no longer double where it is: { $kind ->
        [pods] its pods
       *[services] its Services
    } have { $range } in { $room }, and what lies beside it is taken
    .title = No room to double
    .help = plan the next cluster now, or a second pod range where the plugin can have one

FLEET007 = cluster { $cluster } has no { $family } pod range for { $nodes ->
        [one] one node
       *[other] { $nodes } nodes
    } with blocks of { $mask }
    .title = More nodes than a pod range has blocks
    .help = between a pod range and a node's block lie at most 16 bits (65,536 nodes): plan for fewer nodes, or for smaller blocks with `maskSizeIPv4` and `maskSizeIPv6`; those of IPv6 end at a hexadecimal digit

FLEET008 = existing cluster { $cluster } has no ranges
    .missing = the file { $file } of existing cluster { $cluster } was not given
    .unusable = the file { $file } of existing cluster { $cluster } gives no ranges
    .title = An existing cluster without ranges
    .help = name its ranges in `podCIDRs` and `serviceCIDRs`, or a plan file, or a file that `dualstack import` reads, in `plan`

FLEET009 = cluster { $cluster } lies in { $range }, which is reserved for { $other }
    .title = A cluster in a reserved network
    .help = take the reservation out, or take the cluster's entry out of the lock file to have it placed anew

FLEET010 = aggregates of { $family } in group { $group } were cut so that a cluster found a place: sites have more routes now
    .title = Aggregates were cut
    .help = add a block if routes should stay few

FLEET011 = this is no lock file of a fleet
    .title = A lock file that cannot be used
    .help = give the file that `dualstack fleet` wrote; without one every cluster is placed anew

FLEET012 = cluster { $cluster } lies in { $range }, outside of the blocks of group { $group }
    .title = A cluster outside of the blocks
    .help = it stays there; add the block that it lies in, or take its entry out of the lock file to have it placed anew

fleet-reason = { $first }: { $next }
fleet-name = { $field }: { $value } is no name of a cluster: lower-case letters, digits, `-` and `.`, at most 63
fleet-rate = { $field }: { $value } is no rate: a number, or percent of those there are, `5%`

fleet-lock-comment = Where the clusters of the fleet are. Written by `dualstack fleet`, which reads it back: keep it with the fleet file. A cluster whose entry is taken out is placed anew.

fleet-summary = { $clusters ->
        [one] one cluster has its place
       *[other] { $clusters } clusters have their places
    }: { $new } new, { $kept } kept, { $grown } grown
    .missing = { $clusters ->
        [one] one cluster has its place
       *[other] { $clusters } clusters have their places
    }: { $new } new, { $kept } kept, { $grown } grown; { $missing ->
        [one] one has none
       *[other] { $missing } have none
    }

fleet-heading = Fleet { $name }
fleet-heading-routes = Routes
fleet-column-cluster = cluster
fleet-column-group = group
fleet-column-site = site
fleet-column-pods = pods
fleet-column-services = Services
fleet-column-state = state
fleet-column-clusters = clusters
fleet-column-routes = routes
fleet-state = { $state ->
        [new] new
        [grown] grown
       *[kept] kept
    }
fleet-use = { $family } in group { $group }: clusters: { $clusters }; addresses with room to double: { $bound }; taken: { $taken }, { $waste }% more; routes: { $routes }
fleet-removed = gone since the last time, and their space is free: { $names }
