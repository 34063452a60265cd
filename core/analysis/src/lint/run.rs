//! Runs the rules over a context.

use super::config;
use super::context::{LintContext, Reporter};
use super::meta::Needs;
use super::registry::rules;
use crate::diagnostic::Diagnostic;
use crate::order;

/// What the rules find; [`sort`] gives it an order.
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
    config::apply(cx, found)
}

/// By document, place and code, so that the order never depends on the registry.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    order::sort_by(diagnostics, |a, b| {
        let key = |d: &Diagnostic| (d.location.document, d.location.line, d.location.column, d.code);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.location.pointer.cmp(&b.location.pointer))
    });
}
