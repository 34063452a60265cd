//! Any fix and any patch on any text.

use dualstack_conformance::findings::more;
use dualstack_core::analyze;
use dualstack_core::diagnostic::{Diagnostic, PatchOperation, Pointer, Severity, Stage};
use dualstack_core::document::{patch, read, to_json};
use serde_json::{Value, json};

use crate::common::options;
use crate::input::{Choices, text_and_choices};

/// The most fixes of one text that are tried: each takes an analysis.
const MOST_FIXES: usize = 6;

pub(crate) fn check(bytes: &[u8]) {
    let (text, mut choices) = text_and_choices(bytes);
    patches(&text, &mut choices);
    fixes(&text, choices.below(MOST_FIXES));
}

/// Asserts that every fix leaves nothing of its finding and brings no error.
fn fixes(text: &str, first: usize) {
    let before = analyze(text, &options()).diagnostics;
    let offered = before
        .iter()
        .flat_map(|found| found.fixes.iter().map(move |fix| (found, fix)));
    for (found, fix) in offered.skip(first).take(MOST_FIXES) {
        let id = &fix.title.id;
        let mended = match patch::apply(text, fix.document, &fix.patch) {
            Ok(mended) => mended,
            Err(error) => panic!("{id} cannot be applied: {error}\n{text:?}"),
        };
        let after = analyze(&mended.text, &options()).diagnostics;
        let count = |list: &[Diagnostic]| list.iter().filter(|left| left.code == found.code).count();
        assert!(
            count(&after) < count(&before),
            "{id} leaves its finding {}\n{text:?}\n{:?}",
            found.code,
            mended.text
        );
        // Of a text that could not be read whole, the rest is judged when it can.
        let new = more(&before, &after, Severity::Error);
        assert!(
            found.stage == Stage::Read || new.is_empty(),
            "{id} brings {new:?}\n{text:?}\n{:?}",
            mended.text
        );
    }
}

/// Asserts that a patched text reads as the patched value, or that the patch is refused because of errors in the text.
fn patches(text: &str, choices: &mut Choices<'_>) {
    let stream = read(text);
    let Some(document) = choices.of(&stream.documents) else {
        return;
    };
    let mut expected = to_json(document.root());
    let mut operations = Vec::new();
    for _ in 0..=choices.below(3) {
        let operation = operation(&expected, choices);
        patched(&mut expected, &operation);
        operations.push(operation);
    }
    match patch::apply(text, document.index(), &operations) {
        Ok(result) => {
            let range = document.range();
            let (before, behind) = (text.get(..range.start), text.get(range.end..));
            assert!(
                before.is_some_and(|before| result.text.starts_with(before))
                    && behind.is_some_and(|behind| result.text.ends_with(behind)),
                "{text:?}\n{operations:?}\n{:?}",
                result.text
            );
            let again = read(&result.text);
            let value = again
                .document(document.index())
                .map_or(Value::Null, |document| to_json(document.root()));
            assert_eq!(value, expected, "{text:?}\n{operations:?}\n{:?}", result.text);
        }
        Err(error) => assert!(!document.is_complete(), "{error}: {text:?}\n{operations:?}"),
    }
}

/// Values and names that writers get wrong.
const TEXTS: &[&str] = &[
    "a",
    "",
    " x",
    "on",
    "1.30",
    "0777",
    "12:30:45",
    "1:2:3:4:5:6:7:8",
    "fd00::/8",
    "- a",
    "a: b",
    "# x",
    "a # b",
    "[a",
    "'q'",
    "\"q\"",
    "x\ny",
    "x\n",
    "multi\n\n  line\n\n",
    "\ttab",
    "日本",
    "\u{85}",
    "\u{feff}",
    "---",
    "...",
    "a\r\nb",
    "~",
    "<<",
    "&a",
    "*a",
    "|",
    "%a",
    "@",
    "`",
    "{",
    "}",
    "?",
    "=",
];

fn value(choices: &mut Choices<'_>, depth: usize) -> Value {
    let text = |choices: &mut Choices<'_>| choices.of(TEXTS).copied().unwrap_or_default();
    match choices.below(if depth > 2 { 6 } else { 8 }) {
        0 | 1 => Value::from(text(choices)),
        2 => Value::Null,
        3 => Value::from(choices.byte().is_multiple_of(2)),
        4 => Value::from(i64::from(choices.byte()) - 9),
        // A number without a fraction would be read as a whole one.
        5 => json!(f64::from(choices.byte()) + 0.25),
        6 => (0..choices.below(4)).map(|_| value(choices, depth + 1)).collect(),
        _ => (0..choices.below(4))
            .map(|_| (text(choices).to_owned(), value(choices, depth + 1)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// Every place of a tree.
fn places(value: &Value, at: &Pointer, found: &mut Vec<Pointer>) {
    found.push(at.clone());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &at.index(index), found);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                places(value, &at.key(key), found);
            }
        }
        _ => {}
    }
}

fn operation(tree: &Value, choices: &mut Choices<'_>) -> PatchOperation {
    let mut found = Vec::new();
    places(tree, &Pointer::root(), &mut found);
    let place = choices.of(&found).cloned().unwrap_or_default();
    let value = value(choices, 0);
    match (choices.below(3), tree.pointer(place.as_str())) {
        (0, Some(Value::Array(items))) => {
            let index = choices.below(items.len() + 2);
            let path = if index > items.len() {
                place.key("-")
            } else {
                place.index(index)
            };
            PatchOperation::Add { path, value }
        }
        (0, Some(Value::Object(_))) => PatchOperation::Add {
            path: place.key(choices.of(TEXTS).copied().unwrap_or_default()),
            value,
        },
        (1, _) if place != Pointer::root() => PatchOperation::Remove { path: place },
        _ => PatchOperation::Replace { path: place, value },
    }
}

/// The operation, done with `serde_json` alone.
fn patched(tree: &mut Value, operation: &PatchOperation) {
    let (PatchOperation::Add { path, .. }
    | PatchOperation::Replace { path, .. }
    | PatchOperation::Remove { path }) = operation;
    let Some((parent, name)) = path.split_last() else {
        if let PatchOperation::Replace { value, .. } = operation {
            *tree = value.clone();
        }
        return;
    };
    match (tree.pointer_mut(parent.as_str()), operation) {
        (Some(Value::Array(items)), PatchOperation::Add { value, .. }) => {
            items.insert(name.parse().unwrap_or(items.len()), value.clone());
        }
        (Some(Value::Array(items)), PatchOperation::Remove { .. }) => {
            items.remove(name.parse().unwrap_or_default());
        }
        (Some(Value::Array(items)), PatchOperation::Replace { value, .. }) => {
            if let Some(item) = name.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                *item = value.clone();
            }
        }
        (Some(Value::Object(members)), PatchOperation::Remove { .. }) => {
            members.shift_remove(&name);
        }
        (
            Some(Value::Object(members)),
            PatchOperation::Add { value, .. } | PatchOperation::Replace { value, .. },
        ) => {
            members.insert(name, value.clone());
        }
        _ => {}
    }
}
