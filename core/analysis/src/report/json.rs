//! A list of findings, each with the name of its file.

use serde::Serialize;

use super::checked::CheckedFile;
use crate::diagnostic::Diagnostic;
use crate::document::write::to_json_pretty;
use crate::i18n::speaking;

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

pub(super) fn write(files: &[CheckedFile<'_>], language: &str) -> String {
    let all: Vec<Finding<'_>> = files
        .iter()
        .flat_map(|file| {
            file.diagnostics.iter().map(|diagnostic| Finding {
                file: file.name,
                diagnostic,
            })
        })
        .collect();
    // Diagnostics have string keys only, so there is always a JSON form.
    let all = speaking(language, || serde_json::to_value(&all).unwrap_or_default());
    to_json_pretty(&all)
}
