use super::update_causes;
use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The newer file takes the second family or address out of a Service, and its policy still asks for two.
    /// ## Why
    /// The API server gives the second address back only for `SingleStack`; with another policy a shorter list is
    /// an error.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ipFamilies: [IPv4]
    ///   ports: [{port: 80}]
    /// ```
    /// ```yaml previous
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ipFamilies: [IPv4, IPv6]
    ///   ports: [{port: 80}]
    /// ```
    rule SecondaryReleased {
        code: "SVC007",
        severity: ERROR,
        needs: PreviousPlan,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage/alloc.go"],
        versions: Window::from(20),
        covers: ["SVC-20", "SVC-21", "SVC-61", "SVC-63", "SVC-66", "SVC-68", "SVB-10", "SVB-11"],
        upstream: [
            "must be 'SingleStack' to release the secondary",
            "must be set to 'SingleStack' when releasing the secondary",
        ],
        fixes: ["single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, cause, _) in update_causes(cx, &RULE.meta) {
        let accepted = |changes: &[FieldChange]| {
            cx.applied_with(service, changes)
                .is_some_and(|admission| admission.stored().is_some())
        };
        let single = vec![FieldChange::set("ipFamilyPolicy", "SingleStack")];
        out.at_service(cx, service, &["spec", "ipFamilyPolicy"])
            .param("name", service.name.clone())
            .upstream(cause.text())
            .fix_service_if(cx, service, "single", true, single, accepted)
            .file();
    }
}
