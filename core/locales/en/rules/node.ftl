## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

NODE006 = the cluster is dual-stack, but no { $family } network is given for the nodes
    .title = Nodes without the second family
    .help = give the nodes a network of each family; without addresses of both, host-network pods and NodePorts stay single-stack
