//! EKS Anywhere's Cluster.
//!
//! Models `pkg/api/v1alpha1/cluster_types.go` of EKS Anywhere.

use super::{chosen, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::shared::{endpoint, facts, node_count};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "eks-anywhere";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("anywhere.eks.amazonaws.com/", "Cluster"))
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
                ("spec/kubernetesVersion", Field::KubernetesVersion),
                ("spec/clusterNetwork/pods/cidrBlocks", Field::PodCidrs),
                ("spec/clusterNetwork/services/cidrBlocks", Field::ServiceCidrs),
                ("spec/clusterNetwork/nodes/cidrMaskSize", Field::MaskSizeIpv4),
            ],
            Strength::Configured,
            found,
        );
        let control_plane = root.path("spec/controlPlaneConfiguration");
        endpoint(&control_plane.path("endpoint/host"), None, found);
        let workers = root.path("spec/workerNodeGroupConfigurations").items();
        let groups = std::iter::once(control_plane).chain(workers);
        node_count(
            groups.map(|group| group.get("count")),
            Strength::Configured,
            found,
        );
        let name = root.path("spec/clusterNetwork/cni");
        plugin(&name, name.text(), found);
        let configured = root.path("spec/clusterNetwork/cniConfig");
        plugin(&configured, chosen(&configured), found);
    }
}
