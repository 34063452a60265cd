//! Any text is read, and what was read is written.

use dualstack_core::document::write::{to_json_pretty, to_yaml, to_yaml_documents};
use dualstack_core::document::{Node, Span, Style, Value, read, to_json};
use serde_json::Value as Json;

use crate::common::{assert_places, assert_reads_as, is_same};
use crate::input::text_of;

pub(crate) fn check(bytes: &[u8]) {
    let text = text_of(bytes);
    let stream = read(&text);
    assert_places(&stream.diagnostics, &text);
    let mut values = Vec::new();
    let mut end = 0;
    for document in &stream.documents {
        let range = document.range();
        assert!(end <= range.start, "documents overlap: {text:?}");
        end = range.end;
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        assert_nested(document.root(), range.start, range.end, &text);
        let value = to_json(document.root());
        let written = to_yaml(&value);
        assert_reads_as(&written, &value);
        assert_reads_as(&to_json_pretty(&value), &value);
        values.push(value);
    }
    // Written as one stream they are as many documents, but for those that are nothing but null.
    let again = read(&to_yaml_documents(&values));
    assert_eq!(again.diagnostics, [], "{text:?}");
    let read_again: Vec<_> = again
        .documents
        .iter()
        .map(|document| to_json(document.root()))
        .filter(|value| !value.is_null())
        .collect();
    values.retain(|value| !value.is_null());
    let (one, other) = (Json::Array(read_again), Json::Array(values));
    assert!(is_same(&one, &other), "{one:?}\nis not\n{other:?}\nof {text:?}");
}

/// Asserts that nodes lie within each other, one after the other, and are what stands there.
fn assert_nested(node: &Node, start: usize, end: usize, text: &str) {
    let Span { start: from, end: to } = node.span;
    assert!(
        start <= from && from <= to && to <= end,
        "{from}..{to} in {start}..{end} of {text:?}"
    );
    let written = text.get(from..to);
    assert!(written.is_some(), "{from}..{to} of {text:?}");
    if node.style == Style::Empty {
        assert_eq!(written, Some(""), "{text:?}");
    }
    let mut before = from;
    match &node.value {
        Value::Sequence(items) => {
            for item in items {
                assert_nested(item, before, to, text);
                before = item.span.end;
            }
        }
        Value::Mapping(entries) => {
            for entry in entries {
                let key = entry.key_span;
                assert!(
                    before <= key.start && key.start <= key.end && key.end <= to,
                    "the key {key:?} in {before}..{to} of {text:?}"
                );
                assert_nested(&entry.value, key.end, to, text);
                before = entry.value.span.end;
            }
        }
        _ => {}
    }
}
