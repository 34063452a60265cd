//! ConfigMaps, whose data are files: `kubeadm-config`, `kubelet-config`, `kube-proxy`.

use crate::items::Item;
use crate::kinds::Kind;

const ID: &str = "config-map";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(|object| object.is("v1", "ConfigMap")),
    embedded,
    read: |_, _| {},
};

fn embedded(item: &Item) -> Vec<Item> {
    let Item::Object(object) = item else {
        return Vec::new();
    };
    let data = object.root(ID).get("data");
    data.entries()
        .iter()
        .flat_map(|(_, file)| file.embedded())
        .filter(|item| matches!(item, Item::Object(_)))
        .collect()
}
