//! The checks of AKS: the parts of a plan that it accepts.

use super::super::shared::{self, Findings, Stack};
use super::{CLOUD, Network, as_taken, dns_address, families, node_networks};
use crate::catalog::clouds;
use crate::diagnostic::Severity;
use crate::export::{ExportContext, Support};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

pub(super) fn check(cx: &ExportContext<'_>) -> Support {
    let mut out = Findings::of(CLOUD);
    let Some(stack) = shared::checked_stack(&mut out, cx) else {
        return out.into_support();
    };
    if stack.first == IpFamily::IPv6 {
        return shared::ipv4_first(out, stack);
    }
    check_sizes(&mut out, cx);
    check_services(&mut out, cx);
    let pods: Vec<Cidr> = cx.plan.spec.pod_cidrs.clone();
    for range in pods.iter().filter(|range| range.family() == IpFamily::IPv6) {
        let fixed = clouds::AKS_POD_PREFIX_IPV6;
        match range.block(fixed, 0) {
            Some(first) if first == *range => {}
            Some(first) => {
                let message = Message::new("EXP114").with("range", *range).with("first", first);
                out.add("EXP114", Severity::Warning, "podCIDRs", message);
            }
            None => {
                let message = Message::new("EXP114.small").with("range", *range);
                out.add("EXP114", Severity::Error, "podCIDRs", message);
            }
        }
    }
    check_nodes(&mut out, cx, stack);
    shared::fixed_mask(&mut out, cx, clouds::AKS_NODE_MASK_IPV4);
    let cilium = Network::of(cx).is_some_and(|network| network.cilium);
    let brings: &[&str] = if cilium {
        &["azure-cni", "cilium"]
    } else {
        &["azure-cni"]
    };
    shared::other_plugin(&mut out, cx, brings, "Azure CNI Overlay");
    out.into_support()
}

fn check_sizes(out: &mut Findings, cx: &ExportContext<'_>) {
    let nodes = cx.plan.spec.nodes;
    shared::pods_per_node(out, cx, &clouds::AKS_PODS_PER_NODE);
    if u64::from(nodes.max_pods).saturating_mul(nodes.count.into()) < clouds::AKS_PODS_PER_POOL {
        let message = Message::new("EXP106.pool")
            .with("pods", nodes.max_pods)
            .with("count", nodes.count);
        out.add("EXP106", Severity::Error, "nodes", message);
    }
    if nodes.planned() > clouds::AKS_NODES {
        let severity = if nodes.count > clouds::AKS_NODES {
            Severity::Error
        } else {
            Severity::Warning
        };
        let message = Message::new("EXP118")
            .with("limit", clouds::AKS_NODES)
            .with("wanted", nodes.planned());
        out.add("EXP118", severity, "nodes", message);
    } else if nodes.count > clouds::AKS_NODES_PER_POOL {
        let message = Message::new("EXP118.pool")
            .with("limit", clouds::AKS_NODES_PER_POOL)
            .with("wanted", nodes.count);
        out.add("EXP118", Severity::Warning, "nodes", message);
    }
    if let Some(range) = shared::pods(cx, IpFamily::IPv4) {
        shared::pod_room(out, cx, range, clouds::AKS_NODE_MASK_IPV4);
    }
}

fn check_services(out: &mut Findings, cx: &ExportContext<'_>) {
    if let Some(range) = shared::services(cx, IpFamily::IPv4) {
        if range.prefix_len() <= clouds::AKS_SERVICE_PREFIX_IPV4 {
            let limit = format!("/{}", clouds::AKS_SERVICE_PREFIX_IPV4);
            let message = Message::new("EXP115.smaller")
                .with("range", range)
                .with("limit", limit);
            out.add("EXP115", Severity::Error, "serviceCIDRs", message);
        }
        if dns_address(cx).is_none() {
            let message = Message::new("EXP115.dns").with("range", range);
            out.add("EXP115", Severity::Error, "serviceCIDRs", message);
        }
    }
    let ipv6 = shared::services(cx, IpFamily::IPv6);
    if let Some(range) = ipv6.filter(|range| range.prefix_len() < clouds::AKS_SERVICE_PREFIX_IPV6) {
        let limit = format!("/{}", clouds::AKS_SERVICE_PREFIX_IPV6);
        let message = Message::new("EXP115.at-most")
            .with("range", range)
            .with("limit", limit);
        out.add("EXP115", Severity::Error, "serviceCIDRs", message);
    }
}

fn check_nodes(out: &mut Findings, cx: &ExportContext<'_>, stack: Stack) {
    let networks = node_networks(cx, stack);
    for family in families(stack) {
        let mut ranges: Vec<(&'static str, Cidr)> = Vec::new();
        ranges.extend(shared::nodes(cx, family).map(|range| ("nodeCIDRs", range)));
        ranges.extend(
            shared::pods(cx, family)
                .and_then(as_taken)
                .map(|range| ("podCIDRs", range)),
        );
        ranges.extend(shared::services(cx, family).map(|range| ("serviceCIDRs", range)));
        shared::overlaps(out, &ranges);
        for (field, range) in ranges {
            let kept = clouds::AKS_RESERVED
                .iter()
                .filter_map(|text| text.parse::<Cidr>().ok());
            for block in kept.filter(|block| block.overlaps(&range)) {
                let message = Message::new("EXP105").with("range", range).with("block", block);
                out.add("EXP105", Severity::Error, field, message);
            }
        }
    }
    for (network, subnet) in &networks {
        if network.family() == IpFamily::IPv4 {
            shared::subnet_room(out, cx, *subnet, clouds::AZURE_SUBNET_RESERVED);
        } else if network != subnet {
            let message = Message::new("EXP113.subnet")
                .with("range", *network)
                .with("first", *subnet);
            out.add("EXP113", Severity::Warning, "nodeCIDRs", message);
        }
    }
    // Without a network of each family AKS creates its own.
    let used: Vec<Cidr> = networks.iter().map(|(network, _)| *network).collect();
    shared::unused_networks(out, cx, &used);
}
