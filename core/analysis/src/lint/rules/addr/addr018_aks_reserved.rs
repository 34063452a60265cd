use super::{allocated_ranges, with_elsewhere};
use crate::catalog::clouds::AKS_RESERVED;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;

declare_rule! {
    /// ## What it checks
    /// On AKS a range lies in one of the networks that the service keeps for itself.
    /// ## Why
    /// The call that creates the cluster is refused.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [172.30.0.0/16]
    /// distribution: aks
    /// ```
    rule AksReserved {
        code: "ADDR018",
        severity: ERROR,
        needs: Cni,
        component: CloudProvider,
        stage: Install,
        since: "0.1.0",
        sources: ["rancher/dashboard#16683", "Azure AKS documentation: plan IP addressing"],
        refusals: ["EXP105"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx.plan.spec.distribution.is_none_or(|found| found.id() != "aks") {
        return;
    }
    for range in allocated_ranges(cx) {
        let hit = AKS_RESERVED
            .iter()
            .filter_map(|text| text.parse::<Cidr>().ok())
            .find(|block| block.overlaps(&range.cidr));
        if let Some(block) = hit {
            let report = out
                .at(&range.pointer)
                .param("range", range.cidr)
                .param("block", block);
            with_elsewhere(report, cx, range);
        }
    }
}
