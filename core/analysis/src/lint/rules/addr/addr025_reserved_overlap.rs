use super::with_move;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A pod, Service or node range shares addresses with a network that the plan reserves for something else.
    /// ## Why
    /// The reserved network is there because something else uses it: a VPN, a peered cloud network, an office, docker0.
    /// From inside the cluster it cannot be reached any more.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [172.16.0.0/12]
    /// reserved: [{name: office, cidr: 172.16.0.0/16}]
    /// ```
    rule ReservedOverlap {
        code: "ADDR025",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["spec.reserved of the plan file", "acs-engine#750"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for overlap in &cx.addresses.overlaps {
        // Everything else is declared before reserved networks, so the reserved one is second.
        if overlap.second.kind != RangeKind::Reserved || overlap.first.kind == RangeKind::Reserved {
            continue;
        }
        let report = out
            .at(&overlap.first.pointer)
            .param("range", overlap.first.cidr)
            .param("reserved", overlap.second.cidr)
            .param("name", overlap.second.name.clone().unwrap_or_default());
        // The networks of the machines and of pools are facts; a fix cannot move them.
        if !matches!(overlap.first.kind, RangeKind::Nodes | RangeKind::LoadBalancers) {
            with_move(report, cx, &overlap.first).file();
        }
    }
}
