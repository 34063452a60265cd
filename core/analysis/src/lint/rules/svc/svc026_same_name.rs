use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::order;
use crate::services::ServiceReport;

declare_rule! {
    /// ## What it checks
    /// Two Services of the file have one name in one namespace.
    /// ## Why
    /// `kubectl apply` changes the first one into the second: it keeps its address, and what only the first one said is
    /// gone. `kubectl create` stores the first one and refuses the second.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {selector: {app: web}, ports: [{port: 80}]}
    /// ---
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {selector: {app: api}, ports: [{port: 8080}]}
    /// ```
    rule SameName {
        code: "SVC026",
        severity: WARNING,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["apiserver/pkg/registry/generic/registry/store.go", "kubectl/pkg/cmd/apply"],
        upstream: ["services %q{name} already exists"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let is_sent =
        |service: &&ServiceReport| !service.held && service.admission.is_some() && !service.name.is_empty();
    let mut sent: Vec<&ServiceReport> = cx.services.iter().filter(is_sent).collect();
    order::sort_by(&mut sent, |one, other| {
        (&one.namespace, &one.name).cmp(&(&other.namespace, &other.name))
    });
    let repeated = sent.windows(2).filter_map(|pair| match pair {
        [before, service] if (&before.namespace, &before.name) == (&service.namespace, &service.name) => {
            Some(*service)
        }
        _ => None,
    });
    for service in repeated {
        out.at_service(cx, service, &["metadata", "name"])
            .param("name", service.name.clone())
            .param("namespace", service.namespace.clone())
            .upstream(format!("services {:?} already exists", service.name))
            .file();
    }
}
