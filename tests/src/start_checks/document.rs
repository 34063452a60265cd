//! The documents of an exported file, and conditions on them.

use dualstack_core::document::{self, to_json};
use dualstack_core::net::{Cidr, IpFamily};
use serde_json::{Map, Value};

use super::{Check, Where};

/// A document of an exported file.
#[derive(Clone, Debug)]
pub struct Document(pub Value);

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(on) => Some(on.to_string()),
        _ => None,
    }
}

fn walk<'v>(value: &'v Value, path: &str, found: &mut Vec<&'v Value>) {
    let Some((key, rest)) = path.split_once('/').or((!path.is_empty()).then_some((path, ""))) else {
        found.push(value);
        return;
    };
    match (key, value) {
        ("*", Value::Array(items)) => items.iter().for_each(|item| walk(item, rest, found)),
        ("*", Value::Object(members)) => members.values().for_each(|member| walk(member, rest, found)),
        (_, Value::Object(members)) => {
            if let Some(member) = members.get(key) {
                walk(member, rest, found);
            }
        }
        _ => {}
    }
}

impl Document {
    /// Returns the values of a path.
    pub fn values(&self, path: &str) -> Vec<&Value> {
        let mut found = Vec::new();
        walk(&self.0, path, &mut found);
        found
    }

    /// Returns whether there is a value.
    pub fn has(&self, path: &str) -> bool {
        !self.values(path).is_empty()
    }

    /// Returns the first scalar of a path.
    pub fn text(&self, path: &str) -> Option<String> {
        self.values(path).into_iter().find_map(scalar)
    }

    /// Returns the scalars of a path: the entries of lists, the parts of texts between commas.
    pub fn list(&self, path: &str) -> Vec<String> {
        let mut list = Vec::new();
        for value in self.values(path) {
            let items = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            let texts = items.iter().filter_map(scalar);
            list.extend(texts.flat_map(|text| text.split(',').map(str::to_owned).collect::<Vec<_>>()));
        }
        list.retain(|text| !text.is_empty());
        list
    }

    /// Returns the networks of a path. Other texts are left out.
    pub fn cidrs(&self, path: &str) -> Vec<Cidr> {
        self.list(path)
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect()
    }

    /// Returns the families of the addresses of a path. A placeholder has the family that it names.
    pub fn families(&self, path: &str) -> Vec<IpFamily> {
        self.list(path)
            .iter()
            .filter_map(|text| {
                let written = text.parse().ok().map(IpFamily::of);
                written.or_else(|| {
                    let named = |family: &IpFamily| text.contains(&family.as_str().to_ascii_uppercase());
                    IpFamily::ALL.into_iter().find(named)
                })
            })
            .collect()
    }

    /// Returns the number of a path.
    pub fn number(&self, path: &str) -> Option<u64> {
        self.text(path)?.parse().ok()
    }

    /// Returns whether a value is `true`.
    pub fn is_on(&self, path: &str) -> bool {
        self.text(path).as_deref() == Some("true")
    }

    /// Returns names and values of arguments, in each of the forms that installers have for them: a mapping, a list of
    /// `name` and `value`, a list of `name=value`. Leading hyphens are left out.
    pub fn arguments(&self, path: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut add =
            |name: &str, value: String| found.push((name.trim_start_matches('-').to_owned(), value));
        for value in self.values(path) {
            for (name, value) in value.as_object().into_iter().flatten() {
                add(name, scalar(value).unwrap_or_default());
            }
            for item in value.as_array().into_iter().flatten() {
                if let Some((name, value)) = item.as_str().and_then(|item| item.split_once('=')) {
                    add(name, value.to_owned());
                } else if let Some(name) = item["name"].as_str() {
                    add(name, scalar(&item["value"]).unwrap_or_default());
                }
            }
        }
        found
    }

    fn holds(&self, condition: &Where) -> bool {
        match condition {
            Where::Is(path, text) => self
                .values(path)
                .into_iter()
                .filter_map(scalar)
                .any(|found| found == *text),
            Where::Has(path) => self.has(path),
            Where::Lacks(path) => !self.has(path),
            Where::Begins(path, text) => self.list(path).iter().any(|found| found.starts_with(text)),
            Where::All(all) => all.iter().all(|condition| self.holds(condition)),
            Where::Any(any) => any.iter().any(|condition| self.holds(condition)),
        }
    }

    /// Returns whether a document passes a check.
    pub fn passes(&self, check: &Check) -> bool {
        match check {
            Check::Requires(first, second) => !self.holds(first) || self.holds(second),
            Check::Excludes(first, second) => !(self.holds(first) && self.holds(second)),
            Check::AsMany(first, second) => {
                let entries = self.list(first).len();
                entries == 0 || entries == self.list(second).len()
            }
            Check::OneOf(path, known) => self.text(path).is_none_or(|text| known.contains(&text.as_str())),
            Check::AtMost(path, most) => self.list(path).len() <= *most,
            Check::Each(path, holds) => self.list(path).iter().all(|text| holds(text)),
            Check::Holds(holds) => holds(self),
        }
    }

    /// Returns the `kind` of a document, empty where it has none.
    pub fn kind(&self) -> &str {
        self.0.get("kind").and_then(Value::as_str).unwrap_or_default()
    }
}

/// Returns the documents of a text, and those in its fields of several lines.
pub fn documents(text: &str) -> Vec<Document> {
    let mut found = Vec::new();
    for document in document::read(text).documents {
        let value = to_json(document.root());
        embedded(&value, &mut found);
        found.push(Document(value));
    }
    found
}

fn embedded(value: &Value, found: &mut Vec<Document>) {
    match value {
        Value::String(text) if text.contains('\n') => found.extend(documents(text)),
        Value::Array(items) => items.iter().for_each(|item| embedded(item, found)),
        Value::Object(members) => members.values().for_each(|member| embedded(member, found)),
        _ => {}
    }
}

/// Returns the options of a command in a script as a document: `--name=value`, a line each.
pub fn options(script: &str) -> Document {
    let mut members = Map::new();
    let lines = script
        .lines()
        .map(|line| line.trim().trim_end_matches('\\').trim_end());
    let written = lines.filter_map(|line| line.strip_prefix("--")?.split_once('='));
    members.extend(written.map(|(name, value)| (name.to_owned(), Value::from(value))));
    Document(Value::Object(members))
}

/// Returns a document with the values of another one over it, as Helm merges files of values.
pub fn overlaid(below: &Document, above: &Document) -> Document {
    fn merge(below: &mut Value, above: &Value) {
        match (below, above) {
            (Value::Object(below), Value::Object(above)) => {
                for (key, value) in above {
                    merge(below.entry(key.clone()).or_insert(Value::Null), value);
                }
            }
            (below, above) => *below = above.clone(),
        }
    }
    let mut merged = below.0.clone();
    merge(&mut merged, &above.0);
    Document(merged)
}
