## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

WIN001 = the pod network is an overlay, on which Windows nodes cannot be dual-stack
    .title = Dual-stack overlay with Windows nodes
    .help = use l2bridge networks, or keep Windows nodes in an IPv4 cluster

WIN002 = { $name } needs Windows nodes, which cannot be in an IPv6-only cluster
    .title = Windows in an IPv6-only cluster
    .help = plan IPv4 or both families

WIN003 = Service { $name } has both families, but { $workload } runs on Windows, where Services have one
    .title = Dual-stack Service for Windows pods
    .help = make the Service SingleStack
    .fix-single = One family (SingleStack)
