//! Guards: whether a text that other programs print too is about the cluster this time.

use std::net::IpAddr;

use super::pattern::Captured;
use crate::diagnostic::Component;
use crate::kubernetes::facts::ever_known;
use crate::request::ClusterPlan;

/// What a record has to have besides the words of a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guard {
    /// Nothing: only this component prints the words.
    None,
    /// One of these words, in lower case.
    Says(&'static [&'static str]),
    /// One of these words, even where the message stands alone.
    Has(&'static [&'static str]),
    /// The value is a list: of two ranges, or two addresses.
    List(&'static str),
    /// The value has an IPv6 address in it.
    Ipv6(&'static str),
    /// The name or address is one that the cluster has: of the Service `kubernetes`, of the API server, or one that
    /// the certificate of an API server stands beside.
    Certificate,
    /// The endpoint is one of the control plane.
    Endpoint(&'static str),
    /// The flag is one of Kubernetes' components.
    Flag(&'static str),
}

/// A record with no more than this beside a match is the message alone.
const BARE: usize = 4;

/// Words that only stand in what clusters print.
pub(super) const CLUSTER: &[&str] = &[
    "kube",
    "k3s",
    "rke2",
    "k0s",
    "talos",
    "microk8s",
    "etcd",
    "service-c",
    "servicec",
    "cluster-c",
    "clusterc",
    "podsubnet",
    "podcidr",
    "cidr",
    "node",
];
/// Words of records about a Service's addresses.
const SERVICE_FIELDS: &[&str] = &["clusterip", "ipfamil", "ipfamily"];
/// Words of records about addresses that a load balancer gives.
const BALANCER: &[&str] = &[
    "metallb",
    "loadbalancer",
    "allocat",
    "service",
    "pool",
    "external ip",
];
/// Ports that the control plane and kubelets listen on.
const PORTS: &[&str] = &[
    "6443", "8443", "9345", "2379", "2380", "10250", "10257", "10259", "16443",
];
/// What flags of components are about, where a flag is written wrong.
const ABOUT: &[&str] = &[
    "address", "cidr", "cluster", "dual", "family", "gate", "ip-", "ipv", "mask", "node", "pod", "range",
    "service", "stack",
];
impl Guard {
    /// Whether a match in a record is about the cluster. `covered` is the length of the match: a record that has hardly
    /// anything else is what somebody took out of its log, and nothing speaks against it.
    pub(super) fn lets(
        self,
        captured: &[Captured],
        covered: usize,
        record: &str,
        plan: Option<&ClusterPlan>,
    ) -> bool {
        let value = |name: &str| {
            captured
                .iter()
                .find(|captured| captured.name == name)
                .map_or("", |captured| captured.value.as_str())
        };
        let says = |words: &[&str]| words.iter().any(|word| record.contains(word));
        match self {
            Guard::None => true,
            Guard::Says(words) => says(words) || record.trim().len() <= covered + BARE,
            Guard::Has(words) => says(words),
            Guard::List(name) => value(name).contains(','),
            Guard::Ipv6(name) => value(name).contains(':'),
            Guard::Flag(name) => {
                let flag = format!("--{}", value(name));
                ABOUT.iter().any(|word| flag.contains(word))
                    || Component::BINARIES
                        .iter()
                        .any(|component| ever_known(*component, &flag))
            }
            Guard::Endpoint(name) => {
                let endpoint = value(name);
                PORTS
                    .iter()
                    .any(|port| endpoint.ends_with(port) || record.contains(&format!(":{port}")))
                    || says(&["kube", "control plane", "controlplane", "etcd", "preflight"])
            }
            Guard::Certificate => certificate(value("names"), value("address"), record, plan),
        }
    }
}

/// Whether a certificate is that of the cluster's API server.
fn certificate(names: &str, asked: &str, record: &str, plan: Option<&ClusterPlan>) -> bool {
    let of_cluster = |name: &str| {
        let name = name.trim().trim_end_matches(['.', ')']);
        name == "kubernetes"
            || name.starts_with("kubernetes.default")
            || name.ends_with(".cluster.local")
            || name == "localhost.localdomain.kubernetes"
            || first_service_address(name)
            || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    };
    let planned = |name: &str| {
        let Ok(address) = name.trim().parse::<IpAddr>() else {
            return false;
        };
        plan.is_some_and(|plan| {
            plan.spec.advertise_address == Some(address)
                || plan
                    .spec
                    .service_cidrs
                    .iter()
                    .any(|range| range.contains_address(address))
        })
    };
    let mut all = names.split(',').chain([asked]);
    all.any(|name| of_cluster(name) || planned(name))
        || PORTS.iter().any(|port| record.contains(&format!(":{port}")))
        || record.contains("kube-apiserver")
}

/// Whether an address is the first of what may be a Service range: the Service `kubernetes` has it.
fn first_service_address(text: &str) -> bool {
    match text.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => address.is_private() && matches!(address.octets(), [.., _, 0, 1]),
        Ok(IpAddr::V6(address)) => {
            let segments = address.segments();
            matches!(segments, [first, .., 0, 0, 0, 1] if first & 0xfe00 == 0xfc00)
        }
        Err(_) => false,
    }
}

/// Patterns of rules that other programs print too.
const OF_RULES: &[(&str, Guard)] = &[
    (
        "x509: cannot validate certificate for %s{address} because it doesn't contain any IP SANs",
        Guard::Certificate,
    ),
    ("invalid CIDR address: %s{ranges}", Guard::List("ranges")),
    ("too many colons in address", Guard::Endpoint("address")),
    (
        "x509: certificate is valid for %s{names}, not %s{address}",
        Guard::Certificate,
    ),
    (
        "address %s{address}: too many colons in address",
        Guard::Endpoint("address"),
    ),
    ("unknown flag: --%s{flag}", Guard::Flag("flag")),
    ("no available IPs", Guard::Says(BALANCER)),
    (
        "listen tcp %s{address}: socket: address family not supported by protocol",
        Guard::Ipv6("address"),
    ),
    ("CIDR block %s{range} is malformed", Guard::Ipv6("range")),
    (
        "Invalid value: %q{value}: may not change once set",
        Guard::Says(SERVICE_FIELDS),
    ),
    (
        "Invalid value: %s{value}: may not change once set",
        Guard::Says(SERVICE_FIELDS),
    ),
    ("may only hold up to 2 values", Guard::Says(SERVICE_FIELDS)),
    (
        "may specify no more than one IP for each IP family",
        Guard::Says(&["clusterip"]),
    ),
    ("couldn't parse subnet", Guard::Has(&[","])),
    (
        "must be a valid CIDR block",
        Guard::Has(&[
            "/64,", "/56,", "/48,", "/16,", "/8,", "/12,", "/24,", "/20,", "/14,", "/112,",
        ]),
    ),
    (
        "Bad IP address %q{address}",
        Guard::Says(&["felix", "calico", "kube", "cni"]),
    ),
    ("host/network %s{address} not found", Guard::Says(&["tables"])),
    ("unknown field \"ipFamily\"", Guard::Says(&["service", "spec"])),
    (
        "source and destination ip are not the same IP family",
        Guard::Says(&["cilium", "daemon"]),
    ),
];

/// Returns the guard of a rule's pattern.
pub(super) fn of_rule(pattern: &str) -> Guard {
    OF_RULES
        .iter()
        .find(|(guarded, _)| *guarded == pattern)
        .map_or(Guard::None, |(_, guard)| *guard)
}
