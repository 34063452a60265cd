//! Flannel: `net-conf.json`, alone or in its ConfigMap, and Helm values.

use super::{config_map, placed, plugin, pools};
use crate::found::Found;
use crate::items::{Item, Object};
use crate::kinds::Kind;

const ID: &str = "flannel";

const CONFIG_MAPS: [&str; 1] = ["kube-flannel-cfg"];

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if is_network(object) || is_values(object) || config_map(object, &CONFIG_MAPS, ID).is_some())
    },
    embedded,
    read,
};

fn is_network(object: &Object) -> bool {
    object.has("Backend") && (object.has("Network") || object.has("IPv6Network"))
}

fn is_values(object: &Object) -> bool {
    object.has("flannel") && (object.has("podCidr") || object.has("podCidrv6"))
}

fn embedded(item: &Item) -> Vec<Item> {
    let Item::Object(object) = item else {
        return Vec::new();
    };
    config_map(object, &CONFIG_MAPS, ID)
        .map(|data| data.get("net-conf.json").embedded())
        .unwrap_or_default()
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        plugin("flannel", root.origin(), found);
        // An empty or disabled family has a network all the same in files that were written by hand.
        let keys = [
            ("Network", "EnableIPv4", true),
            ("IPv6Network", "EnableIPv6", false),
        ];
        let mut ranges = Vec::new();
        for (key, switch, default) in keys {
            let is_on = root.get(switch).text().map_or(default, |on| on == "true");
            if is_on {
                ranges.extend(placed(&root.get(key)));
            }
        }
        for key in ["podCidr", "podCidrv6"] {
            ranges.extend(placed(&root.get(key)));
        }
        pools(ranges, found);
    }
}
