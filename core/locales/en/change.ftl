## Changes of a plan: what differs between two, how far it reaches, the way from one to the other, when one runs out.

CHANGE001 = this side has no pod and Service ranges that can be compared
    .title = A side that cannot be compared
    .help = give a plan file, or texts from which one can be read, with one pod range and one Service range, or two of different families

change-radius-safe = nothing that runs is touched
change-radius-restart = restart { $components }
change-radius-services = { $count ->
        [one] create one Service again: { $names }
       *[other] create { $count } Services again: { $names }
    }
change-radius-nodes = { $count ->
        [one] register one node anew
       *[other] register { $count } nodes anew, one after the other
    }
change-radius-rebuild = build a new cluster
change-radius-impossible = impossible

change-summary = { $count ->
        [one] one difference
       *[other] { $count } differences
    }; { $radius ->
        [safe] nothing that runs is touched
        [restart] restarts are enough
        [recreateServices] Services have to be created again
        [recreateNodes] nodes have to be registered anew
        [rebuild] a new cluster has to be built
       *[impossible] something of it is impossible
    }
    .none = the plans mean the same

change-what = { $kind ->
        [grown] { $before } grows to { $after }
        [shrunk] { $before } shrinks to { $after }
        [moved] { $before } becomes { $after }
        [swapped] { $after } is first instead of { $before }
       *[changed] { $before } → { $after }
    }
    .added = { $after } is new
    .removed = { $before } is gone
    .none = { $kind ->
        [added] new
       *[removed] gone
    }

change-label-why = why
change-label-says = { $component } says
change-label-half = if it is done half
change-label-source = source
change-column-field = Field
change-column-change = Change
change-column-reach = What has to be touched
change-heading-diff = Differences between two plans

## Why a difference reaches that far.

change-why-refused-start = { $component } does not start with it
change-why-families-fixed = { $distribution } fixes the families of a cluster when it is created
change-why-stack-not-offered = { $distribution } has no dual-stack clusters
change-why-cloud-pods = with { $distribution } pods have addresses of the cloud's network, which is chosen when the cluster is created
change-why-pods-swapped = every node holds its blocks in the old order, and kube-controller-manager looks for the first block in the first range
change-why-pods-all-at-once = kube-controller-manager does not start while one node holds a block outside of its range, and no node can have one inside before it has started: all of them would have to go at once
change-why-nodes-first = kube-controller-manager does not start while nodes hold such blocks: they are registered anew before it gets the new settings
change-why-blocks-stay = a node has its blocks for good: one that exists gets no { $family } block
change-why-own-pools = the network plugin gives pods their addresses from pools of its own; no node has to be registered anew for that
change-why-grown = the range contains the old one, so that all nodes keep their blocks
change-why-controller-starts = kube-controller-manager starts with the nodes as they are
change-why-mask-stays = kube-controller-manager starts with the new { $family } mask; a node that exists keeps its { $before } instead of { $after }
change-why-mask-unused = no pod has an address of the blocks that kube-controller-manager cuts, or no node has one of the old size
change-why-second-service-range = the API server takes a second range behind the first; Services that exist keep what they have
change-why-api-restart = the API server starts with it, and every Service that exists stays valid
change-why-single-first = { $count ->
        [one] one Service has an address of the family that goes: { $names } is made single-stack before
       *[other] { $count } Services have an address of the family that goes: { $names } are made single-stack before
    }
change-why-addresses-stay = Services keep the addresses they have, also outside of the new range
change-why-first-family = the first family of every Service that exists stays; that of the API server's own Service, and of the address that nodes reach it by, is the family of the first range
change-why-object-added = a ServiceCIDR object gives Services more addresses without a restart
change-why-object-fixed = the networks of a ServiceCIDR object stay; it is deleted and created again
change-why-object-refused = the API server does not take the object
change-why-object-unused = no Service has an address that only this object holds
change-why-object-in-use = the object stays until no Service has an address that only it holds
change-why-service-added = the API server stores it
change-why-service-refused = the API server of the newer plan does not take it
change-why-service-removed = only its own clients notice
change-why-service-updated = the API server takes the update of the Service that exists
change-why-update-refused = the API server does not take the update of the Service that exists
change-why-version-patch = another patch release: the components are replaced one after the other
change-why-version-up = { $count ->
        [one] one minor version: API servers first, then controllers, then kubelets on drained nodes; { $changes } facts of this planner's tables differ
       *[other] { $count } minor versions, { $way }, no API server skips one; { $changes } facts of this planner's tables differ
    }
change-why-version-down = the stored objects may have fields that the older version does not know; going back is not supported
change-why-load-balancers = only what hands out these addresses reads them
change-why-advertise = the API servers are started with the new address
change-why-endpoint = everything that reaches the API servers is told another address
change-why-nodes-fit = there are blocks for them
change-why-nodes-do-not-fit = there are blocks for { $room ->
        [one] one node only
       *[other] { $room } nodes only
    }
