//! What components were recorded to print is explained: every refusal, start-up error and log line of the vectors.

#![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use dualstack_core::explain::explain;
use flate2::read::MultiGzDecoder;
use serde_json::Value;

/// What the recorded runs lacked besides: nothing of it is about addresses, families, ranges or gates.
const OF_THE_TEST_BED: [&str; 2] = ["service-account-issuer is a required flag", "Failed to watch"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let mut text = String::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        MultiGzDecoder::new(bytes.as_slice())
            .read_to_string(&mut text)
            .unwrap();
    } else {
        text = String::from_utf8(bytes).unwrap();
    }
    text
}

/// Adds a text. Those that differ in numbers only are one.
fn add(out: &mut BTreeMap<String, String>, text: String) {
    let shape = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    out.entry(shape).or_insert(text);
}

/// Collects the texts of a recorded value: causes of refusals with their fields, and what was logged.
fn texts(value: &Value, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Object(members) => {
            for (key, member) in members {
                match (key.as_str(), member) {
                    ("causes", Value::Array(causes)) => {
                        for cause in causes {
                            let field = cause.get("field").and_then(Value::as_str).unwrap_or_default();
                            let message = cause.get("message").and_then(Value::as_str).unwrap_or_default();
                            add(out, format!("{field}: {message}"));
                        }
                    }
                    ("errors" | "warnings", Value::Array(lines)) => {
                        lines
                            .iter()
                            .filter_map(Value::as_str)
                            .for_each(|line| add(out, line.to_owned()));
                    }
                    _ => texts(member, out),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_recorded_text_is_explained() {
    let mut paths = Vec::new();
    files(&dualstack_conformance::vectors(), &mut paths);
    let mut all = BTreeMap::new();
    for path in paths {
        let name = path.to_string_lossy().into_owned();
        if name.ends_with(".jsonl.gz") {
            for line in read(&path).lines() {
                texts(&serde_json::from_str(line).unwrap(), &mut all);
            }
        } else if name.ends_with(".json") || name.ends_with(".json.gz") {
            texts(&serde_json::from_str(&read(&path)).unwrap(), &mut all);
        }
    }
    assert!(all.len() > 200, "{}", all.len());
    let unknown: Vec<String> = all
        .into_values()
        .filter(|text| !OF_THE_TEST_BED.iter().any(|other| text.contains(other)))
        .filter(|text| explain(text, None).is_empty())
        .collect();
    assert!(
        unknown.is_empty(),
        "{} texts:\n{}",
        unknown.len(),
        unknown.join("\n")
    );
}
