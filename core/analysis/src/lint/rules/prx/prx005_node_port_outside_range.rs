use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service asks for a node port outside 30000 to 32767, or for one twice.
    /// ## Why
    /// The API server refuses it. The range is that of `--service-node-port-range`, which a plan does not change.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: NodePort
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 80, nodePort: 8080}]
    /// ```
    rule NodePortOutsideRange {
        code: "PRX005",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/portallocator", "pkg/apis/core/validation/validation.go"],
        covers: ["SVC-port-range", "SVC-39"],
        upstream: ["Invalid value: %d{port}: provided port is not in the valid range. The range of valid ports is %s{range}"],
        fixes: ["automatic"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    super::offer_automatic_port(cx, out, &RULE.meta);
}
