//! Every rule in cases that users can read: it fires, it stays silent beside the mark, each fix mends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use dualstack_conformance::rules::{Case, check, check_fix_all, findings, line_of, parse, read_all};
use dualstack_core::diagnostic::Severity;
use dualstack_core::i18n::{Catalogue, LOCALES};
use dualstack_core::lint::example::{complete, example};
use dualstack_core::lint::{self, Needs};

fn cases() -> BTreeMap<String, Vec<Case>> {
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/rules")).unwrap()
}

#[test]
fn every_case_holds() {
    let mut faults = Vec::new();
    for (code, cases) in cases() {
        for case in &cases {
            for fault in check(&code, case) {
                faults.push(format!("{code}, {}: {fault}", case.title));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_rule_has_a_case_that_fires_and_one_that_does_not() {
    let cases = cases();
    let mut missing = Vec::new();
    for rule in lint::rules().filter(|rule| rule.meta.needs != Needs::Hosts) {
        let code = rule.meta.code;
        let of_rule = cases.get(code).map_or(&[][..], Vec::as_slice);
        let fires = |case: &Case| {
            let lines = case.expected.as_deref().unwrap_or_default();
            lines.iter().any(|line| line.starts_with(code))
        };
        if !of_rule.iter().any(fires) {
            missing.push(format!("{code}: a case that fires"));
        }
        if of_rule.iter().all(fires) {
            missing.push(format!("{code}: a case that does not"));
        }
    }
    assert!(
        missing.is_empty(),
        "tests/cases/rules lacks\n{}",
        missing.join("\n")
    );
}

#[test]
fn every_fix_is_offered_in_some_case_and_declared() {
    let mut offered = BTreeSet::new();
    for (_, cases) in cases() {
        for case in &cases {
            for diagnostic in findings(&case.plan, case) {
                offered.extend(
                    diagnostic
                        .fixes
                        .iter()
                        .map(|fix| fix.title.id.clone().into_owned()),
                );
            }
        }
    }
    let declared: BTreeSet<String> = lint::rules().flat_map(|rule| rule.meta.fix_ids()).collect();
    let unseen: Vec<_> = declared.difference(&offered).collect();
    assert!(unseen.is_empty(), "no case offers {unseen:?}");
    let silent: Vec<_> = offered
        .iter()
        .filter(|id| id.contains(".fix-") && !["FILE", "PLAN", "LINT"].iter().any(|own| id.starts_with(own)))
        .filter(|id| !declared.contains(*id))
        .collect();
    assert!(silent.is_empty(), "no rule declares {silent:?}");
}

#[test]
fn no_finding_shows_a_placeholder() {
    let mut faults = BTreeSet::new();
    for (_, cases) in cases() {
        for case in &cases {
            for found in findings(&case.plan, case) {
                let titles = found.fixes.iter().map(|fix| &fix.title);
                for message in [&found.message].into_iter().chain(&found.help).chain(titles) {
                    for locale in LOCALES {
                        let text = Catalogue::of(locale.tag).text(message);
                        if text.contains("{$") || text.is_empty() {
                            faults.insert(format!("{}: {text}", message.id));
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_no_file_can_show_has_no_example() {
    for notes in lint::notes() {
        let of_hosts = notes.rule.meta.needs == Needs::Hosts;
        assert_eq!(example(notes).is_none(), of_hosts, "{}", notes.rule.meta.code);
    }
}

#[test]
fn the_example_of_every_page_fires_and_can_be_mended() {
    let mut faults = Vec::new();
    for notes in lint::notes().filter(|notes| notes.rule.meta.needs != Needs::Hosts) {
        let meta = &notes.rule.meta;
        let Some(shown) = example(notes) else {
            faults.push(format!("{}: there is no example", meta.code));
            continue;
        };
        let case = Case {
            plan: shown.plan,
            previous: shown.previous,
            running: shown.running,
            ..Case::default()
        };
        let found = findings(&case.plan, &case);
        if !found.iter().any(|found| found.code == meta.code) {
            let lines: Vec<String> = found.iter().map(line_of).collect();
            faults.push(format!("{}: finds {lines:?} in\n{}", meta.code, case.plan));
        }
        if meta.needs == Needs::Started && case.running.is_none() {
            faults.push(format!("{}: the example shows nothing started", meta.code));
        }
        if meta.needs == Needs::PreviousPlan && case.previous.is_none() {
            faults.push(format!("{}: the example shows no older plan", meta.code));
        }
        match check_fix_all(meta.code, &case) {
            Err(fault) => faults.push(format!("{}: {fault}", meta.code)),
            Ok(text) => {
                let left: Vec<_> = findings(&text, &case)
                    .into_iter()
                    .filter(|left| left.severity == Severity::Error)
                    .map(|left| line_of(&left))
                    .collect();
                let has_fix = found
                    .iter()
                    .any(|found| found.code == meta.code && !found.fixes.is_empty());
                if has_fix && left.iter().any(|line| line.starts_with(meta.code)) {
                    faults.push(format!("{}: still there after all fixes: {left:?}", meta.code));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn a_wrong_expectation_is_noticed() {
    let case = |expected: &str| {
        let text = format!("## x\n```yaml\npodCIDRs: [10.244.1.0/16]\n```\n```diagnostics\n{expected}```\n");
        parse(&text).remove(0)
    };
    assert!(check("ADDR005", &case("ADDR005 error /spec/podCIDRs/0\n")).is_empty());
    assert_eq!(check("ADDR005", &case("")).len(), 1);
    assert_eq!(
        check("ADDR005", &case("ADDR005 info /spec/podCIDRs/0\n")).len(),
        1
    );
    let mut unknown = case("ADDR005 error /spec/podCIDRs/0\n");
    unknown.fixes.push(("other".to_owned(), Vec::new()));
    assert_eq!(check("ADDR005", &unknown), ["no fix `other` is offered"]);
}

#[test]
fn examples_are_completed_to_plan_files() {
    assert_eq!(
        complete("podCIDRs: [10.0.0.0/16]"),
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: example}\nspec:\n  \
         kubernetesVersion: \"1.36\"\n  serviceCIDRs: [10.96.0.0/16]\n  podCIDRs: [10.0.0.0/16]\n"
    );
    let with_service = complete("kind: Service\nmetadata: {name: web}");
    assert!(
        with_service.contains("\n---\napiVersion: v1\nkind: Service\n"),
        "{with_service}"
    );
}

#[test]
fn folders_are_named_after_codes() {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/rules");
    for code in cases().keys() {
        let own = ["FILE", "PLAN", "LINT"]
            .iter()
            .any(|family| code.starts_with(family));
        assert!(
            own || lint::rule(code).is_some(),
            "{}",
            folder.join(code).display()
        );
    }
}
