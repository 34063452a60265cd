group-tools = Infrastructure as code

target-ansible = Ansible
    .description = group variables for an inventory
target-terraform = Terraform and OpenTofu
    .description = values with their variables, and the same as locals

## Comments in files.

export-ansible = variables for playbooks of your own; Kubespray reads other names
export-terraform-variables = the values are in { $file }, which is loaded by itself
export-terraform-locals = the values of { $file } once more, for configurations that take no variables
export-terraform-node-pod-cidrs = Illustrative: the controller gives a new node the next free block, in the order in which nodes join.
export-terraform-cluster-name = Name of the cluster
export-terraform-ip-families = Families of Services, the primary one first
    .error = The families are IPv4, IPv6 or both, each once.
export-terraform-pod-cidrs = Pod ranges, the primary family first
    .error = Every pod range must be a CIDR.
export-terraform-service-cidrs = Service ranges, the primary family first
    .error = Every Service range must be a CIDR.
export-terraform-node-cidrs = Networks of the nodes' own addresses
    .error = Every node network must be a CIDR.
export-terraform-node-masks = Prefix length of a node's block of pod addresses, by family
export-terraform-dns-service-ips = Address of the cluster DNS in each Service range
export-terraform-api-service-ips = First address of each Service range; that of the first range is the API server's
export-terraform-max-pods = Pods a node at most
export-terraform-max-nodes = Nodes for which there are blocks of every family
export-terraform-clusters = Address plans by the name of the cluster

## Findings.
