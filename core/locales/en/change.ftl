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
    .first = { $distribution } has no clusters with IPv6 first of both families
    .only = { $distribution } has no clusters of IPv6 alone
change-why-cloud-pods = with { $distribution } pods have addresses of the cloud's network, which is chosen when the cluster is created
change-why-tool-refuses = { $distribution } does not change { $what } of a cluster that exists
change-why-tool-prints = { $distribution } stops before it changes { $what } of a cluster that exists: { $text }
change-why-tool-unknown = no source is known that says that { $distribution } changes this in a cluster that exists; a new cluster is what is known to work
change-why-k0s-order = { $distribution } of this version gives kube-controller-manager the IPv6 range first, whatever is first in the plan: with nodes that were made in one order it does not start in the other
change-why-cloud-range = { $distribution } adds a range to a cluster that exists; nodes and pods that are there keep their addresses
change-why-cloud-families = { $distribution } changes the families of a cluster that exists; nodes and pods get the new ones when they are made anew
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
change-half-mixed-masks = the { $family } block of a node that was there stays { $before }: it holds another number of pods than a new node with { $after }
change-half-services-stay = { $count ->
        [one] one Service stays single-stack until its ipFamilyPolicy is changed: { $names }
       *[other] { $count } Services stay single-stack until their ipFamilyPolicy is changed: { $names }
    }
change-half-new-services = new Services are refused with the text above
change-half-api-servers-differ = while API servers have different ranges, one refuses what the other has stored: change no Service until the last one has restarted
change-half-second-address = { $names } would keep an address of a range that is gone, and every update of them would be refused
change-half-second-stays = { $names } keep an address of the family that is gone: make them single-stack before
change-half-old-range = what is not created again keeps an address that belongs to no range, and that another Service can get
change-half-default-object = the ServiceCIDR object kubernetes does not follow the flag: create one for the new range before
change-half-object-stays = { $name } stays in Terminating, gives no new address, and works for those that have one
change-half-still-single = it stays single-stack
change-half-first-family = API servers with the new order refuse what they find: certificates, kubeconfigs and cluster DNS have addresses of the old first family
change-half-old-settings = { $component } of the new version does not start with the old settings: { $text }
change-half-cloud-chooses = the command of { $distribution } takes no IPv6 ranges: read which ones the cluster has got, and write them into the plan
change-half-pool-stays = a pool of { $plugin } keeps its range: { $before } stays as it is, and { $after } comes beside it
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

## Migration.

CHANGE002 = there is no step { $name } in this migration; its steps are { $names }
    .title = Unknown step
    .help = name steps as the migration lists them; those that are not named follow in their own order

migrate-heading = The way from one plan to the other
migrate-summary = { $count ->
        [0] nothing has to be done
        [one] one step, and the cluster works after it
       *[other] { $count } steps, and the cluster works after each of them
    }
    .wrong = { $count ->
        [one] in this order one thing goes wrong
       *[other] in this order { $count } things go wrong
    }
    .rebuild = there is no way within the cluster
migrate-label-how = how
migrate-label-place = where
migrate-label-notice = what users notice
migrate-label-back = going back
migrate-label-until = until when
migrate-label-check = Check
migrate-label-commands = Commands
migrate-label-settings = Settings
migrate-label-problem = goes wrong:
migrate-place = -
    .none = nowhere on nodes: it is sent to the API server
    .control-plane = on one control plane node after the other, the next when this one is ready
    .all = on one node after the other, workers first, then the control plane nodes
    .pools = on one node pool after the other
    .cluster = on all nodes of that cluster
migrate-joint = { $first } { $next }
migrate-caveat = No source is known that says that { $distribution } takes this change in a running cluster: try it on one that may break.
migrate-tool-k0s = -
    .control-plane = Every controller has the same file; restart one after the other. State primaryAddressFamily in it: without it k0s takes the family of api.externalAddress or api.address, and kube-controller-manager does not start where that puts the ranges into the other order.
    .nodes = Once its worker is restarted, k0s gives kubelet the addresses of both families in --node-ip by itself.
    .kubelets = Options of kubelet stand in --kubelet-extra-args of the service of the worker.
