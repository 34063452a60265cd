use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A dual-stack plan gives the pods a unique local IPv6 range. Worth knowing rather than wrong: it is what most
    /// clusters do.
    /// ## Why
    /// Address selection ranks unique local space below IPv4, so whoever has both uses IPv4 for every name that has
    /// both.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd3b:9e72:41c8::/56"]
    /// ```
    rule UlaPrefersIpv4 {
        code: "ADDR023",
        severity: INFO,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["tailscale/tailscale#13951", "QubesOS/qubes-issues#7803", "RFC 6724 section 2.1"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx.plan.spec.pods().is_none_or(|pods| !pods.is_dual_stack()) {
        return;
    }
    let ula = cx.ranges(RangeKind::Pods).find(|range| {
        special::containing(&range.cidr).is_some_and(|block| block.purpose == Purpose::UniqueLocal)
    });
    if let Some(range) = ula {
        out.at(&range.pointer).param("range", range.cidr).file();
    }
}
