//! `minikube start` with its `--extra-config`, and what it prints.

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{Item, Lines};
use crate::kinds::starting::{flag, overlaid, run};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::version_of;

const ID: &str = "minikube";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.lines().is_some_and(|lines| first_line(lines).is_some()),
    embedded: nothing_embedded,
    read,
};

/// Returns the number of the line with which `minikube start` begins: `😄  minikube v1.36.0 on Debian 12.11`.
fn first_line(lines: &Lines) -> Option<usize> {
    let mut own = lines.lines().filter(|(_, line)| {
        let behind = line.split_once("minikube v").map(|(_, behind)| behind);
        behind
            .is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()) && behind.contains(" on "))
    });
    own.next().map(|(number, _)| number)
}

/// Reads the settings that `minikube start` prints, as those of its command line.
fn read(items: &[Item], found: &mut Found) {
    for lines in items.iter().filter_map(Item::lines) {
        let Some(number) = first_line(lines) else { continue };
        let mut arguments = vec!["start".to_owned()];
        for (_, line) in lines.lines() {
            // `    ▪ kubeadm.pod-network-cidr=10.244.0.0/16`
            if let Some(setting) = line.trim().strip_prefix("▪ ")
                && setting.contains('=')
                && !setting.contains(' ')
            {
                arguments.push(format!("--extra-config={setting}"));
            }
            // `👍  Starting "minikube" primary control-plane node in "demo" cluster`
            if let Some((_, behind)) = line
                .split_once("node in \"")
                .or_else(|| line.split_once("node in cluster "))
                && let Some(name) = behind.split('"').next()
            {
                arguments.push(format!("--profile={}", name.trim()));
            }
        }
        command(&arguments, &lines.origin(ID, number, ""), found);
    }
}

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
