//! Flannel: `net-conf.json`, alone or in its ConfigMap, and Helm values.

use super::{config_map, placed, plugin, pools};
use crate::found::{Found, Origin};
use crate::items::{Item, Lines, Object};
use crate::kinds::Kind;

const ID: &str = "flannel";

const CONFIG_MAPS: [&str; 1] = ["kube-flannel-cfg"];

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => {
            is_network(object) || is_values(object) || config_map(object, &CONFIG_MAPS, ID).is_some()
        }
        Item::Lines(lines) => networks(lines).next().is_some(),
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

/// Returns the networks in the file that flannel writes for its CNI plugin: `FLANNEL_NETWORK=10.244.0.0/16`.
fn networks(lines: &Lines) -> impl Iterator<Item = (String, Origin)> {
    lines.lines().flat_map(|(number, line)| {
        let names = ["FLANNEL_NETWORK", "FLANNEL_IPV6_NETWORK"];
        let given = line
            .trim()
            .split_once('=')
            .filter(|(name, _)| names.contains(name));
        let values = given.map(|(name, values)| (name.to_owned(), values.to_owned()));
        let origin = lines.origin(ID, number, values.as_ref().map_or("", |(name, _)| name));
        let values: Vec<(String, Origin)> = values
            .iter()
            .flat_map(|(_, values)| values.split(','))
            .map(|value| (value.trim_matches('"').to_owned(), origin.clone()))
            .collect();
        values
    })
}

fn read(items: &[Item], found: &mut Found) {
    for lines in items.iter().filter_map(Item::lines) {
        let ranges: Vec<(String, Origin)> = networks(lines).collect();
        if let Some((_, origin)) = ranges.first() {
            plugin("flannel", origin.clone(), found);
        }
        pools(ranges, found);
    }
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
