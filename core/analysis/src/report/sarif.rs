//! SARIF 2.1.0 (OASIS): one run, the rules with their pages, and the findings with places and fixes.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::checked::{CheckedFile, docs_of};
use crate::diagnostic::{Diagnostic, Fix, Location, Severity};
use crate::document::write::to_json_pretty;
use crate::document::{LineTable, patch};
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
    let results: Vec<Value> = files
        .iter()
        .flat_map(|file| {
            let index = |code| codes.binary_search(&code).ok();
            file.diagnostics
                .iter()
                .map(move |found| result(file, found, index(found.code), catalogue))
        })
        .collect();
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

fn result(file: &CheckedFile<'_>, found: &Diagnostic, index: Option<usize>, catalogue: &Catalogue) -> Value {
    let mut message = catalogue.text(&found.message);
    if let Some(upstream) = &found.upstream {
        message.push_str(&format!("\n{}: {upstream}", found.component.as_str()));
    }
    let artifact = json!({ "uri": uri(file.name) });
    let mut physical = json!({ "artifactLocation": artifact });
    if let (true, Some(physical)) = (found.location.line > 0, physical.as_object_mut()) {
        physical.insert("region".to_owned(), region(&found.location));
    }
    let logical = json!([{ "fullyQualifiedName": found.location.pointer }]);
    let fixes: Vec<Value> = found
        .fixes
        .iter()
        .filter_map(|fix| written_fix(file, fix, &artifact, catalogue))
        .collect();
    let mut result = json!({
        "ruleId": found.code,
        "level": level(found.severity),
        "message": { "text": message },
        "locations": [{ "physicalLocation": physical, "logicalLocations": logical }],
        "properties": { "component": found.component, "stage": found.stage, "document": found.location.document },
    });
    if let Some(members) = result.as_object_mut() {
        members.extend(index.map(|index| ("ruleIndex".to_owned(), index.into())));
        if !fixes.is_empty() {
            members.insert("fixes".to_owned(), fixes.into());
        }
        if let (Some(page), Some(Value::Object(properties))) =
            (docs_of(found.code), members.get_mut("properties"))
        {
            properties.insert("docs".to_owned(), page.into());
        }
    }
    result
}

/// Returns a fix as one replacement of text: the difference between the file and the file with the patch.
fn written_fix(file: &CheckedFile<'_>, fix: &Fix, artifact: &Value, catalogue: &Catalogue) -> Option<Value> {
    let after = patch::apply(file.text, fix.document, &fix.patch).ok()?.text;
    let before = file.text;
    let start = before
        .char_indices()
        .zip(after.chars())
        .find(|((_, a), b)| a != b)
        .map_or(before.len().min(after.len()), |((at, _), _)| at);
    let tail = |text: &str| {
        text.get(start..)
            .map(|rest| rest.chars().rev().collect::<Vec<_>>())
    };
    let same_end: usize = tail(before)?
        .into_iter()
        .zip(tail(&after)?)
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let lines = LineTable::new(before);
    let (line, column) = lines.position(before, start);
    let (end_line, end_column) = lines.position(before, before.len().checked_sub(same_end)?);
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
