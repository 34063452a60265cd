//! Form edits as patches of the plan document, so that comments and fields outside of the form are kept.

use dualstack_core::diagnostic::{PatchOperation, Pointer};
use serde_json::{Map, Value};

/// The type of a field's raw text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A string.
    Text,
    /// A whole number. Other texts are passed on unchanged, so that the engine refuses them by name.
    Number,
}

/// Returns the value of a field's raw text. `None` for an empty text, which means that the field is absent.
pub fn value_of(raw: &str, kind: FieldKind) -> Option<Value> {
    let trimmed = raw.trim();
    if trimmed.is_empty() {
        return None;
    }
    let canonical = kind == FieldKind::Number
        && trimmed.bytes().all(|b| b.is_ascii_digit())
        && (trimmed == "0" || !trimmed.starts_with('0'));
    Some(match trimmed.parse::<u64>() {
        Ok(number) if canonical => Value::from(number),
        _ => Value::from(trimmed),
    })
}

/// Returns the text that a field shows for a value.
pub fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn token_index(token: &str) -> Option<usize> {
    token.parse().ok()
}

fn child<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Object(map) => map.get(token),
        Value::Array(list) => list.get(token_index(token)?),
        _ => None,
    }
}

/// Returns nested mappings that end in `value`: `nodes`, `count` gives `{"nodes": {"count": …}}`.
fn nest(tokens: &[String], value: Value) -> Value {
    tokens.iter().rev().fold(value, |inner, token| {
        if token_index(token).is_some() || token == "-" {
            Value::Array(vec![inner])
        } else {
            Value::Object(Map::from_iter([(token.clone(), inner)]))
        }
    })
}

/// Returns the patch that makes the place hold the value and adds the parents that are missing. `None` removes the
/// field.
pub fn set(document: &Value, place: &Pointer, value: Option<Value>) -> Vec<PatchOperation> {
    let tokens: Vec<String> = place.tokens().collect();
    let mut at = document;
    let mut path = Pointer::root();
    for (depth, token) in tokens.iter().enumerate() {
        let rest = tokens.get(depth + 1..).unwrap_or_default();
        let step = if matches!(at, Value::Array(_)) {
            token_index(token).map_or_else(|| path.key(token), |index| path.index(index))
        } else {
            path.key(token)
        };
        if let Some(next) = child(at, token) {
            at = next;
            path = step;
            continue;
        }
        let Some(value) = value else { return Vec::new() };
        return match at {
            Value::Object(_) => vec![PatchOperation::Add {
                path: step,
                value: nest(rest, value),
            }],
            Value::Array(_) => vec![PatchOperation::Add {
                path: path.key("-"),
                value: nest(rest, value),
            }],
            // The place of a mapping or list holds a scalar or nothing.
            _ => vec![put(path, nest(tokens.get(depth..).unwrap_or_default(), value))],
        };
    }
    match value {
        Some(value) if *at == value => Vec::new(),
        Some(value) => vec![put(path, value)],
        None => vec![PatchOperation::Remove { path }],
    }
}

fn put(path: Pointer, value: Value) -> PatchOperation {
    PatchOperation::Replace { path, value }
}

/// Returns the patch that removes a list entry. If the list is optional, removing its last entry removes the list.
pub fn remove_entry(document: &Value, list: &Pointer, index: usize, optional: bool) -> Vec<PatchOperation> {
    let length = document
        .pointer(list.as_str())
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    if index >= length {
        Vec::new()
    } else if length == 1 && optional {
        vec![PatchOperation::Remove { path: list.clone() }]
    } else {
        vec![PatchOperation::Remove {
            path: list.index(index),
        }]
    }
}

