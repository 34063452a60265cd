use super::tidy_lists;
use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The lists of cluster IPs and families of a Service do not have the shape the API asks for: `clusterIP` first
    /// in `clusterIPs`, at most one entry of each family, `None` alone.
    /// ## Why
    /// `clusterIP` is the older field for the first entry of `clusterIPs`. A client that sets the list has to set
    /// both.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   clusterIPs: [10.96.0.50, "fd00:10:96::50"]
    ///   ports: [{port: 80}]
    /// ```
    rule AddressListShape {
        code: "SVC009",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go"],
        versions: Window::from(20),
        covers: ["SVC-1", "SVC-2", "SVC-3", "SVC-5", "SVC-7", "SVC-9", "SVC-10", "SVB-6", "SVB-7"],
        upstream: [
            "first value must match `clusterIP`",
            "may only hold up to 2 values",
            "may specify no more than one IP for each IP family",
            "'None' must be the first and only value",
        ],
        fixes: ["tidy"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let changes = tidy_lists(refused.service);
        refused
            .report(out, cx)
            .fix_service(cx, refused.service, "tidy", false, changes)
            .file();
    }
}
