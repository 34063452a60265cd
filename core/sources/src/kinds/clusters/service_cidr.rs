//! ServiceCIDR objects: the one that the API server makes from its flag has the Service ranges, others add to them.

use super::keep;
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "service-cidr";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("networking.k8s.io/", "ServiceCIDR"))
    },
    embedded: nothing_embedded,
    read,
};

/// The name of the object that the API server makes (`pkg/controlplane/controller/defaultservicecidr`).
pub(super) const DEFAULT: &str = "kubernetes";

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let cidrs = root.path("spec/cidrs");
        if root.path("metadata/name").text() == Some(DEFAULT) {
            found.fact(
                Field::ServiceCidrs,
                cidrs.list(),
                Strength::Observed,
                cidrs.origin(),
            );
        } else {
            keep(object, ID, &["metadata", "spec", "status"], found);
        }
    }
}
