//! The plan file written anew: every field at its place, and the Services behind the plan.

use serde_json::Value;

use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, TargetMeta};
use crate::kubernetes::Window;

/// The plan file as YAML.
pub(in crate::export) struct PlanYaml;

static META: TargetMeta = TargetMeta {
    id: "plan-yaml",
    versions: Window::ALL,
    docs: "https://github.com/dualstack-planner/dualstack-planner/blob/main/pkg/schema.json",
    checked: &[Checked::Schema("the JSON Schema of the plan")],
};

/// Returns the documents of the plan file, the plan first.
fn documents(cx: &ExportContext<'_>) -> Vec<Value> {
    std::iter::once(cx.plan_document())
        .chain(cx.services.iter().cloned())
        .collect()
}

impl Exporter for PlanYaml {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let text = cx.yaml(&[], &documents(cx));
        out.add("plan-yaml/plan.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::components::plan_for_tests as plan;
    use crate::document::{self, to_json};
    use crate::export::for_tests::export;
    use crate::request::decode::decode;

    #[test]
    fn the_file_is_read_as_the_same_plan() {
        let mut plan = plan(
            "1.30",
            &["10.244.0.0/16", "fd00::/56"],
            &["10.96.0.0/16", "1:2:3:4:5:6:7:0/112"],
        );
        plan.metadata.name = "on".to_owned();
        let service = json!({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}]}});
        let exported = export(&plan, std::slice::from_ref(&service), &["plan-yaml"]);
        let stream = document::read(&exported.files[0].text);
        let decoded = decode(&stream, |_| false);
        assert_eq!(decoded.plan.map(|found| found.plan), Some(plan));
        let sent = decoded.services[0].object(&stream).unwrap();
        assert_eq!(to_json(sent.node), service);
    }
}
