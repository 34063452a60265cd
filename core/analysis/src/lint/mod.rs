//! The rule engine: every rule of the registry over one context, in a stable order.

pub mod checklist;
pub mod config;
mod context;
pub mod docs;
pub(crate) mod meta;
mod objects;
pub(crate) mod plugins;
pub(crate) mod rule;
mod rules;
mod services;

pub use crate::document::{Object, WORKLOADS};
pub use context::{FindingBuilder, LintContext, Reporter, WrittenRange};
pub use meta::{Needs, RuleMeta, RuleNotes};
pub use rule::{Check, Rule};
pub use services::{Change, Lookups};

use crate::diagnostic::Diagnostic;
use crate::document::order;

/// Returns every rule, sorted by code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// Returns the notes of every rule, sorted by code. Its page is made from them.
pub fn notes() -> impl Iterator<Item = &'static RuleNotes> {
    rules::NOTES.iter().flat_map(|family| family.iter().copied())
}

/// Returns the notes of the rule of that code. `None` if no rule has it.
pub fn notes_of(code: &str) -> Option<&'static RuleNotes> {
    notes().find(|notes| notes.rule.meta.code == code)
}

/// Returns the rule of that code. `None` if no rule has it.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.meta.code == code)
}

/// Returns whether a rule, or the cluster of the plan, reads manifests of that kind beside the plan.
pub fn is_read(kind: &str) -> bool {
    crate::services::KINDS.contains(&kind) || rules().any(|rule| rule.meta.reads.contains(&kind))
}

/// Returns the findings of all rules, ordered by place, then by code.
pub fn run(cx: &LintContext<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let version = cx.version();
    let (last, first): (Vec<_>, Vec<_>) = rules().partition(|rule| rule.meta.needs == Needs::Findings);
    for rule in first.into_iter().chain(last) {
        let meta = &rule.meta;
        let Some(check) = rule.check.filter(|_| meta.versions.contains(version)) else {
            continue;
        };
        cx.lookups.reads.set(meta.reads);
        let mut out = Reporter {
            meta,
            version,
            document: cx.document,
            found: &mut found,
        };
        check(cx, &mut out);
    }
    let mut found = config::apply(cx, found);
    sort(&mut found);
    found
}

/// Sorts findings by document, place and code, so that the order does not depend on the registry.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    order::sort_by(diagnostics, |a, b| {
        let key = |d: &Diagnostic| (d.location.document, d.location.line, d.location.column, d.code);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.location.pointer.cmp(&b.location.pointer))
    });
}
