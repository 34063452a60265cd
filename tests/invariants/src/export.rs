//! Any plan for every target.

use dualstack_conformance::random_plans::{Random, plan_with_services};
use dualstack_core::document::codes::SYNTAX;
use dualstack_core::document::read;
use dualstack_core::export::{ExportFile, FileToVerify, Origin, targets};
use dualstack_core::file_exports::export_of;
use dualstack_core::i18n::LOCALES;
use dualstack_core::{Analysis, AnalyzeOptions, verify_exports};

use crate::input::text_and_choices;

/// Ways out of a folder, and names that an archive of another system would take for one.
const FORBIDDEN: &[char] = &['\\', ':', '\0', '\n', '\t'];

pub(crate) fn check(bytes: &[u8]) {
    let (text, mut choices) = text_and_choices(bytes);
    // Most texts hold no plan: the choices make one.
    let options = AnalyzeOptions::default();
    let mut text = text.into_owned();
    let mut analysis = Analysis::of(&text, &options);
    if analysis.plan().is_none() {
        text = plan_with_services(&mut Random(choices.number() | 1));
        analysis = Analysis::of(&text, &options);
    }
    let all = targets();
    let language = choices.of(LOCALES).map_or("en", |locale| locale.tag);
    // One target most of the time; all of them together may not get in each other's way.
    let chosen: Vec<&str> = match choices.below(8) {
        0 => all.iter().map(|target| target.id).collect(),
        _ => choices.of(&all).into_iter().map(|target| target.id).collect(),
    };
    let exported = export_of(&analysis, &chosen, language);
    let unwritten = exported.diagnostics.iter().find(|found| found.code == "EXP009");
    assert_eq!(unwritten, None, "{text:?}");
    for file in &exported.files {
        let whole = !file.path.starts_with('/') && !file.path.contains(FORBIDDEN);
        let within = file.path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        assert!(whole && within, "{:?} of {text:?}", file.path);
        read_again(file, &text);
    }
    // To verify is to export in every language.
    if choices.below(16) == 0 {
        let files: Vec<FileToVerify> = exported
            .files
            .iter()
            .map(|file| FileToVerify {
                path: file.path.clone(),
                text: file.text.clone(),
            })
            .collect();
        let verified = verify_exports(&text, &files, &options).files.unwrap_or_default();
        assert_eq!(verified.len(), files.len(), "{text:?}");
        for file in verified {
            assert_eq!(file.origin, Origin::ThisPlan, "{} of {text:?}", file.path);
        }
    }
    let plan = exported
        .files
        .iter()
        .find(|file| file.path.ends_with("plan.yaml"));
    if let Some(plan) = plan {
        let again = Analysis::of(&plan.text, &options);
        assert_eq!(again.plan(), analysis.plan(), "{}\nof {text:?}", plan.text);
    }
}

/// Asserts that a file is one of its format.
fn read_again(file: &ExportFile, plan: &str) {
    let text = &file.text;
    match file.media_type {
        "application/yaml" => {
            let stream = read(text);
            let broken = stream.diagnostics.iter().find(|found| found.code == SYNTAX.id);
            assert_eq!(broken, None, "{}\n{text}\nof {plan:?}", file.path);
            assert!(!stream.documents.is_empty(), "{} of {plan:?}", file.path);
        }
        "application/json" => {
            let value: Result<serde_json::Value, _> = serde_json::from_str(text);
            assert!(value.is_ok(), "{}: {value:?}\n{text}\nof {plan:?}", file.path);
        }
        _ => assert!(!text.contains('\0'), "{} of {plan:?}", file.path),
    }
    assert!(
        text.ends_with('\n') && !text.ends_with("\n\n"),
        "{} of {plan:?}",
        file.path
    );
}
