//! Calico: IPPools, the Installation of the operator, and the environment of calico-node.

use super::{plugin, pools};
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "calico";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_calico),
    embedded: nothing_embedded,
    read,
};

fn is_pool(object: &Object) -> bool {
    object.is("projectcalico.org/", "IPPool") || object.is("crd.projectcalico.org/", "IPPool")
}

/// Returns whether an object holds values of the operator's chart.
fn is_values(object: &Object) -> bool {
    !object.has("kind") && object.root(ID).path("installation/calicoNetwork").exists()
}

fn is_calico(object: &Object) -> bool {
    is_pool(object)
        || object.is("operator.tigera.io/", "Installation")
        || object.is("operator.tigera.io/", "APIServer")
        || object.is("operator.tigera.io/", "Goldmane")
        || object.is("operator.tigera.io/", "Whisker")
        || is_values(object)
        || super::config_map(object, &["calico-config"], ID).is_some()
        || (object.is("apps/", "DaemonSet")
            && object.root(ID).path("metadata/name").text() == Some("calico-node"))
}

fn read(items: &[Item], found: &mut Found) {
    let mut ranges: Vec<(String, Origin)> = Vec::new();
    let mut pool = |cidr: &At<'_>| {
        if let Some(text) = cidr.text().filter(|text| *text != "none") {
            ranges.push((text.to_owned(), cidr.origin()));
        }
    };
    let mut nodes: Vec<(String, Origin)> = Vec::new();
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        plugin("calico", root.origin(), found);
        if is_pool(object) {
            let uses = root.path("spec/allowedUses").list();
            let is_for_pods = uses.is_empty() || uses.contains(&"Workload");
            // A disabled pool gives no addresses; its purpose is to say where there is no NAT.
            if root.path("spec/disabled").text() != Some("true") && is_for_pods {
                pool(&root.path("spec/cidr"));
            }
        }
        let network = match is_values(object) {
            true => root.path("installation/calicoNetwork"),
            false => root.path("spec/calicoNetwork"),
        };
        for entry in network.get("ipPools").items() {
            pool(&entry.get("cidr"));
        }
        for key in ["nodeAddressAutodetectionV4", "nodeAddressAutodetectionV6"] {
            let cidrs = network.get(key).get("cidrs");
            nodes.extend(super::placed(&cidrs));
        }
        for container in root.path("spec/template/spec/containers").items() {
            for variable in container.get("env").items() {
                let value = variable.get("value");
                match variable.get("name").text().unwrap_or_default() {
                    "CALICO_IPV4POOL_CIDR" | "CALICO_IPV6POOL_CIDR" => pool(&value),
                    "IP_AUTODETECTION_METHOD" | "IP6_AUTODETECTION_METHOD" => {
                        let cidrs = value.text().and_then(|text| text.strip_prefix("cidr="));
                        let origin = value.origin();
                        for cidr in cidrs.into_iter().flat_map(|text| text.split(',')) {
                            nodes.push((cidr.to_owned(), origin.clone()));
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    pools(ranges, found);
    let mut networks: Vec<String> = Vec::new();
    let origin = nodes.first().map(|(_, origin)| origin.clone());
    for (network, _) in nodes {
        if !networks.contains(&network) {
            networks.push(network);
        }
    }
    found.fact(
        Field::NodeCidrs,
        networks,
        Strength::Implied,
        origin.unwrap_or_default(),
    );
}
