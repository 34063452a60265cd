//! kube-router: the arguments of its DaemonSet.

use super::plugin;
use crate::components::Flags;
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kube-router";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_kube_router),
    embedded: nothing_embedded,
    read,
};

fn is_kube_router(object: &Object) -> bool {
    object.is("apps/", "DaemonSet") && object.root(ID).path("metadata/name").text() == Some("kube-router")
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        for container in root.path("spec/template/spec/containers").items() {
            let arguments = container.get("args");
            let words: Vec<String> = arguments
                .items()
                .iter()
                .filter_map(At::text)
                .map(str::to_owned)
                .collect();
            let flags = Flags::from_args(&words);
            // With `--enable-cni=false` it is a firewall or a proxy beside another plugin.
            if flags.get("enable-cni") != Some("false") {
                plugin("kube-router", root.origin(), found);
            }
            let ranges: Vec<&str> = flags
                .all("service-cluster-ip-range")
                .flat_map(|value| value.split(','))
                .collect();
            found.fact(
                Field::ServiceCidrs,
                ranges,
                Strength::Configured,
                arguments.origin(),
            );
        }
    }
}
