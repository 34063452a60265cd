//! Words, arguments and gates, as shells, units and configuration files write them.

use crate::components::{Flags, KubeadmConfiguration};
use crate::diagnostic::Component;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::At;
use crate::kubernetes::Version;

pub use crate::components::words;

/// Returns the component that a word runs: `/usr/bin/kubelet`. `None` for any other word.
pub fn component_of(word: &str) -> Option<Component> {
    let name = word.rsplit('/').next().unwrap_or(word);
    Component::BINARIES
        .into_iter()
        .find(|component| component.as_str() == name)
}

/// The tools that start components with their own arguments.
const TOOLS: [&str; 3] = ["k3s", "rke2", "minikube"];

/// Returns the tool that a word runs: `/usr/local/bin/k3s`. `None` for any other word.
pub fn tool_of(word: &str) -> Option<&'static str> {
    let name = word.rsplit('/').next().unwrap_or(word);
    TOOLS.into_iter().find(|tool| *tool == name)
}

/// Reads a version with whatever a distribution puts behind it, as a plain one: `v1.33.2+k3s1`, an image's tag; or a
/// label of kubeadm that names a minor version: `stable-1.33` (`cmd/kubeadm/app/util/version.go`).
pub fn version_of(text: &str) -> Option<Version> {
    let text = ["stable-", "latest-"]
        .iter()
        .find_map(|label| text.strip_prefix(label))
        .unwrap_or(text);
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == 'v'))
        .unwrap_or(text.len());
    text.get(..end)?.trim_end_matches('.').parse().ok()
}

/// Returns the tag of an image, where it is a version: `v1.33.1` of `kindest/node:v1.33.1@sha256:…`.
pub fn version_tag(image: &str) -> Option<&str> {
    let (_, tag) = image.split('@').next()?.rsplit_once(':')?;
    version_of(tag).map(|_| tag)
}

/// Adds a component that is run with arguments. kubeadm is added only if they say something about addresses or gates.
pub fn start(component: Component, arguments: &[String], origin: &Origin, found: &mut Found) {
    let flags = Flags::from_args(arguments);
    if component != Component::Kubeadm {
        flag_facts(component, &flags, origin, found);
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
    let set = Strength::Configured;
    let version = flags
        .get("kubernetes-version")
        .filter(|text| version_of(text).is_some());
    found.fact(
        Field::KubernetesVersion,
        version,
        set,
        flag_place(origin, "kubernetes-version"),
    );
    let endpoint = flags.get("control-plane-endpoint");
    found.fact(
        Field::ControlPlaneEndpoint,
        endpoint,
        set,
        flag_place(origin, "control-plane-endpoint"),
    );
    // `kubeadm join 192.168.1.10:6443 …`
    let joined = arguments.iter().skip_while(|word| *word != "join").nth(1);
    let joined = joined.filter(|word| !word.starts_with('-'));
    found.fact(
        Field::ControlPlaneEndpoint,
        joined.cloned(),
        Strength::Implied,
        origin.clone(),
    );
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
        let ranges = [
            (Field::PodCidrs, &configuration.pod_subnet),
            (Field::ServiceCidrs, &configuration.service_subnet),
        ];
        for (field, text) in ranges {
            found.fact(field, text.split(','), Strength::Configured, origin.clone());
        }
        found.fact(
            Field::Distribution,
            ["kubeadm"],
            Strength::Implied,
            origin.clone(),
        );
        let address = configuration.advertise_address.clone();
        let services = Some(configuration.service_subnet.as_str())
            .filter(|services| !services.is_empty())
            .unwrap_or("10.96.0.0/12");
        let mut server = Flags::new();
        if let Some(address) = &address {
            server.push("advertise-address", address.clone());
        }
        server.push("service-cluster-ip-range", services);
        let mut manager = Flags::new();
        if !configuration.pod_subnet.is_empty() {
            manager.push("allocate-node-cidrs", "true");
            manager.push("cluster-cidr", configuration.pod_subnet.clone());
            manager.push("service-cluster-ip-range", services);
        }
        found.fact(
            Field::AdvertiseAddress,
            address,
            Strength::Configured,
            origin.clone(),
        );
        found.start(component, configuration, origin);
        found.start(Component::KubeApiserver, server, origin);
        found.start_with(Component::KubeControllerManager, manager, origin);
    }
}

/// Adds what the flags of a component say about a cluster.
pub fn flag_facts(component: Component, flags: &Flags, origin: &Origin, found: &mut Found) {
    let strength = Strength::Configured;
    let rows: &[(&str, Field)] = match component {
        Component::KubeApiserver => &[
            ("service-cluster-ip-range", Field::ServiceCidrs),
            ("advertise-address", Field::AdvertiseAddress),
        ],
        Component::KubeControllerManager => &[
            ("cluster-cidr", Field::PodCidrs),
            ("service-cluster-ip-range", Field::ServiceCidrs),
            ("cluster-name", Field::Name),
        ],
        Component::KubeProxy | Component::CloudControllerManager => &[("cluster-cidr", Field::PodCidrs)],
        Component::Kubelet => &[("node-ip", Field::NodeAddresses)],
        _ => &[],
    };
    for (name, field) in rows {
        if let Some(value) = flags.get(name) {
            let place = flag_place(origin, name);
            found.fact(*field, value.split(',').map(str::trim), strength, place);
        }
    }
    small_facts(component, flags, strength, origin, found);
}

/// Adds what the flags of a component say about masks, pods per node and gates.
pub fn small_facts(
    component: Component,
    flags: &Flags,
    strength: Strength,
    origin: &Origin,
    found: &mut Found,
) {
    let rows: &[(&str, Field)] = match component {
        Component::KubeControllerManager => &[
            ("node-cidr-mask-size-ipv4", Field::MaskSizeIpv4),
            ("node-cidr-mask-size-ipv6", Field::MaskSizeIpv6),
        ],
        Component::Kubelet => &[("max-pods", Field::MaxPods)],
        _ => &[],
    };
    for (name, field) in rows {
        // A log of all flags has the zeros of those that nobody gave.
        let given = flags.get(name).filter(|value| *value != "0");
        found.fact(*field, given, strength, flag_place(origin, name));
    }
    // `--node-cidr-mask-size` is the mask of the one family that there is.
    if let (Component::KubeControllerManager, Some(mask)) = (
        component,
        flags.get("node-cidr-mask-size").filter(|value| *value != "0"),
    ) {
        let pods = flags.get("cluster-cidr").unwrap_or_default();
        let field = match pods.contains(':') {
            true => Field::MaskSizeIpv6,
            false => Field::MaskSizeIpv4,
        };
        if !pods.is_empty() && !pods.contains(',') {
            let place = flag_place(origin, "node-cidr-mask-size");
            found.fact(field, [mask], strength, place);
        }
    }
    if let Some(gates) = flags.get("feature-gates") {
        let place = flag_place(origin, "feature-gates");
        let gates = gates.split(',').map(str::trim);
        found.fact(Field::FeatureGates, gates, strength, place);
    }
}

/// Adds gates that a tool sets for every component.
pub fn gate_facts(gates: &[(String, bool)], origin: &Origin, found: &mut Found) {
    let pairs = gates.iter().map(|(name, on)| format!("{name}={on}"));
    found.fact(Field::FeatureGates, pairs, Strength::Configured, origin.clone());
}

fn flag_place(origin: &Origin, name: &str) -> Origin {
    if origin.path.is_empty() {
        Origin {
            path: format!("--{name}"),
            ..origin.clone()
        }
    } else {
        origin.clone()
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
