mod metadata;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::i18n::{Catalogue, LOCALES, complete};
use crate::kubernetes::Version;
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::service_api::ServiceEra;
use crate::net::{Cidr, Dual, IpFamily, lenient};

fn ranges(name: &str) -> Dual<Cidr> {
    let v4: Cidr = "10.96.0.0/16".parse().unwrap();
    let v6: Cidr = "fd00:10:96::/112".parse().unwrap();
    match name {
        "v4" => Dual::single(v4),
        "v6" => Dual::single(v6),
        "v4v6" => Dual::from_cidrs(&[v4, v6]).unwrap(),
        _ => Dual::from_cidrs(&[v6, v4]).unwrap(),
    }
}

pub(super) fn cluster(version: &str, name: &str) -> ServiceCluster<'static> {
    with_gate(version, name, true)
}

fn with_gate(version: &str, name: &str, on: bool) -> ServiceCluster<'static> {
    let gates = GateSettings::from_iter([("IPv6DualStack".to_owned(), on)]);
    ServiceCluster::new(version.parse().unwrap(), ranges(name)).with_gates(&gates)
}

fn service(json: &str) -> Service {
    let spec = serde_json::from_str(json).unwrap();
    Service {
        metadata: ServiceMetadata {
            name: "web".into(),
            ..ServiceMetadata::default()
        },
        spec,
    }
}

fn create(cluster: &ServiceCluster<'_>, json: &str) -> Admission {
    admit(
        cluster,
        &Request::Create {
            service: service(json),
        },
    )
}

fn errors(admission: &Admission) -> Vec<String> {
    let refusal = admission.refused().unwrap();
    refusal
        .causes
        .iter()
        .map(|cause| format!("{}: {}", cause.field, cause.message))
        .collect()
}

#[test]
fn a_field_is_printed_as_the_version_prints_it() {
    let two = r#"{"ports":[{"port":80}],"clusterIP":"10.96.0.9","clusterIPs":["10.96.0.8"]}"#;
    assert_eq!(
        create(&cluster("1.33", "v4"), two).refused().unwrap().message,
        "Service \"web\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.8\"}: first value must match \
         `clusterIP`"
    );
    assert_eq!(
        create(&cluster("1.34", "v4"), two).refused().unwrap().message,
        "Service \"web\" is invalid: spec.clusterIPs: Invalid value: [\"10.96.0.8\"]: first value must match \
         `clusterIP`"
    );
}

#[test]
fn strict_addresses_are_asked_for_from_1_36_and_only_of_new_values() {
    let odd = r#"{"ports":[{"port":80}],"type":"LoadBalancer","externalIPs":["192.0.2.01","::ffff:192.0.2.1"],
                  "loadBalancerSourceRanges":["10.0.0.1/8"," 10.0.0.0/08 "]}"#;
    assert!(create(&cluster("1.35", "v4"), odd).stored().is_some());
    assert_eq!(
        errors(&create(&cluster("1.36", "v4"), odd)),
        [
            "spec.externalIPs[0]: Invalid value: \"192.0.2.01\": must not have leading 0s",
            "spec.externalIPs[1]: Invalid value: \"::ffff:192.0.2.1\": must not be an IPv4-mapped IPv6 address",
            "spec.LoadBalancerSourceRanges[0]: Invalid value: \"10.0.0.1/8\": must not have bits set beyond the \
             prefix length",
            "spec.LoadBalancerSourceRanges[1]: Invalid value: \"10.0.0.0/08\": must not have leading 0s in IP or \
             prefix length",
        ]
    );
    let old = Box::new(create(&cluster("1.35", "v4"), odd).stored().unwrap().clone());
    let unchanged = Service {
        spec: (*old).clone(),
        ..service("{}")
    };
    assert!(
        admit(
            &cluster("1.36", "v4"),
            &Request::Update {
                old,
                old_metadata: None,
                service: unchanged
            }
        )
        .stored()
        .is_some()
    );
}

