use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::allocated::is_allocated;
use crate::net::special;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// The pods have a global IPv6 range.
    /// ## Why
    /// Where the prefix comes from a provider it changes with the provider, at home often every night, and with it
    /// every pod and Service address of the cluster.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["2a01:4f8:1:100::/56"]
    /// ```
    rule GlobalPodRange {
        code: "ADDR022",
        severity: INFO,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["k3s-io/k3s#4683"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx.ranges(RangeKind::Pods) {
        if is_allocated(&range.cidr) && special::overlapping(&range.cidr).next().is_none() {
            out.at(&range.pointer).param("range", range.cidr).file();
        }
    }
}
