//! MetalLB: its pools.

use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "metallb";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if object.is("metallb.io/", "IPAddressPool")),
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        let Item::Object(object) = item else { continue };
        let addresses = object.root(ID).path("spec/addresses");
        // Ranges from one address to another are no networks; a plan has none of them.
        let networks: Vec<&str> = addresses
            .list()
            .into_iter()
            .filter(|text| text.contains('/'))
            .collect();
        found.fact(
            Field::LoadBalancerCidrs,
            networks,
            Strength::Configured,
            addresses.origin(),
        );
    }
}
