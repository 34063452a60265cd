//! The checks of AKS: the parts of a plan that it accepts.

use super::super::shared::{self, Findings};
use super::{CLOUD, Network, as_taken, node_networks};
use crate::catalog::clouds;
use crate::diagnostic::Severity;
use crate::export::{ExportContext, Support};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

/// Returns the remarks about parts of the plan that AKS takes in another way.
pub(super) fn check(cx: &ExportContext<'_>) -> Support {
    let mut out = Findings::of(CLOUD);
    let Some(stack) = shared::stack(cx) else {
        return out.into_support();
    };
    let ipv6 = cx
        .plan
        .spec
        .pod_cidrs
        .iter()
        .filter(|range| range.family() == IpFamily::IPv6);
    for range in ipv6 {
        if let Some(first) = as_taken(*range).filter(|first| first != range) {
            let message = Message::new("EXP114").with("range", *range).with("first", first);
            out.add("EXP114", Severity::Warning, "podCIDRs", message);
        }
    }
    let networks = node_networks(cx, stack);
    for (network, subnet) in &networks {
        if network.family() == IpFamily::IPv6 && network != subnet {
            let message = Message::new("EXP113.subnet")
                .with("range", *network)
                .with("first", *subnet);
            out.add("EXP113", Severity::Warning, "nodeCIDRs", message);
        }
    }
    // Without a network of each family AKS creates its own.
    let used: Vec<Cidr> = networks.iter().map(|(network, _)| *network).collect();
    shared::unused_networks(&mut out, cx, &used);
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
