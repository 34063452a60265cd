//! Tanzu Kubernetes Grid: the file of variables from which it makes objects of Cluster API, and TanzuKubernetesCluster.
//!
//! The defaults are those of `tkg/client/validate.go` of the Tanzu framework.

use super::{cloud, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::shared::{facts, node_count};
use crate::kinds::starting::Setting;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "tanzu";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| is_configuration(object) || is_cluster(object))
    },
    embedded: nothing_embedded,
    read,
};

fn is_configuration(object: &Object) -> bool {
    !object.has("kind")
        && [
            "CLUSTER_PLAN",
            "TKG_IP_FAMILY",
            "INFRASTRUCTURE_PROVIDER",
            "CLUSTER_CIDR",
        ]
        .iter()
        .any(|key| object.has(key))
}

fn is_cluster(object: &Object) -> bool {
    object.is("run.tanzu.vmware.com/", "TanzuKubernetesCluster")
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        match is_cluster(object) {
            true => cluster(&root, found),
            false => configuration(&root, found),
        }
    }
}

fn configuration(root: &At<'_>, found: &mut Found) {
    facts(
        root,
        &[
            ("CLUSTER_NAME", Field::Name),
            ("KUBERNETES_VERSION", Field::KubernetesVersion),
            ("VSPHERE_CONTROL_PLANE_ENDPOINT", Field::ControlPlaneEndpoint),
        ],
        Strength::Configured,
        found,
    );
    let (pods, services): (&[&str], &[&str]) = match root.get("TKG_IP_FAMILY").text() {
        Some("ipv6") => (&["fd00:100:96::/48"], &["fd00:100:64::/108"]),
        Some("ipv4,ipv6") => (
            &["100.96.0.0/11", "fd00:100:96::/48"],
            &["100.64.0.0/13", "fd00:100:64::/108"],
        ),
        Some("ipv6,ipv4") => (
            &["fd00:100:96::/48", "100.96.0.0/11"],
            &["fd00:100:64::/108", "100.64.0.0/13"],
        ),
        _ => (&["100.96.0.0/11"], &["100.64.0.0/13"]),
    };
    Setting::of(&root.get("CLUSTER_CIDR"), pods).fact(Field::PodCidrs, found);
    Setting::of(&root.get("SERVICE_CIDR"), services).fact(Field::ServiceCidrs, found);
    node_count(
        ["CONTROL_PLANE_MACHINE_COUNT", "WORKER_MACHINE_COUNT"].map(|key| root.get(key)),
        Strength::Configured,
        found,
    );
    let name = root.get("CNI");
    plugin(
        &name,
        name.text().or(Some("antrea")).filter(|_| name.exists()),
        found,
    );
    let provider = root.get("INFRASTRUCTURE_PROVIDER");
    cloud(&provider, provider.text(), found);
}

fn cluster(root: &At<'_>, found: &mut Found) {
    let strength = Strength::Configured;
    facts(
        root,
        &[
            ("metadata/name", Field::Name),
            ("spec/distribution/version", Field::KubernetesVersion),
            (
                "spec/topology/controlPlane/tkr/reference/name",
                Field::KubernetesVersion,
            ),
            ("spec/settings/network/pods/cidrBlocks", Field::PodCidrs),
            ("spec/settings/network/services/cidrBlocks", Field::ServiceCidrs),
        ],
        strength,
        found,
    );
    let topology = root.path("spec/topology");
    let pools = topology.get("nodePools").items();
    let sizes = pools.iter().map(|pool| pool.get("replicas"));
    let older = ["controlPlane/count", "workers/count"].map(|path| topology.path(path));
    node_count(
        std::iter::once(topology.path("controlPlane/replicas"))
            .chain(sizes)
            .chain(older),
        strength,
        found,
    );
    let name = root.path("spec/settings/network/cni/name");
    plugin(&name, name.text(), found);
}
