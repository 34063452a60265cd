//! kubeadm's configuration, whose documents configure one cluster together.

use crate::components::{Flags, KubeadmConfiguration};
use crate::diagnostic::Component;
use crate::found::{Found, Origin};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::gates;

const ID: &str = "kubeadm";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if is_kubeadm(object)),
    embedded: nothing_embedded,
    read,
};

fn is_kubeadm(object: &Object) -> bool {
    ["ClusterConfiguration", "InitConfiguration", "JoinConfiguration"]
        .iter()
        .any(|kind| object.is("kubeadm.k8s.io/", kind))
}

fn read(items: &[Item], found: &mut Found) {
    let mut kubeadm: Option<(KubeadmConfiguration, Origin)> = None;
    for item in items {
        let Item::Object(object) = item else { continue };
        let root = object.root(ID);
        let text = |path: &str| root.path(path).text().map(str::to_owned);
        if object.text("kind") == Some("ClusterConfiguration") {
            let (given, _) = kubeadm.get_or_insert_with(|| (KubeadmConfiguration::default(), root.origin()));
            given.api_version = text("apiVersion");
            given.pod_subnet = text("networking/podSubnet").unwrap_or_default();
            given.service_subnet = text("networking/serviceSubnet").unwrap_or_default();
            given.dns_domain = text("networking/dnsDomain");
            given.feature_gates = gates(&root.get("featureGates"));
            given.controller_manager_args = arguments(&root.path("controllerManager/extraArgs"));
        } else {
            if let Some(address) = text("localAPIEndpoint/advertiseAddress") {
                let (given, _) =
                    kubeadm.get_or_insert_with(|| (KubeadmConfiguration::default(), root.origin()));
                given.advertise_address = Some(address);
            }
            let extra = root.path("nodeRegistration/kubeletExtraArgs");
            found.start_with(Component::Kubelet, arguments(&extra), &extra.origin());
        }
    }
    if let Some((configuration, origin)) = kubeadm {
        found.start(Component::Kubeadm, configuration, &origin);
    }
}

/// Reads arguments from a map, or from the list of `{name, value}` of v1beta4.
fn arguments(given: &At<'_>) -> Flags {
    let mut flags = Flags::new();
    for (name, value) in given.entries() {
        if let Some(text) = value.text() {
            flags.push(name, text);
        }
    }
    for entry in given.items() {
        if let (Some(name), Some(value)) = (entry.get("name").text(), entry.get("value").text()) {
            flags.push(name, value);
        }
    }
    flags
}
