use super::configured_only;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service names a family, or an address of a family, that the cluster has no Service addresses of.
    /// ## Why
    /// The API server refuses it, `PreferDualStack` or not: preferring means that the second family may be left out
    /// of the list, not that a named one may be missing.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16]
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ipFamilies: [IPv4, IPv6]
    ///   ports: [{port: 80}]
    /// ```
    rule FamilyNotConfigured {
        code: "SVC002",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/ingress-nginx#8935", "kubernetes/ingress-nginx#10370", "nacos-group/nacos-k8s#401", "kubernetes/kubernetes#100675", "pkg/registry/core/service/storage/alloc.go"],
        covers: ["SVC-24", "SVC-26", "SVB-3", "SVB-5", "SVA-family-absent"],
        upstream: [
            "Invalid value: %q{family}: not configured on this cluster",
            "%s{family} is not configured on this cluster",
            "ipfamily %s{family} is not configured on cluster",
            "Invalid value: %q{family}: only the following families are allowed: %s{families}",
        ],
        fixes: ["configured"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let changes = configured_only(cx, refused.service);
        refused
            .report(out, cx)
            .fix_service(cx, refused.service, "configured", false, changes)
            .file();
    }
}
