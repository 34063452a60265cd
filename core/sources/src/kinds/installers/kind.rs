//! kind's Cluster, with its patches of kubeadm's configuration.
//!
//! Models `pkg/internal/apis/config/{default,validate}.go` and `pkg/cluster/internal/kubeadm/config.go` of kind.

use serde_json::{Map, Value as Json, json};

use super::kubeadm::{self, Part};
use crate::components::{Flags, ReadRefusal as Refusal, StartInput};
use crate::diagnostic::Component;
use crate::document::{self, to_json};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item};
use crate::kinds::starting::{Setting, fatal, gates_text};
use crate::kinds::{Kind, nothing_embedded};
use crate::kubernetes::Confidence;
use crate::text::version_tag;

const ID: &str = "kind";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("kind.x-k8s.io/", "Cluster"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        if let Item::Object(object) = item {
            cluster(&object.root(ID), found);
        }
    }
}

fn cluster(root: &At<'_>, found: &mut Found) {
    let network = root.get("networking");
    let family = network.get("ipFamily").text().unwrap_or("ipv4");
    let (pods, services): (&[&str], &[&str]) = match family {
        "ipv6" => (&["fd00:10:244::/56"], &["fd00:10:96::/112"]),
        "dual" => (
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        ),
        _ => (&["10.244.0.0/16"], &["10.96.0.0/16"]),
    };
    let pods = Setting::of(&network.get("podSubnet"), pods);
    let services = Setting::of(&network.get("serviceSubnet"), services);
    found.refused(refusals(family, &pods, &services), &root.origin());
    facts(root, &pods, &services, found);

    let gates = crate::text::gates(&root.get("featureGates"));
    let mut documents = Documents::of(&pods, &services, &gates);
    let nodes = root.get("nodes").items();
    let control_plane = nodes
        .iter()
        .find(|node| node.get("role").text().is_none_or(|role| role == "control-plane"));
    for place in std::iter::once(root).chain(control_plane) {
        documents.patch(place);
    }
    let origin = root.origin();
    let part = |object: &Json| Part {
        object: object.clone(),
        origin: origin.clone(),
        ..Part::default()
    };
    let mode = documents
        .proxy
        .get("mode")
        .and_then(Json::as_str)
        .unwrap_or_default();
    if mode != "none" {
        let flags = crate::kinds::component_flags("KubeProxyConfiguration", &documents.proxy);
        let input = StartInput {
            from_config: true,
            ..flags.into()
        };
        found.start(Component::KubeProxy, input, &origin);
    }
    let kubelet: Flags = crate::kinds::component_flags("KubeletConfiguration", &documents.kubelet);
    if !kubelet.is_empty() {
        let input = StartInput {
            from_config: true,
            ..kubelet.into()
        };
        found.start(Component::Kubelet, input, &origin);
    }
    // The facts were told above, with their places.
    let told = found.facts.len();
    kubeadm::start(
        &[
            part(&documents.cluster),
            part(&documents.init),
            part(&documents.join),
        ],
        found,
    );
    found.facts.truncate(told);
    crate::text::gate_facts(&gates, &root.get("featureGates").origin(), found);
}

fn facts(root: &At<'_>, pods: &Setting, services: &Setting, found: &mut Found) {
    pods.fact(Field::PodCidrs, found);
    services.fact(Field::ServiceCidrs, found);
    let origin = root.origin();
    found.fact(Field::Distribution, [ID], Strength::Implied, origin.clone());
    let name = root.get("name");
    found.fact(Field::Name, name.text(), Strength::Configured, name.origin());
    let nodes = root.get("nodes");
    let items = nodes.items();
    if items.is_empty() {
        found.fact(Field::NodeCount, ["1"], Strength::Default, origin.clone());
    } else {
        let count = items.len().to_string();
        found.fact(Field::NodeCount, [count], Strength::Configured, nodes.origin());
    }
    // `kindest/node:v1.33.1@sha256:…`
    let image = items.iter().find_map(|node| {
        let image = node.get("image");
        Some((version_tag(image.text()?)?, image.origin()))
    });
    if let Some((tag, origin)) = image {
        found.fact(Field::KubernetesVersion, [tag], Strength::Implied, origin);
    }
    let is_default = root.path("networking/disableDefaultCNI").text() != Some("true");
    found.fact(
        Field::Cni,
        is_default.then_some("kindnet"),
        Strength::Default,
        origin,
    );
}

/// The documents that kind writes for kubeadm.
struct Documents {
    cluster: Json,
    init: Json,
    join: Json,
    kubelet: Json,
    proxy: Json,
}

impl Documents {
    fn of(pods: &Setting, services: &Setting, gates: &[(String, bool)]) -> Documents {
        let arguments = || match gates_text(gates) {
            text if text.is_empty() => json!({"extraArgs": {}}),
            text => json!({"extraArgs": {"feature-gates": text}}),
        };
        let gates: Map<String, Json> = gates
            .iter()
            .map(|(name, on)| (name.clone(), Json::Bool(*on)))
            .collect();
        let node = |kind: &str| json!({"kind": kind, "nodeRegistration": {"kubeletExtraArgs": {}}});
        Documents {
            cluster: json!({
                "kind": "ClusterConfiguration",
                "networking": {"podSubnet": pods.joined(), "serviceSubnet": services.joined()},
                "apiServer": arguments(),
                "controllerManager": arguments(),
                "scheduler": arguments(),
            }),
            init: node("InitConfiguration"),
            join: node("JoinConfiguration"),
            kubelet: json!({"kind": "KubeletConfiguration", "featureGates": gates.clone()}),
            proxy: json!({"kind": "KubeProxyConfiguration", "featureGates": gates}),
        }
    }

