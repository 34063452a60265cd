//! Cilium: Helm values, the ConfigMap `cilium-config`, and CiliumPodIPPools.

use super::{config_map, placed, plugin, pools};
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Lines, Object};
use crate::kinds::clusters::node::with_blocks;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "cilium";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_cilium(object),
        Item::Lines(lines) => shown(lines).next().is_some() || allocated(lines).is_some(),
    },
    embedded: nothing_embedded,
    read,
};

/// Values that only Cilium's chart has, one of which is enough to know it.
const OWN: &[&str] = &[
    "ipam/operator/clusterPoolIPv4PodCIDRList",
    "ipam/operator/clusterPoolIPv6PodCIDRList",
    "ipam/operator/autoCreateCiliumPodIPPools",
    "kubeProxyReplacement",
    "k8sServiceHost",
    "k8s/requireIPv4PodCIDR",
    "k8s/requireIPv6PodCIDR",
    "ipv4NativeRoutingCIDR",
    "enableIPv6Masquerade",
];

fn is_values(object: &Object) -> bool {
    let root = object.root(ID);
    !object.has("kind") && !object.has("apiVersion") && OWN.iter().any(|path| root.path(path).exists())
}

fn is_cilium(object: &Object) -> bool {
    object.is("cilium.io/", "CiliumPodIPPool")
        || config_map(object, &["cilium-config"], ID).is_some()
        || is_values(object)
}

/// Returns the settings that `cilium config view` prints, with their lines.
fn shown(lines: &Lines) -> impl Iterator<Item = (usize, String, String)> {
    const SETTINGS: [&str; 5] = [
        "cluster-pool-ipv4-cidr",
        "cluster-pool-ipv6-cidr",
        "cluster-pool-ipv4-mask-size",
        "cluster-pool-ipv6-mask-size",
        "ipam",
    ];
    let has_own = lines
        .lines()
        .any(|(_, line)| line.starts_with("cluster-pool-ipv") || line.starts_with("enable-ipv6 "));
    lines
        .lines()
        .filter(move |_| has_own)
        .filter_map(|(number, line)| {
            let (name, value) = line.split_once(char::is_whitespace)?;
            let known = SETTINGS.iter().find(|known| **known == name)?;
            Some((number, (*known).to_owned(), value.trim().to_owned()))
        })
}

/// Returns the blocks of a node that `cilium status` prints, and their line: `IPAM:  IPv4: 5/254 allocated from 10.0.1.0/24,
/// IPv6: …`.
fn allocated(lines: &Lines) -> Option<(usize, Vec<String>)> {
    lines.lines().find_map(|(number, line)| {
        let ipam = line.strip_prefix("IPAM:")?;
        let blocks: Vec<String> = ipam
            .split(" allocated from ")
            .skip(1)
            .map(|text| text.split([',', ' ']).next().unwrap_or_default().to_owned())
            .collect();
        (!blocks.is_empty()).then_some((number, blocks))
    })
}

/// Adds what `cilium status` prints: the blocks of its node, and the version of the API server.
fn status(lines: &Lines, found: &mut Found) {
    let Some((number, blocks)) = allocated(lines) else {
        return;
    };
    let origin = lines.origin(ID, number, "IPAM");
    plugin("cilium", origin.clone(), found);
    with_blocks("#1", &blocks, origin, found);
    let server = lines.lines().find_map(|(number, line)| {
        let version = line
            .strip_prefix("Kubernetes:")?
            .split(['(', ')'])
            .nth(1)?
            .to_owned();
        Some((number, version))
    });
    if let Some((number, version)) = server {
        let place = lines.origin(ID, number, "Kubernetes");
        found.fact(Field::KubernetesVersion, [version], Strength::Observed, place);
    }
}

/// Returns whether the pools of the operator are used: where Kubernetes or a cloud gives nodes their blocks, they are not.
fn uses_pools(ipam: Option<&str>) -> bool {
    !matches!(ipam, Some("kubernetes" | "eni" | "azure" | "alibabacloud"))
}

