//! Kubespray: the variables of a cluster, and its inventory.
//!
//! The defaults are those of `roles/kubespray_defaults/defaults/main/main.yml` of Kubespray.

use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Lines, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::request::join_host_port;

const ID: &str = "kubespray";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_variables(object) || is_inventory(object),
        Item::Lines(lines) => is_ini(lines),
    },
    embedded: nothing_embedded,
    read,
};

/// Variables that only Kubespray has, one of which is enough to know them.
const OWN: [&str; 7] = [
    "kube_service_addresses",
    "kube_service_addresses_ipv6",
    "kube_pods_subnet",
    "kube_pods_subnet_ipv6",
    "kube_network_plugin",
    "kube_network_node_prefix",
    "kube_version",
];

fn is_variables(object: &Object) -> bool {
    OWN.iter().any(|key| object.has(key))
}

/// The groups of an inventory that have the control plane: the second up to 2.18.
const CONTROL_PLANES: [&str; 2] = ["kube_control_plane", "kube-master"];

/// Returns whether lines are an inventory in the form of INI files.
fn is_ini(lines: &Lines) -> bool {
    lines.lines().any(|(_, line)| {
        let group = line
            .trim()
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        group.is_some_and(|group| CONTROL_PLANES.contains(&group))
    })
}

/// Returns the variables of a group of an inventory and of the groups in it.
fn variables_of<'a>(group: &At<'a>, found: &mut Vec<At<'a>>) {
    let own = group.get("vars");
    if OWN.iter().any(|key| own.get(key).exists()) {
        found.push(own);
    }
    for (_, inner) in group.get("children").entries() {
        variables_of(&inner, found);
    }
}

fn is_inventory(object: &Object) -> bool {
    let groups = object.root(ID).path("all/children");
    CONTROL_PLANES.iter().any(|group| {
        groups.get(group).exists() || groups.get("k8s_cluster").get("children").get(group).exists()
    })
}

fn read(items: &[Item], found: &mut Found) {
    let objects: Vec<&Object> = items.iter().filter_map(Item::object).collect();
    let mut variables: Vec<At<'_>> = objects
        .iter()
        .filter(|object| is_variables(object))
        .map(|object| object.root(ID))
        .collect();
    for object in objects.iter().filter(|object| is_inventory(object)) {
        let root = object.root(ID);
        inventory(&root, found);
        variables_of(&root.get("all"), &mut variables);
    }
    for lines in items.iter().filter_map(Item::lines).filter(|lines| is_ini(lines)) {
        ini(lines, found);
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

/// Counts the hosts of an INI inventory: each is one however many groups it is in.
fn ini(lines: &Lines, found: &mut Found) {
    let mut hosts: Vec<String> = Vec::new();
    let mut first = None;
    let mut group = String::new();
    for (number, line) in lines.lines() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            name.clone_into(&mut group);
            continue;
        }
        // Groups of groups and variables have no hosts, and neither has the host that others are reached through.
        let has_hosts = !group.contains(':') && !matches!(group.as_str(), "bastion" | "calico_rr");
        let Some(host) = line
            .split_whitespace()
            .next()
            .filter(|_| has_hosts && !line.starts_with(['#', ';']))
        else {
            continue;
        };
        if !hosts.iter().any(|known| known == host) {
            hosts.push(host.to_owned());
        }
        first.get_or_insert(number);
        for name in ["ip", "ip6"] {
            let given = line
                .split_whitespace()
                .find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
            let place = lines.origin(ID, number, name);
            found.fact(Field::NodeAddresses, given, Strength::Configured, place);
        }
    }
    if let Some(number) = first {
        let place = lines.origin(ID, number, "");
        found.fact(
            Field::NodeCount,
            [hosts.len().to_string()],
            Strength::Configured,
            place,
        );
    }
}
