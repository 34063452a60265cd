//! Guards: whether a text that other programs print too is about the cluster this time.

use std::net::IpAddr;

use super::pattern::Captured;
use crate::request::ClusterPlan;

/// What a record has to have besides the words of a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guard {
    /// Nothing: only this component prints the words.
    None,
    /// One of these words, in lower case.
    Says(&'static [&'static str]),
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
/// Flags that components of Kubernetes and of its distributions have or had, as far as they are about addresses,
/// families and gates; `explain` also knows each that begins like one of them.
const FLAGS: &[&str] = &[
    "advertise-address",
    "allocate-node-cidrs",
    "bind-address",
    "cidr-allocator-type",
    "cloud-",
    "cluster-cidr",
    "cluster-dns",
    "cluster-domain",
    "cluster-ip-range",
    "cluster-svc-cidr",
    "cni-",
    "configure-cloud-routes",
    "conntrack-",
    "container-runtime",
    "detect-local-mode",
    "dual-stack",
    "dynamic-config-dir",
    "experimental-",
    "external-hostname",
    "feature-gates",
    "flannel-",
    "healthz-",
    "hostname-override",
    "insecure-",
    "ipv6",
    "ip-family",
    "iptables-",
    "ipvs-",
    "kubelet-",
    "kubernetes-service-node-port",
    "masquerade-all",
    "max-pods",
    "network-plugin",
    "node-cidr-mask-size",
    "node-external-ip",
    "node-ip",
    "non-masquerade-cidr",
    "nodeport-addresses",
    "pod-bridge-interface",
    "pod-cidr",
    "pod-infra",
    "pod-interface-name-prefix",
    "pod-network-cidr",
    "pod-subnet",
    "proxy-mode",
    "secondary-service-cluster-ip-range",
    "service-cidr",
    "service-cluster-ip-range",
    "service-node-port-range",
    "service-subnet",
    "tls-san",
    "apiserver-",
    "kubeadm-",
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
            Guard::List(name) => value(name).contains(','),
            Guard::Ipv6(name) => value(name).contains(':'),
            Guard::Flag(name) => {
                let flag = value(name);
                FLAGS.iter().any(|known| {
                    flag.starts_with(known)
                        || (flag.len() + 3 >= known.len() && distance_is_small(flag, known))
                })
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

/// Whether two words differ in at most two places: a letter more, fewer or another.
fn distance_is_small(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let same_start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let same_end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.len().max(other.len());
    longest.saturating_sub((same_start + same_end).min(longest)) <= 2
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
    ("couldn't parse subnet", Guard::Says(&[","])),
    (
        "must be a valid CIDR block",
        Guard::Says(&[
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
