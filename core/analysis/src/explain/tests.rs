mod lines;

use super::*;
use crate::lint::notes;

/// What a line is explained by: codes, surest first.
fn codes_of(line: &str) -> Vec<&'static str> {
    explain(line, None).iter().map(|found| found.rule.code).collect()
}

fn captured(line: &str) -> Vec<(&'static str, String)> {
    let found = explain(line, None);
    let matched = found.first().and_then(|found| found.matched.clone()).unwrap();
    matched
        .captured
        .into_iter()
        .map(|captured| (captured.name, captured.value))
        .collect()
}

#[test]
fn codes_in_any_spelling_are_rules() {
    assert_eq!(codes_of("ADDR001"), ["ADDR001"]);
    assert_eq!(
        codes_of(" addr001, cap002\nORD011"),
        ["ADDR001", "CAP002", "ORD011"]
    );
    assert!(codes_of("ADDR001 and then").is_empty());
    assert!(codes_of("").is_empty());
}

/// A line as it really looks, and what it is explained by. Every pattern of every rule is in one.
const LINES: &[(&str, &str)] = &[
    (
        "E0101 12:00:00.000000       1 range_allocator.go:365] \"Node already has a CIDR allocated. Releasing the new one\" node=\"worker-1\" podCIDRs=[\"10.244.0.0/24\",\"fd00::/64\"]",
        "MIG001",
    ),
    (
        "E0101 12:00:00.000000       1 range_allocator.go:319] Node worker-1 already has a CIDR allocated [10.244.0.0/24]. Releasing the new one.",
        "MIG001",
    ),
    (
        "E1222 21:25:21.287488       1 repair.go:247] the cluster IP 10.103.106.226 for service metrics/kube-system is not within the service CIDR 10.96.0.0/16; please recreate",
        "MIG007",
    ),
    (
        "3m  Warning  ClusterIPOutOfRange  service/web  Cluster IP [IPv6]:fd00:10:96::a is not within the service CIDR fd00:10:97::/112; please recreate service",
        "MIG007",
    ),
    (
        "3m12s       Warning   ClusterIPOutOfRange   service/web-1   Cluster IP [IPv6]: fcff:ffff:ffff:ffff:9b2e:1::7 is not within any configured Service CIDR; please recreate service",
        "MIG007",
    ),
    (
        "E0711 10:00:00.1 1 repairip.go:353] \"Unhandled Error\" err=\"the ClusterIP [IPv4]: 10.43.0.9 for Service default/web is not within any service CIDR; please recreate\" logger=\"UnhandledError\"",
        "MIG007",
    ),
    (
        "Warning  ClusterIPNotValid  1m  ipallocator-repair-controller  Cluster IP fd00:10:96::5(web) is of ip family that is no longer configured on cluster; please recreate service",
        "MIG007",
    ),
    (
        "Error from server (InternalError): error when creating \"services.yaml\": Internal error occurred: failed to allocate a serviceIP: the provided network does not match the current range",
        "MIG007",
    ),
    (
        "Warning   KubernetesDefaultServiceCIDRInconsistent   servicecidr/kubernetes   The default ServiceCIDR [10.96.0.0/16] does not match the controller flag configurations [10.96.0.0/16 fd00:10:97::/112]",
        "MIG007",
    ),
    (
        "Warning  KubernetesDefaultServiceCIDRError  servicecidr/kubernetes  The default ServiceCIDR can not be upgraded from [10.96.0.0/16] to dual stack [10.96.0.0/16 fd00:10:96::/112] : conflict",
        "MIG007",
    ),
    (
        "Warning  ClusterIPAlreadyAllocated  service/web  Cluster IP [IPv4]:10.96.0.50 was assigned to multiple services; please recreate service",
        "SVC013",
    ),
    (
        "E0711 10:00:00.1 1 repair.go:238] the cluster IP 10.96.0.50 for service web/default was assigned to multiple services; please recreate",
        "SVC013",
    ),
    (
        "Error from server (InternalError): error when creating \"test-service.yaml\": Internal error occurred: failed to allocate a serviceIP: range is full",
        "CAP013",
    ),
    (
        "Warning  ServiceCIDRFull  service/web  Service CIDR 10.96.0.0/28 is full; you must widen the CIDR in order to create new services for Cluster IP [IPv4]:10.96.0.14",
        "CAP013",
    ),
    (
        "E0711 10:00:00.1 1 range_allocator.go:320] CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
        "CAP003",
    ),
    (
        "[error with field IPpool.CIDR = 'fd00:10:244::/124' (IPv6 pool size is too small (min /122) for use with Calico IPAM)]",
        "CAP016",
    ),
    (
        "E1122 09:12:01.1 1 main.go:335] Error registering network: failed to acquire lease: node \"n2\" pod cidr not assigned",
        "CNI001",
    ),
    (
        "Failed to create pod sandbox: plugin type=\"flannel\" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory",
        "CNI001",
    ),
    (
        "time=\"2025-03-05T03:11:20Z\" level=warning msg=\"Waiting for k8s node information\" error=\"required IPv6 PodCIDR not available\" subsys=k8s",
        "CNI005",
    ),
    (
        "I0711 10:00:00.1 1 server_linux.go:312] \"Detect-local-mode set to NodeCIDR, but no PodCIDR defined at node for primary IP family\" ipFamily=\"IPv6\"",
        "MIG001",
    ),
    (
        "Failed to create 'IPPool' resource: [error with field IPpool.IPIPMode = 'Always' (IPIPMode other than 'Never' is not supported on an IPv6 IP pool)]",
        "CNI010",
    ),
    (
        "Failed to apply 'IPPool' resource: [error with field IPpool.VXLANMode = 'Always' (VXLANMode other than 'Never' is not supported on an IPv6 IP pool)]",
        "CNI010",
    ),
    (
        "error with field IPPool.Spec.IPIPMode = 'Always' (IPIP is not supported on an IPv6 IP pool)",
        "CNI010",
    ),
    (
        "error with field IPPool.Spec.CIDR = '10.244.0.1/16' (IPPool CIDR is not strictly masked)",
        "ADDR005",
    ),
    (
        "Mar 31 18:02:11 node-1 k3s[2140]: time=\"2023-03-31T18:02:11+02:00\" level=fatal msg=\"IPv6 was enabled but no IPv6 address was found on node\"",
        "NODE001",
    ),
    (
        "E0215 01:12:52.345678       1 main.go:123] failed to get default v6 interface: unable to find default v6 route",
        "NODE006",
    ),
    (
        "E0711 10:00:00.1 1 kubelet_node_status.go:711] \"Failed to set some node status fields\" err=\"failed to validate nodeIP: node IP: \\\"fd00::11\\\" not found in the host's network interfaces\" node=\"n1\"",
        "NODE006",
    ),
    (
        "ip6tables v1.8.4 (legacy): can't initialize ip6tables table `nat': Table does not exist (do you need to insmod?)",
        "NODE009",
    ),
    (
        "I0711 10:00:00.1 1 server_linux.go:98] \"No iptables support for family\" ipFamily=\"IPv6\" error=\"exit status 3\"",
        "NODE009",
    ),
    (
        "I0711 10:00:00.1 1 server_others.go:190] \"kube-proxy running in single-stack mode: secondary ipFamily is not supported\" ipFamily=IPv6",
        "NODE009",
    ),
    (
        "E0711 10:00:00.1 1 run.go:72] \"command failed\" err=\"no backend support for primary IP family (IPv6)\"",
        "NODE009",
    ),
    (
        "E0711 10:00:00.1 1 run.go:72] \"command failed\" err=\"iptables is not available: no support for primary IP family \\\"IPv6\\\"\"",
        "NODE009",
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to set bridge addr: could not add IP address to \"cni0\": permission denied",
        "NODE009",
    ),
    (
        "W0709 10:43:06.551816       1 server_others.go:512] detect-local-mode set to ClusterCIDR, but no IPv6 cluster CIDR defined, , defaulting to no-op detect-local for IPv6",
        "PRX001",
    ),
    (
        "I0202 05:52:21.484337       1 server_others.go:465] \"Detect-local-mode set to ClusterCIDR, but no IPv6 cluster CIDR defined, , defaulting to no-op detect-local for IPv6\"",
        "PRX001",
    ),
    (
        "I1025 16:06:08.585578       1 server_others.go:421] \"Detect-local-mode set to ClusterCIDR, but no cluster CIDR for family\" ipFamily=\"IPv6\"",
        "PRX001",
    ),
    (
        "I0711 10:00:00.1 1 server_linux.go:275] \"Detect-local-mode set to ClusterCIDR, but no cluster CIDR specified for primary IP family\" ipFamily=\"IPv6\" clusterCIDRs=[\"10.244.0.0/16\"]",
        "PRX001",
    ),
    (
        "W0709 10:43:06.551816       1 server_others.go:449] Detect-local-mode set to ClusterCIDR, but no cluster CIDR defined",
        "PRX001",
    ),
    (
        "E0617 04:59:59.910285       1 server.go:255] \"Kube-proxy configuration may be incomplete or incorrect\" err=\"cluster is IPv4-primary but clusterCIDRs contains only IPv6 addresses\"",
        "PRX001",
    ),
    (
        "E0617 04:59:59.910285       1 server.go:255] \"Kube-proxy configuration may be incomplete or incorrect\" err=\"nodePortAddresses is unset; NodePort connections will be accepted on all local IPs. Consider using `--nodeport-addresses primary`\"",
        "PRX002",
    ),
    (
        "E1 run.go:74] \"command failed\" err=\"failed validate: KubeProxyConfiguration.BindAddress: Invalid value: \\\"x\\\": not a valid textual representation of an IP address\"",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.DetectLocalMode: Unsupported value: \"Node\": supported values: \"ClusterCIDR\"",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyIPVSConfiguration.ExcludeCidrs[0]: Invalid value: \"x\": must be a valid IP block",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.DetectLocalConfiguration.InterfaceName: Required value: ",
        "PRX006",
    ),
    (
        "F0711 1 server.go:495] unable to create proxier: unknown detect-local-mode: Node",
        "PRX006",
    ),
    (
        "Get \"https://[fd00:10:96::1]:443/api/v1/namespaces/kube-system\": x509: cannot validate certificate for fd00:10:96::1 because it doesn't contain any IP SANs",
        "ORD008",
    ),
    (
        "2023-04-12T09:22:05 error Applied to cluster error: failed to init generator config init kubeadm config error: invalid CIDR address: 100.64.0.0/10,fd01::/64",
        "VER005",
    ),
    (
        "Service \"media\" is invalid: spec.externalTrafficPolicy: Invalid value: \"Cluster\": may only be set when `type` is 'NodePort' or 'LoadBalancer'",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set for externally-accessible services",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.externalTrafficPolicy: Invalid value: \"Local\": ExternalTrafficPolicy can only be set on NodePort and LoadBalancer service",
        "SVC021",
    ),
    (
        "spec.healthCheckNodePort: Invalid value: 31000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        "SVC021",
    ),
    (
        "spec.healthCheckNodePort: Invalid value: 31000: HealthCheckNodePort can only be set on LoadBalancer service with ExternalTrafficPolicy=Local",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
        "SVC021",
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: cluster subnet \"100.64.0.0/14\" overlaps built-in join subnet \"100.64.0.0/16\"",
        "ADDR017",
    ),
    (
        "Error: Error creating Subnetwork: googleapi: Error 400: Invalid IPCidrRange: 10.207.16.0/20 conflicts with reserved IP range '10.207.0.0/16'., invalid",
        "ADDR020",
    ),
    (
        "googleapi: Error 400: Pod secondary range name pods should not be the same as service secondary range name., badRequest",
        "ADDR020",
    ),
    (
        "E1122 09:12:01.123456       1 core.go:111] len of ClusterCIDRs==2 and they are not configured as dual stack (at least one from each IPFamily",
        "ADDR008",
    ),
    (
        "Error: --service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP family",
        "ADDR008",
    ),
    (
        "podSubnet: Invalid value: \"10.244.0.0/16,10.245.0.0/16\": expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking",
        "ADDR008",
    ),
    (
        "serviceCIDR and secondaryServiceCIDR are not dualstack (from different IPfamiles)",
        "ADDR008",
    ),
    (
        "F1122 controllermanager.go:245] error starting controllers: length of clusterCIDRs is:3 more than max allowed of 2",
        "ADDR009",
    ),
    (
        "error starting controllers: len of clusters is:3 > more than max allowed of 2",
        "ADDR009",
    ),
    (
        "E1122 09:12:01.0 1 run.go:74] \"command failed\" err=\"--service-cluster-ip-range must not contain more than two entries\"",
        "ADDR009",
    ),
    (
        "Error: --service-cluster-ip-range can not contain more than two entries",
        "ADDR009",
    ),
    (
        "[preflight] the subnet fec0::/48 contains IPv6 site-local addresses that belong to fec0::/10 which has been deprecated by rfc3879",
        "ADDR012",
    ),
    (
        "F1122 09:12:01.1 1 node_ipam_controller.go:99] New CIDR set failed; the node CIDR size is too big",
        "CAP001",
    ),
    (
        "error: podSubnet: Invalid value: \"fd00::/48\": pod subnet mask (48) and node-mask (80) difference is greater than 16",
        "CAP001",
    ),
    (
        "E1122 node controller: failed to allocate cidr from cluster cidr at idx:1: CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
        "CAP002",
    ),
    (
        "E1122 node controller: failed to allocate cidr from cluster cidr at idx:0: CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
        "CAP003",
    ),
    (
        "Warning  CIDRNotAvailable  2m  cidrAllocator  Node n2 status is now: CIDRNotAvailable",
        "CAP003",
    ),
    (
        "podSubnet: Invalid value: \"fd00::/80\": the size of pod subnet with mask 80 is smaller than the size of node subnet with mask 64",
        "CAP005",
    ),
    (
        "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than or equal to --node-cidr-mask-size configured for CIDR family",
        "CAP005",
    ),
    (
        "F1122 core.go:150] Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than --node-cidr-mask-size",
        "CAP005",
    ),
    (
        "error starting controllers: usage of --node-cidr-mask-size is not allowed with dual-stack clusters",
        "CAP006",
    ),
    (
        "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 are not allowed with non dual-stack clusters",
        "CAP007",
    ),
    (
        "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed if --node-cidr-mask-size is set. For dual-stack clusters please unset it and use IPFamily specific flags",
        "CAP007",
    ),
    (
        "usage of --node-cidr-mask-size-ipv6 is not allowed for a single-stack IPv4 cluster",
        "CAP007",
    ),
    (
        "networkPlugin cni failed to set up pod \"web-1_default\" network: failed to allocate for range 0: no IP addresses available in range set: 10.42.0.1-10.42.0.254",
        "CAP008",
    ),
    (
        "Error: specified --service-cluster-ip-range is too large; for 128-bit addresses, the mask must be >= 108",
        "CAP009",
    ),
    (
        "specified --service-cluster-ip-range[1] is too large; for 128-bit addresses, the mask must be >= 108",
        "CAP009",
    ),
    (
        "error: specified --service-cluster-ip-range is too large",
        "CAP009",
    ),
    (
        "error: specified --secondary-service-cluster-ip-range is too large",
        "CAP009",
    ),
    (
        "serviceSubnet: Invalid value: \"10.0.0.0/8\": specified service subnet is too large; for 32-bit addresses, the mask must be >= 12",
        "CAP009",
    ),
    (
        "E1122 09:12:01 1 repairip.go:12] shortest allowed prefix length for service CIDR is 64, got 48",
        "CAP010",
    ),
    (
        "serviceSubnet: Invalid value: \"10.96.0.0/29\": subnet with 8 address(es) is too small, the minimum is 10",
        "CAP012",
    ),
    (
        "serviceSubnet: Invalid value: \"10.96.0.0/29\": subnet is too small",
        "CAP012",
    ),
    (
        "error determining service IP ranges for primary service cidr: the service cluster IP range must be at least 8 IP addresses",
        "CAP012",
    ),
    (
        "{\"ts\":1732266721.1,\"level\":\"error\",\"msg\":\"command failed\",\"err\":\"service IP family \\\"2001:cafe:43::/112\\\" must match public address family \\\"10.0.30.114\\\"\"}",
        "ORD001",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.7\"}: failed to allocate IP 10.96.0.7: provided IP is not in the valid range. The range of valid IPs is 10.0.0.0/24",
        "ORD004",
    ),
    (
        "failed to allocate IP 10.96.0.7: the provided IP (10.96.0.7) is not in the valid range. The range of valid IPs is 10.0.0.0/24",
        "ORD004",
    ),
    (
        "F1122 error starting controllers: failed to mark cidr[10.244.0.0/24] at idx [0] as occupied for node: n0: cidr 10.244.0.0/24 is out the range of cluster cidr fd00::/108",
        "ORD005",
    ),
    (
        "E1122 runtime.go:77] Observed a panic: &runtime.TypeAssertionError{}: Address is not an IPv4 address",
        "ORD007",
    ),
    (
        "x509: certificate is valid for 127.0.0.1, 10.43.0.1, 192.168.1.11, not fd01::1",
        "ORD008",
    ),
    (
        "Error: invalid argument \"192.168.1.11,fd00::11\" for \"--advertise-address\" flag: failed to parse IP: \"192.168.1.11,fd00::11\"",
        "ORD009",
    ),
    (
        "error execution phase preflight: dial tcp: address fd00::11:6443: too many colons in address",
        "ORD010",
    ),
    (
        "couldn't use \"fd00::11:6443\" as a hostport fd00::11:6443: endpoint is not valid",
        "ORD010",
    ),
    (
        "error: controlPlaneEndpoint: Invalid value: \"fd00::11\": not a valid",
        "ORD010",
    ),
    ("Error: unrecognized feature gate: IPv6DualStack", "VER001"),
    (
        "cannot set feature gate IPv6DualStack to false, feature is locked to true",
        "VER001",
    ),
    (
        "featureGates: Invalid value: map[string]bool{\"IPv6DualStack\":true}: IPv6DualStack is not a valid feature name.",
        "VER001",
    ),
    (
        "W1122 feature_gate.go:223] Setting GA feature gate IPv6DualStack=true. It will be removed in a future release.",
        "VER001",
    ),
    (
        "E1122 proxier.go:300] failed to identify ipfamily for endpoints (default/web)",
        "VER002",
    ),
    (
        "Error from server (BadRequest): error when creating \"svc.yaml\": Service in version \"v1\" cannot be handled as a Service: strict decoding error: unknown field \"spec.ipFamilypolicy\"",
        "SVC023",
    ),
    (
        "Error from server (BadRequest): error when creating \"STDIN\": ServiceCIDR in version \"v1\" cannot be handled as a ServiceCIDR: strict decoding error: unknown field \"spec.cidr\"",
        "SVC023",
    ),
    (
        "error: error validating \"svc.yaml\": error validating data: ValidationError(Service): unknown field \"name\" in io.k8s.api.core.v1.Service; if you choose to ignore these errors, turn validation off with --validate=false",
        "SVC023",
    ),
    (
        "error: resource mapping not found for name: \"extra\" namespace: \"\" from \"cidr.yaml\": no matches for kind \"ServiceCIDR\" in version \"networking.k8s.io/v1\"",
        "VER015",
    ),
    (
        "error: unable to recognize \"ip.yaml\": no matches for kind \"IPAddress\" in version \"networking.k8s.io/v1alpha1\"",
        "VER015",
    ),
    (
        "error: error validating \"svc.yaml\": error validating data: ValidationError(Service.spec): unknown field \"ipFamily\" in io.k8s.api.core.v1.ServiceSpec",
        "VER003",
    ),
    (
        "Error from server (BadRequest): strict decoding error: unknown field \"spec.ipFamily\"",
        "VER003",
    ),
    (
        "error validating data: ValidationError(Service.spec): unknown field \"ipFamilyPolicy\" in io.k8s.api.core.v1.ServiceSpec",
        "VER004",
    ),
    (
        "strict decoding error: unknown field \"spec.ipFamilyPolicy\"",
        "VER004",
    ),
    (
        "ValidationError(Service.spec): unknown field \"ipFamilies\"",
        "VER004",
    ),
    (
        "strict decoding error: unknown field \"spec.ipFamilies\"",
        "VER004",
    ),
    (
        "ValidationError(Service.spec): unknown field \"clusterIPs\"",
        "VER004",
    ),
    (
        "serviceSubnet: Invalid value: \"10.96.0.0/16,fd00:10:96::/112\": couldn't parse subnet",
        "VER005",
    ),
    (
        "podSubnet: Invalid value: \"10.244.0.0/16,fd00::/56\": only one CIDR allowed for single-stack networking",
        "VER005",
    ),
    (
        "len of ClusterCIDRs==2 and dualstack feature is not enabled",
        "VER005",
    ),
    (
        "len of ClusterCIDRs==2 and dualstack or EndpointSlice feature is not enabled",
        "VER005",
    ),
    (
        "secondary service cidr is provided and IPv6DualStack feature is not enabled",
        "VER005",
    ),
    (
        "secondary service cluster-ip range(--service-cluster-ip-range[1]) can only be used if IPv6DualStack and EndpointSlice feature is enabled",
        "VER005",
    ),
    (
        "--secondary-service-cluster-ip-range can only be used if IPv6DualStack feature is enabled",
        "VER005",
    ),
    (
        "clusterCIDR: Invalid value: \"10.244.0.0/16,fd00::/56\": must be a valid CIDR block (e.g. 10.100.0.0/16)",
        "VER005",
    ),
    (
        "F1122 server.go:274] failed to run Kubelet: dual-stack --node-ip \"192.168.1.11,fd00::11\" not supported when using a cloud provider",
        "VER006",
    ),
    (
        "bad --node-ip \"192.168.1.11,fd00::11\": dual-stack not supported in this configuration",
        "VER006",
    ),
    (
        "dual-stack --node-ip \"192.168.1.11,fd00::11\" not supported in a single-stack cluster",
        "VER006",
    ),
    (
        "invalid argument \"CloudDualStackNodeIPs=true\" for \"--feature-gates\" flag: unrecognized feature gate: CloudDualStackNodeIPs",
        "VER007",
    ),
    (
        "cannot set feature gate MultiCIDRServiceAllocator to false, feature is locked to true",
        "VER007",
    ),
    ("unrecognized feature-gate key: Foo", "VER007"),
    (
        "featureGates: Invalid value: map[string]bool{\"Foo\":true}: Foo is not a valid feature name.",
        "VER007",
    ),
    (
        "Error: unknown flag: --secondary-service-cluster-ip-range",
        "VER008",
    ),
    (
        "Cluster operator: FeatureSet \"IPv6DualStackNoUpgrade\" does not allow updates",
        "VER011",
    ),
    ("spec.featureSet: IPv6DualStackNoUpgrade", "VER011"),
    (
        "Service \"web\" is invalid: spec.something: Invalid value: 1: odd",
        "SVC100",
    ),
    (
        "The Service \"web\" is invalid: spec.something: Invalid value: 1: odd",
        "SVC100",
    ),
    (
        "E1122 09:12:01.482190       1 main.go:333] Error registering network: failed to acquire lease: subnet \"10.244.0.0/16\" specified in the flannel net config doesn't contain \"10.10.0.0/24\" PodCIDR of the \"w-1\" node",
        "CNI001",
    ),
    (
        "E1122 09:12:01.482190       1 main.go:333] Error registering network: failed to acquire lease: subnet \"fd00:10:244::/64\" specified in the PodCIDR, but doesn't exist in the flannel net config of the \"w-1\" node",
        "CNI001",
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"logger\":\"controller_installation\",\"msg\":\"Could not resolve CalicoNetwork IPPool and kubeadm configuration: IPPool 192.168.0.0/16 is not within the platform's configured pod network CIDR(s)\"}",
        "CNI002",
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][63] felix/table.go 1204: Failed to execute ip(6)tables-restore command error=exit status 2 errorOutput=\"ip6tables-restore v1.8.8: Bad IP address \"192.168.10.100\"\" ipVersion=0x6",
        "CNI004",
    ),
    (
        "level=fatal msg=\"failed to start: daemon creation failed: source and destination ip are not the same IP family\" subsys=daemon",
        "CNI008",
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"flannel CNI and network policy enforcement are not compatible with dual-stack operation\"",
        "CNI013",
    ),
    (
        "xx drop (Unsupported protocol for NAT masquerade DROPPED (ICMPv6 143)) flow 0x0 to endpoint 0, identity 29898->unknown: fd00::1 -> ff02::16",
        "EGR002",
    ),
    (
        "The NetworkPolicy \"egress\" is invalid: spec.egress[0].to[0].ipBlock.except[0]: Invalid value: \"fd00::/8\": must be a strict subset of `cidr`",
        "EGR007",
    ),
    (
        "E1122 09:12:01.118230       1 ip-masq-agent.go:158] error validating config: the daemon can only accept up to 64 CIDRs (excluding link-local), but got 71 CIDRs (excluding link local)",
        "EGR009",
    ),
    (
        "F1122 09:12:01.118230       1 ip-masq-agent.go:158] CIDR \"10.244.0.1/16\" is not aligned to a CIDR block, ip: \"10.244.0.1\" network: \"10.244.0.0/16\"",
        "EGR009",
    ),
    (
        "E1122 09:12:01.118230       1 ip-masq-agent.go:158] ipv6 is not enabled, but ipv6 cidr fd00:10:244::/56 provided. Enable ipv6 using --enable-ipv6 agent flag",
        "EGR009",
    ),
    (
        "{\"caller\":\"service.go:140\",\"error\":\"no available IPs\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"op\":\"allocateIPs\",\"ts\":\"2026-11-22T09:12:01Z\"}",
        "LB001",
    ),
    (
        "{\"caller\":\"service.go:140\",\"error\":\"requested loadBalancer IP(s) [\\\"192.168.100.101\\\"] does not match the ipFamily of the service\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"ts\":\"2026-11-22T09:12:01Z\"}",
        "LB003",
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"name\":\"web\",\"error\":\"unsupported IPv6 configuration, lb not dual-stack\"}",
        "LB004",
    ),
    (
        "Warning  FailedDeployModel  2m  service  Failed deploy model due to InvalidConfigurationRequest: You cannot associate an IPv6 target group with a load balancer that has an 'ipv4' IP address type",
        "LB004",
    ),
    (
        "Failed deploy model due to InvalidTarget: The following targets cannot be used with this IPv6 target group because of missing primary IPv6 addresses: i-0a1b2c3d4e5f",
        "LB006",
    ),
    (
        "Warning  SyncLoadBalancerFailed  2m  service-controller  Error syncing load balancer: failed to ensure load balancer: Retriable: false, HTTPStatusCode: 400, RawError: {\"error\":{\"code\":\"AtleastOneIpV4RequiredForIpV6LbFrontendIpConfiguration\"}}",
        "LB009",
    ),
    (
        "Error syncing load balancer: failed to ensure load balancer: error authorizing security group ingress: \"InvalidParameterValue: CIDR block ::/0 is malformed\"",
        "LB012",
    ),
    (
        "E1122 09:12:01.118230       1 utils.go:201] fd00::/8 in loadBalancerSourceRanges has incorrect IP version",
        "LB012",
    ),
    (
        "E1122 09:12:01.118230       1 proxier.go:1556] Failed to execute iptables-restore: exit status 2 (iptables-restore v1.6.0: host/network '4700::' not found",
        "LB012",
    ),
    (
        "F1122 09:12:01.118230       1 node_ipam_controller.go:136] cidr 10.244.2.0/24 is out the range of cluster cidr 10.128.0.0/14",
        "MIG003",
    ),
    (
        "E1122 09:12:01.118230       1 range_allocator.go:109] node:w-1 has an allocated cidr: fd00:10:244::/64 at index:1 that does not exist in cluster cidrs configuration",
        "MIG004",
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16 fd00:42::/56] and node-ip: [10.255.0.101], must share the same IP version (IPv4, IPv6 or dual-stack)\"",
        "NODE002",
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16 fd00:42::/56] and service-cidr: [10.43.0.0/16], must share the same IP version (IPv4, IPv6 or dual-stack)\"",
        "NODE002",
    ),
    (
        "E1122 09:12:01.118230    1201 server.go:294] \"Failed to run kubelet\" err=\"failed to run Kubelet: dual-stack --node-ip \\\"0.0.0.0,::\\\" cannot include '0.0.0.0' or '::'\"",
        "NODE003",
    ),
    (
        "E1122 09:12:01.118230    1201 run.go:74] \"command failed\" err=\"failed to run Kubelet: bad --node-ip \\\"0.0.0.0,::\\\": dual-stack node IP cannot include '0.0.0.0' or '::'\"",
        "NODE003",
    ),
    (
        "F1122 09:12:01.118230    1201 server.go:274] failed to run Kubelet: bad --node-ip \"192.168.1.11,192.168.1.12\"; must contain either a single IP or a dual-stack pair of IPs",
        "NODE003",
    ),
    (
        "E1122 09:12:01.118230    1201 run.go:74] \"command failed\" err=\"failed to run Kubelet: bad --node-ip \\\"192.168.1.11,192.168.1.12\\\": must contain either a single IP or a dual-stack pair of IPs\"",
        "NODE003",
    ),
    (
        "Error from server: Get \"https://192.168.1.21:10250/containerLogs/default/web/web\": dial tcp 192.168.1.21:10250: connect: connection refused",
        "NODE005",
    ),
    (
        "\t[ERROR FileContent--proc-sys-net-ipv6-conf-default-forwarding]: /proc/sys/net/ipv6/conf/default/forwarding contents are not set to 1",
        "NODE008",
    ),
    (
        "\t[ERROR FileContent--proc-sys-net-ipv4-ip_forward]: /proc/sys/net/ipv4/ip_forward contents are not set to 1",
        "NODE008",
    ),
    (
        "ERROR: failed to create cluster: failed to get IPv6 address for node kind-control-plane; is docker configured to use IPv6 correctly?",
        "NODE009",
    ),
    (
        "panic: listen tcp [::1]:0: socket: address family not supported by protocol",
        "NODE009",
    ),
    (
        "I1122 09:12:01.118230       1 server_linux.go:512] \"Detect-local-mode set to ClusterCIDR, but no IPv4 cluster CIDR defined, defaulting to no-op detect-local for IPv4\"",
        "PRX001",
    ),
    (
        "W1122 09:12:01.118230       1 proxier.go:281] clusterCIDR fd02::/112 has incorrect IP version: expect isIPv6=false",
        "PRX001",
    ),
    (
        "The Service \"web-v6\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated",
        "PRX003",
    ),
    (
        "Error from server (AlreadyExists): error when creating \"web.yaml\": services \"web\" already exists",
        "SVC026",
    ),
    (
        "E1122 09:12:01.118230       1 server.go:245] \"Kube-proxy configuration may be incomplete or incorrect\" err=\"cluster appears to be dual-stack but nodePortAddresses contains only IPv4 addresses; NodePort connections will be accepted on all local IPv6 IPs\"",
        "PRX004",
    ),
    (
        "E1122 09:12:01.118230       1 server.go:245] \"Kube-proxy configuration may be incomplete or incorrect\" err=\"cluster is dual-stack but nodePortAddresses contains only IPv4 addresses\"",
        "PRX004",
    ),
    (
        "The Service \"web\" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767",
        "PRX005",
    ),
    (
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"Service \\\"web\\\" is invalid: spec.ipFamilyPolicy: Invalid value: \\\"RequireDualStack\\\": this cluster is not configured for dual-stack services\",\"reason\":\"Invalid\",\"code\":422}",
        "SVC001",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": Cluster is not configured for dual stack services",
        "SVC001",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this cluster",
        "SVC002",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: [\"fd00::1\"]: IPv6 is not configured on this cluster",
        "SVC002",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilies[0]: Invalid value: [\"IPv6\"]: ipfamily IPv6 is not configured on cluster",
        "SVC002",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamily: Invalid value: \"IPv6\": only the following families are allowed: IPv4",
        "SVC002",
    ),
    (
        "W1122 09:12:01.118230       1 dispatcher.go:195] Service \"web\" is invalid: spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
        "SVC003",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilyPolicy: Required value: must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified",
        "SVC003",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilyPolicy: Required value: must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
        "SVC003",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be RequireDualStack or PreferDualStack when multiple 'ipFamilies' are specified",
        "SVC003",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be RequireDualStack or PreferDualStack when multiple 'clusterIPs' are specified",
        "SVC003",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilies[0]: Invalid value: \"IPv6\": may not change once set",
        "SVC006",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: [\"10.96.0.9\"]: may not change once set",
        "SVC006",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": must be 'SingleStack' to release the secondary cluster IP",
        "SVC007",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: \"null\": `ipFamilyPolicy` must be set to 'SingleStack' when releasing the secondary clusterIP",
        "SVC007",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: \"10.96.0.9\": expected an IPv6 value as indicated by `ipFamilies[0]`",
        "SVC008",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: [\"10.96.0.9\",\"fd00::9\"]: expected an IPv6 value as indicated by `ipFamilies[0]`",
        "SVC008",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.8\"}: first value must match `clusterIP`",
        "SVC009",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.8\", \"fd00::8\", \"fd00::9\"}: may only hold up to 2 values",
        "SVC009",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.8\", \"10.96.0.9\"}: may specify no more than one IP for each IP family",
        "SVC009",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: \"None\": 'None' must be the first and only value",
        "SVC009",
    ),
    (
        "The Service \"ext\" is invalid: spec.ipFamilies: Forbidden: may not be set for ExternalName services",
        "SVC010",
    ),
    (
        "The Service \"ext\" is invalid: spec.clusterIPs[0]: Invalid value: \"10.96.0.9\": may not be set for ExternalName services",
        "SVC010",
    ),
    (
        "The Service \"ext\" is invalid: spec.clusterIP: Forbidden: must be empty for ExternalName services",
        "SVC010",
    ),
    (
        "The Service \"kube-dns\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.10\"}: failed to allocate IP 10.96.0.10: provided IP is already allocated",
        "SVC013",
    ),
    (
        "The Service \"kube-dns\" is invalid: spec.clusterIP: Invalid value: \"10.96.0.10\": provided IP is already allocated",
        "SVC013",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIP: Invalid value: \"10.97.0.9\": provided IP is not in the valid range. The range of valid IPs is 10.96.0.0/16",
        "SVC014",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.9\"}: failed to allocate IP 10.96.0.9: the provided network does not match the current range",
        "SVC014",
    ),
    (
        "The ServiceCIDR \"extra\" is invalid: spec.cidrs: Invalid value: [\"10.200.0.0/24\",\"10.201.0.0/24\"]: may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64",
        "SVC018",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for LoadBalancer services",
        "SVC020",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for NodePort services",
        "SVC020",
    ),
    (
        "F1122 09:12:01.118230    2408 server.go:497] unable to create proxier: unable to create ipv6 proxier: Could not find host mac address for ::",
        "WIN001",
    ),
];

#[test]
fn lines_as_they_are_printed_are_explained() {
    for (line, code) in LINES {
        assert_eq!(codes_of(line).first(), Some(code), "{line}");
    }
}

#[test]
fn every_pattern_is_met_by_a_line() {
    let entries = known::entries();
    let mut met = std::collections::BTreeSet::new();
    for (line, _) in LINES
        .iter()
        .chain(KNOWN_LINES)
        .copied()
        .chain(lines::with_first())
    {
        for form in frames::of_line(&frames::clean(line)) {
            let lower = form.text.to_ascii_lowercase();
            let grams = Grams::of(&lower);
            met.extend(entries.iter().filter_map(|entry| {
                let found = entry.pattern.find(&form.text, &lower, &grams)?;
                let is_meant = entry.guard.lets(&found.captured, found.range.len(), &lower, None);
                is_meant.then_some(entry.pattern.source)
            }));
        }
    }
    let missing: Vec<String> = notes()
        .flat_map(|notes| {
            let code = notes.rule.meta.code;
            notes.upstream.iter().map(move |pattern| (code, pattern))
        })
        .filter(|(_, pattern)| !met.contains(*pattern))
        .map(|(code, pattern)| format!("{code}: {pattern}"))
        .collect();
    assert!(missing.is_empty(), "no line has:\n{}", missing.join("\n"));
}

#[test]
fn a_text_of_two_rules_is_explained_by_both() {
    assert_eq!(
        codes_of(r#"{"error":"no available IPs","msg":"IP allocation failed"}"#),
        ["LB001", "LB002"]
    );
}

#[test]
fn what_a_line_says_has_names() {
    assert_eq!(
        captured("service IP family \"2001:cafe:43::/112\" must match public address family \"10.0.30.114\""),
        [
            ("services", "2001:cafe:43::/112".to_owned()),
            ("address", "10.0.30.114".to_owned())
        ]
    );
    assert_eq!(
        captured("dial tcp [fd00:10:96::1]:443: connect: network is unreachable (kube-proxy)"),
        [
            ("address", "fd00:10:96::1".to_owned()),
            ("port", "443".to_owned())
        ]
    );
    assert_eq!(
        captured("x509: certificate is valid for 127.0.0.1, 10.43.0.1, not fd01::1"),
        [
            ("names", "127.0.0.1, 10.43.0.1".to_owned()),
            ("address", "fd01::1".to_owned())
        ]
    );
    assert_eq!(
        captured("Error: unknown flag: --cluster-cidrs\n"),
        [("flag", "cluster-cidrs".to_owned())]
    );
}

/// Texts in the frames in which people bring them.
#[test]
fn frames_do_not_matter() {
    let plan = |pods: &str, services: &str| {
        format!(
            "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.33\"\n  podCIDRs: \
             {pods}\n  serviceCIDRs: {services}\n  nodes: {{count: 5}}\n"
        )
    };
    let ipv6_only = plan("[\"fd00:10:244::/64\"]", "[\"fd00:10:96::/112\"]");
    let dual = plan(
        "[10.244.0.0/16, \"fd00:10:244::/64\"]",
        "[10.96.0.0/16, \"fd00:10:96::/112\"]",
    );
    let exhausted =
        "CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range";
    let at = |index: u8| format!("failed to allocate cidr from cluster cidr at idx:{index}: {exhausted}");
    for (text, plan, expected) in [
        // The index is the plan's, and a line without a family is about those that the plan has.
        (at(0), Some(&ipv6_only), vec!["CAP002"]),
        (at(0), Some(&dual), vec!["CAP003"]),
        (at(1), Some(&dual), vec!["CAP002"]),
        (at(1), None, vec!["CAP002", "CAP003"]),
        (at(0), None, vec!["CAP003", "CAP002"]),
        ("status is now: Node n2 status is now: CIDRNotAvailable".to_owned(), Some(&ipv6_only), vec!["CAP002"]),
        // The family that has run out in the plan comes first.
        ("Node n2 status is now: CIDRNotAvailable".to_owned(), Some(&dual), vec!["CAP002", "CAP003"]),
        // A pager cuts at its edge, a terminal wraps anywhere, YAML folds at blanks.
        (
            "k3s[84264]: time=\"2022-05-17T22:37:32Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16] and service-cidr: \
             [2001:db8:43:1::/112], must share the same IP version (IPv4, IPv6 or dual>"
                .to_owned(),
            None,
            vec!["NODE002"],
        ),
        (
            "E0711 10:00:00.1 1 run.go:74] \"command failed\" err=\"service IP family \\\"10.96.0.0/16\\\" must match pub\n\
             lic address family \\\"2001:db8::1\\\"\""
                .to_owned(),
            None,
            vec!["ORD001"],
        ),
        (
            format!("  message: 'failed to allocate cidr from cluster cidr at idx:1: CIDR allocation failed;\n    \
                     {}'\n  reason: x", "there are no remaining CIDRs left to allocate in the accepted range"),
            Some(&dual),
            vec!["CAP002"],
        ),
        // Colours, a text in bytes, JSON in JSON, typographic quotes.
        ("\u{1b}[31mE0711\u{1b}[0m unrecognized feature \u{1b}[1mgate: IPv6DualStack\u{1b}[0m".to_owned(), None, vec!["VER001"]),
        (
            r#"{"__REALTIME_TIMESTAMP":"1","MESSAGE":"time=\"x\" level=fatal msg=\"IPv6 was enabled but no IPv6 address was found on node\""}"#.to_owned(),
            None,
            vec!["NODE001"],
        ),
        (
            r#"{"log":"{\"level\":\"error\",\"msg\":\"the cluster IP 10.1.0.9 for service web/default is not within the service CIDR 10.96.0.0/16; please recreate\"}\n","stream":"stderr"}"#.to_owned(),
            None,
            vec!["MIG007"],
        ),
        ("service IP family \u{201c}10.96.0.0/16\u{201d} must match public address family \u{201c}fd00::1\u{201d}".to_owned(), None, vec!["ORD001"]),
        // A refusal with its reason is no general one.
        (
            "failed to create resource: Service \\\"media\\\" is invalid: spec.externalTrafficPolicy: Invalid value: \\\"Cluster\\\": \
             may only be set when `type` is 'NodePort' or 'LoadBalancer'\\"
                .to_owned(),
            None,
            vec!["SVC021"],
        ),
    ] {
        let found = explain(&text, plan.map(String::as_str));
        let codes: Vec<&str> = found.iter().map(|found| found.rule.code).collect();
        assert!(codes.starts_with(&expected), "{text}: {codes:?}");
    }
}

#[test]
fn what_other_programs_print_too_is_left_alone() {
    for text in [
        "Get \"https://registry.example.com/v2/\": x509: certificate is valid for www.example.org, example.org, not registry.example.com",
        "x509: certificate is valid for 203.0.113.5, not db.example.com",
        "Error: unknown flag: --atomic",
        "curl: (60) x509: cannot validate certificate for 203.0.113.5 because it doesn't contain any IP SANs",
        "dial: invalid CIDR address: 10.0.0",
        "nginx: host/network 10.0.0.1 not found in upstream",
    ] {
        assert!(codes_of(text).is_empty(), "{text}");
    }
}

#[test]
fn where_nothing_is_known_the_nearest_texts_are_named() {
    let near = nothing_known("the service IP family does not match the public address");
    assert_eq!(near.code, "LOG001");
    let texts = format!("{:?}", near.message.params);
    assert!(texts.contains("ORD001"), "{texts}");
    assert_eq!(nothing_known("all is well").message.id, "LOG001");
}

#[test]
fn prefixes_of_loggers_do_not_matter() {
    for line in [
        "2026-11-22T09:12:01.123Z stderr F E1122 09:12:01.1 1 run.go:74] \"command failed\" err=\"unrecognized feature gate: IPv6DualStack\"",
        "Nov 22 09:12:01 cp-1 kubelet[123]: E1122 09:12:01.1 1 run.go:74] unrecognized feature gate: IPv6DualStack",
        "{\"log\":\"E1122 1 run.go:74] \\\"command failed\\\" err=\\\"unrecognized feature gate: IPv6DualStack\\\"\\n\",\"stream\":\"stderr\"}",
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"unrecognized feature gate: IPv6DualStack\"",
    ] {
        assert_eq!(codes_of(line), ["VER001"], "{line}");
    }
}

#[test]
fn each_line_of_a_log_is_looked_at_and_said_once() {
    let log = "Starting\nError: unknown flag: --cluster-cidrs\nError: unknown flag: --cluster-cidrs\nunrecognized feature gate: X\n";
    let found = explain(log, None);
    let shown: Vec<_> = found
        .iter()
        .map(|found| (found.rule.code, found.matched.as_ref().unwrap().line))
        .collect();
    assert_eq!(shown, [("VER008", 2), ("VER007", 4)]);
}

#[test]
fn with_a_plan_the_finding_and_its_fix_are_there() {
    let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [\"fd00:10:96::/112\", 10.96.0.0/16]\n  \
                advertiseAddress: 192.168.1.11\n";
    let line = "service IP family \"fd00:10:96::/112\" must match public address family \"192.168.1.11\"";
    let found = explain(line, Some(plan));
    assert_eq!(found[0].findings.len(), 1);
    assert_eq!(found[0].findings[0].fixes.len(), 1);
    assert!(explain(line, None)[0].findings.is_empty());
}

#[test]
fn odd_texts_neither_match_nor_panic() {
    for text in [
        "%q",
        "{",
        "{\"a\":",
        "\\\"\\\\\\\"",
        "日本語 \"",
        "specified",
        "unknown flag: --",
        "x509: certificate is valid for ",
    ] {
        assert!(
            explain(text, None)
                .iter()
                .all(|found| found.rule.code == "VER008"),
            "{text}"
        );
    }
}

/// Every text of a value in which a hole was left: `{$name}` as the catalogue shows it, or nothing where a value goes.
fn placeholders(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains("{$") => found.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| placeholders(item, found)),
        serde_json::Value::Object(members) => {
            let empty = |key: &str| {
                members
                    .get(key)
                    .is_some_and(|text| text.as_str().is_some_and(str::is_empty))
            };
            if members.contains_key("id") && (empty("text") || empty("id")) {
                found.push(format!("an empty text: {value}"));
            }
            members.values().for_each(|member| placeholders(member, found));
        }
        _ => {}
    }
}

/// The example of a rule's page as a plan file.
fn example(rule: &crate::lint::Rule) -> String {
    let body = crate::lint::notes_of(rule.meta.code).unwrap().body();
    let (_, example) = body.split_once("```yaml").unwrap();
    let yaml = example.split_once('\n').unwrap().1.split_once("```").unwrap().0;
    let own = if yaml.starts_with("kind:") || yaml.starts_with("apiVersion:") {
        ""
    } else {
        yaml
    };
    let beside = if own.is_empty() {
        format!("---\n{yaml}")
    } else {
        String::new()
    };
    let version = rule
        .meta
        .versions
        .last()
        .unwrap_or(crate::kubernetes::Version::DEFAULT);
    let mut spec = String::new();
    for (key, value) in [
        ("kubernetesVersion:", format!("\"{version}\"")),
        ("podCIDRs:", "[10.244.0.0/16, \"fd00:10:244::/56\"]".to_owned()),
        ("serviceCIDRs:", "[10.96.0.0/16, \"fd00:10:96::/112\"]".to_owned()),
    ] {
        if !own.lines().any(|line| line.starts_with(key)) {
            spec.push_str(&format!("  {key} {value}\n"));
        }
    }
    let (fields, rest) = own
        .split_once("---")
        .map_or((own, String::new()), |(fields, rest)| {
            (fields, format!("---{rest}"))
        });
    for line in fields.lines() {
        spec.push_str(&format!("  {line}\n"));
    }
    format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: case}}\nspec:\n{spec}{rest}{beside}"
    )
}

