//! Plan files of this project.

use crate::found::{Field, Found, Strength};
use crate::items::{At, Item};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "plan";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if object.is(crate::request::API_VERSION, crate::request::KIND)),
    embedded: nothing_embedded,
    read,
};

const FIELDS: &[(Field, &str)] = &[
    (Field::Name, "metadata/name"),
    (Field::KubernetesVersion, "spec/kubernetesVersion"),
    (Field::PodCidrs, "spec/podCIDRs"),
    (Field::ServiceCidrs, "spec/serviceCIDRs"),
    (Field::NodeCidrs, "spec/nodeCIDRs"),
    (Field::LoadBalancerCidrs, "spec/loadBalancerCIDRs"),
    (Field::AdvertiseAddress, "spec/advertiseAddress"),
    (Field::NodeCount, "spec/nodes/count"),
    (Field::MaxPods, "spec/nodes/maxPods"),
    (Field::MaskSizeIpv4, "spec/nodes/maskSizeIPv4"),
    (Field::MaskSizeIpv6, "spec/nodes/maskSizeIPv6"),
    (Field::Distribution, "spec/distribution"),
    (Field::Cni, "spec/cni"),
    (Field::Provider, "spec/provider"),
];

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        let Item::Object(object) = item else { continue };
        let root = object.root(ID);
        for (field, path) in FIELDS {
            let value = root.path(path);
            found.fact(*field, value.list(), Strength::Configured, value.origin());
        }
        let gates = root.path("spec/featureGates");
        let pairs = gates.entries();
        let pairs = pairs
            .iter()
            .filter_map(|(name, on): &(&str, At<'_>)| Some(format!("{name}={}", on.text()?)));
        found.fact(Field::FeatureGates, pairs, Strength::Configured, gates.origin());
    }
}
