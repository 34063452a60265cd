//! The plan for programs: the plan file as JSON (pkg/schema.json describes it), and its address plan.

use crate::document::as_json;
use crate::document::write::to_json_pretty;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, TargetMeta};
use crate::kubernetes::Window;
use crate::plan::AddressPlan;

/// The plan and its addresses as JSON.
pub(in crate::export) struct PlanJson;

static META: TargetMeta = TargetMeta {
    id: "plan-json",
    versions: Window::ALL,
    docs: "https://github.com/dualstack-planner/dualstack-planner/blob/main/pkg/schema.json",
    checked: &[Checked::Schema("the JSON Schema of the plan")],
};

impl Exporter for PlanJson {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        // Counts are texts and keys are strings, so there is always a JSON form.
        let addresses = as_json(&AddressPlan::of(cx.plan));
        let mut add =
            |name: &str, text: String| out.add(&format!("plan-json/{name}.json"), "application/json", &text);
        add("plan", to_json_pretty(&cx.plan_document()))?;
        add("addresses", to_json_pretty(&addresses))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::components::plan_for_tests as plan;
    use crate::document;
    use crate::export::for_tests::export;
    use crate::request::decode::decode;

    #[test]
    fn every_file_is_json_and_the_plan_is_read_back() {
        let mut plan = plan(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        plan.spec.nodes.count = 40;
        let exported = export(&plan, &[], &["plan-json"]);
        let read = |path: &str| -> Value {
            let file = exported.files.iter().find(|file| file.path == path).unwrap();
            serde_json::from_str(&file.text).unwrap()
        };
        let stream = document::read(&exported.files[1].text);
        assert_eq!(
            decode(&stream, |_| false).plan.map(|found| found.plan),
            Some(plan.clone())
        );
        assert_eq!(read("plan-json/plan.json")["apiVersion"], "dualstack-planner/v1");
        let addresses = read("plan-json/addresses.json");
        assert_eq!(addresses["primaryFamily"], "IPv4");
        assert_eq!(addresses["capacity"]["nodes"], "256");
        // Above 2^53 a number would lose digits.
        assert_eq!(
            addresses["capacity"]["families"][1]["addressesPerBlock"],
            "18446744073709551616"
        );
    }

    #[test]
    fn an_empty_plan_has_no_capacity() {
        let exported = export(&plan("1.36", &[], &[]), &[], &["plan-json"]);
        let addresses: Value = serde_json::from_str(&exported.files[0].text).unwrap();
        assert_eq!(addresses.get("capacity"), None);
    }
}
