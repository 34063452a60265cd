//! Words, arguments and gates, as shells, units and configuration files write them.

use crate::components::{Flags, KubeadmConfiguration};
use crate::diagnostic::Component;
use crate::found::{Found, Origin};
use crate::items::At;

pub use crate::components::words;

/// The components whose binaries are recognised by name.
pub const BINARIES: [Component; 7] = [
    Component::KubeApiserver,
    Component::KubeControllerManager,
    Component::CloudControllerManager,
    Component::Kubelet,
    Component::KubeProxy,
    Component::KubeScheduler,
    Component::Kubeadm,
];

/// Returns the component that a word runs: `/usr/bin/kubelet`. `None` for any other word.
pub fn component_of(word: &str) -> Option<Component> {
    let name = word.rsplit('/').next().unwrap_or(word);
    BINARIES.into_iter().find(|component| component.as_str() == name)
}

/// Adds a component that is run with arguments. kubeadm is added only if they say something about addresses or gates.
pub fn start(component: Component, arguments: &[String], origin: &Origin, found: &mut Found) {
    let flags = Flags::from_args(arguments);
    if component != Component::Kubeadm {
        found.start(component, flags, origin);
        return;
    }
    let text = |name| flags.get(name).unwrap_or_default().to_owned();
    let feature_gates: Vec<(String, bool)> = flags
        .all("feature-gates")
        .flat_map(|value| value.split(','))
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(name, on)| Some((name.to_owned(), crate::go::strconv::parse_bool(on)?)))
        .collect();
    let relevant = [
        "pod-network-cidr",
        "service-cidr",
        "feature-gates",
        "service-dns-domain",
    ];
    if relevant.iter().any(|name| flags.get(name).is_some()) {
        let configuration = KubeadmConfiguration {
            pod_subnet: text("pod-network-cidr"),
            service_subnet: text("service-cidr"),
            dns_domain: flags.get("service-dns-domain").map(str::to_owned),
            feature_gates,
            advertise_address: flags.get("apiserver-advertise-address").map(str::to_owned),
            ..KubeadmConfiguration::default()
        };
        found.start(component, configuration, origin);
    }
}

/// Reads a mapping of feature gates. Values that are no booleans are left out.
pub fn gates(given: &At<'_>) -> Vec<(String, bool)> {
    given
        .entries()
        .into_iter()
        .filter_map(|(name, on)| Some((name.to_owned(), on.node()?.as_bool()?)))
        .collect()
}
