group-installers = Installers and distributions

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
export-rancher-server = for the first server
export-rancher-join = CONTROL_PLANE_ENDPOINT is the first server or the load balancer before the servers; TOKEN stands in { $path } of the first server
export-accept-ra = where routers announce the IPv6 default route, set the sysctl net.ipv6.conf.all.accept_ra=2 on every node
export-rke2-calico = Calico makes an IP pool for each family and uses BGP instead of VXLAN
export-rke2-localhost = /etc/hosts has to name ::1 localhost
export-talos-documents = for Talos 1.14 and later
export-talos-control-plane = for Talos 1.14 and later, control plane nodes: Talos installs no Flannel
export-talos-patch = for Talos 1.13 and earlier; Talos 1.14 refuses these fields beside documents of its own
export-cluster-api = { $cluster } and { $template } are objects of the infrastructure provider, which also gives nodes their addresses
export-cluster-api-workers = KubeadmConfigTemplate: name it in bootstrap.configRef of every MachineDeployment
export-kops = replace ZONE by an availability zone, STATE_STORE by the bucket of the state store and example.com by a hosted zone; narrow kubernetesApiAccess to those who need it

## Findings.

EXP020 = { $target } takes one range, or one of each family
    .title = Ranges that no cluster can be built from

EXP021 = { $target } cannot build clusters of both families with IPv6 first: its API server announces an IPv4 address
    .title = IPv6 first cannot be had
    .help = put IPv4 first, or use IPv6 alone

EXP022 = { $target } builds no dual-stack clusters of Kubernetes { $version }
    .ipv6 = { $target } builds no IPv6-only clusters of Kubernetes { $version }
    .title = Families that the tool does not have in this version

EXP023 = { $target } wants pods and Services of the same families
    .title = Pods and Services of different families

EXP024 = { $target } takes Service ranges of /{ $limit } or longer prefixes in this family, not { $range }
    .title = Service range too large for the tool

EXP025 = { $target } does not install { $plugin }: nodes are not ready until somebody does
    .title = Plugin has to be installed by hand

EXP026 = nodes of kind are containers of one machine: { $written } of { $count } are written, with addresses of the container network
    .title = Nodes are containers

EXP027 = { $target } chooses the address of the API server itself: { $address } is not written
    .title = Address of the API server not written

EXP029 = { $target } gives kube-controller-manager the { $family } pod range first: podCIDRs of nodes are not in the plan's order
    .title = Pod ranges in another order

EXP030 = { $target } takes IPv6-only clusters whose Service range is a /{ $limit }, not { $range }
    .title = IPv6-only needs one size of Service range

EXP031 = Flannel and the network policy controller of { $target } are not dual-stack in Kubernetes { $version }
    .k0s = kube-router of { $target } is not dual-stack in Kubernetes { $version }
    .title = What is bundled is not dual-stack
    .help = take another plugin, or a newer version

EXP032 = Talos 1.14 and later refuse the plan's ranges
    .title = Talos refuses the ranges
    .help = where an older Talos runs this version of Kubernetes, its patch is written

EXP033 = { $target } has no dual-stack pods: its clusters are IPv4, or IPv6-only on nodes that may have both
    .provider = { $target } is written for AWS alone
    .title = Cluster that the tool cannot build
    .help = plan pods and Services of one family

EXP034 = { $target } does not take { $plugin } in this cluster
    .title = Plugin refused

EXP035 = pods get addresses of the VPC: the plan's pod range and node masks are not written
    .title = Pod addresses come from the VPC

EXP036 = AWS takes VPCs of /{ $shortest } to /{ $longest } for this cluster, not { $range }
    .title = Node networks that are no VPC

EXP037 = the plan names no IPv4 node network, but a VPC always has one: 172.20.0.0/16 is written
    .title = VPC needs an IPv4 network

EXP038 = the VPC { $range } shares addresses with what pods and Services use
    .title = VPC overlaps the cluster
    .help = take node networks or ranges apart from each other

EXP039 = { $target }: ZONE, STATE_STORE and example.com have to be replaced
    .title = Values that are not in the plan
