//! A fix keeps its promise: over random plans, no fix that is offered leaves its finding or brings an error, and what it
//! brings as a warning is named in its title.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use dualstack_conformance::findings::{counts, more};
use dualstack_conformance::random_plans::{Random, plan_with_services};
use dualstack_core::diagnostic::{Diagnostic, Severity};
use dualstack_core::document::patch;
use dualstack_core::i18n::{Catalogue, LOCALES};
use dualstack_core::mend::apply_safe;
use dualstack_core::{AnalyzeOptions, analyze};

/// Plans in the ordinary run; the environment says how many for the long one.
const PLANS: usize = 250;

fn plans() -> usize {
    let given = std::env::var("DUALSTACK_PLANS").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(PLANS)
}

/// The seed of the plan at an index: another ULA for each.
fn options(index: usize) -> AnalyzeOptions<'static> {
    AnalyzeOptions {
        ula_seed: u64::try_from(index).ok(),
        ..AnalyzeOptions::default()
    }
}

/// What is wrong with each fix that is offered, by kind of fault, with the number and one plan.
#[derive(Default)]
struct Faults(BTreeMap<String, (usize, String)>);

impl Faults {
    fn add(&mut self, kind: String, text: &str) {
        let fault = self.0.entry(kind).or_insert_with(|| (0, text.to_owned()));
        fault.0 += 1;
    }
}

#[test]
fn an_offered_fix_resolves_its_finding_and_says_what_it_brings() {
    let mut random = Random(0x00f1_7ed0_0b5e_55ed);
    let (mut offered, mut named, mut without) = (0, 0, BTreeMap::new());
    let mut faults = Faults::default();
    for index in 0..plans() {
        let text = plan_with_services(&mut random);
        let before = analyze(&text, &options(index)).diagnostics;
        for found in &before {
            let can = dualstack_core::lint::rule(found.code).is_some_and(|rule| !rule.meta.fixes.is_empty());
            if found.fixes.is_empty() && can {
                let entry = without.entry(found.code).or_insert((0, text.clone()));
                entry.0 += 1;
            }
            for fix in &found.fixes {
                offered += 1;
                let id = &fix.title.id;
                let Ok(mended) = patch::apply(&text, fix.document, &fix.patch) else {
                    faults.add(format!("{id} cannot be applied"), &text);
                    continue;
                };
                let after = analyze(&mended.text, &options(index)).diagnostics;
                let all = |list: &[Diagnostic]| counts(list, Severity::Info).get(found.code).copied();
                let same_place = after.iter().any(|left| {
                    let (a, b) = (&left.location, &found.location);
                    left.code == found.code && (a.document, &a.pointer) == (b.document, &b.pointer)
                });
                if same_place || all(&after) >= all(&before) {
                    faults.add(format!("{id} leaves its finding"), &text);
                }
                for code in more(&before, &after, Severity::Error) {
                    faults.add(format!("{id} brings the error {code}"), &text);
                }
                for code in more(&before, &after, Severity::Warning) {
                    let says = |tag: &str| Catalogue::of(tag).text(&fix.title).contains(code);
                    if LOCALES.iter().all(|locale| says(locale.tag)) {
                        named += 1;
                    } else {
                        faults.add(format!("{id} brings the warning {code}"), &text);
                    }
                }
            }
        }
    }
    println!("{offered} fixes of {} plans, {named} warnings named", plans());
    for (code, (count, text)) in &without {
        println!("{count} findings {code} have no fix, such as in\n{text}");
    }
    let total: usize = faults.0.values().map(|(count, _)| count).sum();
    let list: Vec<String> = faults
        .0
        .iter()
        .map(|(kind, (count, text))| format!("{count} times {kind}, such as in\n{text}"))
        .collect();
    assert!(offered > plans(), "the plans are too tame: {offered}");
    assert!(
        list.is_empty(),
        "{}\n{total} faults of {offered}",
        list.join("\n")
    );
}

#[test]
fn applying_every_safe_fix_ends_and_brings_no_error() {
    let mut random = Random(0x0a11_5afe);
    for index in 0..plans() / 5 {
        let text = plan_with_services(&mut random);
        let before = analyze(&text, &options(index)).diagnostics;
        let fixed = apply_safe(&text, &options(index));
        let after = analyze(&fixed.text, &options(index)).diagnostics;
        assert_eq!(more(&before, &after, Severity::Error), [""; 0], "{text}");
        assert_eq!(apply_safe(&fixed.text, &options(index)).applied, [], "{text}");
    }
}
