//! The rules as a list.

use super::rule::{Rule, RuleNotes};
use super::rules::{FAMILIES, NAMES, NOTES, READS};
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

/// Whether a word has the form of a rule's code, in either case: the name of a family and three digits.
///
/// ```
/// use dualstack_analysis::lint::is_code;
/// assert!(is_code("ADDR001") && is_code("svc999"));
/// assert!(!is_code("ADDR1") && !is_code("XYZ001") && !is_code("addr"));
/// ```
pub fn is_code(word: &str) -> bool {
    let family = word.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() == family.len() + 3 && NAMES.iter().any(|name| name.eq_ignore_ascii_case(family))
}

/// Whether some rule, or the cluster of the plan, reads manifests of that kind beside the plan.
pub fn is_read(kind: &str) -> bool {
    let by_rules = || {
        READS
            .iter()
            .any(|family| family.iter().any(|kinds| kinds.contains(&kind)))
    };
    cluster::KINDS.contains(&kind) || by_rules()
}
