//! What is read from files, dumps and pasted output: each value of the plan with how sure it is, and what is said. The
//! cases are `cases/imports/*.md`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::path::Path;

use dualstack_core::sources::{Import, ImportOptions, Text, import};

/// Texts with what is found in them.
struct Case {
    title: String,
    /// Each with the name of its file, if it has one.
    texts: Vec<(Option<String>, String)>,
    found: String,
}

/// Reads a file of cases: a `##` heading, ```` ```source NAME ```` blocks, and a ```` ```found ```` block. The words
/// `crlf` and `bom` before a name say how the file is encoded.
fn parse(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = file.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case {
                title: title.to_owned(),
                texts: Vec::new(),
                found: String::new(),
            });
        }
        if !line.starts_with("```") {
            continue;
        }
        // A source with blocks of its own stands between four.
        let head = line.trim_start_matches('`');
        let fence = line.strip_suffix(head).unwrap();
        let inside = lines.by_ref().take_while(|line| *line != fence);
        let content: String = inside.flat_map(|line| [line, "\n"]).collect();
        let case = cases.last_mut().unwrap();
        let mut words: Vec<&str> = head.split(' ').collect();
        match words.remove(0) {
            "found" => case.found = content,
            "source" => {
                let mut text = content;
                if words.first() == Some(&"crlf") {
                    words.remove(0);
                    text = text.replace('\n', "\r\n");
                }
                if words.first() == Some(&"bom") {
                    words.remove(0);
                    text.insert(0, '\u{feff}');
                }
                case.texts
                    .push((words.first().map(|name| (*name).to_owned()), text));
            }
            other => panic!("{}: a block of {other}", case.title),
        }
    }
    cases
}

/// Returns what an import found, a line each.
fn found(imported: &Import) -> String {
    let mut text = String::new();
    for value in &imported.values {
        writeln!(text, "{} = {} ({:?})", value.path, value.value, value.strength).unwrap();
    }
    let used = &imported.occupancy;
    let counts = [
        ("node blocks", used.node_blocks.len()),
        ("cluster IPs", used.cluster_ips.len()),
        ("node ports", used.node_ports.len()),
    ];
    for (name, count) in counts.iter().filter(|(_, count)| *count > 0) {
        writeln!(text, "{name}: {count}").unwrap();
    }
    for diagnostic in &imported.diagnostics {
        writeln!(text, "{} :{}", diagnostic.code, diagnostic.location.line).unwrap();
    }
    text
}

#[test]
fn everything_that_is_found_is_written_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/imports");
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        for case in parse(&std::fs::read_to_string(entry.unwrap().path()).unwrap()) {
            count += 1;
            let texts: Vec<Text<'_>> = case
                .texts
                .iter()
                .map(|(name, text)| Text {
                    name: name.as_deref(),
                    text,
                })
                .collect();
            let options = ImportOptions {
                language: "en",
                ..ImportOptions::default()
            };
            let came = found(&import(&texts, &options));
            if came != case.found {
                faults.push(format!("{}: found is\n{came}", case.title));
            }
        }
    }
    assert!(count > 0, "there are cases");
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
