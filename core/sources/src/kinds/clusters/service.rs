//! Services: what a cluster has of them occupies addresses and ports.

use super::keep;
use crate::found::Found;
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "service";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if object.is("v1", "Service")),
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        let Item::Object(object) = item else { continue };
        keep(object, ID, &["metadata", "spec", "status"], found);
    }
}
