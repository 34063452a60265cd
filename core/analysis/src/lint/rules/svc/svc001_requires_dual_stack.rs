use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service asks for `RequireDualStack`, and the cluster has Service addresses of one family only.
    /// ## Why
    /// The API server refuses the Service; `kubectl apply` and every chart that holds it fail with this text.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16]
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: RequireDualStack
    ///   ports: [{port: 80}]
    /// ```
    rule RequiresDualStack {
        code: "SVC001",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage/alloc.go", "recorded answers of kube-apiserver 1.20 to 1.36"],
        versions: Window::from(20),
        covers: ["SVC-25", "SVB-4"],
        upstream: [
            "Invalid value: %q{policy}: this cluster is not configured for dual-stack services",
            "Invalid value: %q{policy}: Cluster is not configured for dual stack services",
        ],
        fixes: ["prefer"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let Some(services) = cx.plan.spec.services() else {
            return;
        };
        let family = services.primary_family();
        let absent = |name: &&str| {
            IpFamily::ALL
                .iter()
                .any(|known| known.as_str() == *name && *known != family)
        };
        let names_absent = refused.service.sent_list("ipFamilies").iter().any(absent);
        let mut changes = vec![FieldChange::set("ipFamilyPolicy", "PreferDualStack")];
        if names_absent {
            changes.push(FieldChange::remove("ipFamilies"));
        }
        refused
            .report(out, cx)
            .param("family", family)
            .fix_service(cx, refused.service, "prefer", false, changes)
            .file();
    }
}
