//! A ClusterPlan: what it says counts as any configuration, and what only a plan can say is kept.

use crate::document::to_json;
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::{Kind, nothing_embedded};
use crate::request::KIND as PLAN_KIND;
use crate::text::{gate_facts, gates};

const ID: &str = "plan";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("dualstack-planner/", PLAN_KIND))
    },
    embedded: nothing_embedded,
    read,
};

const FIELDS: &[(&str, Field)] = &[
    ("metadata/name", Field::Name),
    ("spec/kubernetesVersion", Field::KubernetesVersion),
    ("spec/podCIDRs", Field::PodCidrs),
    ("spec/serviceCIDRs", Field::ServiceCidrs),
    ("spec/nodeCIDRs", Field::NodeCidrs),
    ("spec/loadBalancerCIDRs", Field::LoadBalancerCidrs),
    ("spec/advertiseAddress", Field::AdvertiseAddress),
    ("spec/controlPlaneEndpoint", Field::ControlPlaneEndpoint),
    ("spec/nodes/count", Field::NodeCount),
    ("spec/nodes/maxPods", Field::MaxPods),
    ("spec/nodes/maskSizeIPv4", Field::MaskSizeIpv4),
    ("spec/nodes/maskSizeIPv6", Field::MaskSizeIpv6),
    ("spec/distribution", Field::Distribution),
    ("spec/cni", Field::Cni),
    ("spec/provider", Field::Provider),
];

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        if found.plan.is_none() {
            found.plan = root.node().map(to_json);
        }
        for (path, field) in FIELDS {
            let value = root.path(path);
            found.fact(*field, value.list(), Strength::Configured, value.origin());
        }
        let given = root.path("spec/featureGates");
        gate_facts(&gates(&given), &given.origin(), found);
    }
}
