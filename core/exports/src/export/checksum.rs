//! A short fingerprint of a plan, which matches a file with the plan it was made from. It is not a signature.

use serde::Serialize;
use serde_json::Value;

use crate::hash::fnv1a_64;
use crate::request::ClusterPlan;

/// Returns the fingerprint of a plan and the Services beside it. Comments, the order of keys and quotes do not affect
/// it.
pub(super) fn of_plan(plan: &ClusterPlan, services: &[Value]) -> String {
    #[derive(Serialize)]
    struct Input<'a>(&'a ClusterPlan, &'a [Value]);
    // Neither type has a map with keys other than strings, the only cause of a failure here.
    let bytes = serde_json::to_vec(&Input(plan, services)).unwrap_or_default();
    format!("fnv1a64:{:016x}", fnv1a_64(0, &bytes))
}
