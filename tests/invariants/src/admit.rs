//! Any Service over any Service, in every version and kind of cluster.

use dualstack_core::admission::{
    Admission, ClientIpConfig, IntOrString, Request, Service, ServiceCluster, ServicePort, ServiceSpec,
    SessionAffinityConfig, admit, would_store,
};
use dualstack_core::document::{as_json, read, to_json, typed};
use dualstack_core::kubernetes::Version;
use dualstack_core::kubernetes::gates::GateSettings;
use dualstack_core::kubernetes::service_api::DUAL_STACK;
use dualstack_core::net::{Cidr, Dual};

use crate::input::{Choices, text_and_choices};

/// The Service ranges of a cluster, in order.
const RANGES: &[&[&str]] = &[
    &["10.96.0.0/16", "fd00:10:96::/112"],
    &["fd00:10:96::/112", "10.96.0.0/16"],
    &["10.96.0.0/16"],
    &["fd00:10:96::/112"],
    &["10.96.0.0/30", "fd00:10:96::/126"],
    &["10.96.0.0/12", "fd00:10:96::/64"],
];

pub(crate) fn check(bytes: &[u8]) {
    let (text, mut choices) = text_and_choices(bytes);
    let versions: Vec<Version> = Version::all().rev().collect();
    let ranges: Vec<Cidr> = choices
        .of(RANGES)
        .into_iter()
        .flat_map(|list| list.iter())
        .filter_map(|range| range.parse().ok())
        .collect();
    let (Some(version), Some(ranges)) = (choices.of(&versions), Dual::from_cidrs(&ranges)) else {
        return;
    };
    let mut cluster = ServiceCluster::new(*version, ranges).seeded(u64::from(choices.byte()));
    if let gate @ 1..=2 = choices.below(3) {
        cluster = cluster.with_gates(&GateSettings::from_iter([(DUAL_STACK.to_owned(), gate == 1)]));
    }
    let stream = read(&text);
    let mut sent = stream
        .documents
        .iter()
        .map(|document| typed::<Service>(&to_json(document.root())).unwrap_or_default());
    let (mut first, mut second) = (sent.next().unwrap_or_default(), sent.next().unwrap_or_default());
    while !choices.is_empty() {
        let service = if choices.below(2) == 0 {
            &mut first
        } else {
            &mut second
        };
        change(&mut service.spec, &mut choices);
    }
    // Names have a table of their own in the recordings; here every object is the same one.
    for service in [&mut first, &mut second] {
        service.metadata = Default::default();
        service.metadata.name = "web".to_owned();
    }
    // An update of an object that no server stored: no answer is known, but there is one.
    let _ = admit(&cluster, &Request::update(second.spec.clone(), first.clone()));
    let create = Request::Create { service: first };
    let Some(stored) = answered(&cluster, &create) else {
        let create = Request::Create { service: second };
        if let Some(stored) = answered(&cluster, &create) {
            stays(&cluster, &stored);
        }
        return;
    };
    stays(&cluster, &stored);
    let patch = as_json(&second);
    if let Some(changed) = answered(&cluster, &Request::update(stored.clone(), second)) {
        stays(&cluster, &changed);
    }
    let patch = Request::Patch {
        stored: Box::new(named(stored)),
        patch,
    };
    if let Some(patched) = answered(&cluster, &patch) {
        stays(&cluster, &patched);
    }
}

fn named(spec: ServiceSpec) -> Service {
    let mut service = Service {
        spec,
        ..Service::default()
    };
    service.metadata.name = "web".to_owned();
    service
}

/// Returns what is stored, after statements about every answer: it is the same each time, and a refusal has its reasons.
fn answered(cluster: &ServiceCluster<'_>, request: &Request) -> Option<ServiceSpec> {
    let answer = admit(cluster, request);
    assert_eq!(admit(cluster, request), answer, "{cluster:?} {request:?}");
    assert_eq!(
        would_store(cluster, request),
        answer.stored().is_some(),
        "{cluster:?} {request:?}"
    );
    match answer {
        Admission::Stored { spec, .. } => Some(*spec),
        Admission::Refused { refusal, .. } => {
            assert!(
                (400..600).contains(&refusal.code) && !refusal.message.is_empty(),
                "{refusal:?}"
            );
            assert!(
                refusal.code != 422 || !refusal.causes.is_empty(),
                "{refusal:?} for {request:?}"
            );
            None
        }
    }
}

/// Asserts that a stored object is stored again unchanged when it is sent back as it was read.
fn stays(cluster: &ServiceCluster<'_>, stored: &ServiceSpec) {
    let request = Request::update(stored.clone(), named(stored.clone()));
    let answer = admit(cluster, &request);
    // What readers are not shown does not come back with what they send.
    let shown = |spec: &ServiceSpec| ServiceSpec {
        hidden_traffic_policy: None,
        ..spec.clone()
    };
    assert_eq!(
        answer.stored().map(shown),
        Some(shown(stored)),
        "{cluster:?} {}",
        as_json(stored)
    );
}

