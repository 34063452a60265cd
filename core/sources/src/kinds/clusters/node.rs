//! Nodes of a cluster: their blocks are taken, and they say how many they are, which version they run, and how many pods
//! they take.

use serde_json::json;

use super::keep;
use crate::document::to_json;
use crate::found::{Beside, Field, Found, Origin, Strength, pod_cidrs};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "node";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("v1", "Node") || is_spec(object))
    },
    embedded: nothing_embedded,
    read,
};

/// Returns whether an object is the `spec` of a Node alone, as `kubectl get nodes -o jsonpath` and `jq` print it: the
/// first block stands in both fields.
fn is_spec(object: &Object) -> bool {
    let root = object.root(ID);
    let first = root.get("podCIDRs").items().first().and_then(At::text);
    !object.has("kind") && first.is_some() && root.get("podCIDR").text() == first
}

fn read(items: &[Item], found: &mut Found) {
    let mut names: Vec<String> = Vec::new();
    let mut first = None;
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        if is_spec(object) {
            let name = format!("#{}", names.len().saturating_add(1));
            let blocks = root.get("podCIDRs");
            let texts: Vec<String> = blocks.list().into_iter().map(str::to_owned).collect();
            with_blocks(&name, &texts, blocks.origin(), found);
            provider(&root.get("providerID"), found);
            names.push(name);
            first.get_or_insert_with(|| root.origin());
            continue;
        }
        let name = root.path("metadata/name").text().unwrap_or_default().to_owned();
        // A dump and a list of one cluster may show the same Node twice.
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        first.get_or_insert_with(|| root.origin());
        let info = root.path("status/nodeInfo/kubeletVersion");
        found.fact(
            Field::KubernetesVersion,
            info.text(),
            Strength::Implied,
            info.origin(),
        );
        let pods = root.path("status/capacity/pods");
        found.fact(Field::MaxPods, pods.text(), Strength::Observed, pods.origin());
        for address in root.path("status/addresses").items() {
            if address.get("type").text() == Some("InternalIP") {
                let value = address.get("address");
                found.fact(
                    Field::NodeAddresses,
                    value.text(),
                    Strength::Observed,
                    value.origin(),
                );
            }
        }
        let place = match root.path("spec/podCIDRs") {
            list if list.exists() => list.origin(),
            _ => root.path("spec/podCIDR").origin(),
        };
        let blocks = root.node().map(|node| pod_cidrs(&to_json(node)));
        masks(&blocks.unwrap_or_default(), &place, found);
        provider(&root.path("spec/providerID"), found);
        keep(object, ID, &["metadata", "spec"], found);
    }
    // One Node alone may be one of many.
    let strength = match names.len() {
        1 => Strength::Implied,
        _ => Strength::Observed,
    };
    if let Some(origin) = first {
        found.fact(Field::NodeCount, [names.len().to_string()], strength, origin);
    }
}

/// Adds the cloud that a provider ID begins with.
fn provider(id: &At<'_>, found: &mut Found) {
    let known = id
        .text()
        .and_then(|text| text.split_once("://"))
        .and_then(|(scheme, _)| Some(PROVIDERS.iter().find(|(known, ..)| *known == scheme)?.1));
    found.fact(Field::Provider, known, Strength::Implied, id.origin());
}

/// Adds a Node of which a text shows the blocks, and the name or, where it shows none, a number behind `#`.
pub(in crate::kinds) fn with_blocks(name: &str, blocks: &[String], origin: Origin, found: &mut Found) {
    masks(blocks, &origin, found);
    found.beside.push(Beside {
        object: json!({
            "apiVersion": "v1",
            "kind": "Node",
            "metadata": {"name": name},
            "spec": {"podCIDRs": blocks},
        }),
        origin,
        is_whole: !name.starts_with('#'),
    });
}

/// Adds the masks that the blocks of a Node have.
fn masks(blocks: &[String], place: &Origin, found: &mut Found) {
    for block in blocks {
        let Some((address, mask)) = block.rsplit_once('/') else {
            continue;
        };
        let field = match address.contains(':') {
            true => Field::MaskSizeIpv6,
            false => Field::MaskSizeIpv4,
        };
        found.fact(field, [mask], Strength::Observed, place.clone());
    }
}

/// The schemes of `spec.providerID`, and the clouds in the catalogue.
const PROVIDERS: &[(&str, &str)] = &[
    ("aws", "aws"),
    ("azure", "azure"),
    ("gce", "gcp"),
    ("openstack", "openstack"),
    ("vsphere", "vsphere"),
];
