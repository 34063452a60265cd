use super::{overlaps_between, with_move};
use crate::lint::rule::{self, ERROR};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};
use crate::plan::declared::RangeKind;

rule::declare_rule! {
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
    pub struct ServiceNodeOverlap {
        code: "ADDR003",
        severity: ERROR,
        needs: Plan,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubeadm#1185"],
    }
}

impl Rule for ServiceNodeOverlap {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>) {
        for overlap in overlaps_between(cx, RangeKind::Services, RangeKind::Nodes) {
            let report = out
                .at(&overlap.first.pointer)
                .param("services", overlap.first.cidr)
                .param("nodes", overlap.second.cidr)
                .param("shared", overlap.shared);
            with_move(report, cx, &overlap.first);
        }
    }
}
