//! Lint and the export to the plan's own tools never disagree: over random plans, a refusal of the plan's own
//! distribution or plugin is a finding of lint, and what lint says in a tool's words is refused by that tool.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use dualstack_conformance::random_plans::{Random, plan};
use dualstack_core::catalog::{Cni, Distribution};
use dualstack_core::diagnostic::{Diagnostic, Severity};
use dualstack_core::export::{ExportContext, export};
use dualstack_core::i18n::{Catalogue, Message};
use dualstack_core::lint;
use dualstack_core::needs::NEEDS;
use dualstack_core::{Analysis, AnalyzeOptions};

fn is_error(found: &&Diagnostic) -> bool {
    found.severity == Severity::Error
}

/// Random plans, unless the environment says how many.
fn plans() -> usize {
    let given = std::env::var("DUALSTACK_PLANS").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(4000)
}

/// Returns whether a finding is the warning that only older releases of a tool ran the plan's version: those are another
/// way, which the export does not write. There is none for RKE2, which has none before its first, and for clouds.
fn older_release(target: &str, found: &Diagnostic) -> bool {
    found.message.id == "EXP002"
        && found.severity == Severity::Warning
        && !matches!(target, "rke2" | "eks" | "gke")
}

/// The targets that are clouds.
const CLOUDS: [&str; 3] = ["aks", "eks", "gke"];

/// The rules that speak of nothing but a cloud's own limits.
const ABOUT_CLOUDS: [&str; 4] = ["ADDR018", "ADDR019", "ADDR020", "LB015"];

#[test]
fn refusals_of_own_tools_are_found_and_in_the_same_words() {
    let mut random = Random(0x005e_ed0f_ca11);
    let (mut refused, mut worded) = (0, 0);
    let mut clouds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for _ in 0..plans() {
        let text = plan(&mut random);
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let Some(plan) = analysis.plan() else { continue };
        let found = analysis.diagnostics();
        let targets: Vec<&str> = [
            plan.spec.distribution.map(Distribution::id),
            plan.spec.cni.map(Cni::id),
        ]
        .into_iter()
        .flatten()
        .map(|id| if id == "calico" { "calico-operator" } else { id })
        .filter(|id| NEEDS.iter().any(|needs| needs.id == *id))
        .collect();
        let mut said = Vec::new();
        for target in &targets {
            let exported = export(&ExportContext::new(plan, &[], Catalogue::of("en")), &[target]);
            if !exported.files.is_empty() {
                continue;
            }
            refused += 1;
            *clouds.entry(target).or_default() += usize::from(CLOUDS.contains(target));
            for refusal in exported.diagnostics.iter().filter(is_error) {
                said.push(refusal.message.clone());
                let same = |found: &&Diagnostic| {
                    found.message.params.iter().all(|(name, value)| {
                        refusal.message.params.get(name).is_none_or(|said| said == value)
                    }) && found.message.id == refusal.message.id
                };
                let explained = |found: &&Diagnostic| {
                    lint::rule(found.code).is_some_and(|rule| {
                        let ids = rule.meta.refusals;
                        ids.contains(&refusal.code) || ids.contains(&refusal.message.id.as_ref())
                    })
                };
                // A warning is enough where an older release of the tool ran the version.
                let is_known = |found: &&Diagnostic| is_error(found) || older_release(target, found);
                let known = found
                    .iter()
                    .filter(is_known)
                    .any(|found| same(&found) || explained(&found));
                worded += usize::from(found.iter().filter(is_known).any(|found| same(&found)));
                if !known {
                    let fault = faults
                        .entry(format!("{target} {}", refusal.message.id))
                        .or_default();
                    *fault = (fault.0 + 1, text.clone());
                }
            }
        }
        // The other way round: what is said in a tool's words is refused by a tool of the plan, and where a rule finds
        // that a cloud cannot have the plan, the cloud takes nothing of it.
        for finding in found.iter().filter(is_error) {
            let outside = finding.message.id == "EXP002" || said.iter().any(|said| said.id == "EXP002");
            let same = |said: &Message| said.id == finding.message.id;
            let lonely = if finding.message.id.starts_with("EXP") {
                !said.iter().any(same)
            } else {
                ABOUT_CLOUDS.contains(&finding.code) && said.is_empty()
            };
            if lonely && !outside {
                let fault = faults
                    .entry(format!("only lint: {}", finding.message.id))
                    .or_default();
                *fault = (fault.0 + 1, text.clone());
            }
        }
    }
    assert!(refused > 1000, "the plans are too tame: {refused}");
    for cloud in CLOUDS {
        let refused = clouds.get(cloud).copied().unwrap_or_default();
        assert!(refused > 20, "too few plans for {cloud}: {refused}");
    }
    println!("{refused} refusals, {worded} errors in the same words");
    let list: Vec<String> = faults
        .iter()
        .map(|(id, (count, text))| format!("{count} times {id}, such as\n{text}"))
        .collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}
