## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

VER001 = { $component }: { $text }
    .title = Gate IPv6DualStack out of its time
    .help = take the gate out; dual-stack needs it from 1.16 to 1.20 only

VER002 = { $component } is started without the gate { $gate }, which is on for { $others }
    .title = Gate on for some components only
    .help = switch it on for kube-apiserver, kube-controller-manager, kubelet and kube-proxy alike

VER003 = Service { $name } asks for { $family } with spec.ipFamily, which is gone since 1.20
    .title = Field ipFamily of the alpha
    .help = use ipFamilies and ipFamilyPolicy
    .fix-convert = Write ipFamilies: [{ $to }]
    .page-fix-convert = Write the family in ipFamilies
    .fix-drop = Remove ipFamily, which the API server ignores

VER004 = Service { $name } uses { $fields }, which the API has from 1.20 on
    .title = Family fields of 1.20 in an older version
    .help = up to 1.19 a Service has one family, given by ipFamily
    .fix-remove = Remove { $fields }
    .page-fix-remove = Remove the fields

VER005 = { $component } of this version takes no second range there: { $text }
    .started = { $component } as it is started takes no second range there: { $text }
    .title = List of ranges before its time
    .help = use a later version, switch the gate on for every component, or plan one range

VER006 = kubelet of this version takes no address pair beside a cloud provider: the second address has to come from { $provider }
    .started = { $component } does not start: { $text }
    .title = Address pair and cloud provider
    .help = give kubelet one family and let the provider report both, or use 1.29

VER007 = { $component } does not start: { $text }
    .title = Gate that the version does not know
    .help = take the gate out of --feature-gates

VER008 = { $component } does not start: { $text }
    .title = Flag that the version does not have
    .help = give both ranges to --service-cluster-ip-range and --cluster-cidr, separated by a comma, and take flags of other versions out

VER009 = kube-proxy of this version does both families in IPVS mode only, and needs a kernel from 4.11 on for IPv6 NodePorts
    .title = IPVS on old kernels
    .help = check the kernels of the nodes, or use 1.18 with iptables

VER010 = cri-dockerd is started without --ipv6-dual-stack
    .title = cri-dockerd reports one address
    .help = start cri-dockerd with --ipv6-dual-stack

VER011 = the feature set IPv6DualStackNoUpgrade keeps OpenShift from being upgraded
    .title = Feature set of the dual-stack preview
    .help = dual-stack needs no feature set since OpenShift 4.8; clusters that have it are installed anew

VER012 = Kubernetes { $version } does not know the feature gate { $gate }: no component starts with it
    .locked = the feature gate { $gate } cannot be set to { $value } in { $version }: no component starts with it
    .near = the feature gate { $gate } is not in the tables of this planner; did you mean { $nearest }?
    .untracked = the feature gate { $gate } is not in the tables of this planner, so nothing is said about it
    .title = Feature gate of the plan that the version does not take
    .help = take the gate out of spec.featureGates, or plan for a version that has it
    .fix-remove = Take { $gate } out
    .page-fix-remove = Take the gate out

VER013 = Kubernetes { $version } has a defect that this plan meets
    .kubelet-panic = in Kubernetes { $version } kubelet panics where pods have both families
    .proxy-crash = in Kubernetes { $version } kube-proxy crashes at the load balancer address of Service { $name }, which is of another family than the Service
    .azure-ipv6-rule = in Kubernetes { $version } the security rule for the IPv6 load balancer of Service { $name } on Azure is that of IPv4
    .ipv6-only-endpoints = in Kubernetes { $version } Services of IPv6-only pods get no endpoints
    .vsphere-ipv6 = in Kubernetes { $version } nodes on vSphere with IPv6 alone lose their addresses
    .large-range = Kubernetes { $version } takes Service addresses behind the first 65536 of the range for addresses outside of it
    .prefer-upgraded = in Kubernetes { $version } any change of the PreferDualStack Service { $name } gives it a second address now that the cluster is dual-stack
    .none-panics = the change of Service { $name } ends in a panic of the API server in Kubernetes { $version }
    .static-range-duplicates = Kubernetes { $version } gives out a Service address twice once the upper band of the range is used up
    .small-range-panic = the API server of Kubernetes { $version } panics when it picks an address of a Service range with 16 addresses
    .block-given-twice = Kubernetes { $version } gives the block of a node that is being deleted to another node while the first one still uses it
    .outside-64 = Kubernetes { $version } gives out addresses outside of an IPv6 Service range of /64
    .no-families-panic = in Kubernetes { $version } the endpoint controller panics at Service { $name }, which was stored without ipFamilies
    .title = Known defect of the planned patch release
    .help = plan for { $to } or later, where it is mended
    .page-help = plan for a patch release in which it is mended
    .help-never = no release mends it; do not set clusterIP: None on a Service that has an address, delete it and create it anew
    .fix-version = Plan for { $to }
    .page-fix-version = Plan for the release that mends it

VER015 = Kubernetes { $version } has no { $kind } in { $api }, so { $name } cannot be created
    .off = Kubernetes { $version } serves { $kind } in { $api } only when it is switched on, so { $name } cannot be created
    .title = Kind that the version does not serve
    .help = use an API version that the version serves, or switch it on with --runtime-config and the gate MultiCIDRServiceAllocator
    .fix-use = Use { $to }
    .page-fix-use = Use the API version that is served
