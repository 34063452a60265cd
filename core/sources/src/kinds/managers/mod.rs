//! Tools that make and keep clusters for others, each with an object or file of its own for a cluster.

pub(super) mod eks_anywhere;
pub(super) mod gardener;
pub(super) mod hypershift;
pub(super) mod kamaji;
pub(super) mod kubekey;
pub(super) mod kubeone;
pub(super) mod kubermatic;
pub(super) mod omni;
pub(super) mod rke;
pub(super) mod tanzu;

use crate::found::{Field, Found, Strength};
use crate::items::At;

/// The plugins as these tools name them, and as the catalogue does. Canal gives pods their addresses as Flannel does.
const PLUGINS: &[(&str, &str)] = &[
    ("antrea", "antrea"),
    ("calico", "calico"),
    ("canal", "flannel"),
    ("cilium", "cilium"),
    ("flannel", "flannel"),
    ("kindnetd", "kindnet"),
    ("kubeovn", "kube-ovn"),
];

/// The clouds as these tools name them, and as the catalogue does.
const CLOUDS: &[(&str, &str)] = &[
    ("aws", "aws"),
    ("azure", "azure"),
    ("gce", "gcp"),
    ("gcp", "gcp"),
    ("openstack", "openstack"),
    ("vsphere", "vsphere"),
];

/// Adds the plugin that a tool names.
fn plugin(name: &At<'_>, text: Option<&str>, found: &mut Found) {
    let known = PLUGINS.iter().find(|(own, _)| text == Some(*own));
    found.fact(
        Field::Cni,
        known.map(|(_, id)| *id),
        Strength::Configured,
        name.origin(),
    );
}

/// Adds the cloud that a tool names.
fn cloud(name: &At<'_>, text: Option<&str>, found: &mut Found) {
    let known = CLOUDS.iter().find(|(own, _)| text == Some(*own));
    found.fact(
        Field::Provider,
        known.map(|(_, id)| *id),
        Strength::Configured,
        name.origin(),
    );
}

/// Returns the key of a mapping that holds one of several things by its name: `cni: {cilium: {}}`.
fn chosen<'a>(place: &At<'a>) -> Option<&'a str> {
    place.entries().first().map(|(key, _)| *key)
}

/// Adds the number of hosts of a list, and returns the address of each: its own field for the inner network, where it has one.
fn hosts<'a>(list: &At<'a>, [inner, outer]: [&str; 2], found: &mut Found) -> Vec<At<'a>> {
    let all = list.items();
    found.fact(
        Field::NodeCount,
        (!all.is_empty()).then(|| all.len().to_string()),
        Strength::Configured,
        list.origin(),
    );
    let address = |host: &At<'a>| match host.get(inner) {
        given if given.text().is_some_and(|text| !text.is_empty()) => given,
        _ => host.get(outer),
    };
    all.iter().map(address).collect()
}
