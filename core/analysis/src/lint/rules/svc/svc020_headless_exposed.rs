use super::automatic;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A headless Service has the type NodePort or LoadBalancer.
    /// ## Why
    /// Node ports and load balancers lead to the cluster IP, and a headless Service has none.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: NodePort
    ///   clusterIP: None
    ///   selector: {app: web}
    ///   ports: [{port: 80}]
    /// ```
    rule HeadlessExposed {
        code: "SVC020",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go"],
        covers: ["SVC-32", "SVC-33"],
        upstream: [
            "may not be set to 'None' for LoadBalancer services",
            "may not be set to 'None' for NodePort services",
        ],
        fixes: ["address", "headless"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let kind = refused
            .service
            .sent_spec("type")
            .and_then(|value| value.as_str())
            .unwrap_or_default();
        refused
            .report(out, cx)
            .param("type", kind)
            .fix_service(cx, refused.service, "address", false, automatic(refused.service))
            .fix_service(
                cx,
                refused.service,
                "headless",
                false,
                vec![FieldChange::set("type", "ClusterIP")],
            )
            .file();
    }
}
