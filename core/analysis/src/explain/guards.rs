//! Texts that other programs print too count only where they are about a cluster's addresses.

use std::net::IpAddr;

use super::Captured;
use crate::diagnostic::Component;
use crate::kubernetes::facts::ever_known;

/// A guard looks at the whole line and the values of the pattern's holes.
type Guard = fn(&str, &[Captured]) -> bool;

/// The patterns that have a guard, each with what it begins with.
const GUARDS: &[(&str, Guard)] = &[
    ("x509: certificate is valid for", certificate_of_the_cluster),
    ("unknown flag: --", flag_of_a_component),
    ("no available IPs", from_a_pool),
    ("host/network ", |line, _| line.contains("tables")),
    ("invalid CIDR address: ", |_, captured| {
        value(captured, "ranges").contains(',')
    }),
    ("x509: cannot validate certificate for", |line, captured| {
        let address = value(captured, "address").parse::<IpAddr>().is_ok();
        address
            && ["kube", ":6443", "/api", ":10250"]
                .iter()
                .any(|part| line.contains(part))
    }),
    ("too many colons in address", |line, _| {
        line.contains("::") || line.matches(':').count() > 3
    }),
];

/// Returns whether a match of a pattern counts.
pub(super) fn holds(pattern: &str, line: &str, captured: &[Captured]) -> bool {
    GUARDS
        .iter()
        .filter(|(begins, _)| pattern.starts_with(begins))
        .all(|(_, guard)| guard(line, captured))
}

fn value<'a>(captured: &'a [Captured], name: &str) -> &'a str {
    captured
        .iter()
        .find(|captured| captured.name == name)
        .map_or("", |captured| captured.value.as_str())
}

/// The certificate of an API server holds addresses and the names of the Service `kubernetes`; those of registries and web
/// servers hold other names.
fn certificate_of_the_cluster(_: &str, captured: &[Captured]) -> bool {
    let names = value(captured, "names");
    let wanted = value(captured, "address").trim_matches(['[', ']']);
    let own_name = |name: &str| {
        matches!(name, "kubernetes" | "localhost")
            || name.starts_with("kubernetes.default")
            || name.ends_with(".svc")
            || name.contains(".svc.")
    };
    let is_cluster = names
        .split(", ")
        .any(|name| own_name(name) || name.parse::<IpAddr>().is_ok());
    is_cluster && (wanted.parse::<IpAddr>().is_ok() || own_name(wanted))
}

/// What flags of components are about, where a flag is written wrong.
const ABOUT: &[&str] = &[
    "address", "cidr", "cluster", "dual", "family", "gate", "ip-", "ipv", "mask", "node", "pod", "range",
    "service", "stack",
];

/// Every program made with the same library prints this; the flag has to be one of a component, or about the same things.
fn flag_of_a_component(line: &str, captured: &[Captured]) -> bool {
    let flag = format!("--{}", value(captured, "flag"));
    let components = [
        Component::KubeApiserver,
        Component::KubeControllerManager,
        Component::CloudControllerManager,
        Component::Kubelet,
        Component::KubeProxy,
        Component::KubeScheduler,
        Component::Kubeadm,
    ];
    ABOUT.iter().any(|word| flag.contains(word))
        || components
            .iter()
            .any(|component| ever_known(*component, &flag) || line.contains(component.as_str()))
}

/// MetalLB and its like speak of a Service and its pool in the same line.
fn from_a_pool(line: &str, _: &[Captured]) -> bool {
    let line = line.to_ascii_lowercase();
    ["alloc", "pool", "metallb", "service"]
        .iter()
        .any(|word| line.contains(word))
}
