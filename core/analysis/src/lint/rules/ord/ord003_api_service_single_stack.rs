use super::field;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// In a dual-stack cluster the Service `kubernetes` has one address all the same, of the first Service range.
    /// ## Why
    /// It is so by design, in every version. Only a pod without an address of that family cannot reach the API server
    /// by its Service.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16, "fd3b:9e72:41c8::/112"]
    /// ```
    rule ApiServiceSingleStack {
        code: "ORD003",
        severity: INFO,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website#55961", "pkg/controlplane/controller/kubernetesservice"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(services) = cx.plan.spec.services() else {
        return;
    };
    if let Some(secondary) = services.secondary() {
        out.at(&field("serviceCIDRs").index(0))
            .param("family", services.primary_family())
            .param("other", secondary.family())
            .file();
    }
}
