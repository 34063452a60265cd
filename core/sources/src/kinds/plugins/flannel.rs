//! Flannel: `net-conf.json`.

use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "flannel";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if object.has("Backend") && (object.has("Network") || object.has("IPv6Network"))),
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        let Item::Object(object) = item else { continue };
        let root = object.root(ID);
        found.fact(Field::Cni, [ID], Strength::Implied, root.origin());
        // Which family is first is not flannel's matter.
        let networks = ["Network", "IPv6Network"].map(|key| root.get(key));
        let given = networks.iter().filter(|network| network.exists());
        if let Some(first) = given.clone().next() {
            let ranges: Vec<&str> = given.filter_map(|network| network.text()).collect();
            found.fact(Field::PodCidrs, ranges, Strength::Implied, first.origin());
        }
    }
}
