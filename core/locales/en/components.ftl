## Settings of components: why each one is there.

component-dual-stack-gate = dual-stack is alpha in this version: every component needs the gate
component-named-gate = the plan sets the gate { $gate }
component-cloud-dual-stack-gate = kubelet takes two addresses beside an external cloud provider only with this gate
component-service-range = Services get their cluster IPs from this range
component-service-range-dual = one range a family; the family of the first one is what Services get by default
component-advertise-address = the { $family } address under which the API server is announced; its family is that of the first Service range
component-bind-address = listens on both families, and the address announced by default is then an IPv6 one
component-allocate = every node gets its pod range from --cluster-cidr
component-allocate-own-pools = kubeadm sets it too; the plugin takes its addresses from its own pools
component-allocate-cloud = pods get their addresses from the cloud, not from --cluster-cidr
component-cluster-cidr = pod ranges of the nodes are cut out of this range
component-cluster-cidr-dual = one range a family; the order decides the order of podCIDRs on every node and cannot be changed later
component-kcm-service-range = keeps Service addresses out of the pod ranges of nodes; nothing else
component-node-mask = size of the { $family } range that every node gets
component-node-mask-both = this version knows one size for both families: { $family }'s is written
component-ccm-cluster-cidr = routes are made for pod ranges inside these
component-node-ip = the { $family } address of the node; without it kubelet looks for an IPv4 address first
component-node-ip-pair = the addresses of the node, { $family } first; without them it is known under one address only
component-cluster-dns = address 10 of the first Service range, where installers put the cluster DNS
component-cluster-domain = the domain that goes with the cluster DNS
component-max-pods = the number of pods that the plan asks for
component-kubenet = the plan's network plugin
component-non-masquerade = traffic to pods keeps the pod's address
component-non-masquerade-off = kubenet would masquerade one family only; with ip-masq-agent it masquerades none
component-proxy-mode-ipvs = in this version only ipvs serves both families
component-proxy-mode-explicit = leaving the mode out prints a warning, because the default is going to change
component-proxy-cluster-cidr = traffic from these ranges is known to come from pods; a family left out is never recognised
component-proxy-node-ports = node ports answer on the node's own addresses only; without it they answer on every address of the node, and kube-proxy logs that as an error at every start
component-proxy-bind-address = IPv6 is the primary family of the node

## Prerequisites.

prerequisite-version = Kubernetes { $version } has dual-stack without a gate
prerequisite-version-alpha = Kubernetes { $version } has dual-stack as an alpha feature: a gate on every component, and no way to change a cluster in place
prerequisite-provider = nodes need routable IPv4 and IPv6 interfaces; the plan names no provider
prerequisite-provider-named = nodes need routable IPv4 and IPv6 interfaces; check that { $provider } gives them
prerequisite-provider-alpha = with Kubernetes { $version }, { $provider } gives nodes no routable interfaces of both families
prerequisite-node-addresses = the plan has node networks of both families
prerequisite-node-addresses-missing = the plan has no { $family } node network
prerequisite-node-addresses-unknown = nodes need addresses of both families; the plan names no node networks
prerequisite-plugin = a network plugin that supports dual-stack is needed; the plan names none
prerequisite-plugin-named = { $plugin } has to be set up for both families
prerequisite-plugin-gone = kubelet { $version } no longer has { $plugin }
prerequisite-plugin-order = { $plugin } always reports IPv4 before IPv6; pod ranges are listed in that order
prerequisite-plugin-order-wrong = { $plugin } always reports IPv4 before IPv6, but the plan lists the IPv6 pod range first: --cluster-cidr must name IPv4 first
prerequisite-proxy-ipvs = kube-proxy has to run in ipvs mode: no other mode serves both families in this version
prerequisite-proxy-gate = kube-proxy serves both families in iptables and ipvs mode with the gate
prerequisite-masquerade = pods have private addresses ({ $families }): leaving the cluster needs masquerading in each of these families
prerequisite-masquerade-plugin = pods have private addresses ({ $families }): check that { $plugin } masquerades each of these families
prerequisite-masquerade-agent = pods have private addresses ({ $families }) and { $plugin } masquerades one family at most: run ip-masq-agent for both
