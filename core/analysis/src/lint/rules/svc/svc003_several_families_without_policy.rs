use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service names two families or two cluster IPs, and its policy is `SingleStack`, or from 1.23 on absent,
    /// which means the same.
    /// ## Why
    /// Up to 1.22 two families without a policy meant `RequireDualStack`; manifests of that time are refused today.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilies: [IPv4, IPv6]
    ///   ports: [{port: 80}]
    /// ```
    rule SeveralFamiliesWithoutPolicy {
        code: "SVC003",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage/alloc.go", "kubernetes/kubernetes#102654"],
        versions: Window::from(20),
        covers: ["SVC-22", "SVC-23", "SVB-1", "SVB-2"],
        upstream: [
            "Invalid value: %q{policy}: must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
            "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified",
            "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
            "must be RequireDualStack or PreferDualStack when multiple 'ipFamilies' are specified",
            "must be RequireDualStack or PreferDualStack when multiple 'clusterIPs' are specified",
        ],
        fixes: ["prefer", "first"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let service = refused.service;
        let first = |field: &'static str| {
            service
                .sent_list(field)
                .first()
                .map(|first| FieldChange::set(field, vec![*first]))
        };
        let firsts: Vec<FieldChange> = ["ipFamilies", "clusterIPs"]
            .into_iter()
            .filter_map(first)
            .collect();
        refused
            .report(out, cx)
            .fix_service(
                cx,
                service,
                "prefer",
                true,
                vec![FieldChange::set("ipFamilyPolicy", "PreferDualStack")],
            )
            .fix_service(cx, service, "first", false, firsts)
            .file();
    }
}
