//! Names that try to become something else: a line, a key, a command, a formula, a path. Whatever a plan and its Services are
//! called, every target writes what it writes for harmless names, with the name in its place.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "inputs are written out here"
)]

use dualstack_core::document::write::to_json_pretty;
use dualstack_core::document::{read, to_json};
use dualstack_core::export::{ExportFile, targets};
use dualstack_core::{AnalyzeOptions, export_plan_file};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What ends something, begins something or stands for something else in a format that is written.
const PIECES: &[&str] = &[
    "\n", "\r\n", "\r", "\u{b}", "\u{85}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{ffff}", "\u{202e}", "\t",
    "'", "\"", "`", "$(", "${", "%{", "%", "$$", ")", "}", ";", "|", "&&", " #", "#", "//", "/*", "*/", ": ",
    "- ", "? ", "---", "\n---\n", "\n...\n", "!", "*", "&", "[", "{", ",", "<!--", "-->", "<", ">", "]]>",
    "\\", "\\\n", "=", "+", "@", "..", "../../", "~", "^", "“", "日",
];
/// The same with words, for names that no object is called by.
const WORDS: &[&str] = &[
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\nevil: true",
    "$(touch /tmp/evil)",
    "`id`",
    "'; rm -rf ~; '",
    "\"; reboot; \"",
    "\nEOF\n",
    "<script>alert(1)</script>",
    "\n[Service]\nExecStart=/bin/sh",
    "\nflush ruleset\n",
    "${file(\"/etc/passwd\")}",
    "\n## evil",
    "yes",
    "null",
    "0x1f",
    "1e3",
    "2026-01-02",
    "con",
    "\u{1b}[2J",
];

/// A harmless name, of which the names of objects are made as of the others.
const HARMLESS: &str = "demo";

/// A name whose letters are those of the harmless one.
fn names() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..5);
    pieces.prop_map(|pieces| format!("{HARMLESS}{}", pieces.concat()))
}

/// Any text at all.
fn texts() -> impl Strategy<Value = String> {
    let known = prop::sample::select([PIECES, WORDS].concat());
    prop_oneof![
        prop::collection::vec(known, 1..4).prop_map(|pieces| pieces.concat()),
        "\\PC{1,12}",
    ]
}

/// Versions and families with which every target writes something.
const KINDS: [(&str, &[usize]); 4] = [
    ("1.36", &[0, 1]),
    ("1.30", &[1, 0]),
    ("1.22", &[0, 1]),
    ("1.35", &[0]),
];

/// The networks of each family: pods, Services, nodes, load balancers.
const NETWORKS: [[&str; 4]; 2] = [
    [
        "10.244.0.0/16",
        "10.96.0.0/16",
        "192.168.1.0/24",
        "192.168.1.128/28",
    ],
    [
        "fd00:10:244::/56",
        "fd00:10:96::/112",
        "fd00:192:168:1::/64",
        "fd00:192:168:1::f0/124",
    ],
];

/// A plan of that name, with a reserved network and a Service that have `text` where people write what they like.
fn plan((version, families): (&str, &[usize]), name: &str, text: &str) -> String {
    let networks = |of: usize| -> Vec<&str> { families.iter().map(|family| NETWORKS[*family][of]).collect() };
    let plan = json!({
        "apiVersion": "dualstack-planner/v1",
        "kind": "ClusterPlan",
        "metadata": {"name": name},
        "spec": {
            "kubernetesVersion": version,
            "podCIDRs": networks(0),
            "serviceCIDRs": networks(1),
            "nodeCIDRs": networks(2),
            "loadBalancerCIDRs": networks(3),
            "nodes": {"count": 40, "max": 100},
            "reserved": [{"name": text, "cidr": "172.16.0.0/16"}],
        },
    });
    let service = json!({
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": "web", "annotations": {"example.com/note": text}},
        "spec": {"selector": {"app": "web"}, "ports": [{"port": 80}]},
    });
    format!("{}---\n{}", to_json_pretty(&plan), to_json_pretty(&service))
}

