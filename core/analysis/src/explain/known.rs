//! Known texts: what components print about addresses, families, ranges, gates and node addresses, and the rules that
//! are about the same cause. Texts that belong to one rule stand with the rule, the others here, in every wording.
//!
//! A row names who prints its texts, the codes that it leads to (the likeliest first), and where other programs print
//! the same words, what has to stand beside them.

mod apiserver;
mod balancers;
mod calico;
mod cilium;
mod clouds;
mod controllers;
mod distributions;
mod hosts;
mod nodes;
mod openshift;
mod ovn;
mod plugins;
mod printers;
mod tools;

use std::sync::LazyLock;

use super::guard::{self, Guard};
use super::pattern::Pattern;
use crate::lint::notes;

/// Texts of one cause.
#[derive(Debug)]
pub(super) struct Text {
    /// Who prints them.
    component: &'static str,
    /// The codes of the rules, the likeliest first.
    codes: &'static [&'static str],
    /// The texts.
    patterns: &'static [&'static str],
    guard: Guard,
    /// They say that something failed, and other texts beside them why.
    weak: bool,
}

/// A row: who prints it, the codes, the texts.
const fn text(
    component: &'static str,
    codes: &'static [&'static str],
    patterns: &'static [&'static str],
) -> Text {
    Text {
        component,
        codes,
        patterns,
        guard: Guard::None,
        weak: false,
    }
}

impl Text {
    /// The same for texts that other programs print too.
    const fn only(self, guard: Guard) -> Text {
        Text { guard, ..self }
    }

    /// The same for texts that stand around another one, which says why.
    const fn weak(self) -> Text {
        Text { weak: true, ..self }
    }
}

/// A pattern with what it leads to.
pub(super) struct Entry {
    pub(super) component: &'static str,
    pub(super) codes: Codes,
    pub(super) pattern: Pattern,
    pub(super) squeezed: Pattern,
    pub(super) guard: Guard,
    /// How little it says: 0 why, 1 that a component does not start, 2 that something was refused.
    pub(super) general: u8,
}

/// The codes of an entry.
#[derive(Clone, Copy)]
pub(super) enum Codes {
    One([&'static str; 1]),
    Several(&'static [&'static str]),
}

impl std::ops::Deref for Codes {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        match self {
            Codes::One(code) => code,
            Codes::Several(codes) => codes,
        }
    }
}

/// How little a rule says: rules about refusals of any kind stand behind those about a cause.
fn generality(codes: &[&str]) -> u8 {
    match codes.first() {
        Some(&("SVC100" | "SVC101")) => 2,
        Some(&("START001" | "PRX006")) => 1,
        _ => 0,
    }
}

/// The number of tables about Kubernetes' own components, which stand first.
#[cfg(test)]
const KUBERNETES: usize = 3;

/// The rows, by who prints them.
fn tables() -> [&'static [Text]; 13] {
    [
        apiserver::TEXTS,
        controllers::TEXTS,
        nodes::TEXTS,
        hosts::TEXTS,
        plugins::TEXTS,
        calico::TEXTS,
        cilium::TEXTS,
        ovn::TEXTS,
        distributions::TEXTS,
        openshift::TEXTS,
        balancers::TEXTS,
        clouds::TEXTS,
        tools::TEXTS,
    ]
}

/// Returns every known text, ready to be searched for. They are made ready once.
pub(super) fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(made_ready);
    &ENTRIES
}

fn made_ready() -> Vec<Entry> {
    let of_rules = notes().flat_map(|notes| {
        let meta = &notes.rule.meta;
        notes.upstream.iter().map(move |source| {
            (
                printers::printer_of(source, meta.component.as_str()),
                Codes::One([meta.code]),
                *source,
                guard::of_rule(source),
                generality(&[meta.code]),
            )
        })
    });
    let others = tables().into_iter().flatten().flat_map(|row| {
        row.patterns.iter().map(move |source| {
            (
                row.component,
                Codes::Several(row.codes),
                *source,
                row.guard,
                generality(row.codes).max(u8::from(row.weak)),
            )
        })
    });
    of_rules
        .chain(others)
        .map(|(component, codes, source, guard, general)| {
            let pattern = Pattern::new(source);
            Entry {
                component,
                codes,
                squeezed: pattern.squeezed(),
                pattern,
                guard,
                general,
            }
        })
        .collect()
}

/// Returns every pattern of the table and its codes, for tests that walk them.
#[cfg(test)]
pub(super) fn rows() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    tables()
        .into_iter()
        .flatten()
        .flat_map(|row| row.patterns.iter().map(move |pattern| (*pattern, row.codes)))
}

/// Returns every pattern of the tables about programs that are not Kubernetes' own, for tests that walk them.
#[cfg(test)]
pub(super) fn of_others() -> impl Iterator<Item = &'static str> {
    tables()
        .into_iter()
        .skip(KUBERNETES)
        .flatten()
        .flat_map(|row| row.patterns.iter().copied())
}
