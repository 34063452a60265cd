## Comments in files.

export-reason = { $flag }: { $why }
export-placeholder = { $flag }: replace { $value } by the node's own addresses, on every node
export-flag-only = not part of this file, start kubelet with: { $argument }
export-static-pod = add these arguments to the command of the manifest; image, volumes and certificates are not part of a plan
export-systemd = add { $variable } to the ExecStart line of { $component }.service
export-servicecidr = the API server makes an object of its own from --service-cluster-ip-range; this one adds the ranges to a running cluster
export-ip-masq-agent = traffic to the networks listed keeps the pod's address, everything else gets the node's
export-kubeadm-join = CONTROL_PLANE_ENDPOINT, TOKEN and CA_CERT_HASH are printed by kubeadm init
    .known = TOKEN and CA_CERT_HASH are printed by kubeadm init
export-kubeadm-join-worker = for workers: kubeadm join --config join.yaml
export-kubeadm-join-control-plane = for further control-plane nodes: kubeadm join --config join-control-plane.yaml; replace CERTIFICATE_KEY by what kubeadm init phase upload-certs --upload-certs prints
export-release = for { $tool } { $release }
    .newest = for { $tool } { $release }, the newest known for this version; spec.tools of the plan can name another
export-kubeadm-join-shared = control-plane nodes need a controlPlaneEndpoint that they share, in init.yaml before the first node starts: give it as spec.controlPlaneEndpoint of the plan

## Where files come from.

export-origin =
    .this-plan = from this plan
    .edited = from this plan, but changed since, or written by another version of dualstack-planner
    .other-plan = from another plan, or from this one before it was changed
    .unknown = not an export

## Findings.

EXP001 = { $target }: { $value } in { $flag } has to be replaced by the addresses of each node
    .title = Addresses of nodes are not in the plan
    .help = the plan names no single nodes; write the node's own addresses when a node is set up

EXP003 = there is no export target { $target }
    .nearest = there is no export target { $target }; did you mean { $near }?
    .title = Unknown export target

EXP004 = ServiceCIDR is off by default in Kubernetes { $version }: start kube-apiserver with --feature-gates={ $gate } and --runtime-config={ $config }
    .title = ServiceCIDR has to be switched on
    .help = from 1.33 on it is there without either

EXP005 = Service { $service } loses { $fields }: Services of Kubernetes { $version } have one family and no policy
    .title = Fields that the version does not have

EXP006 = a ServiceCIDR holds one range, or two of different families
    .title = Service ranges that no ServiceCIDR can hold

EXP007 = no Service can get an address from { $range }: the allocator takes IPv6 ranges of /64 or longer
    .title = Service range too large for the allocator

EXP008 = there are no Services beside the plan
    .title = No Services

EXP009 = { $target }: { $error }
    .title = File not written

EXP010 = every pod range is routed on the Internet: nothing needs to be masqueraded
    .title = No masquerading needed

EXP011 = { $plugin } masquerades by itself: switch that off before ip-masq-agent runs, or traffic is translated twice
    .title = Two components masquerade

EXP012 = { $family } pods have addresses that the Internet routes: they are not masqueraded and need return routes to the nodes
    .title = Routed pods are not masqueraded

EXP013 = the plan names no node networks: traffic from pods to nodes will be masqueraded
    .title = Node networks are not in the plan

EXP014 = ip-masq-agent takes { $limit } networks, but there are { $count }
    .title = Too many networks for ip-masq-agent

EXP015 = { $target }: { $component } refuses what the plan asks for
    .title = A component refuses the plan
    .help = the component's own text says which check fails

## The list of targets (docs/exports).

checked-schema = schema: { $what }
checked-source = source read: { $what }
checked-started = started with: { $what }
checked-reader = read by: { $what }
checked-documentation = documentation: { $what }

exports-index = Export targets
    .checked = Checked against
    .releases = Releases of tools
    .releases-intro = A plan can name these in `spec.tools`. Without it exports are for the newest that runs the plan's version of Kubernetes, and the files say which.
    .tool = Tool
    .known = Known releases
    .changes = What changes
    .sources = Source
    .begins = `{ $name }` from { $release } on
    .ends = `{ $name }` before { $release }
    .intro = What `dualstack export --target` and the page write. The last columns show what becomes of a small plan of each kind in the newest Kubernetes version: yes, with remarks, or no; the remarks stand below each table. `dualstack export --list` prints the same list.
    .unread = What EKS, GKE and AKS check themselves is not public and could not be read: behind those targets stands their documentation, and eksctl. A plan that passes here may still be refused there.
    .target = Target
    .files = Files
    .dual-stack = dual-stack
    .ipv6-first = IPv6 first
    .ipv4 = IPv4
    .ipv6 = IPv6
    .yes = yes
    .partly = with remarks
    .no = no