const ADDRESSES: &[&str] = &[
    "",
    "None",
    "10.96.0.10",
    "fd00:10:96::a",
    "10.96.0.1",
    "10.97.0.1",
    "fd00:10:97::1",
    "10.96.0.0",
    "010.96.0.10",
    "::ffff:10.96.0.10",
    "10.96.0.2",
    "fd00:10:96::2",
    "none",
    "fd00:10:96:0::a",
    "10.96.255.255",
    "1.2.3.4",
];
const FAMILIES: &[&str] = &["IPv4", "IPv6", "", "ipv4", "IPv5"];
const POLICIES: &[&str] = &["SingleStack", "PreferDualStack", "RequireDualStack", "", "Dual"];
const TYPES: &[&str] = &[
    "",
    "ClusterIP",
    "NodePort",
    "LoadBalancer",
    "ExternalName",
    "Headless",
];
const TRAFFIC: &[&str] = &["", "Cluster", "Local", "Other"];
const WORDS: &[&str] = &[
    "",
    "web",
    "a.b",
    "-x",
    "example.com",
    "UPPER",
    "internal.example/class",
    "PreferClose",
];
const NETWORKS: &[&str] = &[
    "10.0.0.0/8",
    "fd00::/8",
    "10.0.0.1/8",
    "0.0.0.0/0",
    "x",
    " 10.0.0.0/8",
];
const NUMBERS: &[i32] = &[
    0, 80, 443, 30_000, 30_080, 32_767, 32_768, 65_535, 65_536, -1, 1, 86_400, 86_401,
];
const PROTOCOLS: &[&str] = &["", "TCP", "UDP", "SCTP", "tcp"];

fn word(choices: &mut Choices<'_>, words: &[&str]) -> String {
    choices
        .of(words)
        .map(|word| (*word).to_owned())
        .unwrap_or_default()
}

fn maybe<'a, T>(choices: &mut Choices<'a>, make: impl FnOnce(&mut Choices<'a>) -> T) -> Option<T> {
    (choices.below(4) > 0).then(|| make(choices))
}

fn list(choices: &mut Choices<'_>, words: &[&str]) -> Option<Vec<String>> {
    maybe(choices, |choices| {
        (0..choices.below(4)).map(|_| word(choices, words)).collect()
    })
}

fn number(choices: &mut Choices<'_>) -> i32 {
    choices.of(NUMBERS).copied().unwrap_or_default()
}

fn port(choices: &mut Choices<'_>) -> ServicePort {
    ServicePort {
        name: word(choices, WORDS),
        protocol: word(choices, PROTOCOLS),
        app_protocol: if choices.below(4) == 0 {
            Some(word(choices, WORDS))
        } else {
            None
        },
        port: number(choices),
        target_port: match choices.below(4) {
            0 => Some(IntOrString::String(word(choices, WORDS))),
            1 => Some(IntOrString::Int(number(choices))),
            _ => None,
        },
        node_port: if choices.below(2) == 0 { number(choices) } else { 0 },
    }
}

/// Sets one field.
fn change(spec: &mut ServiceSpec, choices: &mut Choices<'_>) {
    match choices.below(22) {
        0 => spec.type_ = word(choices, TYPES),
        1 => {
            spec.selector = maybe(choices, |choices| {
                [("app".to_owned(), word(choices, WORDS))].into()
            })
        }
        2 => {
            spec.ports = maybe(choices, |choices| {
                (0..choices.below(4)).map(|_| port(choices)).collect()
            });
        }
        3 => spec.cluster_ip = word(choices, ADDRESSES),
        4 => spec.cluster_ips = list(choices, ADDRESSES),
        5 => spec.ip_families = list(choices, FAMILIES),
        6 => spec.ip_family_policy = maybe(choices, |choices| word(choices, POLICIES)),
        7 => spec.ip_family = maybe(choices, |choices| word(choices, FAMILIES)),
        8 => spec.external_name = word(choices, WORDS),
        9 => spec.external_ips = list(choices, ADDRESSES),
        10 => spec.load_balancer_ip = word(choices, ADDRESSES),
        11 => spec.load_balancer_source_ranges = list(choices, NETWORKS),
        12 => spec.load_balancer_class = maybe(choices, |choices| word(choices, WORDS)),
        13 => spec.allocate_load_balancer_node_ports = maybe(choices, |choices| choices.below(2) == 0),
        14 => spec.external_traffic_policy = word(choices, TRAFFIC),
        15 => spec.internal_traffic_policy = maybe(choices, |choices| word(choices, TRAFFIC)),
        16 => spec.health_check_node_port = number(choices),
        17 => spec.session_affinity = word(choices, &["", "None", "ClientIP", "Cookie"]),
        18 => {
            spec.session_affinity_config = maybe(choices, |choices| SessionAffinityConfig {
                client_ip: maybe(choices, |choices| ClientIpConfig {
                    timeout_seconds: maybe(choices, number),
                }),
            });
        }
        19 => spec.publish_not_ready_addresses = choices.below(2) == 0,
        20 => spec.traffic_distribution = maybe(choices, |choices| word(choices, WORDS)),
        _ => spec.ports = Some(vec![port(choices)]),
    }
}
