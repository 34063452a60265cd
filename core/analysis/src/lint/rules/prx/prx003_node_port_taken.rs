use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// Two Services of the file ask for one node port, often one for each family.
    /// ## Why
    /// Node ports are handed out without regard to families. One dual-stack Service opens the port in both.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: NodePort
    ///   ipFamilyPolicy: SingleStack
    ///   ipFamilies: [IPv4]
    ///   ports: [{port: 80, nodePort: 30080}]
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web-v6}
    /// spec:
    ///   type: NodePort
    ///   ipFamilyPolicy: SingleStack
    ///   ipFamilies: [IPv6]
    ///   ports: [{port: 80, nodePort: 30080}]
    /// ```
    rule NodePortTaken {
        code: "PRX003",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#90101", "pkg/registry/core/service/portallocator"],
        covers: ["SVC-port-taken"],
        upstream: ["Invalid value: %d{port}: provided port is already allocated"],
        fixes: ["automatic"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    super::offer_automatic_port(cx, out, &RULE.meta);
}
