use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::services::field_of;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The API server accepts a Service of the file as a new one, but refuses it as a change of the one in the
    /// older file, for a reason that no other rule explains.
    /// ## Why
    /// `kubectl apply` updates what is there, and some fields cannot change.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   loadBalancerClass: example.com/new
    ///   ipFamilyPolicy: SingleStack
    ///   ports: [{port: 80}]
    /// ```
    /// ```yaml previous
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   loadBalancerClass: example.com/old
    ///   ipFamilyPolicy: SingleStack
    ///   ports: [{port: 80}]
    /// ```
    rule UpdateRefused {
        code: "SVC101",
        severity: ERROR,
        needs: Findings,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/storage", "pkg/apis/core/validation/validation.go", "recorded answers of kube-apiserver 1.16 to 1.36"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let explanations = out.explanations();
    let mut left = Vec::new();
    for service in cx.services.iter().filter(|service| service.stored().is_some()) {
        let Some(admission) = cx.applied_over(service) else {
            continue;
        };
        let Some(refusal) = admission.refused() else {
            continue;
        };
        let cause = refusal
            .causes
            .iter()
            .find(|cause| !explanations.has(service, cause.rule()));
        if cause.is_some() || refusal.causes.is_empty() {
            left.push((service, refusal.clone(), cause.cloned()));
        }
    }
    for (service, refusal, cause) in left {
        let field = cause.as_ref().map(field_of).unwrap_or_default();
        out.at_service(cx, service, &field)
            .param("name", service.name.clone())
            .param("code", refusal.code)
            .upstream(refusal.message.clone())
            .file();
    }
}
