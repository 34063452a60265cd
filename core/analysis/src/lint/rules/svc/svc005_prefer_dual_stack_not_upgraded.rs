use super::dual_stack;
use crate::admission::policy;
use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The cluster becomes dual-stack, and a `PreferDualStack` Service stored while it was not keeps its one
    /// family.
    /// ## Why
    /// The API server upgrades no Service because the cluster changed: an update that leaves policy, families and
    /// addresses as they are changes nothing (from 1.22). Up to 1.21 any update upgrades it, and this rule is
    /// silent.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}
    /// ```
    /// ```yaml previous
    /// serviceCIDRs: [10.96.0.0/16]
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}
    /// ```
    rule PreferDualStackNotUpgraded {
        code: "SVC005",
        severity: WARNING,
        needs: PreviousPlan,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage/alloc.go", "kubernetes/kubernetes#101681", "kubernetes/kubernetes#102898"],
        versions: Window::from(20),
        fixes: ["require"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let (Some(previous), Some((_, secondary))) = (cx.previous, dual_stack(cx)) else {
        return;
    };
    if previous
        .plan
        .spec
        .services()
        .is_none_or(|ranges| ranges.is_dual_stack())
    {
        return;
    }
    for service in cx.services {
        let Some(admission) = cx.applied_over(service) else {
            continue;
        };
        let Some(stored) = admission
            .stored()
            .filter(|stored| stored.has_policy(policy::PREFER_DUAL_STACK))
        else {
            continue;
        };
        let [family] = stored.families() else { continue };
        let upgraded = |changes: &[FieldChange]| {
            cx.applied_with(service, changes).is_some_and(|admission| {
                admission
                    .stored()
                    .is_some_and(|stored| stored.families().len() == 2)
            })
        };
        out.at_service(cx, service, &["spec", "ipFamilyPolicy"])
            .param("name", service.name.clone())
            .param("family", family.clone())
            .param("other", secondary)
            .fix_service_if(
                cx,
                service,
                "require",
                false,
                vec![FieldChange::set("ipFamilyPolicy", policy::REQUIRE_DUAL_STACK)],
                upgraded,
            )
            .file();
    }
}
