use crate::admission::strict::{printed_by_kubectl, unknown_fields_of};
use crate::diagnostic::PatchOperation;
use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A Service has `spec.ipFamily`, the field of 1.16 to 1.19, and the plan is for 1.20 or later.
    /// ## Why
    /// kubectl refuses the unknown field, or the API server drops it and the Service gets the family of the first
    /// range.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ipFamily: IPv6, ipFamilyPolicy: SingleStack, ports: [{port: 80}]}
    /// ```
    rule OldFamilyField {
        code: "VER003",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#86518", "kubernetes/kubernetes#92451"],
        versions: Window::from(20),
        upstream: [
            "unknown field \"ipFamily\"",
            "unknown field \"spec.ipFamily\"",
        ],
        fixes: ["convert", "drop"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for service in cx.services.iter().filter(|service| !service.held) {
        let unknown = unknown_fields_of("Service", cx.version(), &service.sent);
        let Some(family) = service
            .sent
            .pointer("/spec/ipFamily")
            .and_then(|value| value.as_str())
        else {
            continue;
        };
        let spec = service.location.pointer.key("spec");
        let mut patch = vec![PatchOperation::Remove {
            path: spec.key("ipFamily"),
        }];
        // A family that the cluster lacks was not obeyed: without the field the Service is what it is now.
        let drop = patch.clone();
        if service.sent.pointer("/spec/ipFamilies").is_none() {
            patch.push(PatchOperation::Add {
                path: spec.key("ipFamilies"),
                value: serde_json::json!([family]),
            });
        }
        if service.sent.pointer("/spec/ipFamilyPolicy").is_none() {
            patch.push(PatchOperation::Add {
                path: spec.key("ipFamilyPolicy"),
                value: "SingleStack".into(),
            });
        }
        let mut served = cx
            .ranges(RangeKind::Services)
            .map(|range| range.cidr.family().as_str());
        let obeyable = served.any(|name| name == family) && service.sent_spec("clusterIP").is_none();
        let report = out
            .at_service(cx, service, &["spec", "ipFamily"])
            .param("name", service.name.clone())
            .upstream(printed_by_kubectl("Service", "v1", cx.version(), &unknown))
            .param("family", family)
            .fix("convert", [("to", family.into())], true, patch);
        if !obeyable {
            report.fix("drop", [], false, drop).file();
        }
    }
}
