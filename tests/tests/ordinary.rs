//! The test against false alarms: what is found in ordinary plans is written out, all of it.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::path::Path;

use dualstack_conformance::rules::{Case, findings, line_of, parse};
use dualstack_core::catalog::Cni;
use dualstack_core::diagnostic::Severity;
use dualstack_core::{AnalyzeOptions, analyze};

fn cases() -> Vec<Case> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/plans/ordinary.md");
    parse(&std::fs::read_to_string(file).unwrap())
}

#[test]
fn an_ordinary_plan_is_left_in_peace() {
    let mut faults = Vec::new();
    for case in cases() {
        let found = findings(&case.plan, &case);
        let lines: Vec<String> = found.iter().map(line_of).collect();
        if Some(&lines) != case.expected.as_ref() {
            faults.push(format!("{}: found is\n{}", case.title, lines.join("\n")));
        }
        if found.iter().any(|found| found.severity == Severity::Error) {
            faults.push(format!("{}: an ordinary plan has no error", case.title));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_plugin_and_each_era_has_an_ordinary_plan() {
    let mut plugins = BTreeSet::new();
    let mut eras = BTreeSet::new();
    for case in cases() {
        let plan = analyze(&case.plan, &AnalyzeOptions::default()).plan.unwrap();
        plugins.extend(plan.spec.cni.map(|cni| cni.id()));
        eras.insert(match plan.spec.kubernetes_version.minor() {
            ..20 => "alpha",
            20..23 => "beta",
            _ => "stable",
        });
    }
    let known: BTreeSet<&str> = Cni::all().map(|cni| cni.id()).collect();
    assert_eq!(plugins, known);
    assert_eq!(eras.into_iter().collect::<Vec<_>>(), ["alpha", "beta", "stable"]);
}
