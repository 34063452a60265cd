//! AKS: `az aks create` and `az network vnet create` command lines, `az aks show`, and templates of Azure Resource Manager.

use super::{commands, managed};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::Kind;
use crate::kinds::shared::node_count;

const ID: &str = "aks";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_shown(object) || is_template(object),
        Item::Lines(lines) => commands(lines, "az", ID)
            .iter()
            .any(|command| command.is("aks create") || command.is("network vnet create")),
    },
    embedded: |item| match item.object() {
        Some(object) if is_template(object) => clusters(object),
        _ => Vec::new(),
    },
    read,
};

fn is_template(object: &Object) -> bool {
    object
        .text("$schema")
        .is_some_and(|schema| schema.contains("deploymentTemplate.json"))
}

/// Returns the properties of the clusters of a template, in which they stand as `az aks show` has them.
fn clusters(template: &Object) -> Vec<Item> {
    let resources = template.root(ID).get("resources").items();
    resources
        .iter()
        .filter(|resource| resource.get("type").text() == Some("Microsoft.ContainerService/managedClusters"))
        .filter_map(|resource| resource.get("properties").as_item())
        .collect()
}

fn is_shown(object: &Object) -> bool {
    object.has("networkProfile") && (object.has("agentPoolProfiles") || object.has("kubernetesVersion"))
}

/// Returns the plugin of the catalogue. `None` for kubenet and for no plugin.
pub(super) fn plugin(network_plugin: &str, dataplane: &str) -> Option<&'static str> {
    match (network_plugin, dataplane) {
        (_, "cilium") => Some("cilium"),
        ("azure", _) => Some("azure-cni"),
        _ => None,
    }
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) if is_template(object) => {}
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
                    let families = command.values("ip-families");
                    found.asked_for(families.iter().map(String::as_str), &command.place("ip-families"));
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
    let families = network.get("ipFamilies");
    found.asked_for(families.list(), &families.origin());
    // What the cloud shows has a name; in a template it stands beside.
    let name = root.get("name");
    let strength = match name.exists() {
        true => Strength::Observed,
        false => Strength::Configured,
    };
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
    let pools = root.get("agentPoolProfiles").items();
    node_count(pools.iter().map(|pool| pool.get("count")), strength, found);
    for pool in pools {
        let pods = pool.get("maxPods");
        found.fact(Field::MaxPods, pods.text(), strength, pods.origin());
    }
}
