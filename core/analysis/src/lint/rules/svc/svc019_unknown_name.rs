use crate::document::nearest;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service names a family or a policy that does not exist.
    /// ## Why
    /// The API is exact about spelling: `IPv4`, `IPv6`; `SingleStack`, `PreferDualStack`, `RequireDualStack`.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualstack
    ///   ports: [{port: 80}]
    /// ```
    rule UnknownName {
        code: "SVC019",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go"],
        covers: ["SVC-4", "SVC-6", "SVA-family-name"],
        fixes: ["nearest"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let families = IpFamily::ALL.map(IpFamily::as_str);
    let policies = ["SingleStack", "PreferDualStack", "RequireDualStack"];
    for refused in cx.refused_for(&RULE.meta) {
        let service = refused.service;
        let name = |field: &str| service.sent_spec(field).and_then(|value| value.as_str());
        let near = |name: &str, known: &[&'static str]| {
            let found = known
                .iter()
                .copied()
                .find(|known| known.eq_ignore_ascii_case(name));
            found.or_else(|| nearest(name, known.iter().copied()))
        };
        let list: Option<Vec<&str>> = service
            .sent_list("ipFamilies")
            .iter()
            .map(|name| near(name, &families))
            .collect();
        let changes = [
            name("ipFamilyPolicy")
                .and_then(|given| near(given, &policies))
                .map(|near| FieldChange::set("ipFamilyPolicy", near)),
            name("ipFamily")
                .and_then(|given| near(given, &families))
                .map(|near| FieldChange::set("ipFamily", near)),
            list.filter(|list| !list.is_empty())
                .map(|list| FieldChange::set("ipFamilies", list)),
        ];
        refused
            .report(out, cx)
            .fix_service(
                cx,
                service,
                "nearest",
                true,
                changes.into_iter().flatten().collect(),
            )
            .file();
    }
}
