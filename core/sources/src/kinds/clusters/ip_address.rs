//! IPAddress objects: each is a cluster IP that is taken.

use super::keep;
use crate::found::Found;
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "ip-address";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("networking.k8s.io/", "IPAddress"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        if let Item::Object(object) = item {
            keep(object, ID, &["metadata", "spec"], found);
        }
    }
}
