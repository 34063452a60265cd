group-installers = Installers and distributions

target-canonical-kubernetes = Canonical Kubernetes
    .description = bootstrap configuration of the snap k8s

target-cluster-api = Cluster API
    .description = Cluster and KubeadmControlPlane of v1beta2

target-k0s = k0s
    .description = ClusterConfig

target-k3s = K3s
    .description = config.yaml of servers and agents

target-kind = kind
    .description = configuration of kind create cluster

target-kops = kOps
    .description = Cluster and InstanceGroups on AWS, IPv4 alone or with IPv6-only pods

target-kubeadm = kubeadm
    .description = configuration files for kubeadm init and kubeadm join

target-kubespray = Kubespray
    .description = inventory: group variables, and hosts to fill in

target-microk8s = MicroK8s
    .description = launch configuration, to be in place before MicroK8s is installed

target-microshift = MicroShift
    .description = configuration file of a machine

target-minikube = minikube
    .description = command that starts a cluster of IPv4

target-openshift = OpenShift
    .description = install-config.yaml for 4.19 and later

target-rke2 = RKE2
    .description = config.yaml of servers and agents, and values for the chart of the plugin

target-talos = Talos Linux
    .description = machine configuration: documents for 1.14 and later, a patch for 1.13 and earlier

## Comments in files.

export-command = use: { $command }
export-file-place = put this file at { $path }
export-patch-level = the plan names no patch level: { $version } is written, choose the newest one
export-kind-image = TAG: an image of Kubernetes { $version } from the release notes of kind
export-kind-ipv6 = on macOS and Windows, add apiServerAddress: 127.0.0.1 below networking
export-kind-ipv6-first = kind 0.12 or newer: older ones announce the IPv4 address of the API server
export-rancher-server = for the first server
export-rancher-join = CONTROL_PLANE_ENDPOINT is the first server or the load balancer before the servers; TOKEN stands in { $path } of the first server
    .known = TOKEN stands in { $path } of the first server
export-accept-ra = where routers announce the IPv6 default route, set the sysctl net.ipv6.conf.all.accept_ra=2 on every node
export-rke2-localhost = /etc/hosts has to name ::1 localhost
export-talos-documents = for Talos 1.14 and later
export-talos-control-plane = for Talos 1.14 and later, control plane nodes: Talos installs no Flannel
export-talos-patch = for Talos 1.13 and earlier; Talos 1.14 refuses these fields beside documents of its own
export-cluster-api = { $cluster } and { $template } are objects of the infrastructure provider, which also gives nodes their addresses
export-cluster-api-workers = KubeadmConfigTemplate: name it in bootstrap.configRef of every MachineDeployment
export-kops = replace ZONE by an availability zone, STATE_STORE by the bucket of the state store and example.com by a hosted zone; narrow kubernetesApiAccess to those who need it
export-canonical-kubernetes = { $command }
export-kubespray = take a release of Kubespray that installs Kubernetes { $version }: each knows three minor versions
export-kubespray-dns = cluster DNS gets { $address }: Kubespray takes address 3 of the first Service range, and 4 for a second one
export-kubespray-hosts = one entry a machine, { $nodes } in the plan; the addresses of every machine have to be filled in
export-microk8s = put it at { $path } on every machine, then: { $command }
export-microshift = put it at { $path } before MicroShift starts for the first time: the ranges cannot be changed later
export-microshift-addresses = MicroShift gives the machine { $addresses } for itself: nothing else may use them
export-minikube = --subnet counts for the drivers docker and podman only; the others take a network of their own
export-openshift = the release of OpenShift has to be the one with Kubernetes { $kubernetes }; openshift-install deletes this file, so keep a copy
export-openshift-replicas = { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    } in the plan, { $control } of them for the control plane

## Findings.

EXP025 = { $target } does not install { $plugin }: nodes are not ready until somebody does
    .title = Plugin has to be installed by hand

EXP026 = nodes of kind are containers of one machine: { $written } of { $count ->
        [one] { $count } is
       *[other] { $count } are
    } written, with addresses of the container network
    .title = Nodes are containers

EXP027 = { $target } chooses the address of the API server itself: { $address } is not written
    .endpoint = { $target } makes the address of its API servers itself: { $endpoint } is not written
    .port = API servers of { $target } answer at port { $port }: of { $endpoint } the host alone is written
    .title = Address of the API server not written

EXP029 = { $target } gives kube-controller-manager the { $family } pod range first: podCIDRs of nodes are not in the plan's order
    .title = Pod ranges in another order

EXP035 = pods get addresses of the VPC: the plan's pod range and node masks are not written
    .title = Pod addresses come from the VPC

EXP037 = the plan names no IPv4 node network, but a VPC always has one: 172.20.0.0/16 is written
    .title = VPC needs an IPv4 network

EXP039 = { $target }: ZONE, STATE_STORE and example.com have to be replaced
    .title = Values that are not in the plan

EXP092 = { $target } does not look at the node masks of the plan: the plugin cuts blocks of its own size
    .title = Node masks have no effect

EXP093 = { $target } needs the networks of the machines, and the plan names none: replace MACHINE_NETWORK_IPV4 and MACHINE_NETWORK_IPV6
    .title = Networks of the machines are not in the plan

EXP094 = { $target } is one machine, and { $nodes ->
        [one] { $nodes } is
       *[other] { $nodes } are
    } planned
    .bridge = { $target } warns about { $range }: Docker's own bridge uses it on the machine that installs
    .title = Works, but not as planned

EXP095 = { $target }: { $range } is not written, for --subnet takes private networks up to /30
    .title = Network of the nodes is left out

EXP096 = { $target } does not bring { $plugin } along: install it when the cluster is there
    .instead = { $target } installs { $own }, not { $plugin }
    .title = A plugin that the tool does not have

EXP097 = { $target } finds the API server's address itself: { $address } is not in the file
    .option = { $target } takes the API server's address as an option: { $option }
    .title = Address of the API server is not in the file

EXP098 = { $target }: replace what stands in capital letters in { $file }, and fill in what the platform needs besides
    .title = Values that no plan has
