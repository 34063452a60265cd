## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

SVC001 = Service { $name } requires both families, but the cluster has { $family } Service addresses only
    .title = Dual-stack required on a single-stack cluster
    .help = ask for both families where the cluster has them (PreferDualStack), or give the plan a Service range of the second family
    .fix-prefer = Both families where the cluster has them (PreferDualStack)

SVC002 = Service { $name } names a family that this cluster has no Service addresses of
    .title = Family not configured
    .help = name only families of the cluster, or none: PreferDualStack without ipFamilies takes what there is
    .fix-configured = Keep the families of the cluster only

SVC003 = Service { $name } names two families or two cluster IPs, but its policy allows one
    .title = Two families, policy for one
    .help = set ipFamilyPolicy to PreferDualStack or RequireDualStack, or keep one family
    .fix-prefer = Allow both families (PreferDualStack)
    .fix-first = Keep the first one only

SVC004 = Service { $name } gets { $family } only: without ipFamilyPolicy the API server stores SingleStack, and { $other } clients find no address
    .title = Service silently single-stack
    .help = say what is meant: PreferDualStack for both families, SingleStack for one
    .fix-prefer = Ask for both families (PreferDualStack)
    .fix-say-so = Keep one family, and say so (SingleStack)

SVC005 = Service { $name } keeps { $family } only: a stored PreferDualStack Service does not get { $other } when the cluster becomes dual-stack
    .title = PreferDualStack Service not upgraded
    .help = change the policy to RequireDualStack, name both families, or delete and create the Service
    .fix-require = Touch it (RequireDualStack)

SVC006 = Service { $name } cannot change its first family or address: both are fixed once it is stored
    .title = First family or address changed
    .help = keep them as they were, or delete the Service and create it anew
    .fix-keep = Keep what the older file says

SVC007 = Service { $name } gives its second family back, but its policy does not say SingleStack
    .title = Second family released without SingleStack
    .help = set ipFamilyPolicy to SingleStack; the lists may then be left out
    .fix-single = Release it (SingleStack)

SVC008 = Service { $name } lists a cluster IP that is not of the family at the same place of ipFamilies
    .title = Cluster IPs and families in different order
    .help = list clusterIPs and ipFamilies in the same order
    .fix-follow = Order the families as the addresses

SVC009 = the lists of cluster IPs and families of Service { $name } do not fit together
    .title = Lists of addresses or families malformed
    .help = clusterIP is the first of clusterIPs; one entry of each family; None stands alone
    .fix-tidy = Bring the lists in order

SVC010 = ExternalName Service { $name } has a field that only Services with addresses may have
    .title = Families of an ExternalName Service
    .help = take ipFamilyPolicy, ipFamilies, clusterIP and clusterIPs out
    .fix-remove = Take the fields out

SVC011 = headless Service { $name } without selector is stored as RequireDualStack with both families
    .title = Headless Service without selector
    .help = say which policy is meant, and write an EndpointSlice for each family
    .fix-require = Say so (RequireDualStack)
    .fix-single = One family (SingleStack)

SVC012 = headless Service { $name } has { $family } addresses in DNS only; { $other } clients find none
    .title = Headless Service silently single-stack
    .help = say what is meant: PreferDualStack for both families, SingleStack for one
    .fix-prefer = Ask for both families (PreferDualStack)
    .fix-say-so = Keep one family, and say so (SingleStack)

SVC013 = the cluster IP { $address } of Service { $name } lies in the dynamic band, from which other Services get theirs; { $first } to { $last } are kept for fixed ones
    .taken = the cluster IP of Service { $name } belongs to another Service
    .title = Fixed cluster IP taken, or easily taken
    .help = choose an address of the static band, or let the API server choose
    .fix-automatic = Let the API server choose
    .fix-static = Use { $to } of the static band
    .page-fix-static = Use a free address of the static band

