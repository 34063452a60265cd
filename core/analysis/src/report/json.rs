//! A list of findings, each with the name of its file.

use serde_json::{Map, Value};

use super::checked::CheckedFile;
use crate::diagnostic::Diagnostic;
use crate::document::as_json;
use crate::document::write::to_json_pretty;
use crate::i18n::speaking;

pub(super) fn write(files: &[CheckedFile<'_>], language: &str) -> String {
    let mut all = Vec::new();
    speaking(language, || {
        for file in files {
            all.extend(file.diagnostics.iter().map(|found| finding(file.name, found)));
        }
    });
    to_json_pretty(&Value::Array(all))
}

fn finding(file: &str, diagnostic: &Diagnostic) -> Value {
    let mut finding = Map::new();
    finding.insert("file".to_owned(), file.into());
    // Diagnostics have string keys only, so there is always a JSON form.
    if let Value::Object(members) = as_json(diagnostic) {
        finding.extend(members);
    }
    Value::Object(finding)
}
