//! What findings have become more.

use std::collections::BTreeMap;

use dualstack_core::diagnostic::{Diagnostic, Severity};

/// Returns how many findings there are of each code that are at least that severe.
pub fn counts(found: &[Diagnostic], severity: Severity) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in found.iter().filter(|found| found.severity <= severity) {
        *counts.entry(found.code).or_default() += 1;
    }
    counts
}

/// Returns the codes at least that severe of which there are more than before.
pub fn more(before: &[Diagnostic], after: &[Diagnostic], severity: Severity) -> Vec<&'static str> {
    let old = counts(before, severity);
    counts(after, severity)
        .into_iter()
        .filter(|(code, count)| old.get(code).is_none_or(|old| old < count))
        .map(|(code, _)| code)
        .collect()
}