/// Returns the patch that makes the second entry of a list the first one.
pub fn swap_primary(document: &Value, list: &Pointer) -> Vec<PatchOperation> {
    let entries = document.pointer(list.as_str()).and_then(Value::as_array);
    let Some([first, second, ..]) = entries.map(Vec::as_slice) else {
        return Vec::new();
    };
    vec![
        put(list.index(0), second.clone()),
        put(list.index(1), first.clone()),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn place(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    fn patch(document: &Value, at: &str, value: Option<Value>) -> Value {
        serde_json::to_value(set(document, &place(at), value)).unwrap()
    }

    #[test]
    fn raw_text_becomes_a_number_only_when_it_reads_back_the_same() {
        for (raw, value) in [
            ("40", json!(40)),
            (" 40 ", json!(40)),
            ("0", json!(0)),
            ("040", json!("040")),
            ("4 0", json!("4 0")),
            ("-1", json!("-1")),
            ("1e3", json!("1e3")),
            ("99999999999999999999", json!("99999999999999999999")),
        ] {
            assert_eq!(value_of(raw, FieldKind::Number), Some(value), "{raw:?}");
        }
        assert_eq!(value_of("  ", FieldKind::Number), None);
        assert_eq!(value_of("1", FieldKind::Text), Some(json!("1")));
    }

    #[test]
    fn an_existing_value_is_replaced_and_an_equal_one_left_alone() {
        let document = json!({"spec": {"nodes": {"count": 40}}});
        assert_eq!(
            patch(&document, "/spec/nodes/count", Some(json!(41))),
            json!([{"op": "replace", "path": "/spec/nodes/count", "value": 41}])
        );
        assert_eq!(patch(&document, "/spec/nodes/count", Some(json!(40))), json!([]));
        assert_eq!(
            patch(&document, "/spec/nodes/count", None),
            json!([{"op": "remove", "path": "/spec/nodes/count"}])
        );
        assert_eq!(patch(&document, "/spec/nodes/max", None), json!([]));
    }

    #[test]
    fn missing_parents_come_with_the_value() {
        let document = json!({"spec": {}});
        assert_eq!(
            patch(&document, "/spec/nodes/count", Some(json!(1))),
            json!([{"op": "add", "path": "/spec/nodes", "value": {"count": 1}}])
        );
        assert_eq!(
            patch(&document, "/spec/podCIDRs/0", Some(json!("x"))),
            json!([{"op": "add", "path": "/spec/podCIDRs", "value": ["x"]}])
        );
        assert_eq!(
            patch(
                &json!({"spec": {"podCIDRs": ["x"]}}),
                "/spec/podCIDRs/1",
                Some(json!("y"))
            ),
            json!([{"op": "add", "path": "/spec/podCIDRs/-", "value": "y"}])
        );
        assert_eq!(
            patch(&json!({"spec": null}), "/spec/cni", Some(json!("calico"))),
            json!([{"op": "replace", "path": "/spec", "value": {"cni": "calico"}}])
        );
    }

    #[test]
    fn a_scalar_in_place_of_a_list_gives_way() {
        assert_eq!(
            patch(
                &json!({"spec": {"podCIDRs": "x"}}),
                "/spec/podCIDRs/0",
                Some(json!("y"))
            ),
            json!([{"op": "replace", "path": "/spec/podCIDRs", "value": ["y"]}])
        );
    }

    #[test]
    fn the_last_entry_of_an_optional_list_takes_the_list_along() {
        let document = json!({"spec": {"reserved": [{"name": "a"}], "podCIDRs": ["x"]}});
        let reserved = remove_entry(&document, &place("/spec/reserved"), 0, true);
        assert_eq!(
            serde_json::to_value(reserved).unwrap(),
            json!([{"op": "remove", "path": "/spec/reserved"}])
        );
        let pods = remove_entry(&document, &place("/spec/podCIDRs"), 0, false);
        assert_eq!(
            serde_json::to_value(pods).unwrap(),
            json!([{"op": "remove", "path": "/spec/podCIDRs/0"}])
        );
        assert_eq!(remove_entry(&document, &place("/spec/podCIDRs"), 1, false), []);
    }

    #[test]
    fn swapping_needs_two_entries() {
        let document = json!({"spec": {"podCIDRs": ["x", "y"], "nodeCIDRs": ["z"]}});
        let swapped = swap_primary(&document, &place("/spec/podCIDRs"));
        assert_eq!(
            serde_json::to_value(swapped).unwrap(),
            json!([
                {"op": "replace", "path": "/spec/podCIDRs/0", "value": "y"},
                {"op": "replace", "path": "/spec/podCIDRs/1", "value": "x"}
            ])
        );
        assert_eq!(swap_primary(&document, &place("/spec/nodeCIDRs")), []);
    }
}
