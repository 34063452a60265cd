//! NODE: kubelet, nodes, hosts.

use std::net::IpAddr;

use crate::diagnostic::Pointer;
use crate::document::Node;
use crate::lint::{LintContext, Object};
use crate::net::{IpFamily, lenient};

super::rules! {
    node001_single_node_address,
    node002_node_families_refused,
    node003_node_ip_refused,
    node004_node_ip_filters_cloud_addresses,
    node005_kubelet_listens_on_one_family,
    node006_missing_family,
    node007_router_advertisements_ignored,
    node008_forwarding_off,
    node009_host_without_ipv6,
    node010_node_address_misplaced,
}

/// A kubelet argument of a kubeadm configuration: name, value, place of the value.
type Argument<'a> = (String, &'a str, Pointer);

/// Returns kubeadm's configurations in the file that start a kubelet, with the arguments they give it.
fn kubelet_arguments<'a>(cx: &LintContext<'a>) -> Vec<(Object<'a>, Vec<Argument<'a>>)> {
    let path = ["nodeRegistration", "kubeletExtraArgs"];
    cx.objects(&["InitConfiguration", "JoinConfiguration"])
        .map(|object| {
            let place = object.at(&path);
            let mut arguments: Vec<Argument<'a>> = Vec::new();
            if let Some(node) = object.get(&path) {
                // A map up to v1beta3, a list of names and values from v1beta4 on.
                for entry in node.entries() {
                    if let Some(value) = entry.value.text() {
                        arguments.push((entry.key.clone(), value, place.key(&entry.key)));
                    }
                }
            }
            for (item, node) in object.items(&path) {
                let text = |key: &str| node.get(key).and_then(Node::text);
                if let (Some(name), Some(value)) = (text("name"), text("value")) {
                    arguments.push((name.to_owned(), value, item.key("value")));
                }
            }
            (object, arguments)
        })
        .collect()
}

/// Returns the last argument of that name, which is the one in force.
fn argument<'l, 'a>(arguments: &'l [Argument<'a>], name: &str) -> Option<&'l Argument<'a>> {
    arguments.iter().rev().find(|(key, ..)| key == name)
}

/// Returns the families of a comma-separated list of addresses.
fn families(list: &str) -> Vec<IpFamily> {
    list.split(',')
        .filter_map(|text| lenient::parse_address(text.trim()))
        .map(|read| IpFamily::of(read.address))
        .collect()
}

/// Returns the internal addresses of a Node object, with their places.
fn internal_addresses<'a>(object: &Object<'a>) -> Vec<(Pointer, IpAddr)> {
    object
        .items(&["status", "addresses"])
        .filter(|(_, node)| node.get("type").and_then(Node::text) == Some("InternalIP"))
        .filter_map(|(place, node)| {
            let read = lenient::parse_address(node.get("address")?.text()?)?;
            Some((place.key("address"), read.address))
        })
        .collect()
}

/// Returns whether pods have addresses of both families.
fn is_dual(cx: &LintContext<'_>) -> bool {
    cx.plan.spec.pods().is_some_and(|pods| pods.is_dual_stack())
}
