group-installers = Installers and distributions

target-canonical-kubernetes = Canonical Kubernetes
    .description = bootstrap configuration of the snap k8s
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

## Comments in files.

export-canonical-kubernetes = { $command }
export-kubespray = take a release of Kubespray that installs Kubernetes { $version }: each knows three minor versions
export-kubespray-dns = cluster DNS gets { $address }: Kubespray takes address 3 of the first Service range, and 4 for a second one
export-kubespray-hosts = one entry a machine, { $nodes } in the plan; the addresses of every machine have to be filled in
export-microk8s = put it at { $path } on every machine, then: { $command }
export-microshift = put it at { $path } before MicroShift starts for the first time: the ranges cannot be changed later
export-microshift-addresses = MicroShift gives the machine { $addresses } for itself: nothing else may use them
export-minikube = --subnet counts for the drivers docker and podman only; the others take a network of their own
export-openshift = the release of OpenShift has to be the one with Kubernetes { $kubernetes }; openshift-install deletes this file, so keep a copy
export-openshift-replicas = { $nodes } nodes in the plan, { $control } of them for the control plane

## Findings.

EXP088 = { $target } always puts IPv4 first
    .unread = { $target }: its documentation has no cluster of both families with IPv6 first; the node's own address has to be IPv6 then
    .title = Families in an order that the tool does not have

EXP089 = { $target } builds clusters of IPv4 alone with Kubernetes { $version }
    .alone = { $target } builds no clusters of IPv6 alone with Kubernetes { $version }
    .title = Families that the tool does not have

EXP090 = { $target } takes one range, or one of each family, and the same families for pods and Services
    .title = Lists of ranges that the tool cannot take

EXP091 = { $target } refuses { $value }
    .pool = { $target } runs Cilium with IPv6 blocks of /{ $mask }: the pod range has to be /{ $shortest } to /{ $mask }, not { $range }
    .pool-ipv4 = { $target } runs Cilium with IPv4 blocks of /{ $mask }: the pod range has to hold one, and { $range } does not
    .services = { $target } takes IPv6 Service ranges of /{ $shortest } or longer, not { $range }
    .dns = { $range } has no address 10, which MicroShift gives to cluster DNS
    .block = { $target } cuts a block of /{ $mask } out of the pod range, and { $range } is no larger than that
    .title = Values that the tool refuses

EXP092 = { $target } does not look at the node masks of the plan: the plugin cuts blocks of its own size
    .title = Node masks have no effect

EXP093 = { $target } needs the networks of the machines, and the plan names none: replace MACHINE_NETWORK_IPV4 and MACHINE_NETWORK_IPV6
    .title = Networks of the machines are not in the plan

EXP094 = { $target } is one machine, and { $nodes } are planned
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

EXP099 = MicroShift gives { $address }, the address behind { $services }, to the machine, but { $range } holds it
    .none = there is no address behind { $range }, where MicroShift takes one for the machine
    .title = An address that has to be free
