use crate::lint::Change;
use crate::lint::rule::{self, ERROR};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};

rule::declare_rule! {
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
    pub struct ExternalNameWithFamilies {
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
    }
}

impl Rule for ExternalNameWithFamilies {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>) {
        for refused in cx.refused_for(Self::META) {
            let fields = [
                "ipFamilyPolicy",
                "ipFamilies",
                "clusterIPs",
                "clusterIP",
                "ipFamily",
            ];
            refused.report(out, cx).fix_service(
                cx,
                refused.service,
                "remove",
                true,
                fields.into_iter().map(Change::remove).collect(),
            );
        }
    }
}