#[test]
fn external_ips_are_checked_for_special_addresses() {
    let special = r#"{"ports":[{"port":80}],"externalIPs":["banana","0.0.0.0","::1","fe80::1","224.0.0.1"]}"#;
    assert_eq!(
        errors(&create(&cluster("1.30", "v4"), special)),
        [
            "spec.externalIPs[0]: Invalid value: \"banana\": must be a valid IP address, (e.g. 10.9.8.7 or \
             2001:db8::ffff)",
            "spec.externalIPs[1]: Invalid value: \"0.0.0.0\": may not be unspecified (0.0.0.0)",
            "spec.externalIPs[2]: Invalid value: \"::1\": may not be in the loopback range (127.0.0.0/8, ::1/128)",
            "spec.externalIPs[3]: Invalid value: \"fe80::1\": may not be in the link-local range (169.254.0.0/16, \
             fe80::/10)",
            "spec.externalIPs[4]: Invalid value: \"224.0.0.1\": may not be in the link-local multicast range \
             (224.0.0.0/24, ff02::/10)",
        ]
    );
}

#[test]
fn ports_are_named_and_unique() {
    let ports = r#"{"type":"NodePort","ports":[{"port":80,"nodePort":30080},{"name":"A","port":80,"targetPort":"x--y"},
                    {"name":"b","port":0,"protocol":"ICMP"}]}"#;
    assert_eq!(
        errors(&create(&cluster("1.27", "v4"), ports)),
        [
            "spec.ports[0].name: Required value",
            "spec.ports[1].name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case \
             alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  \
             or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
            "spec.ports[1].targetPort: Invalid value: \"x--y\": must not contain consecutive hyphens",
            "spec.ports[2].port: Invalid value: 0: must be between 1 and 65535, inclusive",
            "spec.ports[2].protocol: Unsupported value: \"ICMP\": supported values: \"SCTP\", \"TCP\", \"UDP\"",
            "spec.ports[2].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive",
            "spec.ports[1].nodePort: Duplicate value: 30080",
            "spec.ports[1]: Duplicate value: core.ServicePort{Name:\"\", Protocol:\"TCP\", \
             AppProtocol:(*string)(nil), Port:80, TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}, \
             NodePort:0}",
        ]
    );
}

