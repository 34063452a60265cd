use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A headless Service without selector has no policy, and is stored as `RequireDualStack` with both families,
    /// on single-stack clusters too.
    /// ## Why
    /// Its endpoints are written by hand, so the API server checks no family. Whoever writes them has to know that
    /// both are expected.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: peers}
    /// spec:
    ///   clusterIP: None
    ///   ports: [{port: 80}]
    /// ```
    rule HeadlessWithoutSelector {
        code: "SVC011",
        severity: INFO,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage/alloc.go", "kubernetes/website: IPv4/IPv6 dual-stack, headless Services without selector"],
        versions: Window::from(20),
        fixes: ["require", "single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, _) in cx.stored_services() {
        let steps = service
            .admission
            .as_ref()
            .map(|admission| admission.trace())
            .unwrap_or_default();
        if steps
            .iter()
            .any(|step| step.message.id == "service-step-policy-headless")
        {
            let explicit = |policy: &str| vec![FieldChange::set("ipFamilyPolicy", policy)];
            out.at_service(cx, service, &["spec"])
                .param("name", service.name.clone())
                .fix_service(cx, service, "require", true, explicit("RequireDualStack"))
                .fix_service(cx, service, "single", false, explicit("SingleStack"))
                .file();
        }
    }
}
