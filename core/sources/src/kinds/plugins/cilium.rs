//! Cilium: the values of its chart, its ConfigMap, and its pools of load balancers.

use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "cilium";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object) if object.is("cilium.io/", "CiliumLoadBalancerIPPool")
            || is_config(object)
            || is_values(object))
    },
    embedded: nothing_embedded,
    read,
};

fn is_config(object: &Object) -> bool {
    object.is("v1", "ConfigMap") && object.root(ID).path("metadata/name").text() == Some("cilium-config")
}

/// Values have no kind; the mode of address management or the switch of a family names them.
fn is_values(object: &Object) -> bool {
    let root = object.root(ID);
    !object.has("kind")
        && (root.path("ipam/operator").exists()
            || root.path("ipv6/enabled").exists()
                && (root.get("ipam").exists() || root.get("kubeProxyReplacement").exists()))
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        let Item::Object(object) = item else { continue };
        let root = object.root(ID);
        found.fact(Field::Cni, [ID], Strength::Implied, root.origin());
        if is_config(object) {
            let data = root.get("data");
            pools(
                &data.get("cluster-pool-ipv4-cidr"),
                &data.get("cluster-pool-ipv6-cidr"),
                found,
            );
            masks(
                &data.get("cluster-pool-ipv4-mask-size"),
                &data.get("cluster-pool-ipv6-mask-size"),
                found,
            );
        } else if is_values(object) {
            let ipam = root.path("ipam/operator");
            pools(
                &ipam.get("clusterPoolIPv4PodCIDRList"),
                &ipam.get("clusterPoolIPv6PodCIDRList"),
                found,
            );
            masks(
                &ipam.get("clusterPoolIPv4MaskSize"),
                &ipam.get("clusterPoolIPv6MaskSize"),
                found,
            );
        } else {
            let blocks = root.path("spec/blocks");
            let cidrs: Vec<String> = blocks
                .items()
                .iter()
                .filter_map(|block| block.get("cidr").text().map(str::to_owned))
                .collect();
            found.fact(
                Field::LoadBalancerCidrs,
                cidrs,
                Strength::Configured,
                blocks.origin(),
            );
        }
    }
}

fn pools(ipv4: &At<'_>, ipv6: &At<'_>, found: &mut Found) {
    let ranges: Vec<&str> = ipv4
        .list()
        .into_iter()
        .chain(ipv6.list())
        .flat_map(str::split_ascii_whitespace)
        .collect();
    let origin = if ipv4.exists() {
        ipv4.origin()
    } else {
        ipv6.origin()
    };
    // Cilium can cut node blocks of its own, beside the pod ranges of the cluster.
    found.fact(Field::PodCidrs, ranges, Strength::Implied, origin);
}

fn masks(ipv4: &At<'_>, ipv6: &At<'_>, found: &mut Found) {
    found.fact(
        Field::MaskSizeIpv4,
        ipv4.text(),
        Strength::Configured,
        ipv4.origin(),
    );
    found.fact(
        Field::MaskSizeIpv6,
        ipv6.text(),
        Strength::Configured,
        ipv6.origin(),
    );
}