SVC014 = the cluster IP of Service { $name } is none that a Service of this cluster can have
    .title = Cluster IP outside the Service ranges
    .help = take an address of a Service range, neither its first nor, for IPv4, its last; or let the API server choose
    .fix-automatic = Let the API server choose
    .fix-static = Use { $to } of the static band
    .page-fix-static = Use a free address of the static band

SVC016 = a program that listens on 0.0.0.0 alone resets IPv6 clients of its dual-stack Service
    .title = Program listens on IPv4 only
    .help = bind :: with IPV6_V6ONLY off, or both addresses

SVC017 = Service { $name } names families that it would get anyway; on a cluster without one of them it is refused
    .title = Families named without need
    .help = leave ipFamilies out; PreferDualStack takes what the cluster has
    .fix-remove = Leave ipFamilies out

SVC018 = ServiceCIDR { $name } lists two { $family } ranges; one of each family is allowed
    .many = ServiceCIDR { $name } lists more than two ranges
    .refused = the API server refuses ServiceCIDR { $name }
    .overlap = the range { $range } of ServiceCIDR { $name } overlaps { $other }
    .title = ServiceCIDR object refused or overlapping
    .help = one range of each family in an object, clear of pods, nodes and reserved networks

SVC019 = Service { $name } names a family or policy that Kubernetes does not know
    .title = Unknown family or policy
    .help = families are IPv4 and IPv6; policies are SingleStack, PreferDualStack and RequireDualStack
    .fix-nearest = Write { $to }
    .page-fix-nearest = Write the nearest known name

SVC020 = Service { $name } is headless and of type { $type }
    .title = Headless Service of type NodePort or LoadBalancer
    .help = give it a cluster IP, or make it a ClusterIP Service
    .fix-address = Let it have a cluster IP
    .fix-headless = Keep it headless (type ClusterIP)

SVC021 = a Service of type { $type } has no field { $field }
    .title = Field of another Service type
    .help = take the field out, or give the Service the type that has it
    .fix-remove = Take the field out

SVC022 = the stored Service { $name } has the address { $address }, which lies in none of the Service ranges { $ranges }
    .twice = the stored Services { $name } and { $other } both have the address { $address }
    .families = the families of the stored Service { $name } are not those of its addresses
    .update = an update of the stored Service { $name } is refused, even one that changes nothing
    .changes = any update of the stored Service { $name } changes its addresses to { $addresses }
    .single = { $count ->
            [one] one of the { $held } stored Services has one family and keeps it until it is changed: { $services }
           *[other] { $count } of the { $held } stored Services have one family and keep it until they are changed: { $services }
        }
    .help-single = give those that are to have both families `ipFamilyPolicy: PreferDualStack`; the others are right as they are
    .title = Stored Service that does not fit the plan
    .help = compare the Service ranges with those of the cluster, or create the Service again

SVC023 = { $kind } { $name } has the field { $field }, which does not exist; { $nearest } is meant
    .misplaced = { $kind } { $name } has the field { $field } at the wrong place: it belongs into { $place }
    .alone = { $kind } { $name } has the field { $field }, which this version does not have
    .title = Field that the version does not have
    .help = correct the name or the place of the field, or take it out
    .fix-rename = Rename to { $to }
    .page-fix-rename = Rename to the nearest known field

SVC024 = { $field } of Service { $name } is missing, listed twice, or not of the form that the API server takes
    .title = Field of a Service of the wrong form
    .help = write the field that the API server names in the form that its text gives

SVC025 = { $field } of Service { $name } is not of the form that the API server takes
    .title = Metadata of a Service of the wrong form
    .help = write it in the form that the API server's text gives; a Service that is renamed has another DNS name

SVC026 = the namespace { $namespace } has a Service { $name } already in this file
    .title = Two Services of one name
    .help = give one of them another name, or write what both say in one

SVC100 = the API server refuses Service { $name } with status { $code }
    .title = Service refused
    .help = the API server's text is its exact answer; the steps that led there are shown with the Service

SVC101 = the API server refuses the change of Service { $name } with status { $code }
    .title = Change of a Service refused
    .help = delete the Service and create it anew, or keep the field that the API server names in its text
