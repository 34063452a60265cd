//! Rancher's Cluster, whose machines run K3s or RKE2 with the settings in it.

use super::k3s;
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::shared::node_count;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "rancher";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("provisioning.cattle.io/", "Cluster"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let version = root.path("spec/kubernetesVersion");
        let strength = Strength::Configured;
        found.fact(
            Field::KubernetesVersion,
            version.text(),
            strength,
            version.origin(),
        );
        let name = root.path("metadata/name");
        found.fact(Field::Name, name.text(), strength, name.origin());
        let tool = match version.text().is_some_and(|text| text.contains("+k3s")) {
            true => "k3s",
            false => "rke2",
        };
        let settings = root.path("spec/rkeConfig/machineGlobalConfig");
        if settings.exists() {
            k3s::configured(tool, &settings, found);
        }
        let pools = root.path("spec/rkeConfig/machinePools").items();
        node_count(pools.iter().map(|pool| pool.get("quantity")), strength, found);
    }
}
