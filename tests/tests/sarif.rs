//! What is written as SARIF is SARIF: held against the published schema (`tests/schemas`, SARIF 2.1.0-rtm.5), and its
//! fixes do what the planner's own do.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::path::Path;

use dualstack_conformance::rules::read_all;
use dualstack_core::analyze::Counts;
use dualstack_core::document::{LineTable, patch};
use dualstack_core::report::{CheckedFile, Format, write};
use dualstack_core::{AnalyzeOptions, analyze};
use serde_json::Value;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    let text = std::fs::read_to_string(folder().join("schemas/sarif-2.1.0-rtm.5.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The keywords of JSON Schema draft 4 that the schema uses. `format` and `pattern` are not held against; the others
/// are, and a keyword that is not known here is a fault.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(reference.strip_prefix('#').unwrap()).unwrap();
        return faults(root, target, value, at, found);
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (keyword, rule) in schema.as_object().unwrap() {
        let holds = match keyword.as_str() {
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64() || value.is_u64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                other => panic!("unknown type {other}"),
            },
            "enum" => rule.as_array().unwrap().contains(value),
            "required" => {
                let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
                rule.as_array().unwrap().iter().all(has)
            }
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= rule.as_f64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "uniqueItems" => value.as_array().is_none_or(|items| {
                rule != &Value::Bool(true)
                    || items
                        .iter()
                        .enumerate()
                        .all(|(i, item)| !items[..i].contains(item))
            }),
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults(root, rule, item, &format!("{at}/{i}"), found);
                }
                true
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(member) = value.get(name) {
                        faults(root, rule, member, &format!("{at}/{name}"), found);
                    }
                }
                true
            }
            "additionalProperties" => value.as_object().is_none_or(|members| {
                members
                    .iter()
                    .filter(|(name, _)| properties.is_none_or(|known| !known.contains_key(*name)))
                    .all(|(name, member)| match rule {
                        Value::Bool(allowed) => *allowed,
                        rule => {
                            faults(root, rule, member, &format!("{at}/{name}"), found);
                            true
                        }
                    })
            }),
            "anyOf" | "oneOf" => {
                let fits = |rule: &&Value| {
                    let mut inner = Vec::new();
                    faults(root, rule, value, at, &mut inner);
                    inner.is_empty()
                };
                let count = rule.as_array().unwrap().iter().filter(fits).count();
                if keyword == "oneOf" { count == 1 } else { count > 0 }
            }
            "$schema" | "id" | "title" | "description" | "default" | "definitions" | "format" | "pattern" => {
                true
            }
            other => panic!("keyword {other} is not known here"),
        };
        if !holds {
            found.push(format!("{at}: {keyword} {rule}"));
        }
    }
}

fn sarif(text: &str, language: &str) -> Value {
    let report = analyze(text, &AnalyzeOptions::default());
    let file = CheckedFile {
        name: "clusters/my plan.yaml",
        text,
        diagnostics: &report.diagnostics,
    };
    serde_json::from_str(&write(Format::Sarif, &[file], Counts::default(), language)).unwrap()
}

#[test]
fn every_case_is_written_as_valid_sarif() {
    let schema = schema();
    let mut count = 0;
    for (code, cases) in read_all(&folder().join("cases/rules")).unwrap() {
        for case in cases {
            let log = sarif(&case.plan, "ja");
            let mut found = Vec::new();
            faults(&schema, &schema, &log, "", &mut found);
            assert!(found.is_empty(), "{code}, {}: {found:#?}", case.title);
            count += 1;
        }
    }
    assert!(count > 100);
}

#[test]
fn wrong_sarif_is_noticed() {
    let schema = schema();
    let mut log = sarif("kind: ClusterPlan\n", "en");
    log["runs"][0]["results"][0]["level"] = "bad".into();
    log["runs"][0]["results"][0]["location"] = 1.into();
    let mut found = Vec::new();
    faults(&schema, &schema, &log, "", &mut found);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn results_name_their_rule_and_place() {
    let log = sarif(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: [10.244.1.0/16]\n  serviceCIDRs: [10.96.0.0/16]\n",
        "en",
    );
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "ADDR005");
    let index = result["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "ADDR005");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "clusters/my%20plan.yaml");
    assert_eq!(place["region"]["startColumn"], 14);
}

#[test]
fn fixes_do_what_the_patches_do() {
    for (code, cases) in read_all(&folder().join("cases/rules")).unwrap() {
        for case in cases {
            let report = analyze(&case.plan, &AnalyzeOptions::default());
            let log = sarif(&case.plan, "en");
            let lines = LineTable::new(&case.plan);
            for (found, result) in report
                .diagnostics
                .iter()
                .zip(log["runs"][0]["results"].as_array().unwrap())
            {
                for (index, fix) in found.fixes.iter().enumerate() {
                    let wanted = patch::apply(&case.plan, fix.document, &fix.patch).unwrap().text;
                    let change = &result["fixes"][index]["artifactChanges"][0]["replacements"][0];
                    let region = &change["deletedRegion"];
                    let number = |name: &str| region[name].as_u64().unwrap() as usize;
                    let start = lines
                        .offset(&case.plan, number("startLine"), number("startColumn"))
                        .unwrap();
                    let end = lines
                        .offset(&case.plan, number("endLine"), number("endColumn"))
                        .unwrap();
                    let inserted = change["insertedContent"]["text"].as_str().unwrap();
                    let made = [&case.plan[..start], inserted, &case.plan[end..]].concat();
                    assert_eq!(made, wanted, "{code}, {}", case.title);
                }
            }
        }
    }
}