#[test]
fn nobody_sees_a_placeholder() {
    let mut faults = Vec::new();
    let mut with_findings = 0;
    for locale in crate::i18n::LOCALES {
        crate::i18n::speaking(locale.tag, || {
            for rule in crate::lint::rules() {
                let code = rule.meta.code;
                for plan in [None, Some(example(rule))] {
                    let explained = explain(code, plan.as_deref());
                    assert_eq!(explained.len(), 1, "{code}");
                    with_findings += explained[0].findings.len();
                    placeholders(&serde_json::to_value(&explained).unwrap(), &mut faults);
                }
            }
            for (line, _) in LINES {
                placeholders(&serde_json::to_value(explain(line, None)).unwrap(), &mut faults);
            }
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // Most examples make their rule find something, so that findings were looked at too.
    assert!(with_findings > 200, "{with_findings}");
}

#[test]
fn a_text_with_holes_has_a_general_one_beside_it() {
    let english = crate::i18n::Catalogue::of("en");
    for rule in crate::lint::rules() {
        let meta = &rule.meta;
        let general = meta.fix_titles().chain([meta.help()]);
        for (message, id) in general.zip(meta.fix_ids().chain([format!("{}.help", meta.code)])) {
            let open = english.text(&crate::i18n::Message::new(id.clone()));
            assert_eq!(open.contains("{$"), message.id.contains(".page-"), "{id}: {open}");
        }
    }
}

#[test]
fn values_are_those_of_the_plan() {
    let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [\"fd00:10:96::/112\", 10.96.0.0/16]\n  \
                advertiseAddress: 192.168.1.11\n";
    let found = &explain("ORD001", Some(plan))[0];
    let english = crate::i18n::Catalogue::of("en");
    assert_eq!(english.text(&found.rule.fixes[0]), "Put the other family first");
    assert_eq!(
        english.text(&found.findings[0].fixes[0].title),
        "Put 10.96.0.0/16 first"
    );
}

/// A pattern with a value in every hole, as a component prints it.
fn sample(pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let verb = &rest[at + 1..at + 2];
        let behind = &rest[at + 2..];
        let (name, after) = behind
            .strip_prefix('{')
            .and_then(|name| name.split_once('}'))
            .unwrap_or(("", behind));
        let value = match name {
            "range" | "cidr" | "services" | "network" | "block" => "fd00:10:96::/112",
            "address" | "addresses" => "fd00::11",
            "family" | "families" => "IPv6",
            "service" => "default/web",
            "flag" => "cluster-cidr",
            _ if verb == "d" => "1",
            _ => "x",
        };
        match verb {
            "q" => out.push_str(&format!("{value:?}")),
            "d" => out.push('1'),
            _ => out.push_str(value),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[test]
fn every_known_text_leads_to_its_rules() {
    let mut lost = Vec::new();
    let entries = known::entries();
    // What each line with a frame of its own is found by, of those whose rule it leads to.
    let in_lines: std::collections::BTreeSet<(&str, &str)> = LINES
        .iter()
        .chain(KNOWN_LINES)
        .copied()
        .chain(lines::with_first())
        .flat_map(|(line, code)| {
            search(line, entries, None)
                .into_iter()
                .map(move |found| (found.matched.pattern, code))
        })
        .collect();
    for (pattern, codes) in known::rows() {
        for code in codes {
            assert!(crate::lint::notes_of(code).is_some(), "{code} of {pattern}");
        }
        let line = sample(pattern);
        let met = search(&line, entries, None)
            .iter()
            .any(|found| codes.contains(&found.code));
        if !met && !codes.iter().any(|code| in_lines.contains(&(pattern, *code))) {
            lost.push(format!("{pattern}  ({line})"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Lines as they really look, of texts that belong to no single rule, and the rule that is shown first.
const KNOWN_LINES: &[(&str, &str)] = &[
    (
        "Get \"https://192.0.2.20:6443/api\": x509: cannot validate certificate for 192.0.2.20 because it doesn't contain any IP SANs",
        "ORD008",
    ),
    (
        "Get \"https://192.0.2.20:6443/api\": x509: certificate is not valid for any names, but wanted to match kubernetes",
        "ORD008",
    ),
    (
        "error execution phase preflight: couldn't validate the identity of the API Server: too many colons in address",
        "ORD010",
    ),
    (
        "E0711 10:00:00.1       1 repair.go:205] the cluster IP [IPv4]:10.96.0.12 for service web/default was assigned to multiple services; please recreate",
        "SVC013",
    ),
    (
        "Warning  ClusterIPAlreadyAllocated  2m  ipallocator-repair-controller  Cluster IP [IPv6]:fd00::7 was assigned to multiple services; please recreate service",
        "SVC013",
    ),
    (
        "Internal error occurred: failed to allocate a serviceIP for Service \"default/web\": range is full",
        "CAP013",
    ),
    (
        "Warning  ServiceCIDRFull  2m  ipallocator-repair-controller  Service CIDR 10.96.0.0/28 is full; you must widen the CIDR in order to create new services",
        "CAP013",
    ),
    (
        "Error from server (InternalError): Internal error occurred: failed to allocate a serviceIP: allocator not ready",
        "CAP010",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs: Invalid value: [\"10.97.0.9\"]: failed to allocate IP 10.97.0.9: the provided IP (10.97.0.9) is not in the valid range. The range of valid IPs is 10.96.0.0/16",
        "ORD004",
    ),
    (
        "clusterIP 10.97.0.9: provided IP is not in the valid range. The range of valid IPs is 10.96.0.0/16",
        "ORD004",
    ),
    (
        "The ServiceCIDR \"extra\" is invalid: spec.cidrs: Invalid value: [\"10.1.0.0/16\",\"10.2.0.0/16\",\"10.3.0.0/16\"]: may only hold up to 2 values",
        "SVC018",
    ),
    (
        "ServiceCIDR.networking.k8s.io \"extra\" is invalid: spec.cidrs[0]: Invalid value: \"10.99.0.0/16\": field is immutable",
        "SVC018",
    ),
    (
        "The ServiceCIDR \"extra\" is invalid: spec.cidrs[0]: Invalid value: \"10.97.0.0/33\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
        "SVC018",
    ),
    (
        "The ServiceCIDR \"extra\" is invalid: spec.cidrs[1]: Invalid value: \"FD00:10:97::/112\": must be in canonical form (\"fd00:10:97::/112\")",
        "SVC018",
    ),
    (
        "ServiceCIDR.networking.k8s.io \"extra\" is invalid: spec.cidrs: Invalid value: [\"10.97.0.0/16\"]: field is immutable",
        "SVC018",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamily: Invalid value: \"IPv6\": may not use IPv6 on a cluster which is not configured for it",
        "SVC002",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamily: Invalid value: \"IPv6\": does not match IPv4 cluster IP",
        "SVC002",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamilies[0]: Unsupported value: \"IPv5\": supported values: \"IPv4\", \"IPv6\"",
        "SVC019",
    ),
    (
        "The Service \"web\" is invalid: spec.ipFamily: Invalid value: \"IPv6\": only the following families are allowed: IPv4",
        "SVC002",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: []string{\"10.96.0.8\"}: may not change once set",
        "SVC006",
    ),
    (
        "The Service \"web\" is invalid: spec.clusterIP: Invalid value: \"10.96.0.8\": field is immutable",
        "SVC006",
    ),
    (
        "The Service \"web\" is invalid: spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set for externally-accessible services",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.healthCheckNodePort: Invalid value: 30001: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.healthCheckNodePort: Invalid value: -1: HealthCheckNodePort must be not less than 0",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.healthCheckNodePort: Forbidden: field is immutable",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.healthCheckNodePort: Required value",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.internalTrafficPolicy: Unsupported value: \"local\": supported values: \"Cluster\", \"Local\"",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.internalTrafficPolicy: Required value",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.trafficDistribution: Unsupported value: \"Near\": supported values: \"PreferClose\"",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.trafficDistribution: Forbidden: may not be set",
        "SVC021",
    ),
    (
        "The Service \"ext\" is invalid: spec.externalName: Required value",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.sessionAffinityConfig: Forbidden: must not be set when session affinity is None",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.ports[0]: Invalid value: 10250: may not expose port 10250 externally since it is used by kubelet",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.ports: Invalid value: []: cannot create an external load balancer with mix protocols",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.type: Unsupported value: \"Nodeport\": supported values: \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"",
        "SVC021",
    ),
    (
        "The Service \"web\" is invalid: spec.ports: Required value",
        "SVC024",
    ),
    ("* spec.ports[1].name: Required value", "SVC024"),
    (
        "E1122 09:12:01.1 1 run.go:74] \"command failed\" err=\"[--advertise-address: may not be in the loopback range (127.0.0.0/8, ::1/128)]\"",
        "ORD001",
    ),
    (
        "E1122 09:12:01.1 1 run.go:74] \"command failed\" err=\"may not be in the link-local range (169.254.0.0/16, fe80::/10)\"",
        "ORD001",
    ),
    (
        "E1122 09:12:01.1 1 run.go:74] \"command failed\" err=\"may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)\"",
        "ORD001",
    ),
    (
        "E1122 09:12:01.1 1 run.go:74] \"command failed\" err=\"may not be unspecified (::)\"",
        "ORD001",
    ),
    (
        "--service-cluster-ip-range and --secondary-service-cluster-ip-range must be of different IP family",
        "ADDR008",
    ),
    (
        "error: --service-cluster-ip-range[0] and [1] must be of different IP family",
        "ADDR008",
    ),
    (
        "Error: invalid argument \"32767-30000\" for \"--service-node-port-range\" flag: end port cannot be less than start port: 32767-30000",
        "START001",
    ),
    (
        "Error: invalid argument \"Foo\" for \"--feature-gates\" flag: missing bool value for Foo",
        "VER007",
    ),
    (
        "F1122 controllermanager.go:1] error starting controllers: len of ClusterCIDRs is:4 more than max allowed of 2",
        "ADDR009",
    ),
    (
        "Warning  SyncLoadBalancerFailed  2m  service-controller  Error syncing load balancer: failed to ensure load balancer: IPv6 is not supported for this load balancer",
        "LB001",
    ),
    (
        "F1122 server.go:274] failed to run Kubelet: bad --node-ip \"10.0.0.1,fd00::1\": dual-stack not supported in this configuration",
        "VER006",
    ),
    (
        "F1122 server.go:274] failed to run Kubelet: dual-stack --node-ip \"10.0.0.1,fd00::1\" not supported when using a cloud provider",
        "VER006",
    ),
    (
        "E1122 kubelet_pods.go:80] \"Cannot get host IPs\" err=\"host IP unknown; known addresses: []\" node=\"n1\"",
        "NODE006",
    ),
    (
        "E1122 etcd[1]: listen tcp [fd00::11]:2379: bind: cannot assign requested address",
        "NODE009",
    ),
    (
        "E1122 reflector.go:1] kubelet: dial tcp [fd00:10:96::1]:443: connect: cannot assign requested address",
        "NODE009",
    ),
    (
        "E1122 reflector.go:1] kube-proxy: dial tcp [fd00:10:96::1]:443: connect: network is unreachable",
        "NODE009",
    ),
    (
        "F1122 kube-proxy: listen tcp6 [::]:10256: socket: address family not supported by protocol",
        "NODE009",
    ),
    (
        "E1122 kube-proxy: socket: address family not supported by protocol",
        "NODE009",
    ),
    (
        "E1122 cni: open /proc/sys/net/ipv6/conf/eth0/accept_dad: no such file or directory",
        "NODE009",
    ),
    (
        "failed validate: KubeProxyConfiguration.ClusterCIDR: Invalid value: \"a,b,c\": only one CIDR allowed or a valid DualStack CIDR (e.g. 10.100.0.0/16,fde4:8dba:82e1::/48)",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.ClusterCIDR: Invalid value: \"10.0.0.0/8,10.1.0.0/16\": must be a valid DualStack CIDR (e.g. 10.100.0.0/16,fde4:8dba:82e1::/48)",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.ClusterCIDR: Invalid value: \"10.0.0.0/8,fd00::/8\": only one CIDR allowed (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.DetectLocal.ClusterCIDRs: Invalid value: []: must be a either a single CIDR or dual-stack pair of CIDRs (e.g. [10.100.0.0/16, fde4:8dba:82e1::/48]",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.NodePortAddresses[0]: Invalid value: \"primary\": can't use both 'primary' and CIDRs",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.NodePortAddresses: Invalid value: []string{\"x\"}: must be a valid IP block",
        "PRX006",
    ),
    (
        "failed validate: KubeProxyConfiguration.BindAddress: Invalid value: \"x\": not a valid textual representation of an IP address",
        "PRX006",
    ),
    (
        "error: kubeadm config: invalid CIDR address: 10.96.0/16",
        "START001",
    ),
    (
        "error: kubeadm: invalid CIDR address: 10.96.0.0/16,fd00::/112",
        "VER005",
    ),
    (
        "no kind \"ClusterConfiguration\" is registered for version \"kubeadm.k8s.io/v1beta1\"",
        "START001",
    ),
    (
        "error: networking.dnsDomain: Invalid value: \"xx\": must be no more than 253 characters",
        "START001",
    ),
    (
        "podSubnet: Invalid value: \"a,b\": expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking",
        "ADDR008",
    ),
    (
        "error: controlPlaneEndpoint \"fd00::1:6443\": endpoint is not valid",
        "ORD010",
    ),
    (
        "E1122 ovnkube.go: error allocating network for node n1: failed to allocate subnet: no subnets available.",
        "CAP003",
    ),
    (
        "time=\"2022-05-17T22:37:32Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16] and node-ip: [fd00::1], must share the same IP version\"",
        "NODE002",
    ),
    (
        "kube-vip-cloud-provider: no addresses available in [kube-system] cidr [10.0.0.0/30]",
        "LB001",
    ),
    (
        "E1122 flannel: failed to acquire lease: node \"n1\" pod cidr not assigned",
        "CNI001",
    ),
    (
        "E0215 01:12:52.345678       1 main.go:123] failed to get default v6 interface: unable to find default v6 route",
        "NODE006",
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][9] startup/autodetection_methods.go 99: Unable to auto-detect an IPv6 address: no valid IPv6 addresses found on the host interfaces",
        "NODE009",
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): failed to request IPv6 addresses: Assigned 0 out of 1 requested IPv6 addresses; No IPs available in pools: [fd00:10:244::/122]",
        "CAP016",
    ),
    (
        "level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration: native routing cidr must be configured with option --ipv6-native-routing-cidr in combination with --enable-ipv6-masquerade --tunnel=disabled --ipam=cluster-pool --enable-ipv6=true\" subsys=daemon",
        "CNI007",
    ),
    (
        "illegal network configuration: IPv4 cluster subnet, IPv6 service subnet",
        "ORD011",
    ),
    (
        "F1122 antrea-agent: error initializing agent: Spec.PodCIDR is empty for Node n1. Please make sure --allocate-node-cidrs is enabled for kube-controller-manager and --cluster-cidr specifies a sufficient CIDR range",
        "CAP003",
    ),
    (
        "failed to set bridge addr: \"cni0\" already has an IP address different from 10.244.2.1/24",
        "MIG003",
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to add IP addr {Version:6 Interface:0xc00 Address:{IP:fd00::2 Mask:ffffffffffffffff0000000000000000} Gateway:fd00::1} to \"eth0\": permission denied",
        "NODE009",
    ),
    (
        "level=fatal msg=\"dual-stack or IPv6 are not supported on Windows node\"",
        "WIN001",
    ),
    (
        "Error: spec: network: calico.mode: Forbidden: dual-stack for calico is only supported for mode `bird`",
        "START002",
    ),
    (
        "kube-proxy exited: no support for primary IP family \"IPv6\"",
        "NODE009",
    ),
    (
        "Warning  KubernetesDefaultServiceCIDRInconsistent  5s  kubernetes-default-service-cidr-controller  The default ServiceCIDR [10.96.0.0/16] does not match the controller flag configurations [10.97.0.0/16]",
        "MIG007",
    ),
    (
        "ConfigureCBR0 requested, but PodCIDR not set. Will not configure CBR0 right now",
        "CAP003",
    ),
];

#[test]
fn known_lines_lead_to_their_rule_first() {
    let wrong: Vec<String> = KNOWN_LINES
        .iter()
        .filter(|(line, code)| codes_of(line).first() != Some(code))
        .map(|(line, code)| format!("{code}, not {:?}: {line}", codes_of(line)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_of_strangers_are_no_match() {
    for line in [
        "Get \"https://registry.example.com/v2/\": x509: certificate is valid for www.example.org, example.org, not registry.example.com",
        "x509: certificate is valid for 203.0.113.7, not 203.0.113.9",
        "tls: failed to verify certificate: x509: certificate is valid for ingress.local, not shop.example.com",
        "x509: cannot validate certificate for 198.51.100.7 because it doesn't contain any IP SANs",
        "Error: unknown flag: --wait-for-jobs",
        "unknown flag: --platform",
        "dial tcp: address api.example.com:443:80: too many colons in address",
        "listen tcp 10.0.0.1:80: bind: address already in use",
        "The StatefulSet \"db\" is invalid: spec.storageClassName: Invalid value: \"a\": may not change once set",
        "The Job \"j\" is invalid: spec.template: Invalid value: {}: field is immutable",
        "dhcpd: no available IPs",
        "postgres: could not parse range: range is full",
        "iptables: Bad IP address \"x\"",
        "connect: connection refused",
        "address already allocated",
    ] {
        assert!(codes_of(line).is_empty(), "{line}: {:?}", codes_of(line));
    }
}

#[test]
fn a_certificate_of_the_cluster_is_known_by_its_names_and_by_the_plan() {
    let one = |line: &str, plan| {
        explain(line, plan)
            .iter()
            .map(|found| found.rule.code)
            .collect::<Vec<_>>()
    };
    for line in [
        "x509: certificate is valid for kubernetes, kubernetes.default, kubernetes.default.svc, cp-1, not api.example.com",
        "Unable to connect to the server: x509: certificate is valid for 10.96.0.1, 192.0.2.10, not 192.0.2.20",
        "Get \"https://192.0.2.20:6443/api\": x509: cannot validate certificate for 192.0.2.20 because it doesn't contain any IP SANs",
        "x509: certificate is valid for ingress.local, not kubernetes.default.svc",
    ] {
        assert_eq!(one(line, None), ["ORD008"], "{line}");
    }
    let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [10.96.0.0/16]\n  advertiseAddress: 192.0.2.20\n";
    let line = "x509: certificate is valid for 192.0.2.10, not 192.0.2.20";
    assert!(one(line, None).is_empty());
    assert_eq!(one(line, Some(plan)), ["ORD008"]);
}

#[test]
fn the_plan_decides_on_the_family() {
    let plan = |pods: &str| {
        format!(
            "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.30\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]\n  nodes: {{count: 40, max: 400}}\n"
        )
    };
    let of = |line: &str, plan: Option<String>| {
        explain(line, plan.as_deref())
            .iter()
            .map(|found| {
                (
                    found.rule.code,
                    found
                        .because
                        .as_ref()
                        .map_or(String::new(), |because| because.id.to_string()),
                    found.findings.len(),
                )
            })
            .collect::<Vec<_>>()
    };
    let event = "Node n2 status is now: CIDRNotAvailable";
    let first = "failed to allocate cidr from cluster cidr at idx:0: CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range";
    let second = first.replace("idx:0", "idx:1");
    let shown = |found: &[(&'static str, String, usize)]| {
        found
            .iter()
            .map(|(code, why, _)| (*code, why.clone()))
            .collect::<Vec<_>>()
    };
    let both = "explain-why-both".to_owned();
    assert_eq!(
        shown(&of(event, None)),
        [("CAP003", both.clone()), ("CAP002", both.clone())]
    );
    assert_eq!(
        shown(&of(first, None)),
        [("CAP003", both.clone()), ("CAP002", both.clone())]
    );
    assert_eq!(
        shown(&of(&second, None)),
        [("CAP002", both.clone()), ("CAP003", both)]
    );
    // IPv6 first: the first entry is IPv6, and so is the finding.
    let six_first = plan("\"fd00:10:244::/60\", 10.244.0.0/14");
    assert_eq!(
        of(first, Some(six_first.clone())),
        [("CAP002", "explain-why-index".to_owned(), 1)]
    );
    assert_eq!(
        of(&second, Some(six_first.clone())),
        [("CAP003", "explain-why-index".to_owned(), 0)]
    );
    let found = of(event, Some(six_first));
    assert_eq!(found[0], ("CAP002", "explain-why-finding".to_owned(), 1));
    assert_eq!(found[1].0, "CAP003");
    // One family alone.
    assert_eq!(
        of(event, Some(plan("\"fd00:10:244::/60\"")))[0].1,
        "explain-why-only"
    );
    assert_eq!(
        of(event, Some(plan("10.244.0.0/20")))
            .iter()
            .map(|found| found.0)
            .collect::<Vec<_>>(),
        ["CAP003"]
    );
}

#[test]
fn the_nearest_texts_are_offered_where_none_is_found() {
    let english = crate::i18n::Catalogue::of("en");
    let answer =
        unmatched("apiserver complains that service IP family does not match the public address family");
    assert_eq!(answer.nearest[0].codes, ["ORD001"]);
    assert!(answer.nearest.len() <= 3);
    assert_eq!(
        answer.nearest[0].pattern,
        "service IP family … must match public address family …"
    );
    assert!(english.text(&answer.advice).starts_with("paste the whole line"));
    for (text, advice) in [
        ("Back-off restarting failed container", "LOG001.crash"),
        ("dial tcp 10.0.0.1:443: i/o timeout", "LOG001.unreachable"),
        ("ADDR999", "LOG001.code"),
        ("0/3 nodes are available: FailedScheduling", "LOG001.pending"),
        ("Failed to create pod sandbox", "LOG001.sandbox"),
        ("", "LOG001.help"),
    ] {
        assert_eq!(unmatched(text).advice.id, advice, "{text}");
    }
    assert!(unmatched("qwertz").nearest.is_empty());
}

/// Flags and fields that components refuse or warn about, each as one start.
fn starts() -> Vec<(crate::diagnostic::Component, Vec<(&'static str, &'static str)>)> {
    use crate::diagnostic::Component::{KubeApiserver, KubeControllerManager, KubeProxy, Kubelet};
    vec![
        (KubeApiserver, vec![("service-cluster-ip-range", "x")]),
        (
            KubeApiserver,
            vec![("service-cluster-ip-range", "10.96.0.0/16,x")],
        ),
        (
            KubeApiserver,
            vec![("service-cluster-ip-range", "10.96.0.0/16,10.97.0.0/16")],
        ),
        (
            KubeApiserver,
            vec![("service-cluster-ip-range", "10.96.0.0/16,fd00::/112,fd01::/112")],
        ),
        (KubeApiserver, vec![("service-cluster-ip-range", "fd00::/48")]),
        (KubeApiserver, vec![("service-cluster-ip-range", "10.0.0.0/8")]),
        (KubeApiserver, vec![("service-cluster-ip-range", "10.0.0.0/30")]),
        (
            KubeApiserver,
            vec![("service-cluster-ip-range", "10.96.0.0/16,fd00::/127")],
        ),
        (
            KubeApiserver,
            vec![
                ("service-cluster-ip-range", "fd00::/112"),
                ("advertise-address", "192.168.1.11"),
            ],
        ),
        (KubeApiserver, vec![("advertise-address", "127.0.0.1")]),
        (KubeApiserver, vec![("advertise-address", "fe80::1")]),
        (KubeApiserver, vec![("advertise-address", "ff02::1")]),
        (KubeApiserver, vec![("advertise-address", "192.168.1.11,fd00::1")]),
        (KubeApiserver, vec![("feature-gates", "IPv6DualStack=false")]),
        (KubeApiserver, vec![("feature-gates", "NoSuchGate=true")]),
        (KubeApiserver, vec![("feature-gates", "IPv6DualStack")]),
        (KubeApiserver, vec![("feature-gates", "IPv6DualStack=perhaps")]),
        (KubeApiserver, vec![("cluster-cidr", "10.244.0.0/16")]),
        (
            KubeControllerManager,
            vec![("cluster-cidr", "x"), ("allocate-node-cidrs", "true")],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16,fd00::/48"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16,10.245.0.0/16"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16,fd00::/56,fd01::/56"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16,fd00::/56"),
                ("node-cidr-mask-size", "24"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16"),
                ("node-cidr-mask-size-ipv6", "64"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16"),
                ("node-cidr-mask-size", "12"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "fd00::/56"),
                ("node-cidr-mask-size", "80"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16"),
                ("cidr-allocator-type", "x"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (
            KubeControllerManager,
            vec![
                ("cluster-cidr", "10.244.0.0/16"),
                ("node-cidr-mask-size", "x"),
                ("allocate-node-cidrs", "true"),
            ],
        ),
        (Kubelet, vec![("node-ip", "10.0.0.1,10.0.0.2")]),
        (Kubelet, vec![("node-ip", "10.0.0.1,fd00::1")]),
        (
            Kubelet,
            vec![("node-ip", "10.0.0.1,fd00::1"), ("cloud-provider", "external")],
        ),
        (Kubelet, vec![("node-ip", "0.0.0.0,::")]),
        (Kubelet, vec![("node-ip", "127.0.0.1")]),
        (Kubelet, vec![("node-ip", "fe80::1")]),
        (Kubelet, vec![("node-ip", "ff02::1")]),
        (KubeProxy, vec![("cluster-cidr", "10.244.0.0/16,fd00::/56")]),
        (KubeProxy, vec![("cluster-cidr", "10.244.0.0/16,10.245.0.0/16")]),
        (KubeProxy, vec![("cluster-cidr", "a,b,c")]),
        (KubeProxy, vec![("cluster-cidr", "x")]),
        (KubeProxy, vec![("bind-address", "x")]),
        (KubeProxy, vec![("proxy-mode", "x")]),
        (KubeProxy, vec![("detect-local-mode", "x")]),
        (KubeProxy, vec![("detect-local-mode", "BridgeInterface")]),
        (KubeProxy, vec![("detect-local-mode", "InterfaceNamePrefix")]),
        (KubeProxy, vec![("nodeport-addresses", "x")]),
        (KubeProxy, vec![("nodeport-addresses", "primary,10.0.0.0/8")]),
        (
            KubeProxy,
            vec![("cluster-cidr", "fd00::/56"), ("bind-address", "10.0.0.1")],
        ),
    ]
}

#[test]
fn every_text_that_the_engine_predicts_is_explained() {
    use crate::components::{Flags, StartInput, forecast};
    let mut texts = std::collections::BTreeSet::new();
    for version in crate::kubernetes::Version::all() {
        for (component, flags) in starts() {
            let mut given = Flags::new();
            for (name, value) in flags {
                given.push(name, value);
            }
            for from_config in [false, true] {
                let input = StartInput {
                    flags: given.clone(),
                    from_config,
                    ..StartInput::default()
                };
                texts.extend(
                    forecast(version, component, &input)
                        .into_iter()
                        .map(|check| check.text),
                );
            }
        }
    }
    assert!(texts.len() > 60, "{}", texts.len());
    let unknown: Vec<String> = texts
        .into_iter()
        .filter(|text| explain(text, None).is_empty())
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}
