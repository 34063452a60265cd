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
export-gke-script = REGION has to be set; NODES_PER_ZONE is { $count ->
        [one] { $count } node
       *[other] { $count } nodes
    } spread over { $zones ->
        [one] { $zones } zone
       *[other] { $zones } zones
    }
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

EXP104 = { $cloud } chooses these ranges itself
    .gke = Google chooses every IPv6 range, so these are not used: { $ranges }. Nodes and pods get theirs from a /64 of the subnet, Services from a range of Google's
    .eks = these ranges are not used: { $ranges }. Pods of EKS take addresses of the VPC's subnets, and AWS assigns IPv6 ranges itself
    .title = Ranges that the cloud chooses
    .help = plan routes and firewalls with the ranges that the cloud shows once the cluster is there

EXP107 = nodes of { $cloud } get IPv4 blocks of { $fixed }, but the plan has { $mask }
    .title = The cloud fixes the node mask
    .help = write the cloud's own mask into nodes.maskSizeIPv4, so that the plan counts as the cloud does

EXP116 = { $cloud } runs { $own }: { $plugin } is not part of these files
    .title = Another CNI plugin than the cloud's

EXP117 = no field takes these node networks, so they are not used: { $ranges }
    .title = Node networks that are not used
    .help = a cluster takes one network of each of their families

EXP119 = { $target }: { $value } in { $file } has to be replaced
    .patch = EKS chooses the patch level itself: { $version } becomes { $minor }
    .title = Values that the plan does not have, or EKS does not take
