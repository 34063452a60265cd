//! cloud-init's `#cloud-config`: the files that it writes are read like files.

use crate::items::{Item, Object};
use crate::kinds::Kind;

const ID: &str = "cloud-config";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_cloud_config),
    embedded,
    read: |_, _| {},
};

fn is_cloud_config(object: &Object) -> bool {
    !object.has("kind")
        && (object.root(ID).path("write_files").items().iter()).any(|file| file.get("path").exists())
}

fn embedded(item: &Item) -> Vec<Item> {
    let Item::Object(object) = item else {
        return Vec::new();
    };
    let root = object.root(ID);
    let files = root.get("write_files").items();
    files
        .iter()
        .flat_map(|file| file.get("content").embedded())
        .collect()
}
