use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The name of a Service, one of its labels or annotations, an owner or a finalizer is not of the form that the API
    /// server takes. Up to 1.35 the name starts with a letter; from 1.36 on it may start with a digit.
    /// ## Why
    /// The API server refuses the object, and everything that names the Service fails with it.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: Web_1}
    /// spec: {selector: {app: web}, ports: [{port: 80}]}
    /// ```
    rule MetadataForm {
        code: "SVC025",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: [
            "apimachinery/pkg/api/validation/objectmeta.go",
            "KEP-5311, RelaxedServiceNameValidation",
        ],
        covers: ["SVC-metadata"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let mut last = None;
    for refused in cx.refused_for(&RULE.meta) {
        // An update finds the same error several times.
        let place = (refused.service.location.clone(), refused.cause.text());
        if last.as_ref() == Some(&place) {
            continue;
        }
        refused
            .report(out, cx)
            .param("field", refused.cause.field.clone())
            .file();
        last = Some(place);
    }
}
