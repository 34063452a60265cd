//! RKE's `cluster.yml`: the first of Rancher's distributions, which runs the components in containers of Docker.
//!
//! Models `types/rke_types.go` and `cluster/{defaults,plan}.go` of RKE.

use super::{hosts, plugin};
use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::shared::facts;
use crate::kinds::starting::{Setting, arguments_at, flag, overlaid, run};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "rke";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_cluster),
    embedded: nothing_embedded,
    read,
};

fn is_cluster(object: &Object) -> bool {
    let services = object.root(ID).get("services");
    !object.has("kind")
        && ["kube-api", "kube-controller", "kubelet", "kubeproxy"]
            .iter()
            .any(|key| services.get(key).exists())
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        facts(
            &root,
            &[
                ("cluster_name", Field::Name),
                ("kubernetes_version", Field::KubernetesVersion),
            ],
            Strength::Configured,
            found,
        );
        let services = root.get("services");
        let (api, manager) = (services.get("kube-api"), services.get("kube-controller"));
        let pods = Setting::of(&manager.get("cluster_cidr"), &["10.42.0.0/16"]);
        let ranges = Setting::of(&api.get("service_cluster_ip_range"), &["10.43.0.0/16"]);
        let of_manager = Setting::of(&manager.get("service_cluster_ip_range"), &["10.43.0.0/16"]);
        pods.fact(Field::PodCidrs, found);
        ranges.fact(Field::ServiceCidrs, found);
        // Without an entry it has the same default, which would contradict a range that the API server was given.
        if manager.get("service_cluster_ip_range").exists() {
            of_manager.fact(Field::ServiceCidrs, found);
        }
        let name = root.path("network/plugin");
        match name.text() {
            None => found.fact(Field::Cni, ["flannel"], Strength::Default, root.origin()),
            text => plugin(&name, text, found),
        }
        nodes(&root, found);
        let ports = api.get("service_node_port_range").text().unwrap_or_default();
        started(
            &api,
            Component::KubeApiserver,
            [
                flag("service-cluster-ip-range", &ranges.joined()),
                flag("service-node-port-range", ports),
            ],
            found,
        );
        started(
            &manager,
            Component::KubeControllerManager,
            [
                flag("cluster-cidr", &pods.joined()),
                flag("service-cluster-ip-range", &of_manager.joined()),
                flag("allocate-node-cidrs", "true"),
            ],
            found,
        );
        started(&services.get("kubelet"), Component::Kubelet, [], found);
        started(&services.get("kubeproxy"), Component::KubeProxy, [], found);
    }
}

/// Adds a component with the flags that RKE writes, and those that are given besides.
fn started<const N: usize>(
    service: &At<'_>,
    component: Component,
    own: [Option<(&str, String)>; N],
    found: &mut Found,
) {
    let given = arguments_at(&service.get("extra_args"));
    let flags: Flags = overlaid(own.into_iter().flatten().collect(), &given);
    if service.exists() && !flags.is_empty() {
        run(component, flags, &service.origin(), found);
    }
}

fn nodes(root: &At<'_>, found: &mut Found) {
    for address in hosts(&root.get("nodes"), ["internal_address", "address"], found) {
        // A node may be named by its host name.
        let text = address
            .text()
            .filter(|text| text.parse::<std::net::IpAddr>().is_ok());
        found.fact(Field::NodeAddresses, text, Strength::Configured, address.origin());
    }
}