migrate-tool-kops = -
    .control-plane = kOps replaces the instances of the control plane, one after the other. It refuses none of these changes in a cluster that exists; the pod range has to stay within nonMasqueradeCIDR.
    .nodes = kOps drains each instance and replaces it by a new one, which registers as a new node: no Node object is deleted by hand, and no kubelet restarted.
    .kubelets = kOps replaces each instance by one with the new settings.
migrate-tool-kubespray = -
    .control-plane = Run upgrade-cluster.yml: cluster.yml leaves a control plane that exists as it is. It writes kubeadm's configuration, the ConfigMap of kube-proxy and the manifests anew, one control plane node after the other, and the network plugin behind them.
    .nodes = upgrade-cluster.yml has already written the addresses of all families into --node-ip.
    .kubelets = upgrade-cluster.yml writes the settings and restarts kubelet, node by node.
migrate-tool-talos = -
    .control-plane = Patch the machine configuration of every node, control plane nodes first, then workers: Talos renders the static Pods anew without a reboot. upgrade-k8s with the version that runs applies kube-proxy and Flannel as the changed configuration has them.
    .nodes = Talos chooses kubelet's addresses by the families of the Service ranges; there is no --node-ip to change.
    .kubelets = Talos restarts kubelet by itself when its configuration changes.
migrate-tool-aks = -
    .subnet = Both families need Azure CNI Overlay and a virtual network with both.
    .update = The command takes no ranges: read with az aks show which IPv6 ranges the cluster has got, and write them into the plan.
    .range = Only the one pod range of a cluster with Azure CNI Overlay and Linux nodes grows, and it never shrinks again.
    .pools = No source says whether nodes that exist change by themselves; those of a new pool have the new settings.
migrate-tool-eks = -
    .range = Amazon VPC CNI 1.18 and later takes subnets with that tag for pods by itself.
    .pools = No source says that nodes that exist change by themselves; those of a new group have the new settings.
    .version = EKS takes the next minor version when all node groups have the one before.
migrate-tool-gke = -
    .subnet = Google Cloud chooses the range.
    .update = The command takes no ranges: read which IPv6 ranges the cluster has got, and write them into the plan.
    .range = Node pools that are created from now on take the new ranges.
    .pools = No source says whether nodes that exist change by themselves; those of a new pool have the new settings.
migrate-pools = A pool keeps its range for good: leave it, and put others beside it. The files of an export say one range only; keep both in those that you apply.
migrate-flannel =
    .plugin = Flannel reads its configuration when it starts, and fails where a node lacks a block of one of its families: set updateStrategy of its DaemonSet to OnDelete, so that only the nodes that are registered anew start it with the new one.
    .nodes = Until the last node is done, Flannel of nodes with different families makes no routes between them: pods of the two kinds of nodes do not reach each other.
migrate-left-nodes = { $count ->
        [one] one node keeps blocks that a new one would not get
       *[other] { $count } nodes keep blocks that a new one would not get
    }
migrate-left-services = { $count ->
        [one] one Service keeps an address outside of every range: { $names }
       *[other] { $count } Services keep an address outside of every range: { $names }
    }

migrate-hosts = Prepare the nodes for { $family }
    .how = Give every node an address of { $family } and a route, let it forward { $family }, and open firewalls as they are open for the other family. Nothing of Kubernetes changes.
    .notice = nothing
    .back = take the addresses away again
    .until = the API servers or kubelets use them
migrate-api-servers = Give the API servers the new Service ranges
    .how = Change --service-cluster-ip-range in the manifest of one API server after the other; kubelet starts it again by itself. Until the last one is done, change no Service.
    .notice = a short pause of the API where there is one API server; Services that exist keep their addresses
    .back = put the old value back, one API server after the other
    .until = a Service has an address of the new range
migrate-controller-manager = Give kube-controller-manager the new ranges
    .how = Change its ranges and node masks in one edit: it does not start with ranges of two families and --node-cidr-mask-size.
    .notice = nothing; new nodes get blocks by the new settings
    .back = put the old values back
    .until = a node has blocks by the new settings
