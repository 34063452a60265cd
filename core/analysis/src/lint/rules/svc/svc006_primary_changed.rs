use super::{restore, update_causes};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service of the older file exists, and the newer file gives it another first family or another cluster IP.
    /// ## Why
    /// The first family and address of a Service are fixed once it is stored. Changing them needs a new Service,
    /// and with it a new address.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ipFamilies: [IPv6, IPv4]
    ///   ports: [{port: 80}]
    /// ```
    /// ```yaml previous
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 80}]
    /// ```
    rule PrimaryChanged {
        code: "SVC006",
        severity: ERROR,
        needs: PreviousPlan,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go", "kubernetes/kubernetes#102654", "kubernetes/website#40728"],
        covers: ["SVC-60", "SVC-62", "SVC-64", "SVC-65", "SVC-67", "SVC-11", "SVC-12", "SVA-immutable", "SVA-family"],
        upstream: [
            "Invalid value: %q{value}: may not change once set",
            "Invalid value: %s{value}: may not change once set",
        ],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, cause, before) in update_causes(cx, &RULE.meta) {
        restore(
            out,
            cx,
            service,
            &cause,
            before,
            &["ipFamilies", "clusterIP", "clusterIPs", "ipFamily"],
        );
    }
}
