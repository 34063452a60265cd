//! Exports of plans that no file holds.

use dualstack_core::document::write::to_yaml_documents;
use dualstack_core::export::{self, ExportContext, Exported};
use dualstack_core::i18n::Catalogue;
use dualstack_core::report::markdown;
use dualstack_core::request::ClusterPlan;
use dualstack_core::{Analysis, AnalyzeOptions};
use serde_json::{Value, json};

/// The files of targets in English; the report is about the plan written as a plan file.
pub fn export(plan: &ClusterPlan, services: &[Value], targets: &[&str]) -> Exported {
    let report = |catalogue: &Catalogue| {
        let documents: Vec<Value> = std::iter::once(json!(plan))
            .chain(services.iter().cloned())
            .collect();
        let text = to_yaml_documents(&documents);
        markdown(&Analysis::of(&text, &AnalyzeOptions::default()), catalogue)
    };
    let cx = ExportContext::new(plan, services, Catalogue::of("en")).with_report(&report);
    export::export(&cx, targets)
}
