//! Any plan file is analysed.

use dualstack_core::analyze::Counts;
use dualstack_core::document::{as_json, patch};
use dualstack_core::i18n::{Catalogue, LOCALES, speaking};
use dualstack_core::report::{CheckedFile, Format, markdown, write};
use dualstack_core::{Analysis, lint};

use crate::common::{assert_places, options};
use crate::input::text_and_choices;

const FORMATS: [Format; 5] = [
    Format::Text,
    Format::Json,
    Format::Sarif,
    Format::Junit,
    Format::Github,
];

pub(crate) fn check(bytes: &[u8]) {
    let (text, mut choices) = text_and_choices(bytes);
    let analysis = Analysis::of(&text, &options());
    let report = analysis.report();
    assert_places(&report.diagnostics, &text);
    let mut sorted = report.diagnostics.clone();
    lint::sort(&mut sorted);
    assert_eq!(
        sorted, report.diagnostics,
        "findings stand out of order: {text:?}"
    );
    for fix in report.diagnostics.iter().flat_map(|found| &found.fixes) {
        let patched = patch::apply(&text, fix.document, &fix.patch);
        assert!(patched.is_ok(), "{}: {patched:?}\n{text:?}", fix.title.id);
    }
    // Every output is made now and then; all of them each time would take most of the time.
    let file = CheckedFile {
        name: "plan.yaml",
        text: &text,
        diagnostics: &report.diagnostics,
    };
    let language = choices.of(LOCALES).map_or("en", |locale| locale.tag);
    match choices.below(4) {
        0 => {
            let again = Analysis::of(&text, &options()).report();
            assert_eq!(again, report, "{text:?}");
        }
        1 => {
            let format = choices.of(&FORMATS).copied().unwrap_or_default();
            let _ = write(format, &[file], Counts::of(&report.diagnostics), language);
        }
        2 => {
            let _ = speaking(language, || as_json(&report));
        }
        _ => {
            let _ = markdown(&analysis, &Catalogue::of(language));
        }
    }
}