migrate-control-plane = Give the control plane the new ranges
    .how = Change the configuration of { $distribution } as the patch shows, and let its tool start the components again, one control plane node after the other.
    .notice = a short pause of the API where there is one API server
    .back = put the old configuration back in the same way
    .until = a node has blocks, or a Service an address, of the new ranges
migrate-kubeadm-config = Write the new values into kubeadm's ConfigMap
    .how = Change networking and extraArgs in kubeadm-config: kubeadm upgrade writes the manifests from it, and would take the change back.
    .notice = nothing
    .back = write the old values back
    .until = the next kubeadm upgrade
migrate-kube-proxy = Give kube-proxy the new ranges
    .how = Change clusterCIDR in the ConfigMap of kube-proxy, and restart its DaemonSet.
    .notice = nothing: rules stay while the process restarts
    .back = put the old value back and restart it
    .until = it is always possible
migrate-plugin = Give the network plugin the new ranges
    .how = Change the configuration of the plugin as the patch shows. A plugin that reads Node.spec.podCIDRs only needs the family switched on.
    .notice = nothing; pods that are created from now on can have addresses of the new ranges
    .back = put the old configuration back
    .until = pods have addresses of the new ranges
migrate-nodes = Register every node anew
    .how = A node keeps its blocks for good. So drain it, delete its Node object, start kubelet with its addresses in --node-ip, and let it register: it gets blocks by the new settings. Labels and taints that somebody has set by hand go with the object.
    .notice = pods move to other nodes, node by node; have room for the pods of one node
    .back = a node that is done keeps its blocks; to give it one block again, go the way of the other direction
    .until = kube-controller-manager gets the old settings back: it does not start while a node holds such blocks
migrate-nodes-keep = Register every node anew with the blocks that stay
    .how = kube-controller-manager would not start while a node holds a block of the family that goes. So drain each node and write its Node object anew with the blocks of the other family alone, while kube-controller-manager still has both.
    .notice = pods move to other nodes, node by node; have room for the pods of one node
    .back = delete the Node object and let kubelet register it: it gets blocks of both families again
    .until = kube-controller-manager has the new settings
migrate-kubelets = Restart every kubelet with the new settings
    .how = Change --node-ip and the configuration of kubelet, and restart it.
    .notice = nothing: pods go on
    .back = put the old settings back and restart it
    .until = it is always possible
migrate-pods = Create pods again
    .how = A pod that runs never gets a second address. Restart workloads, one after the other.
    .notice = what a restart of each workload brings
    .back = restart them again after the plugin has its old configuration
    .until = it is always possible
migrate-dns = Give cluster DNS both families
    .how = Change the Service of cluster DNS to PreferDualStack. Pods go on asking the address that they know.
    .notice = nothing
    .back = change it to SingleStack
    .until = it is always possible
migrate-dns-single = Give cluster DNS one family
    .how = Change the Service of cluster DNS to SingleStack, and see that no pod and no kubelet asks its second address.
    .notice = pods that were given the second address of DNS lose it
    .back = change it to PreferDualStack
    .until = the API servers lose the family
migrate-services = Change the Services that are to have both families
    .how = Apply the Services of the new plan, or change ipFamilyPolicy of each that is to have both. No Service changes by itself.
    .notice = names get a second kind of address record; clients may choose the other family
    .back = change ipFamilyPolicy to SingleStack; the second address is given back
    .until = it is always possible
migrate-services-single = Make Services single-stack
    .how = Change ipFamilyPolicy of every Service with two addresses to SingleStack, before the API servers lose the family: afterwards every update of it is refused.
    .notice = clients of the second address lose the connection
    .back = change them to PreferDualStack; they get another second address
    .until = the API servers lose the family
migrate-services-anew = Create Services again
    .how = Delete each of them and create it again: it gets another address. The API servers create their own; certificates have to name its new address, and kubelets the one of cluster DNS.
    .notice = each Service is away for a moment and has another address; clients that keep the old one fail
    .back = create them again after the old range is back
    .until = the old range is gone