#[test]
fn node_ports_are_shared_between_protocols_and_checked() {
    let both = create(
        &cluster("1.30", "v4"),
        r#"{"type":"NodePort","ports":[{"name":"t","port":53,"protocol":"TCP"},{"name":"u","port":53,"protocol":"UDP"},
            {"name":"web","port":80}]}"#,
    );
    let ports: Vec<i32> = both.stored().unwrap().node_ports().collect();
    assert_eq!(ports[0], ports[1]);
    assert_ne!(ports[0], ports[2]);
    assert!(
        ports.iter().all(|port| (30_086..=32_767).contains(port)),
        "{ports:?} lie in the dynamic band"
    );
    assert_eq!(
        errors(&create(
            &cluster("1.30", "v4"),
            r#"{"type":"NodePort","ports":[{"port":80,"nodePort":80}]}"#
        )),
        [
            "spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid \
          ports is 30000-32767"
        ]
    );
    let mut taken = Taken::default();
    taken.add(&service(r#"{"type":"NodePort","ports":[{"port":80,"nodePort":30080}]}"#).spec);
    let busy = ServiceCluster {
        occupancy: &taken,
        ..cluster("1.30", "v4")
    };
    assert_eq!(
        errors(&create(
            &busy,
            r#"{"type":"NodePort","ports":[{"port":80,"nodePort":30080}]}"#
        )),
        ["spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated"]
    );
}

#[test]
fn an_address_in_use_or_outside_is_refused_in_the_words_of_the_allocator() {
    let mut taken = Taken::default();
    taken.add_address("10.96.0.9".parse().unwrap());
    let wanted = |version: &str, ip: &str| {
        let busy = ServiceCluster {
            occupancy: &taken,
            ..cluster(version, "v4")
        };
        let family = if version == "1.18" {
            ""
        } else {
            r#","ipFamilies":["IPv4"]"#
        };
        errors(&create(
            &busy,
            &format!(r#"{{"ports":[{{"port":80}}],"clusterIP":"{ip}"{family}}}"#),
        ))
    };
    assert_eq!(
        wanted("1.18", "10.96.0.9"),
        ["spec.clusterIP: Invalid value: \"10.96.0.9\": provided IP is already allocated"]
    );
    assert_eq!(
        wanted("1.21", "10.96.0.9"),
        [
            "spec.clusterIPs: Invalid value: []string{\"10.96.0.9\"}: failed to allocated ip:10.96.0.9 with \
          error:provided IP is already allocated"
        ]
    );
    assert_eq!(
        wanted("1.36", "10.96.0.9"),
        [
            "spec.clusterIPs: Invalid value: [\"10.96.0.9\"]: failed to allocate IP 10.96.0.9: provided IP is already \
          allocated"
        ]
    );
    assert_eq!(
        wanted("1.30", "10.96.255.255"),
        [
            "spec.clusterIPs: Invalid value: []string{\"10.96.255.255\"}: failed to allocate IP 10.96.255.255: the \
          provided IP (10.96.255.255) is not in the valid range. The range of valid IPs is 10.96.0.0/16"
        ]
    );
    assert_eq!(
        wanted("1.34", "10.96.255.255"),
        [
            "spec.clusterIPs: Invalid value: [\"10.96.255.255\"]: failed to allocate IP 10.96.255.255: the provided \
          network does not match the current range"
        ]
    );
}

#[test]
fn a_full_range_is_reported_as_the_version_reports_it() {
    struct Full;
    impl Occupancy for Full {
        fn is_address_taken(&self, _: std::net::IpAddr) -> bool {
            true
        }
        fn is_node_port_taken(&self, _: i32) -> bool {
            true
        }
    }
    for (version, text) in [
        ("1.16", "failed to allocate a serviceIP: range is full"),
        ("1.34", "failed to allocate a serviceIP: range is full"),
        ("1.35", "failed to allocate a serviceIP: range is full"),
        (
            "1.36",
            "failed to allocate a serviceIP for Service \"web\": range is full",
        ),
    ] {
        let small = Dual::single("10.0.0.0/28".parse().unwrap());
        let full = ServiceCluster {
            occupancy: &Full,
            ..ServiceCluster::new(version.parse().unwrap(), small)
        };
        let refusal = create(&full, r#"{"ports":[{"port":80}]}"#)
            .refused()
            .unwrap()
            .clone();
        assert_eq!(
            (refusal.code, refusal.message),
            (500, format!("Internal error occurred: {text}")),
            "{version}"
        );
    }
}

#[test]
fn external_traffic_fields_follow_the_type() {
    let local = r#"{"type":"LoadBalancer","ports":[{"port":80}],"externalTrafficPolicy":"Local"}"#;
    for version in ["1.16", "1.22", "1.23", "1.36"] {
        let stored = create(&cluster(version, "v4"), local).stored().unwrap().clone();
        assert!(stored.health_check_node_port >= 30_000, "{version}");
        let to_cluster_ip = ServiceSpec {
            type_: "ClusterIP".into(),
            ..stored.clone()
        };
        let request = Request::Update {
            old: Box::new(stored),
            old_metadata: None,
            service: Service {
                spec: to_cluster_ip,
                ..service("{}")
            },
        };
        let after = admit(&cluster(version, "v4"), &request);
        if version == "1.16" {
            // Node ports are not cleared on the client's behalf yet.
            assert_eq!(errors(&after).len(), 1);
            continue;
        }
        let after = after.stored().unwrap();
        assert_eq!(
            (
                after.health_check_node_port,
                after.external_traffic_policy.as_str()
            ),
            (0, ""),
            "{version}"
        );
        assert_eq!(after.node_ports().count(), 0, "{version}");
    }
    let inside = r#"{"ports":[{"port":80}],"externalTrafficPolicy":"Local","externalIPs":["192.0.2.1"]}"#;
    assert_eq!(
        errors(&create(&cluster("1.22", "v4"), inside)),
        [
            "spec.externalTrafficPolicy: Invalid value: \"Local\": ExternalTrafficPolicy can only be set on NodePort and \
          LoadBalancer service"
        ]
    );
    assert_eq!(
        errors(&create(&cluster("1.28", "v4"), inside)),
        [
            "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set when `type` is 'NodePort' or \
          'LoadBalancer'"
        ]
    );
    assert!(create(&cluster("1.29", "v4"), inside).stored().is_some());
}

#[test]
fn family_is_checked_against_the_cluster_from_1_19() {
    let v6 = r#"{"ports":[{"port":80}],"ipFamily":"IPv6"}"#;
    assert_eq!(
        errors(&create(&cluster("1.19", "v4"), v6)),
        ["spec.ipFamily: Invalid value: \"IPv6\": only the following families are allowed: IPv4"]
    );
    // Up to 1.18 an IPv6 Service of an IPv4 cluster gets an IPv4 address.
    let stored = create(&cluster("1.18", "v4"), v6).stored().unwrap().clone();
    assert_eq!(
        (
            stored.ip_family.as_deref(),
            stored.cluster_ip.starts_with("10.96.")
        ),
        (Some("IPv6"), true)
    );
    let second = r#"{"ports":[{"port":80}],"ipFamily":"IPv4"}"#;
    assert!(
        create(&cluster("1.18", "v6v4"), second)
            .stored()
            .unwrap()
            .cluster_ip
            .starts_with("fd00:")
    );
    assert!(
        create(&cluster("1.19", "v6v4"), second)
            .stored()
            .unwrap()
            .cluster_ip
            .starts_with("10.96.")
    );
    assert_eq!(
        errors(&create(
            &cluster("1.19", "v4v6"),
            r#"{"ports":[{"port":80}],"ipFamily":"IPv4","clusterIP":"fd00:10:96::9"}"#
        )),
        ["spec.ipFamily: Invalid value: \"IPv4\": does not match IPv6 cluster IP"]
    );
}

#[test]
fn with_the_gate_off_families_are_dropped() {
    let wanted = r#"{"ports":[{"port":80}],"ipFamilies":["IPv6"],"ipFamilyPolicy":"RequireDualStack"}"#;
    for version in ["1.20", "1.21", "1.22"] {
        let off = with_gate(version, "v4v6", false);
        let stored = create(&off, wanted).stored().unwrap().clone();
        assert_eq!(
            (stored.ip_families.clone(), stored.ip_family_policy.clone()),
            (None, None),
            "{version}"
        );
        assert_eq!(stored.ips(), std::slice::from_ref(&stored.cluster_ip));
    }
}

#[test]
fn services_stored_before_the_fields_existed_are_read_with_defaults() {
    let read_as = |version: &str, name: &str, json: &str| {
        let spec = read(&cluster(version, name), &serde_json::from_str(json).unwrap());
        (
            spec.ip_family_policy.unwrap_or_default(),
            spec.ip_families.unwrap_or_default().join(" "),
        )
    };
    let headless = r#"{"clusterIP":"None"}"#;
    let selecting = r#"{"clusterIP":"None","selector":{"app":"x"}}"#;
    let headful = r#"{"clusterIP":"10.96.0.9"}"#;
    let external = r#"{"type":"ExternalName","externalName":"example.com"}"#;
    for (version, name, json, policy, families) in [
        ("1.36", "v4", headless, "RequireDualStack", "IPv4 IPv6"),
        ("1.21", "v4", headless, "PreferDualStack", "IPv4 IPv6"),
        ("1.36", "v6v4", selecting, "SingleStack", "IPv6"),
        ("1.21", "v6v4", selecting, "PreferDualStack", "IPv6 IPv4"),
        ("1.21", "v6", selecting, "SingleStack", "IPv6"),
        ("1.36", "v6v4", headful, "SingleStack", "IPv4"),
        ("1.36", "v4v6", external, "", ""),
        ("1.19", "v4v6", headless, "", ""),
    ] {
        assert_eq!(
            read_as(version, name, json),
            (policy.into(), families.into()),
            "{version} {name} {json}"
        );
    }
}

#[test]
fn allocated_values_may_be_left_out_from_1_22() {
    let stored = create(
        &cluster("1.21", "v4v6"),
        r#"{"type":"NodePort","ports":[{"port":80}]}"#,
    )
    .stored()
    .unwrap()
    .clone();
    let again = |version: &str| {
        let service = service(r#"{"type":"NodePort","ports":[{"port":80}]}"#);
        admit(
            &cluster(version, "v4v6"),
            &Request::Update {
                old: Box::new(stored.clone()),
                old_metadata: None,
                service,
            },
        )
    };
    assert!(
        errors(&again("1.21"))
            .iter()
            .any(|error| error.contains("primary clusterIP can not be unset"))
    );
    for version in ["1.21.5", "1.22", "1.36"] {
        let after = again(version).stored().unwrap().clone();
        assert_eq!(
            (after.ips(), after.node_ports().next()),
            (stored.ips(), stored.node_ports().next()),
            "{version}"
        );
    }
}

#[test]
fn warnings_come_with_accepted_services_from_1_27() {
    let odd = r#"{"ports":[{"port":80}],"externalIPs":["2001:DB8::1"],"externalName":"x"}"#;
    let warnings = |version: &str| match create(&cluster(version, "v4"), odd) {
        Admission::Stored { warnings, .. } => warnings,
        Admission::Refused { refusal, .. } => panic!("{refusal:?}"),
    };
    assert!(warnings("1.26").is_empty());
    let apply_loops = "spec.externalIPs[0]: IPv6 address \"2001:DB8::1\" is not in RFC 5952 canonical format \
                       (\"2001:db8::1\"), which may cause controller apply-loops";
    let canonical = "spec.externalIPs[0]: IPv6 address \"2001:DB8::1\" should be in RFC 5952 canonical format \
                     (\"2001:db8::1\")";
    let name = "spec.externalName is ignored when spec.type is not \"ExternalName\"";
    assert_eq!(warnings("1.27"), [apply_loops]);
    assert_eq!(warnings("1.32"), [apply_loops, name]);
    assert_eq!(warnings("1.35"), [canonical, name]);
    assert_eq!(
        warnings("1.36"),
        [
            canonical,
            "spec.externalIPs is deprecated and may no longer be implemented in some clusters",
            name
        ]
    );
}

#[test]
fn headless_services_get_warnings_from_1_34_and_the_first_two_patches_give_one_too_many() {
    let headless = r#"{"clusterIP":"None","ports":[{"port":80}],"loadBalancerIP":"192.0.2.1"}"#;
    let warnings = |version: &str| match create(&cluster(version, "v4"), headless) {
        Admission::Stored { warnings, .. } => warnings,
        Admission::Refused { refusal, .. } => panic!("{refusal:?}"),
    };
    let balancer = "spec.loadBalancerIP is ignored for headless services";
    let affinity = "spec.SessionAffinity is ignored for headless services";
    assert!(warnings("1.33").is_empty());
    assert_eq!(warnings("1.34.1"), [balancer, affinity]);
    for version in ["1.34.2", "1.34", "1.35"] {
        assert_eq!(warnings(version), [balancer], "{version}");
    }
}

#[test]
fn an_old_client_of_1_20_releases_the_second_address_without_asking() {
    // Recorded from 1.20.8: the policy that is filled in makes the second run of the strategy trim the lists.
    let old = r#"{"clusterIP":"10.96.77.1","clusterIPs":["10.96.77.1","fd00:10:96::cb7b"],"ipFamilies":["IPv4","IPv6"],
                  "ipFamilyPolicy":"PreferDualStack","ports":[{"port":80}]}"#;
    for (version, families, policy) in [
        ("1.20", vec!["IPv4"], "SingleStack"),
        ("1.21", vec!["IPv4", "IPv6"], "RequireDualStack"),
    ] {
        let answer = admit(
            &cluster(version, "v6v4"),
            &Request::Update {
                old: Box::new(service(old).spec),
                old_metadata: None,
                service: service(r#"{"clusterIP":"10.96.77.1","ports":[{"port":80}]}"#),
            },
        );
        let spec = answer.stored().unwrap();
        assert_eq!(spec.families(), families, "{version}");
        assert_eq!(spec.ips().len(), families.len(), "{version}");
        assert_eq!(spec.ip_family_policy.as_deref(), Some(policy), "{version}");
    }
}

#[test]
fn an_update_that_makes_upstream_panic_is_an_answer_here() {
    let old = create(&cluster("1.36", "v4"), r#"{"ports":[{"port":80}]}"#)
        .stored()
        .unwrap()
        .clone();
    let headless =
        service(r#"{"ports":[{"port":80}],"clusterIP":"None","ipFamilyPolicy":"RequireDualStack"}"#);
    let answer = admit(
        &cluster("1.36", "v4"),
        &Request::Update {
            old: Box::new(old),
            old_metadata: None,
            service: headless,
        },
    );
    assert_eq!(answer.refused().unwrap().code, 500);
}

#[test]
fn the_trace_says_why() {
    let trace = |json: &str| {
        let rules: Vec<&str> = create(&cluster("1.36", "v4v6"), json)
            .trace()
            .iter()
            .map(|step| step.rule)
            .collect();
        rules
    };
    assert_eq!(
        trace(r#"{"selector":{"app":"x"},"ports":[{"port":80}]}"#),
        ["SVC-policy", "SVC-primary", "SVC-allocate"]
    );
    assert_eq!(
        trace(r#"{"ports":[{"port":80}],"ipFamilies":["IPv4","IPv6"]}"#),
        ["SVC-policy", "SVC-23"]
    );
    let step = &create(
        &cluster("1.36", "v4v6"),
        r#"{"selector":{"app":"x"},"ports":[{"port":80}]}"#,
    )
    .trace()[0]
        .clone();
    assert_eq!(
        Catalogue::of("en").text(&step.message),
        "Policy not given and the Service has a selector → SingleStack"
    );
    let json = serde_json::to_value(step).unwrap();
    assert_eq!(json["message"]["params"]["policy"], "SingleStack");
    assert_eq!(
        (&json["field"], &json["set"]),
        (&"spec.ipFamilyPolicy".into(), &"SingleStack".into())
    );
}

#[test]
fn every_language_has_every_message() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/admission");
    let mut ids = BTreeSet::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(path).unwrap();
            ids.extend(
                text.split('"')
                    .filter(|part| is_message_id(part))
                    .map(str::to_owned),
            );
        }
    }
    assert!(ids.len() > 25, "{ids:?}");
    for locale in complete(LOCALES) {
        let catalogue = Catalogue::of(locale.tag);
        let missing: Vec<&String> = ids.iter().filter(|id| !catalogue.has(id)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", locale.tag);
    }
}

fn is_message_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    text.matches('-').count() >= 2
        && text.starts_with("service-")
        && !text.ends_with('-')
        && text.bytes().all(plain)
}

// Invariants.

fn versions() -> impl Strategy<Value = Version> {
    prop::sample::select(Version::all().collect::<Vec<_>>())
}

fn cluster_names() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["v4", "v6", "v4v6", "v6v4"])
}

fn ips() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "",
        "None",
        "10.96.7.7",
        "10.96.7.8",
        "fd00:10:96::77",
        "fd00:10:96::78",
        "10.200.0.1",
        "fd01::1",
        "banana",
        "::ffff:10.96.7.9",
        "010.96.7.10",
        "FD00:10:96::79",
    ])
    .prop_map(str::to_owned)
}

