//! OVN-Kubernetes: Helm values, and the ConfigMap `ovn-config`.

use super::{config_map, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "ovn-kubernetes";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if is_values(object) || config_map(object, &["ovn-config"], ID).is_some())
    },
    embedded: nothing_embedded,
    read,
};

fn is_values(object: &Object) -> bool {
    !object.has("kind") && object.has("podNetwork") && object.has("serviceNetwork")
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        plugin("ovn-kubernetes", root.origin(), found);
        let data = config_map(object, &["ovn-config"], ID);
        let place: (At<'_>, At<'_>) = match data {
            Some(data) => (data.get("net_cidr"), data.get("svc_cidr")),
            None => (root.get("podNetwork"), root.get("serviceNetwork")),
        };
        let (pods, services) = place;
        let mut ranges = Vec::new();
        for text in pods.list() {
            // `10.244.0.0/16/24`: the block of a node has 24 bits.
            let mut parts = text.split('/');
            let (address, length, mask) = (parts.next(), parts.next(), parts.next());
            let (Some(address), Some(length)) = (address, length) else {
                continue;
            };
            ranges.push(format!("{address}/{length}"));
            let field = match address.contains(':') {
                true => Field::MaskSizeIpv6,
                false => Field::MaskSizeIpv4,
            };
            found.fact(field, mask, Strength::Configured, pods.origin());
        }
        found.fact(Field::PodCidrs, ranges, Strength::Configured, pods.origin());
        found.fact(
            Field::ServiceCidrs,
            services.list(),
            Strength::Configured,
            services.origin(),
        );
    }
}
