//! Objects of a running cluster, as `kubectl get -o yaml` and `kubectl cluster-info dump` print them: Nodes, Services,
//! ServiceCIDRs.

use std::collections::BTreeSet;

use crate::document::to_json;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::net::{Cidr, IpFamily};

const ID: &str = "cluster-objects";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if is_one(object)),
    embedded: nothing_embedded,
    read,
};

fn is_one(object: &Object) -> bool {
    ["Node", "Service"].iter().any(|kind| object.is("v1", kind))
        || ["ServiceCIDR", "IPAddress"]
            .iter()
            .any(|kind| object.is("networking.k8s.io/", kind))
}

fn read(items: &[Item], found: &mut Found) {
    let mut nodes: Vec<Origin> = Vec::new();
    let mut masks: BTreeSet<(IpFamily, u8)> = BTreeSet::new();
    for item in items {
        let Item::Object(object) = item else { continue };
        let root = object.root(ID);
        match object.text("kind") {
            Some("Node") => {
                nodes.push(root.origin());
                node(&root, found, &mut masks);
            }
            kind => {
                let ranges = root.path("spec/cidrs");
                // The object of this name has the ranges that the API servers were started with.
                if kind == Some("ServiceCIDR") && root.path("metadata/name").text() == Some("kubernetes") {
                    found.fact(
                        Field::ServiceCidrs,
                        ranges.list(),
                        Strength::Observed,
                        ranges.origin(),
                    );
                }
                found.manifests.extend(root.node().map(to_json));
            }
        }
    }
    if let Some(first) = nodes.first() {
        let count = nodes.len().to_string();
        found.fact(Field::NodeCount, [count], Strength::Observed, first.clone());
    }
    for family in [IpFamily::IPv4, IpFamily::IPv6] {
        let mut own = masks.iter().filter(|(of, _)| *of == family);
        // Blocks of different sizes were cut by different flags, and none of them is the one of today.
        if let (Some((_, mask)), None, Some(first)) = (own.next(), own.next(), nodes.first()) {
            let field = match family {
                IpFamily::IPv4 => Field::MaskSizeIpv4,
                IpFamily::IPv6 => Field::MaskSizeIpv6,
            };
            let origin = Origin {
                path: "spec.podCIDRs".to_owned(),
                ..first.clone()
            };
            found.fact(field, [mask.to_string()], Strength::Observed, origin);
        }
    }
}

fn node(root: &At<'_>, found: &mut Found, masks: &mut BTreeSet<(IpFamily, u8)>) {
    for block in root.path("spec/podCIDRs").items() {
        if let Some(Ok(block)) = block.text().map(str::parse::<Cidr>) {
            masks.insert((block.family(), block.prefix_len()));
        }
    }
    let kubelet = root.path("status/nodeInfo/kubeletVersion");
    found.fact(
        Field::KubernetesVersion,
        kubelet.text(),
        Strength::Implied,
        kubelet.origin(),
    );
    let pods = root.path("status/capacity/pods");
    found.fact(Field::MaxPods, pods.text(), Strength::Observed, pods.origin());
}
