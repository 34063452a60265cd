//! The Services beside the plan, in the form that the version's API accepts.

use serde_json::{Map, Value};

use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::export::finding;
use crate::export::tree::{Set, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// Services as manifests.
pub(in crate::export) struct Services;

static META: TargetMeta = TargetMeta {
    id: "services",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Started("kube-apiserver of 1.16 to 1.36"),
    ],
};

/// Fields of `spec` that only the newer form of the API has.
const NEWER: [&str; 3] = ["ipFamilies", "ipFamilyPolicy", "clusterIPs"];
const OLDER: &str = "ipFamily";

fn known(cx: &ExportContext<'_>, field: &str) -> bool {
    cx.profile
        .knows(Component::KubeApiserver, &format!("Service.spec.{field}"))
        .is_some()
}

/// Returns the Service in the version's form, and the fields without a counterpart in it.
fn convert(cx: &ExportContext<'_>, service: &Value) -> (Value, Vec<&'static str>) {
    let mut service = service.clone();
    let mut lost = Vec::new();
    if let Some(spec) = service.get_mut("spec").and_then(Value::as_object_mut) {
        if known(cx, OLDER) {
            older(spec, &mut lost);
        } else if known(cx, "ipFamilies") {
            newer(spec);
        }
    }
    (service, lost)
}

fn older(spec: &mut Map<String, Value>, lost: &mut Vec<&'static str>) {
    let families = spec.shift_remove("ipFamilies");
    let first = families.as_ref().and_then(|list| list.get(0)).cloned();
    if let Some(first) = first
        && !spec.contains_key(OLDER)
    {
        spec.insert(OLDER.to_owned(), first);
    }
    if families
        .and_then(|list| list.as_array().map(Vec::len))
        .is_some_and(|count| count > 1)
    {
        lost.push("ipFamilies");
    }
    // A Service has one family there, so SingleStack adds nothing.
    if spec
        .shift_remove("ipFamilyPolicy")
        .is_some_and(|policy| policy != "SingleStack")
    {
        lost.push("ipFamilyPolicy");
    }
    if let Some(addresses) = spec.shift_remove("clusterIPs") {
        if let Some(first) = addresses.get(0).cloned()
            && !spec.contains_key("clusterIP")
        {
            spec.insert("clusterIP".to_owned(), first);
        }
        if addresses.as_array().is_some_and(|list| list.len() > 1) {
            lost.push("clusterIPs");
        }
    }
}

fn newer(spec: &mut Map<String, Value>) {
    let Some(family) = spec.shift_remove(OLDER) else {
        return;
    };
    if NEWER.iter().all(|field| !spec.contains_key(*field)) {
        spec.set("ipFamilyPolicy", &"SingleStack");
        spec.set("ipFamilies", &tree!([family]));
    }
}

impl Exporter for Services {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        if cx.services.is_empty() {
            let message = Message::new("EXP008");
            return Err(finding("EXP008", Severity::Info, "", message).into());
        }
        let found: Vec<Diagnostic> = cx
            .services
            .iter()
            .filter_map(|service| {
                let (_, lost) = convert(cx, service);
                let name = service
                    .pointer("/metadata/name")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let message = Message::new("EXP005")
                    .with("service", name)
                    .with("fields", lost.join(", "))
                    .with("version", cx.profile.version);
                (!lost.is_empty()).then(|| finding("EXP005", Severity::Warning, "kubernetesVersion", message))
            })
            .collect();
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let services: Vec<Value> = cx.services.iter().map(|service| convert(cx, service).0).collect();
        out.add("services.yaml", "application/yaml", &cx.yaml(&[], &services))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::context;

    fn converted(version: &str, spec: Value) -> (Value, Vec<&'static str>) {
        let plan = plan(version, &["10.244.0.0/16"], &["10.96.0.0/16"]);
        let cx = context(&plan, &[]);
        let (service, lost) = convert(&cx, &json!({ "spec": spec }));
        (service["spec"].clone(), lost)
    }

    #[test]
    fn the_older_form_has_one_family() {
        assert_eq!(
            converted(
                "1.19",
                json!({"ipFamilyPolicy": "PreferDualStack", "ipFamilies": ["IPv6", "IPv4"]})
            ),
            (json!({"ipFamily": "IPv6"}), vec!["ipFamilies", "ipFamilyPolicy"])
        );
        assert_eq!(
            converted(
                "1.19",
                json!({"ipFamilyPolicy": "SingleStack", "clusterIPs": ["10.96.0.9"]})
            ),
            (json!({"clusterIP": "10.96.0.9"}), vec![])
        );
    }

    #[test]
    fn the_newer_form_names_its_policy() {
        assert_eq!(
            converted("1.20", json!({"ipFamily": "IPv6"})),
            (
                json!({"ipFamilyPolicy": "SingleStack", "ipFamilies": ["IPv6"]}),
                vec![]
            )
        );
        let spec = json!({"ipFamilyPolicy": "PreferDualStack"});
        assert_eq!(converted("1.36", spec.clone()), (spec, vec![]));
    }
}
