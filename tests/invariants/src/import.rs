//! Anything that people bring is imported.

use dualstack_core::document::codes::SYNTAX;
use dualstack_core::document::{LineTable, read};
use dualstack_core::kubernetes::Version;
use dualstack_core::sources::{ImportOptions, Text, check_texts, import};

use crate::input::text_and_choices;

pub(crate) fn check(bytes: &[u8]) {
    let (text, mut choices) = text_and_choices(bytes);
    let versions: Vec<Version> = Version::all().rev().collect();
    let version = choices.of(&versions).copied();
    let file = Text {
        name: (choices.below(2) == 1).then_some("a.yaml"),
        text: &text,
    };
    let options = ImportOptions {
        version: version.filter(|_| choices.below(2) == 1),
        language: "en",
    };
    let imported = import(&[file], &options);
    let lines = LineTable::new(&text).lines();
    let origins = imported.values.iter().flat_map(|value| &value.origins);
    for origin in origins.chain(&imported.pieces).chain(&imported.beside) {
        assert!(origin.line <= lines, "{origin:?} of {text:?}");
    }
    let stream = read(&imported.text);
    let broken = stream.diagnostics.iter().find(|found| found.code == SYNTAX.id);
    assert_eq!(broken, None, "{:?}\nof {text:?}", imported.text);
    // What was imported is a plan file, and importing it says the same once more.
    let again = import(&[Text::pasted(&imported.text)], &ImportOptions::default());
    for value in &imported.values {
        let same = again.values.iter().find(|same| same.path == value.path);
        assert_eq!(
            same.map(|same| &same.value),
            Some(&value.value),
            "{}\n{:?}\nof {text:?}",
            value.path,
            imported.text
        );
    }
    if let Some(version) = version {
        let checked = check_texts(version, &[file]);
        assert!(
            !checked.checks.is_empty() || !checked.diagnostics.is_empty(),
            "nothing is said of {text:?}"
        );
    }
}
