//! CNI: plugins, and their configuration beside the plan.

use crate::diagnostic::Pointer;
use crate::lint::{LintContext, Object};
use crate::net::{Cidr, IpFamily, lenient};

super::rules! {
    cni001_flannel_network_differs,
    cni002_calico_pool_outside,
    cni003_calico_pool_without_nat,
    cni004_nat_address_of_one_family,
    cni005_cilium_family_off,
    cni006_cilium_pool_differs,
    cni007_cilium_native_routing_cidr,
    cni008_cilium_eni_ipv6,
    cni009_node_masks_unused,
    cni010_calico_ipv6_encapsulation,
    cni011_mtu_below1280,
    cni012_two_allocators_one_range,
    cni013_bundled_flannel_single_stack,
    cni014_host_port_ipv4_only,
    cni015_ipv6_block_fixed,
    cni016_direct_routes_across_networks,
}

/// Returns a flag of Cilium's ConfigMap, or its default.
fn is_on(config: &Object<'_>, key: &str, default: bool) -> bool {
    config
        .text(&["data", key])
        .map_or(default, |value| value == "true")
}

/// Returns the key of Cilium's ConfigMap for a family: `KEY-ipv4…` or `KEY-ipv6…`.
fn per_family(family: IpFamily, ipv4: &'static str, ipv6: &'static str) -> &'static str {
    match family {
        IpFamily::IPv4 => ipv4,
        IpFamily::IPv6 => ipv6,
    }
}

/// Returns the networks of a list that is separated by blanks or commas.
fn networks(list: &str) -> Vec<Cidr> {
    list.split([' ', ','])
        .filter_map(|text| lenient::parse_cidr(text.trim()))
        .map(|read| read.cidr)
        .collect()
}

/// Returns the pod ranges of the plan.
fn pod_ranges(cx: &LintContext<'_>) -> Vec<Cidr> {
    cx.plan.spec.pod_cidrs.clone()
}

/// Returns whether pods have addresses of both families.
fn is_dual(cx: &LintContext<'_>) -> bool {
    cx.plan.spec.pods().is_some_and(|pods| pods.is_dual_stack())
}

/// Returns the place of a key in Cilium's ConfigMap, which need not exist.
fn data(config: &Object<'_>, key: &str) -> Pointer {
    config.at(&["data", key])
}
