//! The variables that the export `ansible` writes.

use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "ansible";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(|object| object.has("k8s_pod_cidrs")),
    embedded: nothing_embedded,
    read,
};

const FIELDS: &[(&str, Field)] = &[
    ("k8s_cluster_name", Field::Name),
    ("k8s_pod_cidrs", Field::PodCidrs),
    ("k8s_service_cidrs", Field::ServiceCidrs),
    ("k8s_node_cidrs", Field::NodeCidrs),
    ("k8s_node_cidr_mask_size_ipv4", Field::MaskSizeIpv4),
    ("k8s_node_cidr_mask_size_ipv6", Field::MaskSizeIpv6),
    ("k8s_max_pods_per_node", Field::MaxPods),
];

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        for (name, field) in FIELDS {
            let value = root.get(name);
            found.fact(*field, value.list(), Strength::Configured, value.origin());
        }
    }
}
