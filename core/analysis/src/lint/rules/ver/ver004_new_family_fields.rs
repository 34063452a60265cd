use crate::admission::strict::{printed_by_kubectl, unknown_fields_of};
use crate::diagnostic::PatchOperation;
use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service has `ipFamilyPolicy`, `ipFamilies` or `clusterIPs`, which came with 1.20, and the plan is for an
    /// earlier version.
    /// ## Why
    /// kubectl refuses the unknown field, or the API server drops it: the Service is single-stack without a word.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.19"
    /// ---
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}
    /// ```
    rule NewFamilyFields {
        code: "VER004",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["traefik/traefik-helm-chart#454"],
        versions: Window::from(16).until(19),
        upstream: [
            "unknown field \"ipFamilyPolicy\"",
            "unknown field \"spec.ipFamilyPolicy\"",
            "unknown field \"ipFamilies\"",
            "unknown field \"spec.ipFamilies\"",
            "unknown field \"clusterIPs\"",
        ],
        fixes: ["remove"],
        check: check,
    }
}

const FIELDS: [&str; 3] = ["ipFamilyPolicy", "ipFamilies", "clusterIPs"];

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for service in cx.services.iter().filter(|service| !service.held) {
        let unknown = unknown_fields_of("Service", cx.version(), &service.sent);
        let given = |field: &&&str| {
            service
                .sent
                .pointer(&format!("/spec/{field}"))
                .is_some_and(|value| !value.is_null())
        };
        let fields: Vec<&str> = FIELDS.iter().filter(given).copied().collect();
        let Some(first) = fields.first() else { continue };
        let spec = service.location.pointer.key("spec");
        let mut patch: Vec<PatchOperation> = fields
            .iter()
            .map(|field| PatchOperation::Remove {
                path: spec.key(field),
            })
            .collect();
        let family = service
            .sent
            .pointer("/spec/ipFamilies/0")
            .and_then(|value| value.as_str());
        if let Some(family) = family.filter(|_| service.sent.pointer("/spec/ipFamily").is_none()) {
            patch.push(PatchOperation::Add {
                path: spec.key("ipFamily"),
                value: family.into(),
            });
        }
        out.at_service(cx, service, &["spec", first])
            .param("name", service.name.clone())
            .upstream(printed_by_kubectl("Service", "v1", cx.version(), &unknown))
            .param("fields", fields.join(", "))
            .fix("remove", [("fields", fields.join(", ").into())], true, patch)
            .file();
    }
}
