//! The rules as a list.

use super::rule::{Rule, RuleNotes};
use super::rules::{FAMILIES, NOTES};
use crate::cluster;

/// Every rule, sorted by code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// What the pages of the rules are made from, sorted by code.
pub fn notes() -> impl Iterator<Item = &'static RuleNotes> {
    NOTES.iter().flat_map(|family| family.iter().copied())
}

/// What the page of the rule of that code is made from.
pub fn notes_of(code: &str) -> Option<&'static RuleNotes> {
    notes().find(|notes| notes.rule.meta.code == code)
}

/// The rule of that code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.meta.code == code)
}

/// Whether some rule, or the cluster of the plan, reads manifests of that kind beside the plan.
pub fn is_read(kind: &str) -> bool {
    cluster::KINDS.contains(&kind) || rules().any(|rule| rule.meta.reads.contains(&kind))
}
