//! Cluster templates of Omni, whose patches are configuration of Talos.
//!
//! Models `client/pkg/template/internal/models` of Omni.

use crate::found::{Field, Found, Strength};
use crate::items::{Item, Object};
use crate::kinds::Kind;
use crate::kinds::shared::facts;

const ID: &str = "omni";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_template),
    embedded: |item| {
        let Some(object) = item.object() else {
            return Vec::new();
        };
        let patches = object.root(ID).get("patches").items();
        patches
            .iter()
            .filter_map(|patch| patch.get("inline").as_item())
            .collect()
    },
    read,
};

/// Documents of a template have a kind, and no group.
fn is_template(object: &Object) -> bool {
    if object.has("apiVersion") {
        return false;
    }
    match object.text("kind") {
        Some("Cluster") => object.has("talos") && object.has("kubernetes"),
        Some("ControlPlane" | "Workers" | "Machine") => {
            ["machines", "machineClass", "systemExtensions", "name"]
                .iter()
                .any(|key| object.has(key))
        }
        _ => false,
    }
}

fn read(items: &[Item], found: &mut Found) {
    let mut machines = 0usize;
    let mut place = None;
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        match object.text("kind") {
            Some("Cluster") => {
                found.fact(Field::Distribution, ["talos"], Strength::Implied, root.origin());
                facts(
                    &root,
                    &[
                        ("name", Field::Name),
                        ("kubernetes/version", Field::KubernetesVersion),
                    ],
                    Strength::Configured,
                    found,
                );
            }
            Some("ControlPlane" | "Workers") => {
                let listed = root.get("machines");
                machines = machines.saturating_add(listed.items().len());
                if listed.exists() {
                    found.summed.push(listed.origin());
                    place.get_or_insert_with(|| listed.origin());
                }
            }
            _ => {}
        }
    }
    if let Some(origin) = place {
        found.fact(
            Field::NodeCount,
            [machines.to_string()],
            Strength::Configured,
            origin,
        );
    }
}
