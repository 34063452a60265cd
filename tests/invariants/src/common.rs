//! Statements that several targets make.

use dualstack_core::AnalyzeOptions;
use dualstack_core::diagnostic::{Diagnostic, Location};
use dualstack_core::document::{LineTable, read, to_json};
use serde_json::Value;

/// Asserts that the place of every finding lies in the text, or is that of the file as a whole.
pub(crate) fn assert_places(found: &[Diagnostic], text: &str) {
    let lines = LineTable::new(text);
    for diagnostic in found {
        let place = &diagnostic.location;
        assert!(
            lies_in(place, &lines, text),
            "{}: {place:?}\n{text:?}",
            diagnostic.code
        );
    }
}

fn lies_in(place: &Location, lines: &LineTable, text: &str) -> bool {
    if place.line == 0 {
        return true;
    }
    let at = |line, column| {
        let offset = lines.offset(text, line, column)?;
        // A column behind the end of its line would count as the end.
        (lines.position(text, offset) == (line, column)).then_some(offset)
    };
    let (Some(start), Some(end)) = (at(place.line, place.column), at(place.end_line, place.end_column))
    else {
        return false;
    };
    start <= end
}

/// Asserts that a text is read without a finding, as one document with that value.
pub(crate) fn assert_reads_as(text: &str, expected: &Value) {
    let stream = read(text);
    assert_eq!(stream.diagnostics, [], "{text:?}");
    // A document that is nothing but null counts as none.
    let value = stream
        .documents
        .first()
        .map_or(Value::Null, |document| to_json(document.root()));
    assert!(stream.documents.len() <= 1, "{text:?}");
    assert!(
        is_same(&value, expected),
        "{value:?}\nis not\n{expected:?}\nof {text:?}"
    );
}

/// Returns whether two values are the same. Numbers with a fraction or an exponent, of which a plan has none, are read to
/// fifteen digits: the tables for the rest would be larger than the reader.
pub(crate) fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |((name, one), (known, other)): ((&String, &Value), (&String, &Value))| {
                name == known && is_same(one, other)
            };
            one.len() == other.len() && one.iter().zip(other).all(same)
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let (one, other) = (one.as_f64().unwrap_or(0.0), other.as_f64().unwrap_or(0.0));
            (one - other).abs() <= one.abs() * 1e-15
        }
        _ => one == other,
    }
}

/// The options of an analysis that offers the same unique local prefix each time.
pub(crate) fn options() -> AnalyzeOptions<'static> {
    AnalyzeOptions {
        ula_seed: Some(1),
        all_findings: true,
        ..AnalyzeOptions::default()
    }
}
