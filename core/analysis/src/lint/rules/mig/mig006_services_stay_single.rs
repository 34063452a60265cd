use super::{field, previous};
use crate::kubernetes::Window;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The cluster becomes dual-stack, and Services of the file keep one family when the file is applied.
    /// ## Why
    /// No Service changes because the cluster does; each has to be changed by itself (SVC004, SVC005), best after
    /// all nodes are done.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ports: [{port: 80}]}
    /// ```
    /// ```yaml previous
    /// serviceCIDRs: [10.96.0.0/16]
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ports: [{port: 80}]}
    /// ```
    rule ServicesStaySingle {
        code: "MIG006",
        severity: WARNING,
        needs: PreviousPlan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage/alloc.go", "kubernetes/enhancements KEP-563"],
        versions: Window::from(20),
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    let was_single = old.services().is_some_and(|services| !services.is_dual_stack());
    let is_dual = cx
        .plan
        .spec
        .services()
        .is_some_and(|services| services.is_dual_stack());
    if !was_single || !is_dual {
        return;
    }
    let names: Vec<&str> = cx
        .services
        .iter()
        .filter(|service| {
            cx.applied_over(service).is_some_and(|admission| {
                admission
                    .stored()
                    .is_some_and(|stored| stored.families().len() == 1)
            })
        })
        .map(|service| service.name.as_str())
        .collect();
    if !names.is_empty() {
        out.at(&field("serviceCIDRs"))
            .param("count", names.len())
            .param("names", names.join(", "))
            .file();
    }
}
