use serde::Serialize;
use serde_json::{Map, Number, Value as Json};

use super::scalar::whole;
use super::{Entry, Node, Span, Style, Value};

/// Converts a node to JSON as Kubernetes converts YAML: numbers without a fraction become integers.
///
/// ```
/// use dualstack_ground::document::{read, to_json};
/// let stream = read("a: 0777\nb: 1.0\nc: 12:30:45\nd: on\n");
/// let json = to_json(stream.documents[0].root());
/// assert_eq!(json, serde_json::json!({"a": 511, "b": 1, "c": "12:30:45", "d": true}));
/// ```
pub fn to_json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Int(value) => integer(value.get()).map_or(Json::Null, Json::Number),
        Value::Float(value) => whole(*value)
            .and_then(integer)
            .or_else(|| Number::from_f64(*value))
            .map_or(Json::Null, Json::Number),
        Value::String(text) => Json::String(text.clone()),
        Value::Sequence(items) => Json::Array(items.iter().map(to_json).collect()),
        Value::Mapping(entries) => Json::Object(
            entries
                .iter()
                .map(|entry| (entry.key.clone(), to_json(&entry.value)))
                .collect::<Map<_, _>>(),
        ),
    }
}

/// Converts a value of any type to JSON. Null if the value has no JSON form.
///
/// By way of text, for which every type has a writer: `serde_json::to_value` would be a second one of each.
pub fn as_json<T: Serialize + ?Sized>(value: &T) -> Json {
    parsed(serde_json::to_string(value))
}

fn parsed(text: serde_json::Result<String>) -> Json {
    text.and_then(|text| serde_json::from_str(&text))
        .unwrap_or_default()
}

fn integer(value: i128) -> Option<Number> {
    i64::try_from(value)
        .map(Number::from)
        .or_else(|_| u64::try_from(value).map(Number::from))
        .ok()
}

impl From<&Json> for Node {
    /// Converts JSON to a node that has no place in a text.
    fn from(json: &Json) -> Node {
        let value = match json {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => number
                .as_i64()
                .map(i128::from)
                .or_else(|| number.as_u64().map(i128::from))
                .map(|number| Value::Int(number.into()))
                .or_else(|| number.as_f64().map(Value::Float))
                .unwrap_or(Value::Null),
            Json::String(text) => Value::String(text.clone()),
            Json::Array(items) => Value::Sequence(items.iter().map(Node::from).collect()),
            Json::Object(members) => Value::Mapping(
                members
                    .iter()
                    .map(|(key, value)| Entry::detached(key.clone(), Node::from(value)))
                    .collect(),
            ),
        };
        Node::detached(value)
    }
}

impl Entry {
    pub(super) fn detached(key: String, value: Node) -> Entry {
        Entry {
            key,
            key_span: Span::default(),
            key_style: Style::Plain,
            value,
        }
    }
}
