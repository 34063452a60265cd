### What kube-apiserver decided about a Service, step by step.

service-step-field-unknown = Kubernetes { $version } has no { $field } or has it switched off: dropped
service-step-policy-decoded = Two families or two cluster IPs without a policy mean RequireDualStack in this version
service-step-families-decoded = RequireDualStack with one family: the other one is added before the cluster is looked at
service-step-gate-off = Feature gate IPv6DualStack is off: families are not looked at, the Service gets one address from the primary range
service-step-external-name = An ExternalName Service has no cluster IPs and no families

service-step-ips-from-ip = clusterIP is given and clusterIPs is not → clusterIPs is set to it
service-step-ips-kept = clusterIP is unchanged and clusterIPs was left out → the stored list is kept
service-step-ips-cleared = clusterIP was cleared and clusterIPs is unchanged → clusterIPs is cleared too
service-step-ips-follow-ip = clusterIP was changed and clusterIPs is unchanged → clusterIPs follows clusterIP
service-step-kept = { $field } was left out → the stored value is kept
service-step-cleared-by-type = The type changes from { $old } to { $new } and { $field } was not changed → it is cleared
service-step-second-dropped = The policy is SingleStack and { $field } has two entries → the second one is dropped

service-step-prefer-dual-stack-kept = PreferDualStack, and addresses and families are those stored → nothing changes, whatever the cluster has become
service-step-policy-from-old = Policy not given → that of the stored Service is kept: { $policy }
service-step-policy-headless = Policy not given, headless and without selector → { $policy }
service-step-policy-single-selector = Policy not given and the Service has a selector → { $policy }
service-step-policy-single-no-selector = Policy not given → { $policy }
service-step-policy-two-families = Policy not given and there are two families → { $policy }
service-step-family-of-ip = Family not given for cluster IP { $ip } → { $family }
service-step-primary-family = Families not given → the primary family of the cluster: { $family }
service-step-second-family = The policy asks for two families and the cluster has both → { $family } is added
service-step-second-family-headless = Headless without selector: the policy asks for two families → { $family } is added, whether the cluster has it or not
service-step-no-second-family = The policy asks for two families, but the cluster has one → one family

service-step-headless = Headless: no address is allocated
service-step-address-allocated = An { $family } address is allocated: { $address }
service-step-address-reserved = The requested { $family } address { $address } is reserved
service-step-address-released = { $address } is released
service-step-node-port-allocated = Node port { $port } is allocated
service-step-node-port-reserved = The requested node port { $port } is reserved
service-step-name-generated = The server completes the name that starts with { $start }
service-step-held = The cluster holds this Service already: it is not sent, and shown as a client reads it
service-step-health-check-port = The load balancer asks every node for its health → port { $port } is allocated

service-step-refused = Refused at { $field }: { $error }
service-step-failed = The server fails: { $error }

service-simulation-now-dual-stack = The cluster is dual-stack now; Services keep their families until they are changed
service-simulation-now-single-stack = The cluster is single-stack now; Services with the other family keep it, and unless their policy is PreferDualStack their updates fail
service-simulation-ranges-changed = The Service ranges are other ones now; stored addresses stay as they are
service-simulation-default-object-created = The API server creates the ServiceCIDR object kubernetes from its flag
service-simulation-default-object-extended = The API server adds the second range to the ServiceCIDR object kubernetes
service-simulation-object-leaves = ServiceCIDR { $name } is being deleted; it stays for { $seconds } seconds at least, so that no API server gives addresses from it any more
service-simulation-object-waits = ServiceCIDR { $name } is being deleted and waits until no Service has an address in it
service-simulation-object-removed = ServiceCIDR { $name } is gone

service-aspect-external-name = The DNS server answers with another name; whoever asks gets the families of that name
service-aspect-no-balancer = No provider of load balancers follows from the plan; without one the Service stays without an external address
service-aspect-balancer-lacks-family = { $balancer } gives this Service no { $family } address
service-aspect-balancer-needs-annotation = { $balancer } gives this Service an { $family } address only with the annotation { $annotation }
service-aspect-one-balancer-ip = loadBalancerIP holds one address, but the Service has two families
service-aspect-family-unrestricted = No source range is an { $family } one, so kube-proxy lets everybody connect over { $family }
service-aspect-external-ips-not-served = The Service has no { $family } family, so no kube-proxy serves its { $family } external IPs
service-aspect-endpoints-one-family = The Endpoints object holds the first family only; EndpointSlices hold both
service-aspect-endpoints-by-hand = Without a selector nobody writes endpoints: each family needs an EndpointSlice of its address type

service-convert-family-to-list = ipFamily { $family } becomes ipFamilies [{ $family }] with policy SingleStack
service-convert-family-of-address = The cluster IP { $address } is { $family }, although ipFamily says { $named }: the address is kept, and clients that expect { $named } do not get it
service-convert-family-dropped = ipFamily has no meaning here and is left out
service-convert-policy-added = Two families or cluster IPs without a policy meant { $policy }; it has to be written now
service-convert-prefer-upgrades = In { $version } any update of a PreferDualStack Service adds the second family once the cluster has it
service-convert-replace-needs-ip = In { $version } replacing the stored Service needs its clusterIP in the manifest
service-convert-list-to-family = The first of ipFamilies becomes ipFamily { $family }
service-convert-one-family-only = Services of { $version } have one family: a second Service is needed for the other one
service-convert-second-address-lost = The second cluster IP { $address } is lost
service-convert-field-lost = { $version } has no { $field } or refuses it here: it is left out
service-convert-canonical = { $before } is written as { $after }
service-convert-no-sctp = { $version } refuses SCTP ports unless a feature gate is switched on
service-convert-no-mixed-protocols = { $version } refuses several protocols on one load balancer
service-convert-no-kubelet-port = { $version } refuses a load balancer on port 10250, which kubelet uses
service-convert-needs-gate = { $version } looks at families only with the feature gate IPv6DualStack=true
service-convert-had-no-effect = { $field } had no effect in the version the manifest was written for: it is left out
