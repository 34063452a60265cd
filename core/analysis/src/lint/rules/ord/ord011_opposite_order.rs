use super::swap_fix;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The pod ranges and the Service ranges list the families in opposite order.
    /// ## Why
    /// It is legal, but the single-value fields of the API then disagree: `Node.spec.podCIDR` is of one family, the
    /// `clusterIP` of most Services of the other.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// ```
    rule OppositeOrder {
        code: "ORD011",
        severity: WARNING,
        needs: Plan,
        component: KubeControllerManager,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#89610"],
        fixes: ["swap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let (Some(pods), Some(services)) = (cx.plan.spec.pods(), cx.plan.spec.services()) else {
        return;
    };
    if !pods.is_dual_stack()
        || !services.is_dual_stack()
        || pods.primary_family() == services.primary_family()
    {
        return;
    }
    let report = out
        .at(&super::field("podCIDRs"))
        .param("pods", pods.primary_family())
        .param("services", services.primary_family());
    let report = swap_fix(report, "podCIDRs", &cx.plan.spec.pod_cidrs);
    swap_fix(report, "serviceCIDRs", &cx.plan.spec.service_cidrs).file();
}
