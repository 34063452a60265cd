//! Gardener's Shoot. A shoot that runs shows the ranges of both families in its status.
//!
//! Models `pkg/apis/core/v1beta1/types_shoot.go` of Gardener.

use super::{cloud, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::shared::{facts, node_count};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "gardener";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("core.gardener.cloud/", "Shoot"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        facts(
            &root,
            &[
                ("metadata/name", Field::Name),
                ("spec/kubernetes/version", Field::KubernetesVersion),
                ("spec/kubernetes/kubelet/maxPods", Field::MaxPods),
                (
                    "spec/kubernetes/kubeControllerManager/nodeCIDRMaskSizeIPv6",
                    Field::MaskSizeIpv6,
                ),
            ],
            Strength::Configured,
            found,
        );
        let network = root.path("spec/networking");
        let ranges = [
            ("pods", Field::PodCidrs),
            ("services", Field::ServiceCidrs),
            ("nodes", Field::NodeCidrs),
        ];
        facts(
            &root.path("status/networking"),
            &ranges,
            Strength::Observed,
            found,
        );
        facts(&network, &ranges, Strength::Configured, found);
        // The mask is one of the first family.
        let mask = root.path("spec/kubernetes/kubeControllerManager/nodeCIDRMaskSize");
        let asked = network.get("ipFamilies");
        let families = asked.list();
        found.asked_for(families.iter().copied(), &asked.origin());
        let field = match families.first() {
            Some(&"IPv6") => Field::MaskSizeIpv6,
            _ => Field::MaskSizeIpv4,
        };
        found.fact(field, mask.text(), Strength::Configured, mask.origin());
        let workers = root.path("spec/provider/workers").items();
        node_count(
            workers.iter().map(|worker| worker.get("maximum")),
            Strength::Configured,
            found,
        );
        let name = network.get("type");
        plugin(&name, name.text(), found);
        let provider = root.path("spec/provider/type");
        cloud(&provider, provider.text(), found);
    }
}
