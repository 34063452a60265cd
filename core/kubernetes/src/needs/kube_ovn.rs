//! Kube-OVN (kubeovn/kube-ovn pkg/util/net.go, pkg/controller/config.go, and its charts).

use super::Tool;
use super::lists::{families, joined, of_family, plugin_refuses, refuses};
use super::plugins::{one_range_a_family, several_of_a_family};
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily, lenient};

/// Returns the default network between nodes and pods, and replacements for plans that use it for something else.
pub fn join_candidates(family: IpFamily) -> impl Iterator<Item = Cidr> {
    (64..128u8).filter_map(move |i| {
        let text = match family {
            IpFamily::IPv4 => format!("100.{i}.0.0/16"),
            IpFamily::IPv6 => format!("fd00:100:{i}::/112"),
        };
        text.parse().ok()
    })
}

/// Returns the first of these networks that nothing in the plan overlaps. `None` if all are in use.
pub fn kube_ovn_join(cx: &Tool<'_>, family: IpFamily) -> Option<Cidr> {
    let spec = &cx.plan.spec;
    join_candidates(family).find(|candidate| {
        let mut taken = spec
            .pod_cidrs
            .iter()
            .chain(&spec.service_cidrs)
            .chain(&spec.node_cidrs)
            .chain(spec.reserved.iter().map(|reserved| &reserved.cidr));
        !taken.any(|cidr| cidr.overlaps(candidate))
    })
}

/// Returns what Kube-OVN refuses.
pub(super) fn check(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let mut found = one_range_a_family(cx);
    found.extend(several_of_a_family(cx, &spec.service_cidrs, "serviceCIDRs"));
    let of_pods = families(&spec.pod_cidrs);
    if !of_pods.is_empty() && of_pods != families(&spec.service_cidrs) {
        let message = Message::new("EXP043").with("plugin", cx.title);
        found.push(plugin_refuses("EXP043", "serviceCIDRs", message, None));
    }
    let ipv6_first = spec.pod_cidrs.first().map(Cidr::family) == Some(IpFamily::IPv6);
    if of_pods.len() > 1 && ipv6_first {
        let message = Message::new("EXP053").with("plugin", cx.title);
        found.push(refuses("EXP053", "podCIDRs", message, None));
    }
    for family in of_pods {
        let pods = of_family(&spec.pod_cidrs, family);
        if let Some(range) = pods.filter(|range| range.address(2).is_none()) {
            let message = Message::new("EXP054").with("range", range);
            found.push(refuses("EXP054", "podCIDRs", message, None));
        }
        if kube_ovn_join(cx, family).is_none() {
            let message = Message::new("EXP055.none").with("family", family);
            found.push(refuses("EXP055", "reserved", message, None));
        }
    }
    if found.is_empty() {
        found.extend(system_ranges(cx));
    }
    found
}

/// The networks in which Kube-OVN takes no range, and their names in its text (pkg/util/const.go, CIDRGlobalUnicast).
const NOT_GLOBAL_UNICAST: [(&str, &str); 9] = [
    ("255.255.255.255/32", "v4 broadcast"),
    ("224.0.0.0/4", "v4 multicast"),
    ("127.0.0.1/8", "v4 loopback"),
    ("0.0.0.0/32", "v4 localnet"),
    ("169.254.0.0/16", "v4 link local"),
    ("::/128", "v6 unspecified"),
    ("::1/128", "v6 loopback"),
    ("ff00::/8", "v6 multicast"),
    ("FE80::/10", "v6 link local"),
];

/// Returns the finding of CheckSystemCIDR (pkg/util/net.go), which kube-ovn-controller asks about the ranges of pods and
/// Services when it starts. The join networks are free of both.
fn system_ranges(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    // The chart has IPv4 first.
    let written = |cidrs: &[Cidr]| {
        let families = IpFamily::ALL.into_iter();
        let ordered: Vec<Cidr> = families.filter_map(|family| of_family(cidrs, family)).collect();
        joined(&ordered, ",")
    };
    let (pods, services) = (written(&spec.pod_cidrs), written(&spec.service_cidrs));
    let failed = |text: String| Some(format!("check system cidr failed, {text}"));
    let special = |cidrs: &[Cidr], written: &str, field| {
        cidrs.iter().find_map(|range| {
            let (network, name) = NOT_GLOBAL_UNICAST.into_iter().find(|(network, _)| {
                let parsed = lenient::parse_cidr(network);
                parsed.is_some_and(|network| network.cidr.overlaps(range))
            })?;
            let message = Message::new("EXP051.special")
                .with("plugin", cx.title)
                .with("range", *range)
                .with("network", network);
            let text = failed(format!("{written} conflict with {name} cidr {network}"));
            Some(plugin_refuses("EXP051", field, message, text))
        })
    };
    let overlap = || {
        let pairs = spec
            .pod_cidrs
            .iter()
            .flat_map(|pods| spec.service_cidrs.iter().map(move |services| (pods, services)));
        let (range, other) = pairs
            .into_iter()
            .find(|(pods, services)| pods.overlaps(services))?;
        let message = Message::new("EXP051")
            .with("plugin", cx.title)
            .with("range", *range)
            .with("other", *other);
        let text = failed(format!("cidr {pods} is conflict with cidr {services}"));
        Some(plugin_refuses("EXP051", "serviceCIDRs", message, text))
    };
    special(&spec.pod_cidrs, &pods, "podCIDRs")
        .or_else(overlap)
        .or_else(|| special(&spec.service_cidrs, &services, "serviceCIDRs"))
}
