use super::with_move;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// On GKE the IPv4 ranges of pods, Services and nodes, which become ranges of one subnet, overlap.
    /// ## Why
    /// Google refuses the subnet. This is found before any cluster exists, unlike the same overlap elsewhere.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.207.0.0/16]
    /// serviceCIDRs: [10.207.16.0/20]
    /// distribution: gke
    /// ```
    rule GkeSecondaryRanges {
        code: "ADDR020",
        severity: ERROR,
        needs: Cni,
        component: CloudProvider,
        stage: Install,
        since: "0.1.0",
        sources: ["terraform-google-modules/terraform-google-gke-gitlab#17", "gruntwork-io/terraform-google-gke#52", "gruntwork-io/terraform-google-gke#118"],
        refusals: ["EXP112"],
        upstream: [
            "Invalid IPCidrRange: %s{range} conflicts with reserved IP range '%s{network}'",
            "Pod secondary range name %s{name} should not be the same as service secondary range name",
        ],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx.plan.spec.distribution.is_none_or(|found| found.id() != "gke") {
        return;
    }
    for overlap in &cx.addresses.overlaps {
        let (first, second) = (&overlap.first, &overlap.second);
        let foreign = matches!(second.kind, RangeKind::LoadBalancers | RangeKind::Reserved);
        if foreign || first.kind == second.kind || first.cidr.family() != IpFamily::IPv4 {
            continue;
        }
        // The nodes' network is the subnet itself; of two secondary ranges the Services move.
        let moved = if second.kind == RangeKind::Nodes {
            first
        } else {
            second
        };
        let report = out
            .at(&moved.pointer)
            .param("first", first.cidr)
            .param("second", second.cidr);
        with_move(report, cx, moved).file();
    }
}
