//! MIG: changes of a running cluster, one plan after another.

use crate::diagnostic::{PatchOperation, Pointer};
use crate::lint::{FindingBuilder, LintContext};
use crate::net::Cidr;
use crate::request::PlanSpec;

super::rules! {
    mig001_nodes_keep_one_block,
    mig002_primary_service_family_changed,
    mig003_pod_range_replaced,
    mig004_pod_family_removed,
    mig005_families_fixed,
    mig006_services_stay_single,
    mig007_service_range_changed,
}

/// Returns the older plan. `None` if its pod and Service ranges or those of the newer plan cannot be read.
fn previous<'a>(cx: &LintContext<'a>) -> Option<&'a PlanSpec> {
    let old = &cx.previous?.plan.spec;
    let usable = |spec: &PlanSpec| spec.pods().is_some() && spec.services().is_some();
    (usable(old) && usable(&cx.plan.spec)).then_some(old)
}

/// Returns the place `/spec/NAME`.
fn field(name: &str) -> Pointer {
    Pointer::root().key("spec").key(name)
}

/// Offers the ranges of the older plan.
fn with_old<'a>(report: FindingBuilder<'a>, fields: &[(&str, &[Cidr])]) -> FindingBuilder<'a> {
    let patch = fields
        .iter()
        .map(|(name, ranges)| PatchOperation::Replace {
            path: field(name),
            value: ranges.iter().map(ToString::to_string).collect(),
        })
        .collect();
    report.fix("keep", [], false, patch)
}
