//! The plan file itself, written anew: every field in its place, the Services behind the plan.

use super::shared::documents;
use crate::export::{ExportContext, Exporter, FileError, FileSet, TargetMeta};
use crate::kubernetes::Window;

/// The plan file as YAML.
pub(in crate::export) struct PlanYaml;

static META: TargetMeta = TargetMeta {
    id: "plan-yaml",
    versions: Window::ALL,
    docs: "https://github.com/dualstack-planner/dualstack-planner/blob/main/pkg/schema.json",
};

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
    use crate::export::export;
    use crate::{AnalyzeOptions, analyze};

    #[test]
    fn the_file_is_read_as_the_same_plan() {
        let mut plan = plan(
            "1.30",
            &["10.244.0.0/16", "fd00::/56"],
            &["10.96.0.0/16", "1:2:3:4:5:6:7:0/112"],
        );
        plan.metadata.name = "on".to_owned();
        let service = json!({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}]}});
        let exported = export(&plan, &[service], &["plan-yaml"]);
        let report = analyze(&exported.files[0].text, &AnalyzeOptions::default());
        assert_eq!(report.plan, Some(plan));
        assert_eq!(report.services[0].name, "web");
    }
}
