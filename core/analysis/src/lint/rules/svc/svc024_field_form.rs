use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A field of a Service is missing, listed twice, or of a form that the API server does not take: no ports, two equal
    /// node ports, no `externalName`, an external address that no client can reach.
    /// ## Why
    /// The API server refuses the Service, whatever its families are.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   selector: {app: web}
    ///   ports: [{port: 80}]
    ///   externalIPs: ["fe80::1"]
    /// ```
    rule FieldForm {
        code: "SVC024",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go"],
        covers: ["SVC-31", "SVC-35", "SVC-37", "SVC-39"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        refused
            .report(out, cx)
            .param("field", refused.cause.field.clone())
            .file();
    }
}
