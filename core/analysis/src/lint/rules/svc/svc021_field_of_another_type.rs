use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::services::field_of;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service has a field that only Services of another type have: a traffic policy or node ports of a ClusterIP Service, a
    /// class or source ranges of one that is no LoadBalancer.
    /// ## Why
    /// The API server refuses the whole Service. Charts write such fields for every type, and patches that change the type
    /// leave them behind.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {externalTrafficPolicy: Local, selector: {app: web}, ports: [{port: 80}]}
    /// ```
    rule FieldOfAnotherType {
        code: "SVC021",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["jitsi-contrib/jitsi-helm#92", "pkg/apis/core/validation/validation.go", "pkg/api/service/util.go"],
        covers: ["SVC-38", "SVC-40", "SVC-42", "SVC-other-type"],
        upstream: [
            "may only be set when `type` is 'NodePort' or 'LoadBalancer'",
            "may only be set for externally-accessible services",
            "ExternalTrafficPolicy can only be set on NodePort and LoadBalancer service",
            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
            "HealthCheckNodePort can only be set on LoadBalancer service with ExternalTrafficPolicy=Local",
            "may only be used when `type` is 'LoadBalancer'",
            "may not be used when `type` is 'ClusterIP'",
        ],
        fixes: ["remove"],
        check: check,
    }
}

/// The fields that can be taken out by themselves.
const FIELDS: &[&str] = &[
    "allocateLoadBalancerNodePorts",
    "externalTrafficPolicy",
    "healthCheckNodePort",
    "loadBalancerClass",
    "loadBalancerSourceRanges",
];

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let path = field_of(refused.cause);
        let kind = refused
            .service
            .sent_spec("type")
            .and_then(|value| value.as_str())
            .unwrap_or("ClusterIP");
        let field = FIELDS.iter().find(|field| path.last() == Some(field));
        let finding = refused
            .report(out, cx)
            .param("type", kind)
            .param("field", path.last().copied().unwrap_or_default());
        match field {
            Some(field) => finding
                .fix_service(
                    cx,
                    refused.service,
                    "remove",
                    false,
                    vec![FieldChange::remove(field)],
                )
                .file(),
            None => finding.file(),
        }
    }
}
