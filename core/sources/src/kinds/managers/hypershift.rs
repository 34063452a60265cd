//! OpenShift's hosted control planes: HostedCluster and NodePool.
//!
//! The defaults are those of `api/hypershift/v1beta1/hostedcluster_types.go` of HyperShift.

use super::cloud;
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item};
use crate::kinds::installers::openshift;
use crate::kinds::shared::{facts, node_count};
use crate::kinds::starting::Setting;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "hypershift";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object().is_some_and(|object| {
            object.is("hypershift.openshift.io/", "HostedCluster")
                || object.is("hypershift.openshift.io/", "NodePool")
        })
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    let mut pools = Vec::new();
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        found.fact(
            Field::Distribution,
            [openshift::ID],
            Strength::Implied,
            root.origin(),
        );
        if object.text("kind") == Some("NodePool") {
            pools.push(root.path("spec/replicas"));
            continue;
        }
        facts(
            &root,
            &[("metadata/name", Field::Name)],
            Strength::Configured,
            found,
        );
        let network = root.path("spec/networking");
        for (key, field, default) in [
            ("clusterNetwork", Field::PodCidrs, &["10.132.0.0/14"][..]),
            ("serviceNetwork", Field::ServiceCidrs, &["172.31.0.0/16"]),
            ("machineNetwork", Field::NodeCidrs, &[]),
        ] {
            let entries = network.get(key);
            Setting::new(openshift::cidrs(&entries), entries.origin(), default).fact(field, found);
        }
        openshift::masks(
            &network.get("clusterNetwork").items(),
            Strength::Configured,
            found,
        );
        openshift::plugin(&network.get("networkType"), Strength::Configured, found);
        let platform = root.path("spec/platform/type");
        let name = platform.text().map(str::to_ascii_lowercase);
        cloud(&platform, name.as_deref(), found);
    }
    node_count(pools.into_iter().filter(At::exists), Strength::Configured, found);
}
