use super::nodes_field;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// kube-controller-manager is started with two pod ranges and the one mask flag of single-stack clusters.
    /// ## Why
    /// One mask cannot fit both families. The controller refuses it, and every other controller goes down with it.
    /// ## Example
    /// ```text running
    /// kube-controller-manager --allocate-node-cidrs --cluster-cidr=10.244.0.0/16,fd00:10:244::/56 --node-cidr-mask-size=24
    /// ```
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// ```
    rule GenericMaskFlag {
        code: "CAP006",
        severity: ERROR,
        needs: Started,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#92431", "cmd/kube-controller-manager/app/core.go"],
        upstream: [
            "usage of --node-cidr-mask-size is not allowed with dual-stack clusters",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in cx.failed_today("KCM-7") {
        out.at(&nodes_field()).failed_check(check).file();
    }
}
