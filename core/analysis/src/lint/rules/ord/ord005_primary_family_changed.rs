use super::{field, swap_fix};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The first pod range is of another family than in the older plan.
    /// ## Why
    /// Every node holds its blocks in the old order. kube-controller-manager looks for the first block in the first
    /// range when it starts, does not find it, and exits.
    /// ## Example
    /// ```yaml previous
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// ```
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56", 10.244.0.0/16]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// ```
    rule PrimaryFamilyChanged {
        code: "ORD005",
        severity: ERROR,
        needs: PreviousPlan,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["k0sproject/k0s#5116", "k0sproject/k0s#7186", "pkg/controller/nodeipam/ipam/range_allocator.go"],
        upstream: [
            "failed to mark cidr[%s{block}] at idx [%d{index}] as occupied for node: %s{node}: cidr %s is out the range of cluster cidr %s{range}",
        ],
        fixes: ["swap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(before) = cx
        .previous
        .and_then(|previous| previous.plan.spec.pod_cidrs.first().copied())
    else {
        return;
    };
    let Some(now) = cx.plan.spec.pod_cidrs.first() else {
        return;
    };
    if before.family() == now.family() {
        return;
    }
    let mut report = out
        .at(&field("podCIDRs").index(0))
        .param("before", before.family())
        .param("now", now.family());
    let mask = cx
        .previous
        .map(|previous| previous.plan.spec.node_mask(before.family()));
    if let Some(block) = mask.and_then(|mask| before.block(mask, 0)) {
        report = report.upstream(format!(
            "failed to mark cidr[{block}] at idx [0] as occupied for node: NODE: cidr {block} is out the range of cluster \
             cidr {now}"
        ));
    }
    swap_fix(report, "podCIDRs", &cx.plan.spec.pod_cidrs).file();
}
