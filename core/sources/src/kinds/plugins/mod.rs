//! CNI plugins and load balancers: their objects, Helm values and ConfigMaps.

pub(super) mod antrea;
pub(super) mod calico;
pub(super) mod cilium;
pub(super) mod cilium_lb_ipam;
pub(super) mod flannel;
pub(super) mod kube_ovn;
pub(super) mod kube_router;
pub(super) mod kube_vip;
pub(super) mod metallb;
pub(super) mod ovn_kubernetes;

use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Object};

/// Returns the data of the ConfigMap of that name. `None` for any other object.
fn config_map<'a>(object: &'a Object, names: &[&str], kind: &'static str) -> Option<At<'a>> {
    let root = object.root(kind);
    let name = root.path("metadata/name").text()?;
    (object.is("v1", "ConfigMap") && names.contains(&name)).then(|| root.get("data"))
}

/// Adds the pools of a plugin, each with its place: they are, or are parts of, the pod ranges.
fn pools(values: Vec<(String, Origin)>, found: &mut Found) {
    let Some((_, origin)) = values.first().cloned() else {
        return;
    };
    let mut ranges: Vec<String> = Vec::new();
    for (value, _) in values {
        if !value.is_empty() && !ranges.contains(&value) {
            ranges.push(value);
        }
    }
    found.fact(Field::PodCidrs, ranges, Strength::Implied, origin);
}

/// Returns the ranges of a list or of a text with commas, each with the place of the whole.
fn placed(at: &At<'_>) -> Vec<(String, Origin)> {
    let origin = at.origin();
    at.list()
        .into_iter()
        .map(|value| (value.to_owned(), origin.clone()))
        .collect()
}

/// Adds the plugin that an object belongs to.
fn plugin(id: &str, origin: Origin, found: &mut Found) {
    found.fact(Field::Cni, [id], Strength::Implied, origin);
}
