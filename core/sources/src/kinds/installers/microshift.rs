//! MicroShift: `config.yaml`.
//!
//! The defaults are those of `pkg/config/config.go` of MicroShift.

use crate::found::{Field, Found, Strength};
use crate::items::{Item, Object};
use crate::kinds::starting::Setting;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "microshift";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_configuration),
    embedded: nothing_embedded,
    read,
};

fn is_configuration(object: &Object) -> bool {
    let root = object.root(ID);
    !object.has("kind")
        && !object.has("apiVersion")
        && (root.path("network/clusterNetwork").exists()
            || root.path("network/serviceNetwork").exists()
            || root.path("node/nodeIP").exists())
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        found.fact(Field::Distribution, [ID], Strength::Implied, root.origin());
        found.fact(Field::NodeCount, ["1"], Strength::Implied, root.origin());
        Setting::of(&root.path("network/clusterNetwork"), &["10.42.0.0/16"]).fact(Field::PodCidrs, found);
        Setting::of(&root.path("network/serviceNetwork"), &["10.43.0.0/16"]).fact(Field::ServiceCidrs, found);
        for path in ["node/nodeIP", "node/nodeIPv6"] {
            let address = root.path(path);
            found.fact(
                Field::NodeAddresses,
                address.text(),
                Strength::Configured,
                address.origin(),
            );
        }
        let address = root.path("apiServer/advertiseAddress");
        found.fact(
            Field::AdvertiseAddress,
            address.text(),
            Strength::Configured,
            address.origin(),
        );
    }
}