pub(super) fn specs() -> impl Strategy<Value = ServiceSpec> {
    let families = prop::sample::select(vec!["IPv4", "IPv6", "IPv4", "IPv6", "IPv5"]).prop_map(str::to_owned);
    let policies = prop::sample::select(vec![
        "SingleStack",
        "PreferDualStack",
        "RequireDualStack",
        "Bogus",
    ])
    .prop_map(str::to_owned);
    let types = prop::sample::select(vec![
        "",
        "ClusterIP",
        "NodePort",
        "LoadBalancer",
        "ExternalName",
        "Odd",
    ]);
    let port = (
        0i32..3,
        prop::sample::select(vec!["", "TCP", "UDP", "SCTP", "X"]),
        prop::sample::select(vec![0, 30_001, 30_002, 7]),
    )
        .prop_map(|(n, protocol, node_port)| ServicePort {
            name: format!("p{n}"),
            port: n * 80 + 10,
            protocol: protocol.into(),
            node_port,
            ..ServicePort::default()
        });
    (
        (
            types,
            any::<bool>(),
            prop::option::of(prop::collection::vec(port, 0..3)),
            ips(),
        ),
        prop::option::of(prop::collection::vec(ips(), 0..4)),
        prop::option::of(prop::collection::vec(families.clone(), 0..3)),
        prop::option::of(policies),
        prop::option::of(families),
        (
            prop::sample::select(vec!["", "Local", "Cluster"]),
            prop::option::of(any::<bool>()),
            any::<bool>(),
        ),
        prop::option::of(prop::collection::vec(ips(), 0..2)),
    )
        .prop_map(
            |(
                (type_, selecting, ports, ip),
                list,
                families,
                policy,
                family,
                (traffic, allocate, named),
                external,
            )| {
                let sync = list.as_ref().is_some_and(|list| list.len() % 2 == 1);
                ServiceSpec {
                    type_: type_.into(),
                    selector: selecting.then(|| [("app".to_owned(), "x".to_owned())].into()),
                    ports,
                    // Half of the time the two fields agree, or little would ever be accepted.
                    cluster_ip: if sync {
                        list.as_ref().and_then(|l| l.first().cloned()).unwrap_or(ip)
                    } else {
                        ip
                    },
                    cluster_ips: list,
                    ip_families: families,
                    ip_family_policy: policy,
                    ip_family: family,
                    external_name: if named {
                        "example.com".into()
                    } else {
                        String::new()
                    },
                    external_ips: external,
                    external_traffic_policy: traffic.into(),
                    allocate_load_balancer_node_ports: allocate,
                    ..ServiceSpec::default()
                }
            },
        )
}

