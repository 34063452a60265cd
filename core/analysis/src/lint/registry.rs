//! The rules as a list.

use super::rule::Rule;
use super::rules::FAMILIES;
use crate::services;

/// Every rule, sorted by code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// The rule of that code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.meta.code == code)
}

/// Whether some rule, or the cluster of the plan, reads manifests of that kind beside the plan.
pub fn is_read(kind: &str) -> bool {
    services::KINDS.contains(&kind) || rules().any(|rule| rule.meta.reads.contains(&kind))
}
