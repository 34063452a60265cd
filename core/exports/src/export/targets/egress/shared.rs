//! The decision which packets of pods get the address of their node.
//!
//! Pods keep their addresses towards pods, Services and nodes. Towards anything else pods with private addresses need
//! an address of their node of the same family; pods with addresses that the Internet routes do not.

use crate::diagnostic::{Diagnostic, Severity};
pub(super) use crate::export::ranges::is_private;
use crate::export::{ExportContext, ExportRefusal, Support, finding, refuse};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily, range_set::RangeSet, special};

/// Addresses that never leave a link (RFC 3927, RFC 4291 section 2.5.6).
pub(super) const fn link_local(family: IpFamily) -> &'static str {
    match family {
        IpFamily::IPv4 => "169.254.0.0/16",
        IpFamily::IPv6 => "fe80::/10",
    }
}

/// Returns the pod ranges of a family.
fn pods<'a>(cx: &'a ExportContext<'_>, family: IpFamily) -> impl Iterator<Item = &'a Cidr> {
    cx.plan
        .spec
        .pod_cidrs
        .iter()
        .filter(move |cidr| cidr.family() == family)
}

/// Returns the pod ranges of a family that the Internet does not route.
pub(super) fn private_pods(cx: &ExportContext<'_>, family: IpFamily) -> Vec<Cidr> {
    pods(cx, family)
        .filter(|cidr| !special::is_global(cidr))
        .copied()
        .collect()
}

/// Returns whether pods have addresses of that family.
pub(super) fn has(cx: &ExportContext<'_>, family: IpFamily) -> bool {
    pods(cx, family).next().is_some()
}

/// Returns the plan's networks of a family, pods, Services and nodes, each once.
pub(super) fn networks(cx: &ExportContext<'_>, family: IpFamily) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let all = spec
        .pod_cidrs
        .iter()
        .chain(&spec.service_cidrs)
        .chain(&spec.node_cidrs);
    let mut networks: Vec<Cidr> = Vec::new();
    for cidr in all.filter(|cidr| cidr.family() == family) {
        if !networks.contains(cidr) {
            networks.push(*cidr);
        }
    }
    networks
}

/// Returns those networks and the link-local one, in address order and without overlap.
pub(super) fn disjoint_networks(cx: &ExportContext<'_>, family: IpFamily) -> Vec<Cidr> {
    let link_local = link_local(family).parse::<Cidr>().ok();
    RangeSet::from_cidrs(family, networks(cx, family).into_iter().chain(link_local))
        .cidrs()
        .collect()
}

/// Returns the error about a plan without pod ranges.
pub(super) fn without_pods(cx: &ExportContext<'_>, target: &'static str) -> Option<Diagnostic> {
    let message = Message::new("EXP067").with("target", target);
    cx.plan
        .spec
        .pod_cidrs
        .is_empty()
        .then(|| finding("EXP067", Severity::Error, "podCIDRs", message))
}

/// Returns the findings about masquerading that all of these targets share. `twice` is the code of the warning about
/// a plugin that masquerades too.
///
/// # Errors
/// Returns the reasons why the target writes nothing.
pub(super) fn findings(cx: &ExportContext<'_>, target: &'static str, twice: &'static str) -> Support {
    refuse(without_pods(cx, target))?;
    if !IpFamily::ALL.into_iter().any(|family| is_private(cx, family)) {
        let message = Message::new("EXP010");
        return Err(ExportRefusal::from(finding(
            "EXP010",
            Severity::Info,
            "podCIDRs",
            message,
        )));
    }
    let mut found = Vec::new();
    if let Some(cni) = cx.plan.spec.cni.filter(|cni| cni.row().masquerades) {
        let message = Message::new(twice)
            .with("plugin", cni.title())
            .with("target", target);
        found.push(finding(twice, Severity::Warning, "cni", message));
    }
    for family in IpFamily::ALL {
        if has(cx, family) && !is_private(cx, family) {
            let message = Message::new("EXP012").with("family", family);
            found.push(finding("EXP012", Severity::Info, "podCIDRs", message));
        }
    }
    if cx.plan.spec.node_cidrs.is_empty() {
        let message = Message::new("EXP013");
        found.push(finding("EXP013", Severity::Warning, "nodeCIDRs", message));
    }
    Ok(found)
}
