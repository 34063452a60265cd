group-clouds = Managed clusters

target-aks = AKS
    .description = az commands and a Terraform configuration
target-eks = EKS
    .description = eksctl file, aws command and a Terraform configuration
target-gke = GKE
    .description = gcloud commands and a Terraform configuration

## Comments in files.

export-cloud-versions = clouds offer few versions at a time; list them with: { $command }
export-cloud-region = Region
export-cloud-node-range = NODE_RANGE (node_range): IPv4 network of the nodes, which the plan does not name
export-gke-script = REGION has to be set; NODES_PER_ZONE is { $count } nodes spread over { $zones } zones
export-gke-nodes-per-zone = Nodes in each zone of the region
export-aks-script = LOCATION has to be set; RESOURCE_GROUP and NODE_COUNT can be
export-aks-resource-group = Resource group, which has to be there
export-aks-vm-size = Size of the machines
export-aks-node-count = Nodes of the first pool
export-eks-region = replace REGION by the region
export-eks-split = eksctl cuts the VPC into eight subnets of { $subnets }, a public and a private one in each of three zones, and puts nodes into the public ones
export-eks-pods = pods per node follow from the instance type; { $pods } of them on an IPv4 node may need prefix delegation (ENABLE_PREFIX_DELEGATION of vpc-cni)
export-eks-script = CLUSTER_ROLE_ARN and SUBNET_IDS (separated by commas, two zones or more) have to be set
export-eks-role = Role of the control plane
export-eks-subnets = Subnets in two zones or more
    .ipv4 = each subnet needs six free addresses for the control plane, and one for every node and pod
    .both = each subnet needs an IPv4 range and an IPv6 /64, and six free IPv4 addresses for the control plane
export-eks-vpc = the subnets lie in the VPC { $range }

## Findings.

EXP101 = pods and Services of { $cloud } have the same families, but the plan has { $pods } for pods and { $services } for Services
    .title = Pods and Services of different families

EXP102 = { $cloud } has no clusters with IPv6 first
    .title = IPv6 first is not offered
    .help = put the IPv4 range first in podCIDRs, serviceCIDRs and nodeCIDRs

EXP103 = { $cloud } has no clusters with IPv6 alone
    .gke = GKE makes clusters with IPv6 alone, but its Terraform provider has no value for them yet: follow Google's own steps
    .gke-later = GKE makes clusters with IPv6 alone from 1.37.1-gke.3020000 on
    .title = IPv6 alone is not offered
    .help = give the plan an IPv4 range too, and put it first

EXP104 = { $cloud } chooses these ranges itself
    .gke = Google chooses every IPv6 range, so these are not used: { $ranges }. Nodes and pods get theirs from a /64 of the subnet, Services from a range of Google's
    .eks = these ranges are not used: { $ranges }. Pods of EKS take addresses of the VPC's subnets, and AWS assigns IPv6 ranges itself
    .title = Ranges that the cloud chooses
    .help = plan routes and firewalls with the ranges that the cloud shows once the cluster is there

EXP105 = { $range } overlaps { $block }, which { $cloud } keeps for itself
    .title = Range kept by the cloud
    .help = choose another private range

EXP106 = { $cloud } runs { $least } to { $most } pods on a node, but the plan has { $pods }
    .pool = AKS wants room for 30 pods in the first pool, but { $count } nodes with { $pods } pods have less
    .title = Pods per node that the cloud refuses
    .help = change nodes.maxPods

EXP107 = nodes of { $cloud } get IPv4 blocks of { $fixed }, but the plan has { $mask }
    .title = The cloud fixes the node mask
    .help = write the cloud's own mask into nodes.maskSizeIPv4, so that the plan counts as the cloud does

EXP108 = { $range } has { $room } blocks of { $mask } for nodes, but { $wanted } nodes are planned
    .title = Pod range too small for the nodes
    .help = take a larger pod range, or fewer pods per node where the block follows from them

EXP109 = { $range } leaves { $room } addresses for nodes ({ $reserved } are kept by the cloud), but { $wanted } nodes are planned
    .pods = { $range } leaves { $room } addresses, but { $nodes } nodes with { $pods } pods each need { $wanted }: pods take addresses of the VPC
    .title = Node network too small
    .help = take a larger node network

EXP110 = a cluster of EKS has one family: this one is { $family }, and neither pods nor Services get { $lost }. Nodes and load balancers can have both
    .title = EKS has no dual-stack pods
    .help = the family cannot be changed later; the first range of the plan decides

EXP111 = EKS refuses the Service range { $range }: it has to lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16
    .size = EKS refuses the Service range { $range }: it has to be between /24 and /12
    .title = Service range that EKS refuses

EXP112 = { $first } and { $second } overlap, which { $cloud } refuses
    .title = Ranges of one cluster overlap

EXP113 = eksctl makes no VPC of { $range }
    .subnet = an IPv6 subnet of Azure is a /64: of { $range } the nodes get { $first }
    .title = Node network of a size that the cloud does not take
    .help = take a node network of a size that the cloud takes

EXP114 = AKS documents IPv6 pod ranges of /64 only: of { $range } the files use { $first }
    .small = AKS documents IPv6 pod ranges of /64 only, and { $range } is smaller
    .title = IPv6 pod range of another size
    .help = write a /64 into podCIDRs, so that the plan counts as AKS does

EXP115 = { $cloud } refuses the Service range { $range }: { $smallest } is the smallest one
    .undocumented = { $range } is larger than the Service ranges that Google names, { $smallest } to { $largest }; it may be refused
    .smaller = AKS refuses the Service range { $range }: it has to be smaller than a { $limit }
    .at-most = AKS refuses the Service range { $range }: it can be no larger than a { $limit }
    .dns = the Service range { $range } is too small for the address of the cluster DNS, the tenth
    .title = Size of the Service range

EXP116 = { $cloud } runs { $own }: { $plugin } is not part of these files
    .title = Another CNI plugin than the cloud's

EXP117 = no field takes these node networks, so they are not used: { $ranges }
    .title = Node networks that are not used
    .help = a cluster takes one network of each of their families

EXP118 = a cluster of AKS has { $limit } nodes at most, but { $wanted } are planned
    .pool = a pool of AKS has { $limit } nodes at most: the files make the first one, and { $wanted } nodes need more
    .title = More nodes than the cloud takes

EXP119 = { $target }: { $value } in { $file } has to be replaced
    .patch = EKS chooses the patch level itself: { $version } becomes { $minor }
    .title = Values that the plan does not have, or EKS does not take
