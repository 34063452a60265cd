//! SARIF 2.1.0 (OASIS): one run, the rules with their pages, and the findings with places and fixes.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::checked::{CheckedFile, docs_of};
use crate::diagnostic::{Diagnostic, Fix, Location, Severity};
use crate::document::write::to_json_pretty;
use crate::document::{Stream, patch, read};
use crate::i18n::{Catalogue, Message};
use crate::lint;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn write(files: &[CheckedFile<'_>], catalogue: &Catalogue) -> String {
    let mut rules: BTreeMap<&str, Value> = BTreeMap::new();
    rules.extend(lint::rules().map(|rule| (rule.meta.code, descriptor(rule.meta.code, catalogue))));
    // Findings about the text of a file have codes, but no rule.
    for found in files.iter().flat_map(|file| file.diagnostics) {
        rules
            .entry(found.code)
            .or_insert_with(|| descriptor(found.code, catalogue));
    }
    let codes: Vec<&str> = rules.keys().copied().collect();
    let mut results: Vec<Value> = Vec::new();
    for file in files {
        // Read once, and only if something can be changed in it.
        let stream = LazyCell::new(|| read(file.text));
        for found in file.diagnostics {
            let index = codes.binary_search(&found.code).ok();
            let mut result = result(file, found, index, catalogue);
            let artifact = artifact(file);
            let written = |fix| written_fix(&stream, fix, &artifact, catalogue);
            let fixes: Vec<Value> = found.fixes.iter().filter_map(written).collect();
            if let Some(members) = result.as_object_mut().filter(|_| !fixes.is_empty()) {
                members.insert("fixes".to_owned(), fixes.into());
            }
            results.push(result);
        }
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "dualstack-planner",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.into_values().collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    to_json_pretty(&log)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn descriptor(code: &str, catalogue: &Catalogue) -> Value {
    let text = |id: String| catalogue.text(&Message::new(id));
    let mut rule = Map::new();
    rule.insert("id".to_owned(), code.into());
    rule.insert(
        "shortDescription".to_owned(),
        json!({ "text": text(format!("{code}.title")) }),
    );
    if let Some(known) = lint::notes_of(code) {
        let meta = &known.rule.meta;
        rule.insert("name".to_owned(), known.name.into());
        rule.insert(
            "help".to_owned(),
            json!({ "text": catalogue.text(&meta.help()), "markdown": known.body() }),
        );
        rule.insert("helpUri".to_owned(), meta.docs_url().into());
        let severity = meta.severity.at(crate::kubernetes::Version::NEWEST);
        rule.insert(
            "defaultConfiguration".to_owned(),
            json!({ "level": level(severity) }),
        );
    }
    Value::Object(rule)
}

fn region(place: &Location) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

fn artifact(file: &CheckedFile<'_>) -> Value {
    json!({ "uri": uri(file.name) })
}

fn result(file: &CheckedFile<'_>, found: &Diagnostic, index: Option<usize>, catalogue: &Catalogue) -> Value {
    let mut message = catalogue.text(&found.message);
    if let Some(upstream) = &found.upstream {
        message.push_str(&format!("\n{}: {upstream}", found.component.as_str()));
    }
    let mut physical = json!({ "artifactLocation": artifact(file) });
    if let (true, Some(physical)) = (found.location.line > 0, physical.as_object_mut()) {
        physical.insert("region".to_owned(), region(&found.location));
    }
    let logical = json!([{ "fullyQualifiedName": found.location.pointer }]);
    let mut result = json!({
        "ruleId": found.code,
        "level": level(found.severity),
        "message": { "text": message },
        "locations": [{ "physicalLocation": physical, "logicalLocations": logical }],
        "properties": { "component": found.component, "stage": found.stage, "document": found.location.document },
    });
    if let Some(members) = result.as_object_mut() {
        members.extend(index.map(|index| ("ruleIndex".to_owned(), index.into())));
        if let (Some(page), Some(Value::Object(properties))) =
            (docs_of(found.code), members.get_mut("properties"))
        {
            properties.insert("docs".to_owned(), page.into());
        }
    }
    result
}

/// Returns a fix as one replacement of text: the difference between its document and the document with the patch.
fn written_fix(stream: &Stream, fix: &Fix, artifact: &Value, catalogue: &Catalogue) -> Option<Value> {
    let document = stream.document(fix.document)?;
    let (source, range) = (document.source(), document.range());
    let before = source.text().get(range.clone())?;
    let after = patch::apply_within(document, &fix.patch).ok()?.text;
    let start = before
        .char_indices()
        .zip(after.chars())
        .find(|((_, a), b)| a != b)
        .map_or(before.len().min(after.len()), |((at, _), _)| at);
    let same_end: usize = before
        .get(start..)?
        .chars()
        .rev()
        .zip(after.get(start..)?.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let (line, column) = source.position(range.start + start);
    let (end_line, end_column) = source.position(range.start + before.len().checked_sub(same_end)?);
    let inserted = after.get(start..after.len().checked_sub(same_end)?)?;
    Some(json!({
        "description": { "text": catalogue.text(&fix.title) },
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{
                "deletedRegion": {
                    "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
                },
                "insertedContent": { "text": inserted },
            }],
        }],
    }))
}

/// Returns a file name as a relative reference of RFC 3986.
fn uri(name: &str) -> String {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    name.replace('\\', "/")
        .bytes()
        .fold(String::new(), |mut out, byte| {
            if unreserved(byte) {
                out.push(char::from(byte));
            } else {
                out.push_str(&format!("%{byte:02X}"));
            }
            out
        })
}
