//! Services: what a cluster has of them occupies addresses and ports.

use super::keep;
use crate::found::Found;
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "service";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(|object| object.is("v1", "Service")),
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        keep(object, ID, &["metadata", "spec", "status"], found);
    }
}
