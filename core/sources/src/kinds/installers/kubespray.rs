//! Kubespray: the variables of a cluster, and its inventory.
//!
//! The defaults are those of `roles/kubespray_defaults/defaults/main/main.yml` of Kubespray.

use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::request::join_host_port;

const ID: &str = "kubespray";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| is_variables(object) || is_inventory(object))
    },
    embedded: nothing_embedded,
    read,
};

fn is_variables(object: &Object) -> bool {
    [
        "kube_service_addresses",
        "kube_service_addresses_ipv6",
        "kube_pods_subnet",
        "kube_pods_subnet_ipv6",
        "kube_network_plugin",
        "kube_network_node_prefix",
        "kube_version",
    ]
    .iter()
    .any(|key| object.has(key))
}

fn is_inventory(object: &Object) -> bool {
    object.root(ID).path("all/children/kube_control_plane").exists()
}

fn read(items: &[Item], found: &mut Found) {
    let objects: Vec<&Object> = items.iter().filter_map(Item::object).collect();
    let variables: Vec<At<'_>> = objects
        .iter()
        .filter(|object| is_variables(object))
        .map(|object| object.root(ID))
        .collect();
    for object in objects.iter().filter(|object| is_inventory(object)) {
        inventory(&object.root(ID), found);
    }
    let Some(first) = variables.first() else { return };
    found.fact(Field::Distribution, [ID], Strength::Implied, first.origin());
    // Group variables are spread over several files.
    let get = |name: &str| variables.iter().map(|file| file.get(name)).rfind(At::exists);
    let is_on = |name: &str, default: bool| get(name).and_then(|at| at.node()?.as_bool()).unwrap_or(default);
    let has_v4 = is_on("ipv4_stack", true);
    let has_v6 = is_on("ipv6_stack", is_on("enable_dual_stack_networks", false));
    for (field, v4, v6) in [
        (
            Field::ServiceCidrs,
            ("kube_service_addresses", "10.233.0.0/18"),
            ("kube_service_addresses_ipv6", "fd85:ee78:d8a6:8607::1000/116"),
        ),
        (
            Field::PodCidrs,
            ("kube_pods_subnet", "10.233.64.0/18"),
            ("kube_pods_subnet_ipv6", "fd85:ee78:d8a6:8607::1:0000/112"),
        ),
    ] {
        let mut ranges: Vec<String> = Vec::new();
        let mut strength = Strength::Default;
        let mut origin: Option<Origin> = None;
        for (is_on, (name, default)) in [(has_v4, v4), (has_v6, v6)] {
            let value = get(name);
            if let Some(at) = value.as_ref().filter(|_| is_on && strength == Strength::Default) {
                strength = Strength::Configured;
                origin = Some(at.origin());
            }
            if is_on {
                let text = value.as_ref().and_then(At::text).unwrap_or(default);
                ranges.push(text.to_owned());
            }
        }
        found.fact(field, ranges, strength, origin.unwrap_or_else(|| first.origin()));
    }
    for (name, field, counts) in [
        ("kube_network_node_prefix", Field::MaskSizeIpv4, has_v4),
        ("kube_network_node_prefix_ipv6", Field::MaskSizeIpv6, has_v6),
        ("kube_version", Field::KubernetesVersion, true),
        ("kubelet_max_pods", Field::MaxPods, true),
        ("kube_apiserver_address", Field::AdvertiseAddress, true),
    ] {
        if let Some(at) = get(name).filter(|_| counts) {
            // `{{ … }}` is an expression of Ansible.
            let text = at.text().filter(|text| !text.contains("{{"));
            found.fact(field, text, Strength::Configured, at.origin());
        }
    }
    endpoint(
        get("loadbalancer_apiserver"),
        get("apiserver_loadbalancer_domain_name"),
        found,
    );
    if let Some(at) = get("kube_network_plugin") {
        let id = at.text().filter(|id| !matches!(*id, "cni" | "none" | "cloud"));
        found.fact(Field::Cni, id, Strength::Configured, at.origin());
    }
}

/// Adds the load balancer before the API servers, by its name if it has one.
fn endpoint(balancer: Option<At<'_>>, name: Option<At<'_>>, found: &mut Found) {
    let Some(balancer) = balancer else { return };
    let address = balancer.get("address");
    let host = name.unwrap_or(address);
    let port = balancer.get("port").text().unwrap_or("6443");
    let endpoint = host
        .text()
        .filter(|text| !text.contains("{{"))
        .map(|host| join_host_port(host, port));
    found.fact(
        Field::ControlPlaneEndpoint,
        endpoint,
        Strength::Configured,
        host.origin(),
    );
}

/// Counts the hosts, unless their addresses are still to be filled in.
fn inventory(root: &At<'_>, found: &mut Found) {
    let hosts = root.path("all/hosts");
    let entries = hosts.entries();
    let is_template = entries.iter().any(|(_, host)| {
        ["ansible_host", "ip", "ip6"]
            .iter()
            .any(|key| host.get(key).text().is_some_and(|text| text.contains('_')))
    });
    if is_template || entries.is_empty() {
        return;
    }
    let count = entries.len().to_string();
    found.fact(Field::NodeCount, [count], Strength::Configured, hosts.origin());
    for (_, host) in entries {
        for key in ["ip", "ip6"] {
            let address = host.get(key);
            found.fact(
                Field::NodeAddresses,
                address.text(),
                Strength::Configured,
                address.origin(),
            );
        }
    }
}
