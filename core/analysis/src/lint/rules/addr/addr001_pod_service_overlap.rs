use super::{overlaps_between, with_move};
use crate::catalog::PodAddressSource;
use crate::diagnostic::Severity;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A pod range and a Service range of the same family share addresses.
    /// ## Why
    /// Packets to such a Service address can be routed to a pod, and the other way round. kube-controller-manager
    /// leaves out the node blocks that touch the Service range, so there the cluster only shrinks (a warning); a
    /// plugin with pools of its own hands the addresses out twice (an error).
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.96.0.0/12]
    /// serviceCIDRs: [10.96.0.0/16]
    /// ```
    rule PodServiceOverlap {
        code: "ADDR001",
        severity: ERROR,
        needs: Cni,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubeadm#3312", "kubernetes/kubeadm#1591", "cilium/cilium#13766", "kubernetes/kops#16340"],
        refusals: ["EXP038", "EXP051", "EXP112"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let own_pools = cx
        .plan
        .spec
        .pod_addresses()
        .is_none_or(|source| source != PodAddressSource::NodePodCidrs);
    for overlap in overlaps_between(cx, RangeKind::Pods, RangeKind::Services) {
        let report = out
            .at(&overlap.second.pointer)
            .param("pods", overlap.first.cidr)
            .param("services", overlap.second.cidr)
            .param("shared", overlap.shared);
        let report = if own_pools {
            report
        } else {
            report.severity(Severity::Warning)
        };
        with_move(report, cx, &overlap.second).file();
    }
}
