group-plugins = CNI plugins

target-antrea = Antrea
    .description = Helm values, with node ranges of kube-controller-manager or of Antrea's own NodeIPAM
target-calico-manifest = Calico (manifest)
    .description = IP pools, and patches of calico.yaml as a kustomization
target-calico-operator = Calico (operator)
    .description = Installation and APIServer for tigera-operator
target-cilium = Cilium
    .description = Helm values for cluster-pool, kubernetes and multi-pool addresses, and a CiliumPodIPPool
target-flannel = Flannel
    .description = ConfigMap with net-conf.json, and Helm values
target-kube-ovn = Kube-OVN
    .description = Helm values for the charts kube-ovn and kube-ovn-v2
target-kube-router = kube-router
    .description = arguments of the DaemonSet as a patch
target-ovn-kubernetes = OVN-Kubernetes
    .description = Helm values

## Comments in files.

export-own-pools = { $plugin } hands out these ranges itself; node ranges that kube-controller-manager may cut as well stay unused
export-from-nodes = { $plugin } takes each node's ranges from Node.spec.podCIDRs: kube-controller-manager needs --allocate-node-cidrs=true and --cluster-cidr={ $ranges }
export-api-server = { $value } stands for the address of the API server, which the plan does not name
export-antrea-no-encap = pods keep their own addresses, which Antrea does without encapsulation alone: nodes are in one network, or routers know the routes to the pods
export-antrea-install = helm install antrea antrea/antrea --namespace kube-system --values { $file }
export-antrea-node-ipam = Antrea gives nodes their ranges: kube-controller-manager must run with --allocate-node-cidrs=false
export-antrea-transport = the addresses of both families have to be on one interface of each node
export-calico-operator = install tigera-operator first, then: kubectl create -f calico-operator/custom-resources.yaml; block sizes cannot be changed later
export-calico-node-pools = optional: disabled pools, from which no pod gets an address; traffic from pods to these networks keeps the pod's address, so other machines there need routes to the pods
export-calico-apply = apply with calicoctl, or with kubectl where the Calico API server runs
export-calico-kustomization = put the calico.yaml of your Calico release beside this file, then: kubectl apply -k .
export-calico-config = replaces cni_network_config as a whole; if your calico.yaml has more in it, set only assign_ipv4 and assign_ipv6 in its ipam section
export-calico-releases = for that release alone: a plugin that the release does not bring along keeps every pod from starting
export-calico-kernel = VXLAN over IPv6 needs Linux 4.19.1, or 4.18 of Red Hat Enterprise Linux
export-calico-node = only these variables change, the others of calico.yaml stay
export-calico-pools = calico-node creates the two default pools from its variables when there are none; these are the same, with all that variables cannot say
export-cilium-install = helm install cilium cilium/cilium --namespace kube-system --values { $file }
export-cilium-chart = { $value } needs the chart { $chart } or newer
export-cilium-kube-proxy = Cilium takes the place of kube-proxy, which must not run beside it
export-cilium-native-install = native routing instead of tunnels: give helm this file too, after values-cluster-pool.yaml or values-kubernetes.yaml
export-cilium-native = autoDirectNodeRoutes needs all nodes on one layer 2 network; elsewhere switch it off and route the node ranges yourself
export-cilium-pool = the same pool as in values-multi-pool.yaml; take it as a pattern for further pools, whose ranges must not overlap. maskSize cannot be changed later
export-flannel-config = for kube-flannel.yml: replaces its ConfigMap kube-flannel-cfg. Each node needs an address and a default route of each family on its main interface
export-flannel-install = helm install flannel flannel/flannel --namespace kube-flannel --values flannel/values.yaml
export-flannel-no-masq = pods have addresses that the Internet routes: remove --ip-masq from the arguments of the DaemonSet kube-flannel-ds
export-kube-ovn-install = helm install kube-ovn kubeovn/{ $chart } --namespace kube-system --values { $file }
export-kube-ovn-join = nodes reach pods through the join networks, which nothing else may use
export-kube-ovn-patch = pods have addresses that the Internet routes: kubectl patch subnet ovn-default --type merge --patch-file { $file }
export-kube-router-apply = kubectl --namespace kube-system patch daemonset kube-router --patch-file kube-router/daemonset-patch.yaml
export-kube-router-args = replaces all arguments; --kubeconfig is that of kubeadm-kuberouter-all-features.yaml. kube-router serves Services too: remove kube-proxy. Every node has to report an InternalIP of each family
export-ovn-kubernetes-install = in the folder helm/ovn-kubernetes: helm install ovn-kubernetes . --values values-single-node-zone.yaml --values values.yaml
export-ovn-kubernetes-mtu = mtu is for a network of 1500 bytes; the networks in global are used by OVN-Kubernetes itself, and nothing else may use them

## Findings.

EXP042 = { $plugin } masquerades both families or none: { $family } pods get their node's address, although the Internet routes their own
    .title = Routed pods are masqueraded
    .help = where masquerading can be switched off, do so and masquerade the private family on the nodes, for example with ip-masq-agent; otherwise give the pods of both families private addresses
    .always = { $plugin } always masquerades: { $family } pods get their node's address, although the Internet routes their own

EXP046 = Calico has no equivalent of a /{ $mask } for each node: its IPv6 blocks are /{ $shortest } to /{ $longest }, and /{ $size } is written
    .title = Node mask without an equivalent in Calico
    .help = nodes take further blocks as they need them; where each node must have its own range, use host-local IPAM (spec.cni.ipam.type: HostLocal), with BGP and without VXLAN

EXP047 = Calico takes IPv4 blocks of /{ $shortest } to /{ $longest } that fit the pool: /{ $size } is written for the node mask /{ $mask }
    .title = Node mask is no block size of Calico

EXP049 = the { $family } pools hold { $blocks ->
        [one] { $blocks } block
       *[other] { $blocks } blocks
    } of /{ $size }, fewer than the { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    } planned
    .title = Too few Calico blocks
    .help = a longer prefix makes more and smaller blocks; nodes without a block borrow addresses of others unless strictAffinity is on
    .pods = a node takes at most 20 { $family } blocks of /{ $size }, { $addresses ->
        [one] { $addresses } address
       *[other] { $addresses } addresses
    }, but has up to { $pods ->
        [one] { $pods } pod
       *[other] { $pods } pods
    }

EXP050 = { $value } in { $field } has to be replaced by the address of the API server
    .title = Address of the API server is not in the plan
    .help = set advertiseAddress in the plan

EXP056 = { $plugin } cuts no ranges for nodes: the { $family } node mask /{ $mask } is not used
    .title = Node mask is not used

EXP057 = { $file } is left out: its values would be refused
    .title = A file is left out

EXP058 = { $plugin } reads node ranges, but with { $named } as the plan's plugin kube-controller-manager hands out none
    .title = Nodes get no ranges
    .help = name the plugin that is installed in cni
