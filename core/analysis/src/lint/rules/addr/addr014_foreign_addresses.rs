use super::{allocated_ranges, with_elsewhere};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::net::allocated::is_allocated;
use crate::net::special;

declare_rule! {
    /// ## What it checks
    /// A pod or Service range lies in global IPv4 space, or in IPv6 space that nobody was ever given.
    /// ## Why
    /// The addresses belong to somebody else, or will one day. From inside the cluster the real owner cannot be
    /// reached, and routers may drop the traffic.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [200.200.0.0/16]
    /// ```
    rule ForeignAddresses {
        code: "ADDR014",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#91940", "rancher/rke2#2351", "k3s-io/k3s#7888", "IANA IPv6 Global Unicast Address Assignments"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in allocated_ranges(cx) {
        if special::overlapping(&range.cidr).next().is_some() {
            continue;
        }
        let variant = match range.cidr.family() {
            IpFamily::IPv4 => None,
            IpFamily::IPv6 if is_allocated(&range.cidr) => continue,
            IpFamily::IPv6 => Some("unallocated"),
        };
        let mut report = out.at(&range.pointer).param("range", range.cidr);
        if let Some(variant) = variant {
            report = report.variant(variant);
        }
        with_elsewhere(report, cx, range);
    }
}
