//! KubeKey's Cluster, from which KubeSphere's installer makes clusters with kubeadm.
//!
//! The defaults are those of `cmd/kk/apis/kubekey/v1alpha2/default.go` of KubeKey.

use super::{hosts, plugin};
use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::shared::{endpoint, facts};
use crate::kinds::starting::Setting;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kubekey";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object().is_some_and(|object| {
            object.is("kubekey.kubesphere.io/v1alpha1", "Cluster")
                || object.is("kubekey.kubesphere.io/v1alpha2", "Cluster")
        })
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let strength = Strength::Configured;
        facts(
            &root,
            &[
                ("metadata/name", Field::Name),
                ("spec/kubernetes/version", Field::KubernetesVersion),
                ("spec/kubernetes/maxPods", Field::MaxPods),
                ("spec/kubernetes/nodeCidrMaskSize", Field::MaskSizeIpv4),
                ("spec/kubernetes/nodeCidrMaskSizeIPv6", Field::MaskSizeIpv6),
            ],
            strength,
            found,
        );
        let network = root.path("spec/network");
        Setting::of(&network.get("kubePodsCIDR"), &["10.233.64.0/18"]).fact(Field::PodCidrs, found);
        Setting::of(&network.get("kubeServiceCIDR"), &["10.233.0.0/18"]).fact(Field::ServiceCidrs, found);
        let name = network.get("plugin");
        plugin(&name, name.text(), found);
        crate::text::gate_facts(
            &crate::text::gates(&root.path("spec/kubernetes/featureGates")),
            &root.path("spec/kubernetes/featureGates").origin(),
            found,
        );
        for address in hosts(&root.path("spec/hosts"), ["internalAddress", "address"], found) {
            found.fact(Field::NodeAddresses, address.list(), strength, address.origin());
        }
        let api = root.path("spec/controlPlaneEndpoint");
        let host = match api.get("domain") {
            domain if domain.text().is_some_and(|text| !text.is_empty()) => domain,
            _ => api.get("address"),
        };
        endpoint(&host, api.get("port").text(), found);
    }
}