change-why-max-pods = kubelet reads it when it starts
change-why-distribution = another distribution is another cluster
change-why-plugin = every pod gets its address from another plugin, node by node
change-why-provider = a node keeps the id that its cloud gave it
change-why-tool = { $tool } is upgraded by itself
change-why-gate = the components that read { $gate } start with another value of it
change-why-gate-default = { $gate } has that value anyway in this version
change-why-reserved = networks that stay free are known to the plan alone
change-why-name = the name is used in exported files only
change-why-named-only = one of the plans does not say it; nothing follows for what runs
change-why-node-family = nodes have an address of { $family } too, and kubelet is told both in --node-ip
change-why-node-network-grown = the network contains the old one
change-why-node-addresses = nodes get other addresses: each is drained, and registered with its new one

## What stays wrong if it is done half.

change-half-kubeadm-config = the ConfigMap kubeadm-config has the old values: the next kubeadm upgrade writes them again
change-half-controllers-down = kube-controller-manager is down, with all its controllers, until the last of these nodes is done
change-half-one-block = a node that was not registered anew keeps one block: its pods have no { $family } address, and a dual-stack Service has no { $family } endpoint there
change-half-proxy-range = kube-proxy with the old range takes pods of the new one for strangers, and masquerades what they send to Services
change-half-pods-one-address = pods that run keep one address until they are created again
change-half-mixed-masks = nodes that were there keep { $before } blocks of { $family }: they hold another number of pods than new nodes with { $after }
change-half-services-stay = { $count ->
        [one] one Service stays single-stack until its ipFamilyPolicy is changed: { $names }
       *[other] { $count } Services stay single-stack until their ipFamilyPolicy is changed: { $names }
    }
change-half-new-services = new Services are refused with the text above
change-half-api-servers-differ = while API servers have different ranges, one refuses what the other has stored: change no Service until the last one has restarted
change-half-second-address = { $names } would keep an address of a range that is gone, and every update of them would be refused
change-half-old-range = what is not created again keeps an address that belongs to no range, and that another Service can get
change-half-default-object = the ServiceCIDR object kubernetes does not follow the flag: create one for the new range before
change-half-object-stays = { $name } stays in Terminating, gives no new address, and works for those that have one
change-half-still-single = it stays single-stack
change-half-first-family = API servers with the new order refuse what they find: certificates, kubeconfigs and cluster DNS have addresses of the old first family
change-half-old-settings = { $component } of the new version does not start with the old settings: { $text }
change-half-certificate = the certificate of the API server has to name the new address
change-half-max-pods = nodes whose kubelet was not restarted hold the old number of pods
change-half-plugin = pods of the two plugins reach each other only if both route the other's addresses
change-half-node-ip = a kubelet that was not restarted reports one address, and hostNetwork pods have one
change-half-node-addresses = etcd members and certificates of control plane nodes name their old addresses

## Growth.

growth-heading = When it runs out
growth-what = { $what ->
        [nodes] { $family } blocks for nodes
       *[services] { $family } addresses for Services
    }
growth-summary = { $what ->
        [nodes] { $family } blocks for nodes run out first, in { $month }
       *[services] { $family } addresses for Services run out first, in { $month }
    }
    .enough = there is room until { $last }
growth-room = { $what ->
        [nodes] { $family } blocks for nodes: { $room } in all, { $used } used today, { $wanted } in the last month; they run out in { $month }
       *[services] { $family } addresses for Services: { $room } in all, { $used } used today, { $wanted } in the last month; they run out in { $month }
    }
    .enough = { $what ->
        [nodes] { $family } blocks for nodes: { $room } in all, { $used } used today, { $wanted } in the last month
       *[services] { $family } addresses for Services: { $room } in all, { $used } used today, { $wanted } in the last month
    }
growth-way-out = { $what ->
        [nodes] { $family } blocks for nodes, the cheapest way then
       *[services] { $family } addresses for Services, the cheapest way then
    }
growth-joint = { $first }: { $next }
growth-joint-reach = { $first } ({ $next })
growth-way-pods = the pod range { $before } grows to { $after }
growth-way-mask = nodes get { $family } blocks of { $after } instead of { $before }
growth-way-object = a ServiceCIDR object with { $range }
growth-way-services = the Service range { $before } grows to { $after }
growth-way-new-cluster = what is left is a new cluster
growth-today = so that it is not needed, choose { $path }: { $after } instead of { $before } before the cluster is built
growth-column-month = month
growth-column-nodes = nodes
growth-column-services = Services
growth-column-out = used up
