use crate::admission::strict::{UnknownField, printed_by_kubectl, strict_refusal, unknown_fields_of};
use crate::diagnostic::{PatchOperation, Severity};
use crate::document::{Object, to_json};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::services::ERA_FIELDS;

declare_rule! {
    /// ## What it checks
    /// A Service or ServiceCIDR has a field that the plan's version does not have: mistyped, at the wrong place, or of
    /// another version.
    /// ## Why
    /// From 1.25 on the API server refuses it when kubectl asks, which it does by default. Before, kubectl compares
    /// the manifest with the server's list of fields; other clients, and `--validate=false`, send it as it is, and the
    /// server drops the field without a word.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilypolicy: RequireDualStack
    ///   ports: [{port: 80}]
    /// ```
    rule UnknownManifestField {
        code: "SVC023",
        severity: ERROR,
        needs: Manifests,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: [
            "apimachinery/pkg/runtime/error.go v1.25: strict decoding error",
            "kubectl/pkg/util/openapi/validation v1.16 to v1.24: ValidationError",
            "yipeeio/yipee#20",
        ],
        reads: ["ServiceCIDR"],
        covers: ["SVC-strict"],
        upstream: [
            "handled as a Service:",
            "handled as a ServiceCIDR:",
            "ValidationError(Service",
        ],
        fixes: ["rename"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let version = cx.version();
    for service in cx.services.iter().filter(|service| !service.held) {
        let unknown = unknown_fields_of("Service", version, &service.sent);
        let place = cx.stream.document(service.location.document);
        let object = place.and_then(|document| {
            Some(Object {
                document,
                pointer: service.location.pointer.clone(),
                node: document.at(&service.location.pointer)?,
            })
        });
        // What is not a whole manifest is said to be none.
        if let Some(object) = object.filter(|_| service.admission.is_some()) {
            report(cx, out, &object, "Service", &unknown);
        }
    }
    for object in cx.objects(&["ServiceCIDR"]) {
        let unknown = unknown_fields_of("ServiceCIDR", version, &to_json(object.node));
        report(cx, out, &object, "ServiceCIDR", &unknown);
    }
}

fn report(
    cx: &LintContext<'_>,
    out: &mut Reporter<'_>,
    object: &Object<'_>,
    kind: &'static str,
    unknown: &[UnknownField],
) {
    let version = cx.version();
    let api = object.text(&["apiVersion"]).unwrap_or("v1");
    let printed = printed_by_kubectl(kind, api, version, unknown);
    let severity = match strict_refusal(kind, api, version, unknown) {
        Some(_) => Severity::Error,
        None => Severity::Warning,
    };
    // The rules about the eras of the API say it of their fields.
    let of_no_era = |field: &&UnknownField| kind != "Service" || !ERA_FIELDS.contains(&field.path.as_str());
    for field in unknown.iter().filter(of_no_era) {
        let name = field.name();
        let report = out.at_object(object, &object.pointer.join(&field.place));
        let report = match (field.nearest, &field.belongs) {
            (Some(nearest), _) => report.param("nearest", nearest),
            (None, Some(place)) => report.variant("misplaced").param("place", place.clone()),
            (None, None) => report.variant("alone"),
        };
        let taken = field.nearest.is_some_and(|nearest| {
            field
                .place
                .split_last()
                .and_then(|(parent, _)| object.document.at(&object.pointer.join(&parent)))
                .is_some_and(|parent| parent.get(nearest).is_some())
        });
        let patch = field
            .nearest
            .filter(|_| !taken)
            .and_then(|nearest| {
                let place = object.pointer.join(&field.place);
                let (parent, _) = place.split_last()?;
                let value = to_json(object.document.at(&place)?);
                Some(vec![
                    PatchOperation::Remove { path: place },
                    PatchOperation::Add {
                        path: parent.key(nearest),
                        value,
                    },
                ])
            })
            .unwrap_or_default();
        let report = report
            .severity(severity)
            .param("kind", kind)
            .param("name", object.name())
            .param("field", name)
            .upstream(printed.clone());
        match field.nearest.filter(|_| !patch.is_empty()) {
            Some(nearest) => report
                .fix("rename", [("to", nearest.into())], false, patch)
                .file(),
            None => report.file(),
        }
    }
}