fn exported(target: &str, plan: &str) -> Vec<ExportFile> {
    let exported = export_plan_file(plan, &[target], &AnalyzeOptions::default(), "en");
    let broken: Vec<&str> = exported
        .diagnostics
        .iter()
        .map(|found| found.code)
        .filter(|code| ["EXP009", "YAML001"].contains(code))
        .collect();
    assert!(broken.is_empty(), "{target}: {broken:?}");
    exported.files
}

/// The characters that end a line for some reader, or that some reader refuses. They stand in no file: where a text has them,
/// they are written in another form.
const BREAKS: [char; 13] = [
    '\t', '\r', '\u{b}', '\u{c}', '\u{1b}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}',
    '\u{feff}', '\u{ffff}',
];

/// Whether a line is the comment that names the plan, or the checksum of it.
fn names_the_plan(line: &str) -> bool {
    let comment = line.trim_start_matches(['#', ';', ' ']);
    comment.len() < line.len()
        && (comment.starts_with("plan: demo") || comment.starts_with("checksum: fnv1a64:"))
}

/// The lines of a file, but for the comments that name the plan.
fn other_lines(file: &ExportFile) -> Vec<&str> {
    file.text.lines().filter(|line| !names_the_plan(line)).collect()
}

/// The documents of a file, as a value. `None` for files of another kind.
fn documents(file: &ExportFile) -> Option<Value> {
    if file.path.ends_with(".json") {
        return Some(serde_json::from_str(&file.text).unwrap());
    }
    if !file.path.ends_with(".yaml") && !file.path.ends_with(".yml") {
        return None;
    }
    let stream = read(&file.text);
    assert!(
        stream.diagnostics.is_empty(),
        "{}: {:?}\n{}",
        file.path,
        stream.diagnostics,
        file.text
    );
    Some(
        stream
            .documents
            .iter()
            .map(|document| to_json(document.root()))
            .collect(),
    )
}

/// A value with `<name>` for the name of the plan, also in the form that objects have it, and `<text>` for the other text.
fn without(value: &Value, name: &str, text: &str) -> Value {
    match value {
        Value::String(found) if found == text => "<text>".into(),
        Value::String(found) if found == name || found == HARMLESS => "<name>".into(),
        Value::Array(items) => items.iter().map(|item| without(item, name, text)).collect(),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, member)| (key.clone(), without(member, name, text)));
            Value::Object(members.collect())
        }
        other => other.clone(),
    }
}

/// A line of Terraform with `<name>` where its only text is the name of the plan, as HCL reads it: without a template.
fn without_text_of_hcl(line: &str, name: &str) -> String {
    let text = line
        .split_once(" = \"")
        .and_then(|(before, text)| Some((before, text.strip_suffix('"')?)));
    let Some((before, text)) = text else {
        return line.to_owned();
    };
    let mut read = String::new();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        let ahead: String = characters.clone().take(2).collect();
        match c {
            '"' => return line.to_owned(),
            '$' | '%' if ahead.starts_with('{') => return format!("a template: {line}"),
            '$' | '%' if ahead == format!("{c}{{") => {
                read.push(c);
                read.push('{');
                characters.nth(1);
            }
            '\\' => match characters.next().unwrap() {
                'n' => read.push('\n'),
                'r' => read.push('\r'),
                't' => read.push('\t'),
                'u' => {
                    let digits: String = characters.by_ref().take(4).collect();
                    read.push(char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap());
                }
                c => read.push(c),
            },
            c => read.push(c),
        }
    }
    if read == name || read == HARMLESS {
        format!("{before} = <name>")
    } else {
        line.to_owned()
    }
}

/// The records of a file of comma-separated values, by RFC 4180.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => {
                records.last_mut().unwrap().last_mut().unwrap().push('"')
            }
            '"' => quoted = !quoted,
            ',' if !quoted => records.last_mut().unwrap().push(String::new()),
            '\n' if !quoted => records.push(vec![String::new()]),
            c => records.last_mut().unwrap().last_mut().unwrap().push(c),
        }
    }
    records
}

