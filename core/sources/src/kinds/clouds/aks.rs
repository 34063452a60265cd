//! AKS: `az aks create` and `az network vnet create` command lines, and `az aks show`.

use super::{commands, managed};
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "aks";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_shown(object),
        Item::Lines(lines) => commands(lines, "az", ID)
            .iter()
            .any(|command| command.is("aks create") || command.is("network vnet create")),
    },
    embedded: nothing_embedded,
    read,
};

fn is_shown(object: &Object) -> bool {
    object.has("networkProfile") && (object.has("agentPoolProfiles") || object.has("kubernetesVersion"))
}

/// Returns the plugin of the catalogue. `None` for kubenet and for no plugin.
fn plugin(network_plugin: &str, dataplane: &str) -> Option<&'static str> {
    match (network_plugin, dataplane) {
        (_, "cilium") => Some("cilium"),
        ("azure", _) => Some("azure-cni"),
        _ => None,
    }
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) => shown(&object.root(ID), found),
            Item::Lines(lines) => {
                for command in commands(lines, "az", ID) {
                    if command.is("network vnet create") {
                        let flag = match command.values("subnet-prefixes").is_empty() {
                            true => "address-prefixes",
                            false => "subnet-prefixes",
                        };
                        command.fact(flag, Field::NodeCidrs, found);
                    }
                    if !command.is("aks create") {
                        continue;
                    }
                    let first = |name: &str| command.values(name).first().cloned().unwrap_or_default();
                    let plugin = plugin(&first("network-plugin"), &first("network-dataplane"));
                    managed(("aks", "azure", plugin), &command.origin, found);
                    for (flag, field) in [
                        ("name", Field::Name),
                        ("kubernetes-version", Field::KubernetesVersion),
                        ("pod-cidrs", Field::PodCidrs),
                        ("pod-cidr", Field::PodCidrs),
                        ("service-cidrs", Field::ServiceCidrs),
                        ("service-cidr", Field::ServiceCidrs),
                        ("max-pods", Field::MaxPods),
                        ("node-count", Field::NodeCount),
                    ] {
                        command.fact(flag, field, found);
                    }
                }
            }
        }
    }
}

fn shown(root: &At<'_>, found: &mut Found) {
    let network = root.get("networkProfile");
    let text = |key: &str| network.get(key).text().unwrap_or_default();
    let plugin = plugin(text("networkPlugin"), text("networkDataplane"));
    managed(("aks", "azure", plugin), &root.origin(), found);
    let strength = Strength::Observed;
    let name = root.get("name");
    found.fact(Field::Name, name.text(), strength, name.origin());
    let version = match root.get("currentKubernetesVersion") {
        current if current.text().is_some() => current,
        _ => root.get("kubernetesVersion"),
    };
    found.fact(
        Field::KubernetesVersion,
        version.text(),
        strength,
        version.origin(),
    );
    for (list, one, field) in [
        ("podCidrs", "podCidr", Field::PodCidrs),
        ("serviceCidrs", "serviceCidr", Field::ServiceCidrs),
    ] {
        let value = match network.get(list) {
            list if !list.list().is_empty() => list,
            _ => network.get(one),
        };
        found.fact(field, value.list(), strength, value.origin());
    }
    let mut count = 0u32;
    let mut place: Option<Origin> = None;
    for pool in root.get("agentPoolProfiles").items() {
        let size = pool.get("count");
        if let Some(number) = size.text().and_then(|text| text.parse::<u32>().ok()) {
            count = count.saturating_add(number);
            place.get_or_insert_with(|| size.origin());
        }
        let pods = pool.get("maxPods");
        found.fact(Field::MaxPods, pods.text(), strength, pods.origin());
    }
    if let Some(origin) = place {
        found.fact(Field::NodeCount, [count.to_string()], strength, origin);
    }
}
