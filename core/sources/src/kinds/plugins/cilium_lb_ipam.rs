//! The pools of Cilium's LB-IPAM.

use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "cilium-lb-ipam";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("cilium.io/", "CiliumLoadBalancerIPPool"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let spec = object.root(ID).get("spec");
        // `cidrs` is the name of `blocks` before Cilium 1.15.
        for block in ["blocks", "cidrs"].iter().flat_map(|key| spec.get(key).items()) {
            let cidr = block.get("cidr");
            let pool = match (block.get("start").text(), block.get("stop").text()) {
                (Some(start), Some(stop)) => Some(format!("{start}-{stop}")),
                (Some(start), None) => Some(start.to_owned()),
                _ => cidr.text().map(str::to_owned),
            };
            found.fact(
                Field::LoadBalancerCidrs,
                pool,
                Strength::Configured,
                block.origin(),
            );
        }
    }
}