/// A path that every system takes, below the folder that it is written to.
fn assert_stays_inside(path: &str) {
    for part in path.split('/') {
        assert!(
            part.chars()
                .all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)),
            "{path}"
        );
        assert!(
            !part.is_empty() && !part.starts_with('-') && !part.ends_with('.'),
            "{path}"
        );
        let stem = part.split('.').next().unwrap().to_ascii_lowercase();
        assert!(
            !["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&stem.as_str()),
            "{path}"
        );
    }
}

#[test]
fn every_target_writes_something_here() {
    let silent: Vec<&str> = targets()
        .iter()
        .map(|target| target.id)
        .filter(|id| {
            KINDS
                .iter()
                .all(|kind| exported(id, &plan(*kind, HARMLESS, "x")).is_empty())
        })
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// Holds what a target writes for hostile texts against what it writes for harmless ones.
fn assert_alike(target: &str, kind: (&str, &[usize]), name: &str, text: &str) {
    let harmless = exported(target, &plan(kind, HARMLESS, "a text"));
    let hostile = exported(target, &plan(kind, name, text));
    assert_eq!(hostile.len(), harmless.len(), "{target}");
    for (hostile, harmless) in hostile.iter().zip(&harmless) {
        assert_eq!(hostile.path, harmless.path);
        assert_stays_inside(&hostile.path);
        // Markdown knows no ends of lines but the usual ones.
        let breaks = |c: char| BREAKS.contains(&c) && (c.is_control() || target != "markdown");
        let broken = hostile.text.chars().find(|c| breaks(*c));
        assert_eq!(broken, None, "{}", hostile.path);
        if let (Some(found), Some(expected)) = (documents(hostile), documents(harmless)) {
            let (found, expected) = (
                without(&found, name, text),
                without(&expected, HARMLESS, "a text"),
            );
            assert_eq!(found, expected, "{}:\n{}", hostile.path, hostile.text);
        } else if hostile.path.ends_with(".csv") {
            assert_same_table(hostile, harmless);
        } else if target != "markdown" {
            let named = |file: &ExportFile, name: &str| -> Vec<String> {
                let lines = other_lines(file).into_iter();
                lines.map(|line| without_text_of_hcl(line, name)).collect()
            };
            assert_eq!(
                named(hostile, name),
                named(harmless, HARMLESS),
                "{}",
                hostile.path
            );
        }
    }
}

/// The table of hostile texts has the rows and columns of the other one, and no cell that a spreadsheet would compute.
fn assert_same_table(hostile: &ExportFile, harmless: &ExportFile) {
    let (found, expected) = (records(&hostile.text), records(&harmless.text));
    let widths = |records: &[Vec<String>]| records.iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(widths(&found), widths(&expected), "{}", hostile.text);
    assert_eq!(
        hostile.text.lines().count(),
        harmless.text.lines().count(),
        "{}",
        hostile.text
    );
    for cell in found.iter().flatten() {
        assert!(
            !cell
                .trim_start()
                .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{cell:?}"
        );
    }
}

/// A report has the headings and tables of that for harmless texts, and no element of HTML but its own comment.
fn assert_same_report(kind: (&str, &[usize]), name: &str, text: &str) {
    let outline = |file: &ExportFile| -> Vec<String> {
        let lines = file
            .text
            .lines()
            .filter(|line| line.starts_with(['#', '|', '<', '`', '-']));
        lines
            .map(|line| line.chars().take_while(|c| "#|<!-` ".contains(*c)).collect())
            .collect()
    };
    let harmless = exported("markdown", &plan(kind, HARMLESS, "a text"));
    let hostile = exported("markdown", &plan(kind, name, text));
    assert_eq!(outline(&hostile[0]), outline(&harmless[0]), "{}", hostile[0].text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_and_texts_take_their_place_and_no_other(name in names(), text in texts(), kind in prop::sample::select(&KINDS[..])) {
        for target in targets() {
            assert_alike(target.id, kind, &name, &text);
        }
        assert_same_report(kind, &name, &text);
    }
}
