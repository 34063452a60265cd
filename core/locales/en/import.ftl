# Import: a plan from what exists. The names of the kinds of sources, and what is said about them.

source-aks = AKS
source-ansible = the variables of the ansible export
source-antrea = Antrea
source-calico = Calico
source-chart = values of a Helm chart
source-cilium = Cilium
source-cilium-lb-ipam = a pool of Cilium's LB-IPAM
source-cloud-config = a file of cloud-init
source-cluster-api = Cluster API
source-command-line = a command line
source-component-config = the configuration of kubelet or kube-proxy
source-config-map = a ConfigMap
source-described = what kubectl describe prints
source-eks = EKS
source-eks-anywhere = EKS Anywhere
source-flannel = Flannel
source-gardener = Gardener
source-gke = GKE
source-hypershift = a hosted control plane of OpenShift
source-ip-address = an IPAddress object
source-k0s = k0s
source-k3d = k3d
source-k3s = K3s or RKE2
source-kamaji = Kamaji
source-kind = kind
source-kops = kOps
source-kube-ovn = Kube-OVN
source-kube-router = kube-router
source-kube-vip = a pool of kube-vip
source-kubeadm = kubeadm
source-kubekey = KubeKey
source-kubeone = KubeOne
source-kubermatic = Kubermatic
source-kubespray = Kubespray
source-metallb = MetalLB
source-microk8s = MicroK8s
source-microshift = MicroShift
source-minikube = minikube
source-node = a Node of a cluster
source-omni = a cluster template of Omni
source-openshift = OpenShift
source-ovn-kubernetes = OVN-Kubernetes
source-plan = a plan
source-rancher = Rancher
source-rke = RKE's cluster.yml
source-service = a Service
source-service-cidr = a ServiceCIDR object
source-table = a table of kubectl
source-talos = Talos Linux
source-tanzu = Tanzu Kubernetes Grid
source-terraform = Terraform
source-versions = kubectl version
source-workload = a Pod manifest

import-default = default of { $tool } ({ $place })

IMP001 = `{ $field }` is { $taken } at { $taken-place } and { $other } at { $other-place }
    .title = Two sources contradict each other
    .help = The plan has the first value; find out which one the cluster has, and correct or leave out the other source

IMP002 = nothing that was given says what `{ $field }` is
    .title = A field is missing that every plan has
    .help = Add a source that says it (the configuration of the installer, the command line of kube-controller-manager or kube-apiserver, `kubectl version`), or write the field into the plan

IMP003 = what stands at { $place } is of no kind that is known here; the nearest is { $nearest ->
        [kubeadm] { source-kubeadm }
        [k3s] { source-k3s }
        [k0s] { source-k0s }
        [talos] { source-talos }
        [kind] { source-kind }
        [microk8s] { source-microk8s }
        [component-config] { source-component-config }
        [workload] { source-workload }
       *[command-line] { source-command-line }
    }
    .kind = the object { $kind } at { $place } says nothing about the addresses of a cluster that is known here
    .title = A piece of the input was not understood
    .help = Nothing of it is in the plan; leave it out, or give the file that the tool itself reads

IMP004 = nothing that was given is of a kind that is known here; what stands at { $place } is nearest to { $nearest ->
        [kubeadm] { source-kubeadm }
        [k3s] { source-k3s }
        [k0s] { source-k0s }
        [talos] { source-talos }
        [kind] { source-kind }
        [microk8s] { source-microk8s }
        [component-config] { source-component-config }
        [workload] { source-workload }
       *[command-line] { source-command-line }
    }
    .title = Nothing was understood
    .help = Give the configuration of an installer, command lines or units of components, `kubectl get nodes,services,servicecidrs -A -o yaml`, `kubectl cluster-info dump`, objects or Helm values of a CNI plugin, or the description of a managed cluster

IMP005 = `{ $value }` at { $place } cannot be the value of `{ $field }`, and was left out
    .title = A value was left out
    .help = Correct the value in the source, or write the field into the plan

IMP006 = `{ $field }` is { $value } because that is the default of the tool at { $place }; no source says it
    .title = A default was taken
    .help = If the cluster was set up with another value, add the source that has it

IMP007 = nothing that was given says what `{ $field }` is
    .node-networks = nodes have the addresses { $addresses }, but nothing says which networks they lie in
    .title = A field is missing that makes the plan better
    .help = Write `{ $field }` into the plan; without it some checks do not run

IMP008 = what stands at { $place } is known ({ $kind }), but says nothing about addresses
    .title = A piece of the input says nothing
    .help = If the cluster has other values than the defaults, give the file that sets them

IMP009 = node `{ $node }` at { $place } has the block { $block }, which lies in none of the pod ranges
    .title = A node's block lies outside of the pod ranges
    .help = Check whether `--cluster-cidr` was changed after the node was added, or whether the plugin hands out other blocks

IMP010 = `{ $field }` has IPv4 first, but the source at { $place } has a field for each family and does not say which one is the primary one
    .title = The order of the families is not known
    .help = Add the command line of kube-apiserver or kube-controller-manager, or the configuration of the installer; if IPv6 is the primary family, put its range first

IMP011 = the source at { $place } asks for { $family }, and no pod range of that family is given: the cloud chooses it
    .title = A family is asked for without its ranges
    .help = Give what the running cluster shows too (its Nodes, or the cloud's description of it), or write the ranges into the plan
