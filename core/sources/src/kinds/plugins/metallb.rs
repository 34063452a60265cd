//! MetalLB: IPAddressPools, and the ConfigMap of versions before 0.13.

use super::config_map;
use crate::found::{Field, Found, Strength};
use crate::items::{Item, Object};
use crate::kinds::Kind;

const ID: &str = "metallb";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_metallb),
    embedded,
    read,
};

fn is_metallb(object: &Object) -> bool {
    object
        .text("apiVersion")
        .unwrap_or_default()
        .starts_with("metallb.io/")
        || is_old(object)
        || (!object.has("kind") && object.has("address-pools"))
}

fn is_old(object: &Object) -> bool {
    let root = object.root(ID);
    object.is("v1", "ConfigMap")
        && (root.path("metadata/namespace").text() == Some("metallb-system")
            || config_map(object, &["metallb-config"], ID).is_some())
        && root.path("data/config").exists()
}

fn embedded(item: &Item) -> Vec<Item> {
    match item {
        Item::Object(object) if is_old(object) => object.root(ID).path("data/config").embedded(),
        _ => Vec::new(),
    }
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let pools = root.get("address-pools").items();
        let lists = pools
            .iter()
            .map(|pool| pool.get("addresses"))
            .chain([root.path("spec/addresses")]);
        for list in lists {
            found.fact(
                Field::LoadBalancerCidrs,
                list.list(),
                Strength::Configured,
                list.origin(),
            );
        }
    }
}
