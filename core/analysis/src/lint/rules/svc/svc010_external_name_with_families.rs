use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// An ExternalName Service has a policy, families or cluster IPs.
    /// ## Why
    /// It stands for a DNS name and has no addresses in the cluster; the API server refuses these fields.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: db}
    /// spec:
    ///   type: ExternalName
    ///   externalName: db.example.com
    ///   ipFamilyPolicy: PreferDualStack
    /// ```
    rule ExternalNameWithFamilies {
        code: "SVC010",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go", "recorded answers of kube-apiserver 1.16 to 1.36"],
        covers: ["SVC-34"],
        upstream: [
            "%s{field}: Forbidden: may not be set for ExternalName services",
            "may not be set for ExternalName services",
            "must be empty for ExternalName services",
        ],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let fields = [
            "ipFamilyPolicy",
            "ipFamilies",
            "clusterIPs",
            "clusterIP",
            "ipFamily",
        ];
        refused
            .report(out, cx)
            .fix_service(
                cx,
                refused.service,
                "remove",
                true,
                fields.into_iter().map(FieldChange::remove).collect(),
            )
            .file();
    }
}
