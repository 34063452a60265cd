//! Antrea: Helm values, and `antrea-controller.conf` in its ConfigMap.

use super::{config_map, placed, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::{Item, Object};
use crate::kinds::Kind;

const ID: &str = "antrea";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if is_values(object) || config_map(object, &["antrea-config"], ID).is_some())
    },
    embedded,
    read,
};

fn is_values(object: &Object) -> bool {
    !object.has("kind")
        && (object.has("nodeIPAM") || object.has("antreaProxy") || object.has("trafficEncapMode"))
}

fn embedded(item: &Item) -> Vec<Item> {
    let Item::Object(object) = item else {
        return Vec::new();
    };
    config_map(object, &["antrea-config"], ID)
        .map(|data| {
            let files = ["antrea-controller.conf", "antrea-agent.conf"];
            files.iter().flat_map(|file| data.get(file).embedded()).collect()
        })
        .unwrap_or_default()
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        plugin("antrea", root.origin(), found);
        let ipam = root.get("nodeIPAM");
        // The chart says `enable`, the file of the controller `enableNodeIPAM`.
        let is_on = ["enable", "enableNodeIPAM"]
            .iter()
            .any(|key| ipam.get(key).text() == Some("true"));
        if is_on {
            let pods = ipam.get("clusterCIDRs");
            found.fact(Field::PodCidrs, pods.list(), Strength::Configured, pods.origin());
            let services: Vec<_> = ["serviceCIDR", "serviceCIDRv6"]
                .iter()
                .flat_map(|key| placed(&ipam.get(key)))
                .collect();
            if let Some((_, origin)) = services.first().cloned() {
                let ranges = services.into_iter().map(|(range, _)| range);
                // The chart has a field for each family, which is no order.
                found.fact(Field::ServiceCidrs, ranges, Strength::Implied, origin);
            }
            for (key, field) in [
                ("nodeCIDRMaskSizeIPv4", Field::MaskSizeIpv4),
                ("nodeCIDRMaskSizeIPv6", Field::MaskSizeIpv6),
            ] {
                let mask = ipam.get(key);
                found.fact(field, mask.text(), Strength::Configured, mask.origin());
            }
        }
    }
}