/// Masks that were found, each with its field.
type Masks = Vec<(Field, String, Origin)>;

fn read(items: &[Item], found: &mut Found) {
    let mut ranges = Vec::new();
    let mut masks: Masks = Vec::new();
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        plugin("cilium", root.origin(), found);
        if let Some(data) = config_map(object, &["cilium-config"], ID) {
            let pools: &[(&str, &str)] = &[
                ("cluster-pool-ipv4-cidr", "cluster-pool-ipv4-mask-size"),
                ("cluster-pool-ipv6-cidr", "cluster-pool-ipv6-mask-size"),
            ];
            for (key, field) in pools.iter().filter(|_| uses_pools(data.get("ipam").text())) {
                ranges.extend(placed(&data.get(key)));
                mask(&data.get(field), key.contains("ipv6"), &mut masks);
            }
            let name = data.get("cluster-name");
            let own = name.text().filter(|name| *name != "default");
            found.fact(Field::Name, own, Strength::Observed, name.origin());
        } else if object.is("cilium.io/", "CiliumPodIPPool") {
            pool(&root.get("spec"), &mut ranges, &mut masks);
        } else {
            let name = root.path("cluster/name");
            found.fact(Field::Name, name.text(), Strength::Configured, name.origin());
            let operator = root.path("ipam/operator");
            let lists: &[(&str, &str)] = &[
                ("clusterPoolIPv4PodCIDRList", "clusterPoolIPv4MaskSize"),
                ("clusterPoolIPv6PodCIDRList", "clusterPoolIPv6MaskSize"),
            ];
            for (list, size) in lists.iter().filter(|_| uses_pools(root.path("ipam/mode").text())) {
                ranges.extend(placed(&operator.get(list)));
                mask(&operator.get(size), list.contains("IPv6"), &mut masks);
            }
            for (_, entry) in operator.get("autoCreateCiliumPodIPPools").entries() {
                pool(&entry, &mut ranges, &mut masks);
            }
        }
    }
    for lines in items.iter().filter_map(Item::lines) {
        status(lines, found);
        let settings: Vec<(usize, String, String)> = shown(lines).collect();
        let ipam = settings.iter().find(|(_, name, _)| name == "ipam");
        if let Some((number, ..)) = settings.first() {
            plugin("cilium", lines.origin(ID, *number, ""), found);
        }
        let used = uses_pools(ipam.map(|(_, _, value)| value.as_str()));
        for (number, name, value) in settings.iter().filter(|_| used) {
            let origin = lines.origin(ID, *number, name);
            let field = match name.contains("ipv6") {
                true => Field::MaskSizeIpv6,
                false => Field::MaskSizeIpv4,
            };
            if name.ends_with("-cidr") {
                let parts = value.split([',', ' ']).filter(|part| !part.is_empty());
                ranges.extend(parts.map(|part| (part.to_owned(), origin.clone())));
            } else if name.ends_with("-mask-size") {
                masks.push((field, value.clone(), origin));
            }
        }
    }
    pools(ranges, found);
    for (field, mask, origin) in masks {
        found.fact(field, [mask], Strength::Configured, origin);
    }
}

fn pool(spec: &At<'_>, ranges: &mut Vec<(String, Origin)>, masks: &mut Masks) {
    for family in ["ipv4", "ipv6"] {
        let part = spec.get(family);
        ranges.extend(placed(&part.get("cidrs")));
        mask(&part.get("maskSize"), family == "ipv6", masks);
    }
}

fn mask(at: &At<'_>, is_v6: bool, masks: &mut Masks) {
    let field = match is_v6 {
        true => Field::MaskSizeIpv6,
        false => Field::MaskSizeIpv4,
    };
    if let Some(text) = at.text() {
        masks.push((field, text.to_owned(), at.origin()));
    }
}
