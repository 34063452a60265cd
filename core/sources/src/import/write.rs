//! The text of the plan, with a comment that names the origin of each value.

use serde_json::{Map, Value as Json, json};

use super::ImportedValue;
use super::merge::{FIELDS, Merged};
use crate::document::write::{join_documents, one_line, to_yaml};
use crate::found::{Field, Found, Origin, Strength};
use crate::i18n::{Catalogue, Message};
use crate::request::{API_VERSION, KIND};

/// Returns the plan file.
pub(super) fn plan_file(found: &Found, merged: &Merged, language: &str) -> String {
    let given = found.plan.as_ref();
    let mut metadata = Map::new();
    let mut spec = Map::new();
    let mut nodes = Map::new();
    for value in &merged.values {
        let (parent, name) = match value.path.rsplit_once('.') {
            Some(("metadata", name)) => (&mut metadata, name),
            Some(("spec.nodes", name)) => (&mut nodes, name),
            Some((_, name)) => (&mut spec, name),
            None => continue,
        };
        parent.insert(name.to_owned(), value.value.clone());
    }
    // What a plan among the texts says beyond what others can say.
    keep(given, "/metadata", &mut metadata);
    keep(given, "/spec/nodes", &mut nodes);
    let mut kept = Map::new();
    keep(given, "/spec", &mut kept);
    for (name, value) in kept {
        if name != "nodes" && !spec.contains_key(&name) {
            spec.insert(name, value);
        }
    }
    // The fields in the order of the table, those of `nodes` where the first of them stands.
    let mut ordered = Map::new();
    for (_, path) in FIELDS {
        let Some((name, below)) = path
            .strip_prefix("spec.")
            .map(|path| path.split_once('.').unwrap_or((path, "")))
        else {
            continue;
        };
        if below.is_empty() {
            if let Some(value) = spec.get(name) {
                ordered.insert(name.to_owned(), value.clone());
            }
        } else if !nodes.is_empty() {
            ordered.insert(name.to_owned(), Json::Object(std::mem::take(&mut nodes)));
        }
    }
    for (name, value) in spec {
        ordered.entry(name).or_insert(value);
    }
    let mut plan = Map::new();
    plan.insert("apiVersion".to_owned(), json!(API_VERSION));
    plan.insert("kind".to_owned(), json!(KIND));
    if !metadata.is_empty() {
        plan.insert("metadata".to_owned(), Json::Object(metadata));
    }
    plan.insert("spec".to_owned(), Json::Object(ordered));
    let text = commented(&to_yaml(&Json::Object(plan)), merged, language);
    let whole = found.beside.iter().filter(|beside| beside.is_whole);
    let beside = whole.map(|beside| to_yaml(&beside.object));
    join_documents(std::iter::once(text).chain(beside))
}

fn keep(given: Option<&Json>, pointer: &str, into: &mut Map<String, Json>) {
    let members = given
        .and_then(|plan| plan.pointer(pointer))
        .and_then(Json::as_object);
    for (name, value) in members.into_iter().flatten() {
        into.entry(name.clone()).or_insert_with(|| value.clone());
    }
}

/// Adds the comments. The writer has each field of the plan on a line of its own.
fn commented(text: &str, merged: &Merged, language: &str) -> String {
    let catalogue = Catalogue::of(language);
    let version = merged
        .value(Field::KubernetesVersion)
        .and_then(|value| value.value.as_str());
    let mut path: Vec<(usize, String)> = Vec::new();
    let mut out = String::new();
    for line in text.lines() {
        out.push_str(line);
        let indent = line.len() - line.trim_start().len();
        let key = line.trim_start().split_once(':').map(|(key, _)| key);
        if let Some(key) = key.filter(|key| key.bytes().all(|c| c.is_ascii_alphanumeric())) {
            path.retain(|(depth, _)| *depth < indent);
            path.push((indent, key.to_owned()));
            let full: Vec<&str> = path.iter().map(|(_, key)| key.as_str()).collect();
            let full = full.join(".");
            let value = merged.values.iter().find(|value| value.path == full);
            if let Some(value) = value {
                out.push_str(" # ");
                out.push_str(&told(value, version, &catalogue));
            }
        }
        out.push('\n');
    }
    out
}

/// The most places that one comment names.
const MOST_NAMED: usize = 3;

fn told(value: &ImportedValue, version: Option<&str>, catalogue: &Catalogue) -> String {
    if value.strength == Strength::Default
        && let Some(origin) = value.origins.first().filter(|origin| !origin.kind.is_empty())
    {
        let tool = catalogue.text(&Message::new(format!("source-{}", origin.kind)));
        let tool = version.map_or(tool.clone(), |version| format!("{tool} {version}"));
        let message = Message::new("import-default")
            .with("tool", tool)
            .with("place", place(origin));
        return catalogue.text(&message);
    }
    let mut places: Vec<String> = Vec::new();
    for origin in &value.origins {
        let text = place(origin);
        if !places.contains(&text) {
            places.push(text);
        }
    }
    let more = places.len().saturating_sub(MOST_NAMED);
    places.truncate(MOST_NAMED);
    let mut text = places.join(", ");
    if more > 0 {
        text.push_str(", …");
    }
    text
}

/// Returns a place in one line: `kubeadm.yaml:5 networking.podSubnet`, `:5 --cluster-cidr` for pasted text.
pub(super) fn place(origin: &Origin) -> String {
    let file = origin.file.as_deref().unwrap_or_default();
    let path = origin.path.as_str();
    let line = match origin.line {
        0 => String::new(),
        line if file.is_empty() => format!(":{line}"),
        line => format!("{file}:{line}"),
    };
    let text = match (line.is_empty(), path.is_empty()) {
        (_, true) => line,
        (true, false) => path.to_owned(),
        (false, false) => format!("{line} {path}"),
    };
    one_line(&text)
}
