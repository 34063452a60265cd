use crate::admission::Cause;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::services::field_of;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The API server of the plan's version and ranges refuses a Service of the file, for a reason that no other rule explains.
    /// ## Why
    /// `kubectl apply` fails with exactly this text. The steps that led there are shown with the Service.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {type: NodePort, ports: [{port: 80}, {port: 81}]}
    /// ```
    rule ServiceRefused {
        code: "SVC100",
        severity: ERROR,
        needs: Findings,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage", "recorded answers of kube-apiserver 1.16 to 1.36"],
        upstream: [
            "The Service %q{name} is invalid: ",
            "Service %q{name} is invalid: ",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let explanations = out.explanations();
    let mut left = Vec::new();
    for service in cx.services {
        let Some(refusal) = service
            .admission
            .as_ref()
            .and_then(|admission| admission.refused())
        else {
            continue;
        };
        let unexplained = |cause: &&Cause| !explanations.has(service, cause.rule());
        let cause = refusal.causes.iter().find(unexplained);
        if cause.is_some() || refusal.causes.is_empty() {
            left.push((service, refusal, cause));
        }
    }
    for (service, refusal, cause) in left {
        let field = cause.map(field_of).unwrap_or_default();
        out.at_service(cx, service, &field)
            .param("name", service.name.clone())
            .param("code", refusal.code)
            .upstream(refusal.message.clone())
            .file();
    }
}