/// What clients of the API rely on in every stored Service.
fn assert_invariants(cluster: &ServiceCluster<'_>, spec: &ServiceSpec) {
    let api = cluster.api;
    if api.era == ServiceEra::SingleFamily {
        assert!(spec.ips().is_empty() && spec.families().is_empty() && spec.ip_family_policy.is_none());
        if !spec.is_external_name() {
            assert!(!spec.cluster_ip.is_empty());
        }
        return;
    }
    assert_eq!(spec.ip_family, None);
    if spec.is_external_name() {
        // Not `clusterIP`: an update to ExternalName that names another one and no list is let through upstream, where
        // validation looks at `clusterIPs` only and normalisation fills that from an unchanged list only
        // (pkg/registry/core/service/storage/storage.go normalizeClusterIPs, v1.20 to v1.36). What is stored so is read
        // with a list of that address.
        assert!(spec.ips().iter().all(|ip| *ip == spec.cluster_ip) && spec.ips().len() < 2);
        assert!(spec.families().is_empty());
        return;
    }
    assert_eq!(
        spec.ips().first(),
        Some(&spec.cluster_ip),
        "clusterIP is the first of clusterIPs"
    );
    let families: BTreeSet<&String> = spec.families().iter().collect();
    assert_eq!(families.len(), spec.families().len(), "no family twice");
    assert!((1..=2).contains(&families.len()));
    if spec.is_headless() {
        return;
    }
    assert_eq!(
        spec.ips().len(),
        spec.families().len(),
        "one address a family: {spec:?}"
    );
    for (ip, family) in spec.ips().iter().zip(spec.families()) {
        let address = lenient::parse_address(ip).unwrap().address;
        assert_eq!(IpFamily::of(address).as_str(), family);
        assert!(cluster.contains(address), "{address} is a Service address");
    }
    if spec.has_policy(policy::SINGLE_STACK) {
        assert_eq!(spec.families().len(), 1);
    }
    if spec.has_policy(policy::REQUIRE_DUAL_STACK) {
        assert_eq!(spec.families().len(), 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_accepted_satisfies_the_api(version in versions(), name in cluster_names(), spec in specs()) {
        let cluster = cluster(&version.to_string(), name);
        let request = Request::Create { service: Service { spec, ..service("{}") } };
        let admission = admit(&cluster, &request);
        prop_assert_eq!(would_store(&cluster, &request), admission.stored().is_some());
        if let Admission::Stored { spec, .. } = admission {
            assert_invariants(&cluster, &spec);
        }
    }

    #[test]
    fn sending_back_what_is_stored_changes_nothing(version in versions(), name in cluster_names(), spec in specs()) {
        let cluster = cluster(&version.to_string(), name);
        let service = |spec| Service { spec, ..service("{}") };
        if let Admission::Stored { spec, .. } = admit(&cluster, &Request::Create { service: service(spec) }) {
            let again = admit(&cluster, &Request::Update { old: spec.clone(), old_metadata: None, service: service((*spec).clone()) });
            prop_assert_eq!(again.stored(), Some(&*spec), "{:?}", again.refused());
        }
    }

    #[test]
    fn an_update_keeps_the_primary_address(
        version in versions(), name in cluster_names(), old in specs(), new in specs(),
    ) {
        let cluster = cluster(&version.to_string(), name);
        let service = |spec| Service { spec, ..service("{}") };
        let Admission::Stored { spec: old, .. } = admit(&cluster, &Request::Create { service: service(old) }) else {
            return Ok(());
        };
        let request = Request::Update { old: old.clone(), old_metadata: None, service: service(new) };
        let admission = admit(&cluster, &request);
        prop_assert_eq!(would_store(&cluster, &request), admission.stored().is_some());
        if let Admission::Stored { spec: new, .. } = admission {
            assert_invariants(&cluster, &new);
            if !old.is_external_name() && !new.is_external_name() {
                prop_assert_eq!(&old.cluster_ip, &new.cluster_ip);
            }
        }
        // Neither does a stored object nobody could have written make it panic.
        let _ = admit(&cluster, &Request::Update { old: Box::new(request_spec(&request)), old_metadata: None, service: service(*old) });
    }

    #[test]
    fn versions_without_a_row_between_them_answer_alike(name in cluster_names(), spec in specs()) {
        for (older, newer) in [("1.16", "1.17"), ("1.24", "1.24.17"), ("1.36", "1.37")] {
            let request = Request::Create { service: Service { spec: spec.clone(), ..service("{}") } };
            let (older, newer) = (admit(&cluster(older, name), &request), admit(&cluster(newer, name), &request));
            prop_assert_eq!(older.stored(), newer.stored());
        }
    }
}

fn request_spec(request: &Request) -> ServiceSpec {
    request.clone().into_service().spec
}

#[test]
fn a_cause_knows_its_check_and_not_by_its_words() {
    let rules = |version: &str, json: &str| {
        let answer = create(&cluster(version, "v4"), json);
        let causes = answer.refused().unwrap().causes.clone();
        causes
            .iter()
            .map(|cause| (cause.field.clone(), cause.rule()))
            .collect::<Vec<_>>()
    };
    let ports = r#""ports":[{"port":80}]"#;
    for (version, json, field, rule) in [
        (
            "1.36",
            format!("{{{ports},\"ipFamilies\":[\"IPv6\"]}}"),
            "spec.ipFamilies[0]",
            "SVC-26",
        ),
        (
            "1.20",
            format!("{{{ports},\"ipFamilies\":[\"IPv6\"]}}"),
            "spec.ipFamilies[0]",
            "SVB-5",
        ),
        (
            "1.36",
            format!("{{{ports},\"clusterIP\":\"fd00::1\",\"clusterIPs\":[\"fd00::1\"]}}"),
            "spec.clusterIPs[0]",
            "SVC-24",
        ),
        (
            "1.36",
            format!("{{{ports},\"clusterIP\":\"10.97.0.1\"}}"),
            "spec.clusterIPs",
            "SVC-50",
        ),
        (
            "1.20",
            format!("{{{ports},\"clusterIP\":\"10.97.0.1\"}}"),
            "spec.clusterIPs",
            "SVB-8",
        ),
        (
            "1.16",
            format!("{{{ports},\"clusterIP\":\"10.97.0.1\"}}"),
            "spec.clusterIP",
            "SVA-range",
        ),
        ("1.36", r#"{"ports":[]}"#.to_owned(), "spec.ports", "SVC-31"),
        // Names of ports are no node ports: both errors read `Required value` and `Duplicate value`.
        (
            "1.36",
            r#"{"ports":[{"port":80},{"port":81,"name":"b"}]}"#.to_owned(),
            "spec.ports[0].name",
            "SVC-validation",
        ),
        (
            "1.36",
            r#"{"ports":[{"port":80,"name":"a"},{"port":81,"name":"a"}]}"#.to_owned(),
            "spec.ports[1].name",
            "SVC-validation",
        ),
    ] {
        let got = rules(version, &json);
        assert!(
            got.contains(&(field.to_owned(), rule)),
            "{version} {json}: {got:?}"
        );
    }
}

#[test]
fn an_address_of_another_service_is_not_one_outside_the_range() {
    let taken = {
        let mut taken = Taken::default();
        taken.add_address("10.96.0.9".parse().unwrap());
        taken
    };
    for version in ["1.16", "1.20", "1.22", "1.36"] {
        let cluster = ServiceCluster {
            occupancy: &taken,
            ..cluster(version, "v4")
        };
        let answer = create(&cluster, r#"{"ports":[{"port":80}],"clusterIP":"10.96.0.9"}"#);
        assert_eq!(
            answer.refused().unwrap().causes[0].rule(),
            "SVC-address-taken",
            "{version}"
        );
    }
}
