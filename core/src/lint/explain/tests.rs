use super::*;

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

/// A line as it really looks, and what it is explained by. Every pattern of the families below is in it.
const LINES: &[(&str, &str)] = &[
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
];

#[test]
fn lines_as_they_are_printed_are_explained() {
    for (line, code) in LINES {
        assert_eq!(codes_of(line).first(), Some(code), "{line}");
    }
}

#[test]
fn every_pattern_of_these_families_is_met_by_a_line() {
    let mut met = std::collections::BTreeSet::new();
    for (line, _) in LINES {
        met.extend(
            explain(line, None)
                .into_iter()
                .filter_map(|found| found.matched.map(|matched| matched.pattern)),
        );
    }
    for rule in rules() {
        let meta = rule.meta();
        if ["ADDR", "CAP", "ORD", "VER"]
            .iter()
            .any(|family| meta.code.starts_with(family))
        {
            for pattern in meta.upstream {
                assert!(met.contains(pattern), "{}: no line has `{pattern}`", meta.code);
            }
        }
    }
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
    let log = "Starting\nError: unknown flag: --a\nError: unknown flag: --a\nunrecognized feature gate: X\n";
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
