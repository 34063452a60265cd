//! What tests of targets start from: English comments, and a report that says nothing.

use serde_json::Value;

use super::{ExportContext, Exported};
use crate::i18n::Catalogue;
use crate::request::ClusterPlan;

pub(super) fn context<'a>(plan: &'a ClusterPlan, services: &'a [Value]) -> ExportContext<'a> {
    ExportContext::new(plan, services, Catalogue::of("en")).with_report(&|_| "\n".to_owned())
}

pub(super) fn export(plan: &ClusterPlan, services: &[Value], names: &[&str]) -> Exported {
    super::export(&context(plan, services), names)
}