migrate-service-cidr = Create the ServiceCIDR object { $subject }
    .how = Create the object; the API servers take addresses of it within seconds, without a restart.
    .notice = nothing
    .back = delete the object
    .until = a Service has an address that only it holds
migrate-service-cidr-gone = Delete the ServiceCIDR object { $subject }
    .how = Delete the object. It waits until no Service has an address that only it holds.
    .notice = nothing
    .back = create it again
    .until = it is always possible
migrate-old-range = Take no more addresses of the old range
    .how = Delete the object { $subject }, which holds the old range. It stays in Terminating while Services have addresses of it, and comes back with the range of the flag when they are gone.
    .notice = nothing: what has an address keeps it
    .back = create an object with the old range
    .until = it is always possible
migrate-gates = Change feature gates: { $subject }
    .how = Take the gate out of, or put it into, the flags and configuration files of every component, and of kubeadm-config. A version that does not know a gate does not start with it.
    .notice = a short pause of the API where there is one API server
    .back = put the old value back
    .until = the next version that does not know it
migrate-version = Upgrade the control plane to { $subject }
    .how = API servers first, then the controllers and the scheduler. No API server skips a minor version.
    .notice = a short pause of the API where there is one API server
    .back = restore etcd from the snapshot that was taken before
    .until = something is stored that the older version does not know; take a snapshot before
migrate-nodes-version = Upgrade the nodes to { $subject }
    .how = Drain each node before its kubelet gets another minor version. A kubelet is never newer than the API servers.
    .notice = pods move to other nodes, node by node
    .back = install the older kubelet on the drained node
    .until = kubelets of the older version may run with the API servers
migrate-manifests = Write the Services in the form of { $subject }
    .how = Convert the manifests before they are applied again: what is stored stays valid, but this version refuses the old form, or reads it as something else.
    .notice = nothing
    .back = apply the old manifests to the older version only
    .until = it is always possible
migrate-endpoint = Give the API servers another address
    .how = Make certificates that name the new address, start the API servers with it, and change the kubeconfigs of kubelets, controllers and people.
    .notice = clients of the old address lose the API
    .back = start them with the old address
    .until = the old address is in other hands
migrate-plan = Take the new plan
    .how = Nothing that runs is touched: only the plan changes.
    .notice = nothing
    .back = take the old plan
    .until = it is always possible
migrate-subnet = Give the subnet { $family }
    .how = Give the subnet of the nodes a range of { $family }. Nothing of Kubernetes changes.
    .notice = nothing
    .back = take the range away again
    .until = nodes have addresses of it
migrate-cloud-update = Let { $distribution } change the families of the cluster
    .how = { $distribution } starts its control plane with the new families by itself.
    .notice = a short pause of the API
    .back = the same command with the families of before, where { $distribution } takes them
    .until = a pod or a Service has an address of the new family
migrate-cloud-range = Give pods more addresses: { $subject }
    .how = Add { $subject } to the addresses of the cluster. Nodes and pods that are there keep theirs.
    .notice = nothing
    .back = take the range away again, where { $distribution } has a command for it
    .until = pods have addresses of it
migrate-node-pools = Replace the nodes, pool by pool
    .how = Create a pool with the new settings, drain the nodes of the old one, and delete it.
    .notice = pods move to other nodes; have room for one more pool
    .back = create a pool with the old settings
    .until = it is always possible
migrate-new-cluster = Build the new cluster
    .how = Build it from the new plan beside the old one. Take ranges that do not overlap with those of the old cluster if the two are to reach each other.
    .notice = nothing
    .back = remove it
    .until = it is always possible
migrate-workloads = Move the workloads
    .how = Create the objects of the old cluster in the new one, move the data, and then names and load balancers, one workload after the other.
    .notice = each workload moves once; its Services have other addresses
    .back = point the names to the old cluster
    .until = data has changed in the new cluster
migrate-old-cluster = Remove the old cluster
    .how = Remove it when nobody has used it for a while.
    .notice = nothing
    .back = it cannot be taken back
    .until = it is removed
