//! The findings of some files, written. Both modules have this call: the first without SARIF, which holds the pages of the
//! rules.

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{CallOptions, Outcome, boundary};
use crate::analyze::Analysis;
use crate::report::{self, CheckedFile, Format};

/// A file to check.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct LintFile {
    /// Its name, as findings show it.
    name: String,
    /// Its text.
    text: String,
}

/// Files to check, and what to write their findings as.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct LintRequest {
    /// The files.
    files: Vec<LintFile>,
    /// What findings are written as; absent: text.
    #[serde(default)]
    #[tsify(optional)]
    format: Format,
}

/// The findings of some files, written.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LintOutput {
    /// The findings in the format asked for.
    text: String,
    /// 0, 1 where there are errors, 2 where a file holds no plan.
    exit_code: u8,
}

/// Writes findings in a format, messages in the language of the tag; `None` for a format that it does not have.
pub type Write = fn(Format, &[CheckedFile<'_>], &str) -> Option<String>;

/// The findings of some files, written by `write`; where it does not have the format, the outcome says what to load.
pub fn lint_files(request: &JsValue, options: &JsValue, write: Write) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: LintRequest = boundary::large_json("request", request)?;
        let analyses: Vec<Analysis> = request
            .files
            .iter()
            .map(|file| Analysis::of(&file.text, &options.analysis()))
            .collect();
        let files: Vec<CheckedFile<'_>> = request
            .files
            .iter()
            .zip(&analyses)
            .map(|(file, analysis)| CheckedFile {
                name: &file.name,
                text: &file.text,
                diagnostics: analysis.diagnostics(),
            })
            .collect();
        let errors = report::exit_code(&files);
        // A file of which nothing could be made is no plan with errors in it.
        let unusable = errors > 0 && analyses.iter().any(|analysis| analysis.plan().is_none());
        Ok(match write(request.format, &files, options.language()) {
            Some(text) => Outcome::ok(LintOutput {
                text,
                exit_code: if unusable { 2 } else { errors },
            }),
            None => Outcome::not_loaded("tools"),
        })
    })
}
