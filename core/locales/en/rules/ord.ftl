## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

ORD001 = the advertise address { $address } is { $other }, but the first Service range { $services } is { $family }: kube-apiserver does not start
    .title = Advertise address of the wrong family
    .help = put the Service range of the advertise address's family first, or advertise an address of the other family
    .fix-swap = Put { $first } first

ORD002 = the advertise address { $address } is { $other }, but the first Service range { $services } is { $family }: the kubernetes Service will never answer
    .title = Advertise address of the wrong family (up to 1.23)
    .help = put the Service range of the advertise address's family first, or advertise an address of the other family
    .fix-swap = Put { $first } first

ORD011 = pods have { $pods } first, Services { $services }: fields that hold one value will disagree
    .title = Pods and Services in opposite order
    .help = list the families in the same order in podCIDRs and serviceCIDRs
    .fix-swap = Put { $first } first
