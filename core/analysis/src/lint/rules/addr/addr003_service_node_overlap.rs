use super::{overlaps_between, with_move};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A Service range and a network of the nodes share addresses.
    /// ## Why
    /// kube-proxy rewrites packets to Service addresses on every node, so machines that really have such an address
    /// cannot be reached from the cluster.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [192.168.1.0/24]
    /// nodeCIDRs: [192.168.1.0/24]
    /// ```
    rule ServiceNodeOverlap {
        code: "ADDR003",
        severity: ERROR,
        needs: Plan,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubeadm#1185"],
        refusals: ["EXP038", "EXP051", "EXP112"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for overlap in overlaps_between(cx, RangeKind::Services, RangeKind::Nodes) {
        let report = out
            .at(&overlap.first.pointer)
            .param("services", overlap.first.cidr)
            .param("nodes", overlap.second.cidr)
            .param("shared", overlap.shared);
        with_move(report, cx, &overlap.first).file();
    }
}
