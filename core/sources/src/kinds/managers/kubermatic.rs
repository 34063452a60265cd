//! Kubermatic's Cluster.
//!
//! Models `sdk/apis/kubermatic/v1/cluster.go` of Kubermatic.

use super::{cloud, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::shared::facts;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kubermatic";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("kubermatic.k8c.io/", "Cluster"))
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
                ("spec/version", Field::KubernetesVersion),
                ("spec/clusterNetwork/pods/cidrBlocks", Field::PodCidrs),
                ("spec/clusterNetwork/services/cidrBlocks", Field::ServiceCidrs),
                ("spec/clusterNetwork/nodeCidrMaskSizeIPv4", Field::MaskSizeIpv4),
                ("spec/clusterNetwork/nodeCidrMaskSizeIPv6", Field::MaskSizeIpv6),
            ],
            Strength::Configured,
            found,
        );
        let name = root.path("spec/cniPlugin/type");
        plugin(&name, name.text(), found);
        let provider = root.path("spec/cloud/providerName");
        cloud(&provider, provider.text(), found);
    }
}
