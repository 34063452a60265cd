//! OpenShift: `install-config.yaml`, and the Network object of a cluster.

use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

pub(in crate::kinds) const ID: &str = "openshift";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| is_install(object) || is_network(object))
    },
    embedded: nothing_embedded,
    read,
};

fn is_install(object: &Object) -> bool {
    object.has("baseDomain") && object.has("networking")
        || object.has("networking") && object.root(ID).path("networking/serviceNetwork").exists()
}

fn is_network(object: &Object) -> bool {
    object.is("config.openshift.io/", "Network") || object.is("operator.openshift.io/", "Network")
}

/// The platforms of the installer, and the clouds of the catalogue.
const PLATFORMS: &[(&str, &str)] = &[
    ("aws", "aws"),
    ("azure", "azure"),
    ("baremetal", "none"),
    ("gcp", "gcp"),
    ("none", "none"),
    ("openstack", "openstack"),
    ("vsphere", "vsphere"),
];

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        found.fact(Field::Distribution, [ID], Strength::Implied, root.origin());
        if is_network(object) {
            let status = root.get("status");
            match status.exists() {
                true => network(&status, Strength::Observed, found),
                false => network(&root.get("spec"), Strength::Configured, found),
            }
        } else {
            install(&root, found);
        }
    }
}

fn install(root: &At<'_>, found: &mut Found) {
    let strength = Strength::Configured;
    network(&root.get("networking"), strength, found);
    let name = root.path("metadata/name");
    found.fact(Field::Name, name.text(), strength, name.origin());
    let platform = root.get("platform");
    let cloud = PLATFORMS.iter().find(|(key, _)| platform.get(key).exists());
    found.fact(
        Field::Provider,
        cloud.map(|(_, id)| *id),
        strength,
        platform.origin(),
    );
    let mut count = 0u32;
    let pools = root.get("compute").items();
    let replicas: Vec<At<'_>> = pools
        .iter()
        .map(|pool| pool.get("replicas"))
        .chain([root.path("controlPlane/replicas")])
        .filter(At::exists)
        .collect();
    for number in replicas.iter().filter_map(|at| at.text()?.parse::<u32>().ok()) {
        count = count.saturating_add(number);
    }
    if let Some(first) = replicas.first().filter(|_| replicas.len() > 1) {
        found.fact(Field::NodeCount, [count.to_string()], strength, first.origin());
    }
}

fn network(place: &At<'_>, strength: Strength, found: &mut Found) {
    let pods = place.get("clusterNetwork");
    found.fact(Field::PodCidrs, cidrs(&pods), strength, pods.origin());
    masks(&pods.items(), strength, found);
    let services = place.get("serviceNetwork");
    found.fact(Field::ServiceCidrs, services.list(), strength, services.origin());
    let machines = place.get("machineNetwork");
    found.fact(Field::NodeCidrs, cidrs(&machines), strength, machines.origin());
    let plugin = match place.get("networkType") {
        plugin if plugin.exists() => plugin,
        _ => place.path("defaultNetwork/type"),
    };
    self::plugin(&plugin, strength, found);
}

/// Returns the ranges of a list whose entries have each a `cidr`.
pub(in crate::kinds) fn cidrs<'a>(list: &At<'a>) -> Vec<&'a str> {
    let entries = list.items();
    entries
        .iter()
        .filter_map(|entry| entry.get("cidr").text())
        .collect()
}

/// Adds the masks of the entries of `clusterNetwork`.
pub(in crate::kinds) fn masks(entries: &[At<'_>], strength: Strength, found: &mut Found) {
    for entry in entries {
        let mask = entry.get("hostPrefix");
        let field = match entry.get("cidr").text().is_some_and(|cidr| cidr.contains(':')) {
            true => Field::MaskSizeIpv6,
            false => Field::MaskSizeIpv4,
        };
        found.fact(field, mask.text(), strength, mask.origin());
    }
}

/// Adds the plugin that a `networkType` names.
pub(in crate::kinds) fn plugin(name: &At<'_>, strength: Strength, found: &mut Found) {
    let id = (name.text() == Some("OVNKubernetes")).then_some("ovn-kubernetes");
    found.fact(Field::Cni, id, strength, name.origin());
}
