//! `minikube start` with its `--extra-config`.

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Origin, Strength};
use crate::kinds::starting::{flag, overlaid, run};
use crate::text::version_of;

/// The prefixes of `--extra-config`, and whose settings they are.
const COMPONENTS: &[(&str, Component)] = &[
    ("apiserver.", Component::KubeApiserver),
    ("controller-manager.", Component::KubeControllerManager),
    ("scheduler.", Component::KubeScheduler),
    ("kubelet.", Component::Kubelet),
    ("kube-proxy.", Component::KubeProxy),
    ("proxy.", Component::KubeProxy),
];

/// Adds what `minikube start …` starts. `arguments` are the words behind the program.
pub(in crate::kinds) fn command(arguments: &[String], origin: &Origin, found: &mut Found) {
    if !arguments.iter().any(|word| word == "start") {
        return;
    }
    let flags = Flags::from_args(arguments);
    // The flags that people give by one letter (`cmd/minikube/cmd/{root,start_flags}.go`).
    let short = |name: &str| {
        let letter = match name {
            "profile" => "-p",
            "nodes" => "-n",
            _ => return None,
        };
        let mut words = arguments.iter().skip_while(|word| *word != letter);
        words.nth(1).map(String::as_str)
    };
    let given = |name: &str| {
        flags
            .get(name)
            .or_else(|| short(name))
            .unwrap_or_default()
            .to_owned()
    };
    let extra = |prefix: &str| -> Flags {
        flags
            .all("extra-config")
            .filter_map(|setting| setting.strip_prefix(prefix)?.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    };
    let services = given("service-cluster-ip-range");
    let kubeadm = extra("kubeadm.");
    let pods = kubeadm.get("pod-network-cidr").unwrap_or_default().to_owned();
    let gates = given("feature-gates");
    let strength = Strength::Configured;
    found.fact(Field::PodCidrs, pods.split(','), strength, origin.clone());
    found.fact(
        Field::Distribution,
        ["minikube"],
        Strength::Implied,
        origin.clone(),
    );
    if services.is_empty() {
        found.fact(
            Field::ServiceCidrs,
            ["10.96.0.0/12"],
            Strength::Default,
            origin.clone(),
        );
    } else {
        found.fact(Field::ServiceCidrs, services.split(','), strength, origin.clone());
    }
    let version = given("kubernetes-version");
    if version_of(&version).is_some() {
        found.fact(Field::KubernetesVersion, [version], strength, origin.clone());
    }
    found.fact(Field::NodeCount, [given("nodes")], strength, origin.clone());
    found.fact(Field::Name, [given("profile")], strength, origin.clone());
    let cni = given("cni");
    if !matches!(cni.as_str(), "true" | "false" | "auto" | "bridge") {
        found.fact(Field::Cni, [cni], strength, origin.clone());
    }
    let in_force = if services.is_empty() {
        "10.96.0.0/12"
    } else {
        &services
    };
    for (prefix, component) in COMPONENTS {
        let own = match component {
            Component::KubeApiserver => vec![flag("service-cluster-ip-range", &services)],
            Component::KubeControllerManager => vec![
                flag("allocate-node-cidrs", "true").filter(|_| !pods.is_empty()),
                flag("cluster-cidr", &pods),
                flag("service-cluster-ip-range", in_force).filter(|_| !pods.is_empty()),
            ],
            _ => Vec::new(),
        };
        let own: Vec<(&str, String)> = own
            .into_iter()
            .chain([flag("feature-gates", &gates)])
            .flatten()
            .collect();
        let given = extra(prefix);
        let is_alias = *prefix == "proxy.";
        if (!own.is_empty() && !is_alias) || !given.is_empty() {
            run(*component, overlaid(own, &given), origin, found);
        }
    }
}
