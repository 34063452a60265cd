use super::{overlaps_between, with_move};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A pod range and a network of the nodes share addresses.
    /// ## Why
    /// The route of the host to its own network wins: pods there cannot be reached, or the nodes lose each other and
    /// ssh and the API server stop answering.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [192.168.0.0/16]
    /// nodeCIDRs: [192.168.1.0/24]
    /// ```
    rule PodNodeOverlap {
        code: "ADDR002",
        severity: ERROR,
        needs: Plan,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/calico#2720", "cilium/cilium#42383", "kubernetes/kubeadm#1185"],
        refusals: ["EXP038", "EXP051", "EXP112"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for overlap in overlaps_between(cx, RangeKind::Pods, RangeKind::Nodes) {
        let report = out
            .at(&overlap.first.pointer)
            .param("pods", overlap.first.cidr)
            .param("nodes", overlap.second.cidr)
            .param("shared", overlap.shared);
        with_move(report, cx, &overlap.first).file();
    }
}
