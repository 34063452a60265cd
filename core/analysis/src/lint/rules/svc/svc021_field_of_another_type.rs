use super::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::services::field_of;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service has a field that belongs to another type: `externalTrafficPolicy` or a node port without node ports,
    /// `healthCheckNodePort`, `loadBalancerSourceRanges` or `loadBalancerClass` without a load balancer.
    /// ## Why
    /// The API server refuses it. Charts that write `externalTrafficPolicy` for every type fail for Services of type
    /// ClusterIP.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: ClusterIP
    ///   externalTrafficPolicy: Cluster
    ///   selector: {app: web}
    ///   ports: [{port: 80}]
    /// ```
    rule FieldOfAnotherType {
        code: "SVC021",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go", "jitsi-contrib/jitsi-helm#92"],
        covers: ["SVC-38", "SVC-40", "SVC-42", "SVC-not-of-type"],
        fixes: ["remove"],
        check: check,
    }
}

/// The fields of `spec` that a fix takes out.
const FIELDS: &[&str] = &[
    "externalTrafficPolicy",
    "healthCheckNodePort",
    "allocateLoadBalancerNodePorts",
    "loadBalancerClass",
    "loadBalancerSourceRanges",
];

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let named = field_of(refused.cause);
        let field = FIELDS
            .iter()
            .find(|field| named.iter().any(|part| part.eq_ignore_ascii_case(field)));
        let changes = field
            .map(|field| FieldChange::remove(field))
            .into_iter()
            .collect();
        let shown = field
            .copied()
            .or(named.last().copied())
            .unwrap_or_default()
            .to_owned();
        let kind = refused
            .service
            .sent_spec("type")
            .and_then(|value| value.as_str())
            .unwrap_or("ClusterIP");
        refused
            .report(out, cx)
            .param("type", kind)
            .param("field", shown)
            .fix_service(cx, refused.service, "remove", false, changes)
            .file();
    }
}
