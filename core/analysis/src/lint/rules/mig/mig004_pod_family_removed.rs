use super::{field, previous, with_old};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A family of the pod ranges is gone.
    /// ## Why
    /// Nodes still have a block of it. kube-controller-manager finds one that belongs to no range when it starts,
    /// and stops, with all its controllers.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16]
    /// serviceCIDRs: [10.96.0.0/16]
    /// ```
    /// ```yaml previous
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// ```
    rule PodFamilyRemoved {
        code: "MIG004",
        severity: ERROR,
        needs: PreviousPlan,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#102698", "kubernetes/kubernetes#84732", "pkg/controller/nodeipam/ipam/range_allocator.go"],
        upstream: ["node:%s{node} has an allocated cidr: %s{block} at index:%d{index} that does not exist in cluster cidrs configuration"],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    let (Some(before), Some(after)) = (old.pods(), cx.plan.spec.pods()) else {
        return;
    };
    let gone = before.iter().find(|range| after.of(range.family()).is_none());
    if let Some(gone) = gone {
        let report = out
            .at(&field("podCIDRs"))
            .param("range", *gone)
            .param("family", gone.family());
        let nothing_new = after.iter().all(|range| old.pod_cidrs.contains(range));
        if nothing_new {
            with_old(report, &[("podCIDRs", &old.pod_cidrs)]).file();
        }
    }
}
