//! The pools of kube-vip's cloud provider.

use super::config_map;
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kube-vip";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| config_map(object, &["kubevip"], ID).is_some())
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let data = config_map(object, &["kubevip"], ID);
        for (key, pool) in data.map(|data| data.entries()).unwrap_or_default() {
            if key.starts_with("cidr-") || key.starts_with("range-") {
                found.fact(
                    Field::LoadBalancerCidrs,
                    pool.list(),
                    Strength::Configured,
                    pool.origin(),
                );
            }
        }
    }
}