    fn of_kind(&mut self, kind: &str) -> Option<&mut Json> {
        match kind {
            "ClusterConfiguration" => Some(&mut self.cluster),
            "InitConfiguration" => Some(&mut self.init),
            "JoinConfiguration" => Some(&mut self.join),
            "KubeletConfiguration" => Some(&mut self.kubelet),
            "KubeProxyConfiguration" => Some(&mut self.proxy),
            _ => None,
        }
    }

    /// Applies the patches of a cluster or node: first those that are merged, then those that are lists of operations.
    fn patch(&mut self, place: &At<'_>) {
        for patch in place.get("kubeadmConfigPatches").items() {
            for document in document::read(patch.text().unwrap_or_default()).documents {
                let patch = to_json(document.root());
                let kind = patch.get("kind").and_then(Json::as_str).unwrap_or_default();
                if let Some(target) = self.of_kind(kind) {
                    merge(target, &patch);
                }
            }
        }
        for patch in place.get("kubeadmConfigPatchesJSON6902").items() {
            let kind = patch.get("kind").text().unwrap_or_default();
            let text = patch.get("patch").text().unwrap_or_default();
            let read = document::read(text);
            let operations = read.documents.first().map(|document| to_json(document.root()));
            let Some(target) = self.of_kind(kind) else {
                continue;
            };
            for operation in operations.as_ref().and_then(Json::as_array).into_iter().flatten() {
                apply(target, operation);
            }
        }
    }
}

/// Merges a patch as RFC 7386 does. The labels that a patch needs to find its document are no part of it.
fn merge(target: &mut Json, patch: &Json) {
    let (Json::Object(own), Json::Object(given)) = (&mut *target, patch) else {
        *target = patch.clone();
        return;
    };
    for (key, value) in given {
        match value {
            _ if key == "metadata" => {}
            Json::Null => {
                own.remove(key);
            }
            // The list of `{name, value}` of v1beta4 replaces the list that kind writes.
            value => merge(own.entry(key.clone()).or_insert(Json::Null), value),
        }
    }
}

/// Applies an operation of RFC 6902 to a member of objects.
fn apply(target: &mut Json, operation: &Json) {
    let text = |key: &str| operation.get(key).and_then(Json::as_str).unwrap_or_default();
    let steps: Vec<String> = text("path")
        .split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"))
        .collect();
    let Some((last, parents)) = steps.split_last() else {
        return;
    };
    let mut place = target;
    for step in parents {
        let Json::Object(members) = place else { return };
        place = members.entry(step.clone()).or_insert_with(|| json!({}));
    }
    match place {
        Json::Object(members) if text("op") == "remove" => {
            members.remove(last);
        }
        Json::Object(members) => {
            if let Some(value) = operation.get("value") {
                members.insert(last.clone(), value.clone());
            }
        }
        Json::Array(entries) if last == "-" => entries.extend(operation.get("value").cloned()),
        _ => {}
    }
}

/// Returns what kind refuses of the subnets (`validateSubnets`).
fn refusals(family: &str, pods: &Setting, services: &Setting) -> Vec<Refusal> {
    if !matches!(family, "ipv4" | "ipv6" | "dual") {
        return vec![fatal(format!("invalid ipFamily: {family}"), Confidence::Verified)];
    }
    [("pod", pods), ("service", services)]
        .into_iter()
        .filter_map(|(name, setting)| {
            let cause = refused_subnets(family, &setting.values)?;
            Some(fatal(
                format!("invalid {name} subnet {cause}"),
                Confidence::Verified,
            ))
        })
        .collect()
}

fn refused_subnets(family: &str, texts: &[String]) -> Option<String> {
    use crate::net::IpFamily::{IPv4, IPv6};
    let mut networks = Vec::new();
    for text in texts {
        match crate::go::net::GoNet::parse(text) {
            Some(network) => networks.push(network),
            None => {
                return Some(format!(
                    "failed to parse cidr value:\"{text}\" with error: invalid CIDR address: {text}"
                ));
            }
        }
    }
    let pair = "expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking";
    let families: Vec<_> = networks.iter().map(|network| network.family()).collect();
    match (family, families.as_slice()) {
        (_, [_, _, _, ..]) => Some(pair.to_owned()),
        ("dual", [a, b]) if a == b => Some(pair.to_owned()),
        ("ipv4" | "ipv6", [_, _]) => Some("only one CIDR allowed for single-stack networking".to_owned()),
        ("ipv4", [IPv6]) => Some("expected IPv4 CIDR for IPv4 family".to_owned()),
        ("ipv6", [IPv4]) => Some("expected IPv6 CIDR for IPv6 family".to_owned()),
        _ => None,
    }
}
