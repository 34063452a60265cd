//! The findings of some files, written. Both modules have this call: the first without SARIF, which holds the pages of the
//! rules.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{CallOptions, Outcome, boundary};
use crate::analyze::{Analysis, Counts};
use crate::diagnostic::{Diagnostic, Severity};
use crate::groups::groups;
use crate::report::{self, CheckedFile, Format};

/// A file to check.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct LintFile {
    /// The name of the file, as findings show it.
    name: String,
    /// The text of the file.
    text: String,
}

/// Files to check, and the format of their findings.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct LintRequest {
    /// The files to check.
    files: Vec<LintFile>,
    /// The format of the findings; absent: text.
    #[serde(default)]
    #[tsify(optional)]
    format: Format,
    /// Whether errors alone are written; warnings and information still count.
    #[serde(default, rename = "errorsOnly")]
    #[tsify(optional)]
    errors_only: bool,
}

/// The findings of files as a text.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LintOutput {
    /// The findings in the requested format.
    text: String,
    /// The exit code: 0, 1 if there are errors, 2 if a file holds no plan.
    exit_code: u8,
    /// The number of errors.
    errors: usize,
    /// The number of warnings.
    warnings: usize,
}

/// Writes findings in a format, with the numbers of all of them and messages in the language of the tag; `None` for a format that it does not have.
pub type Write = fn(Format, &[CheckedFile<'_>], Counts, &str) -> Option<String>;

/// Returns the findings of some files, written by `write`; where it does not have the format, the outcome says what
/// to load.
pub fn lint_files(request: &JsValue, options: &JsValue, write: Write) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: LintRequest = boundary::large_json("request", request)?;
        let groups = groups(request.files.iter().map(|file| file.text.as_str()));
        let mut diagnostics = vec![Vec::new(); request.files.len()];
        let mut counts = Counts::default();
        let mut planless = false;
        let is_wanted = |found: &Diagnostic| !request.errors_only || found.severity == Severity::Error;
        for group in &groups {
            let texts: Vec<(&str, &str)> = group
                .iter()
                .filter_map(|index| request.files.get(*index))
                .map(|file| (file.name.as_str(), file.text.as_str()))
                .collect();
            let analysis = Analysis::of_files(&texts, &options.analysis());
            planless |= analysis.plan().is_none();
            counts = counts.and(Counts::of(analysis.findings()));
            let listed = analysis.listed_of(is_wanted);
            for (index, found) in group.iter().zip(analysis.by_file(listed)) {
                if let Some(place) = diagnostics.get_mut(*index) {
                    *place = found;
                }
            }
        }
        let Counts { errors, warnings, .. } = counts;
        let shown = match request.errors_only {
            true => Counts {
                errors,
                ..Counts::default()
            },
            false => counts,
        };
        let files: Vec<CheckedFile<'_>> = request
            .files
            .iter()
            .zip(&diagnostics)
            .map(|(file, diagnostics)| CheckedFile {
                name: &file.name,
                text: &file.text,
                diagnostics,
            })
            .collect();
        let exit_code = report::exit_code(&files);
        // An unreadable file differs from a plan with errors.
        let unusable = exit_code > 0 && planless;
        Ok(match write(request.format, &files, shown, options.language()) {
            Some(text) => Outcome::ok(LintOutput {
                text,
                exit_code: if unusable { 2 } else { exit_code },
                errors,
                warnings,
            }),
            None => Outcome::not_loaded("tools"),
        })
    })
}
