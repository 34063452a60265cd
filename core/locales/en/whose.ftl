## Whose an address is.

whose-api-server = { $address } is the address of the API server
whose-kubernetes-service = { $address } is the cluster IP of the Service default/kubernetes, through which pods reach the API server
whose-cluster-dns = { $address } is the cluster IP that the cluster DNS has by convention
whose-service = { $address } is the cluster IP of the Service { $service }
whose-service-range = { $address } lies in the Service range { $range }, and no Service here has it
    .static = { $address } lies in the static band of the Service range { $range }: only Services that ask for it get it, until the dynamic band is full
    .dynamic = { $address } lies in the dynamic band of the Service range { $range }: any Service may get it
    .unusable = { $address } lies in the Service range { $range }, and no Service can get it
    .object = { $address } lies in { $range }, which a ServiceCIDR object adds to the Service ranges
whose-node = { $address } lies in { $block }, the block of node { $node }, counted from 0
    .named = { $address } lies in { $block }, a block of the node { $node }
whose-unused-block = { $address } lies in { $block }, a pod block that no node gets: the other family has no block left
    .excluded = { $address } lies in { $block }, a pod block that no node gets because the Service range { $service } touches it
whose-pod-range = { $address } lies in the pod range { $range }, which has no node blocks
whose-node-network = { $address } lies in { $range }, a network of the nodes
whose-load-balancer-pool = { $address } lies in { $range }, a pool of load balancers
whose-reserved = { $address } lies in { $range }, which the plan keeps free
    .named = { $address } lies in { $range }, which the plan keeps free for { $name }
whose-special-purpose = { $address } is of no range of this plan; it lies in { $block }, which { $source } sets aside
whose-nobody = { $address } is of no range of this plan
whose-own-pools = { $plugin } gives pods addresses from pools of its own: the blocks of the nodes do not decide which node a pod address is on
whose-cloud-pods = pods get addresses from the network of the cloud: the blocks of the nodes do not decide which node a pod address is on
