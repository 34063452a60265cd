## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

MIG001 = every node keeps its one block: the Node objects ({ $nodes }) have to be deleted and registered anew, one after the other
    .title = Nodes keep one block when a family is added
    .help = drain a node, delete its Node object, restart kubelet with both addresses in --node-ip; then the next

MIG002 = Services had { $before } first and now { $after }: the first family of a running cluster cannot change
    .title = First Service family changed
    .help = keep the old family first; a cluster with the other one first is a new cluster
    .fix-keep = Keep the old family first

MIG003 = the pod range was { $before }; { $after } does not contain the blocks that nodes have
    .title = Pod range replaced
    .help = keep the range, or take a larger one that contains it
    .fix-keep = Keep { $to }
    .page-fix-keep = Keep the range of the older plan

MIG004 = { $range } is gone, but nodes still have { $family } blocks of it
    .title = Pod family removed
    .help = make Services SingleStack, recreate every node, and take the range out last
    .fix-keep = Keep the old ranges

MIG005 = { $distribution } fixes the families of a cluster when it is created
    .title = Families that cannot change
    .help = build a new cluster and move the workloads
    .fix-keep = Keep the old ranges

MIG006 = { $count ->
    [one] one Service stays single-stack: { $names }
    *[other] { $count } Services stay single-stack: { $names }
    }
    .title = Services stay single-stack
    .help = change ipFamilyPolicy of each to RequireDualStack once all nodes have both families

MIG007 = the Service range was { $before } and is now { $after }: Services keep the cluster IPs they have
    .title = Service range changed
    .help = keep the range; from 1.33 on, add a ServiceCIDR object for more addresses
    .fix-keep = Keep { $to }
    .page-fix-keep = Keep the range of the older plan
