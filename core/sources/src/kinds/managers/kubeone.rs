//! KubeOne's KubeOneCluster, which kubeadm builds.
//!
//! The defaults are those of `pkg/apis/kubeone/v1beta2/defaults.go` of KubeOne.

use super::{chosen, cloud, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item};
use crate::kinds::shared::{endpoint, facts};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kubeone";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object().is_some_and(|object| {
            ["kubeone.k8c.io/", "kubeone.io/"]
                .iter()
                .any(|group| object.is(group, "KubeOneCluster"))
        })
    },
    embedded: nothing_embedded,
    read,
};

/// A field of each family, and what it is where it is absent.
type Pair = [(&'static str, &'static str); 2];

const PODS: Pair = [("podSubnet", "10.244.0.0/16"), ("podSubnetIPv6", "fd01::/48")];
const SERVICES: Pair = [
    ("serviceSubnet", "10.96.0.0/12"),
    ("serviceSubnetIPv6", "fd02::/120"),
];

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let strength = Strength::Configured;
        found.fact(Field::Distribution, ["kubeadm"], Strength::Implied, root.origin());
        let network = root.get("clusterNetwork");
        facts(
            &root,
            &[
                ("name", Field::Name),
                ("versions/kubernetes", Field::KubernetesVersion),
                ("clusterNetwork/nodeCIDRMaskSizeIPv4", Field::MaskSizeIpv4),
                ("clusterNetwork/nodeCIDRMaskSizeIPv6", Field::MaskSizeIpv6),
            ],
            strength,
            found,
        );
        for (pair, field) in [(PODS, Field::PodCidrs), (SERVICES, Field::ServiceCidrs)] {
            ranges(&network, pair, field, found);
        }
        endpoint(
            &root.path("apiEndpoint/host"),
            root.path("apiEndpoint/port").text(),
            found,
        );
        nodes(&root, found);
        let cni = network.get("cni");
        plugin(&cni, chosen(&cni), found);
        let provider = root.get("cloudProvider");
        let named = provider.entries();
        let name = named
            .iter()
            .map(|(key, _)| *key)
            .find(|key| *key != "external" && *key != "cloudConfig");
        cloud(&provider, name, found);
    }
}

/// Adds the ranges of the families that the cluster has, in their order.
fn ranges(network: &At<'_>, pair: Pair, field: Field, found: &mut Found) {
    let [v4, v6] = pair;
    let order: &[(&str, &str)] = match network.get("ipFamily").text() {
        Some("IPv6") => &[v6],
        Some("IPv4+IPv6") => &[v4, v6],
        Some("IPv6+IPv4") => &[v6, v4],
        _ => &[v4],
    };
    let given: Vec<At<'_>> = order
        .iter()
        .map(|(key, _)| network.get(key))
        .filter(|at| at.text().is_some())
        .collect();
    let values: Vec<&str> = order
        .iter()
        .map(|(key, default)| network.get(key).text().unwrap_or(default))
        .collect();
    let (strength, place) = match given.first() {
        Some(first) => (Strength::Configured, first.origin()),
        None => (Strength::Default, network.origin()),
    };
    found.fact(field, values, strength, place);
}

/// Adds the number of nodes: the hosts of the file, and the workers that machine-controller makes. A control plane alone is
/// not all nodes, because workers may come from elsewhere.
fn nodes(root: &At<'_>, found: &mut Found) {
    let hosts = |group: &str| root.get(group).get("hosts").items().len();
    let pools = root.get("dynamicWorkers");
    let made = pools.items();
    let replicas = made
        .iter()
        .filter_map(|pool| pool.get("replicas").text()?.parse::<usize>().ok());
    let workers = replicas.fold(hosts("staticWorkers"), usize::saturating_add);
    if workers > 0 {
        let count = hosts("controlPlane").saturating_add(workers);
        let place = match pools.exists() {
            true => pools.origin(),
            false => root.get("staticWorkers").origin(),
        };
        found.fact(Field::NodeCount, [count.to_string()], Strength::Configured, place);
    }
}
