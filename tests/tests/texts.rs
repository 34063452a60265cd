//! Every sentence of the engine and of the page with counts of one: "the 1 nodes planned" is no English.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::path::Path;

use dualstack_core::i18n::{Catalogue, Locale, Message, Param, Standing};

/// Parameters that are no counts, whatever stands behind them.
const NO_COUNTS: [&str; 21] = [
    "cloud",
    "cluster",
    "cni",
    "component",
    "distribution",
    "family",
    "first",
    "label",
    "last",
    "mask",
    "name",
    "other",
    "plugin",
    "pool",
    "range",
    "second",
    "service",
    "target",
    "template",
    "version",
    "who",
];
/// Counts that are more than one: limits and reservations of real components, and shares of a hundred.
const ALWAYS_MORE: [&str; 7] = ["entry", "limit", "most", "mtu", "percent", "reserved", "seconds"];
/// What may stand between a count and what is counted.
const BETWEEN: [&str; 9] = [
    "planned", "more", "other", "free", "IPv4", "IPv6", "pod", "Service", "node",
];
/// What is counted, and what several things do.
const MANY: [&str; 22] = [
    "addresses",
    "are",
    "bits",
    "blocks",
    "bytes",
    "documents",
    "errors",
    "files",
    "findings",
    "fixes",
    "get",
    "have",
    "levels",
    "networks",
    "nodes",
    "objects",
    "pods",
    "pools",
    "ranges",
    "Services",
    "warnings",
    "zones",
];

/// The Fluent files below a folder, one after the other.
fn source(folder: &Path) -> String {
    let mut all = String::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort_unstable();
    for path in entries {
        all.push_str(&match path.is_dir() {
            true => source(&path),
            false => std::fs::read_to_string(&path).unwrap() + "\n",
        });
    }
    all
}

/// The ids of a source, with `.attribute` for attributes, and the parameters that it names.
fn ids(source: &str) -> (Vec<String>, BTreeSet<&str>) {
    let mut ids = Vec::new();
    let mut message = "";
    for line in source.lines() {
        let Some((name, _)) = line.split_once(" =") else {
            continue;
        };
        let is_name = |name: &str| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        match name.trim_start().strip_prefix('.') {
            Some(attribute) if is_name(attribute) => ids.push(format!("{message}.{attribute}")),
            None if is_name(name) => {
                message = name;
                ids.push(name.to_owned());
            }
            _ => {}
        }
    }
    let parameters = source
        .split("{ $")
        .skip(1)
        .filter_map(|rest| rest.split([' ', ',', ')']).next());
    (ids, parameters.collect())
}

fn catalogue(source: &str) -> std::rc::Rc<Catalogue> {
    let text: &'static str = Box::leak(source.to_owned().into_boxed_str());
    let files: &'static [(&str, &str)] = Box::leak(Box::new([("all.ftl", text)]));
    let locales: &'static [Locale] = Box::leak(Box::new([Locale {
        tag: "en",
        name: "",
        standing: Standing::Complete,
        sources: files,
    }]));
    Catalogue::of_locales(locales, "en")
}

/// The first count of one in a text with a word of several behind it.
fn wrong(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().find_map(|(index, word)| {
        // One less than a power of two is not one.
        let is_one = word.trim_start_matches('(') == "1" && words.get(index.wrapping_sub(1)) != Some(&"−");
        let mut behind = words
            .iter()
            .skip(index + 1)
            .skip_while(|word| BETWEEN.contains(word));
        let counted = behind.next()?.trim_end_matches([',', ';', ':', '.', ')']);
        (is_one && MANY.contains(&counted)).then(|| format!("1 … {counted}"))
    })
}

#[test]
fn counts_of_one_are_of_one_thing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut faults = Vec::new();
    let mut seen = 0;
    for folder in ["core/locales", "web/locales"] {
        for language in std::fs::read_dir(root.join(folder)).unwrap() {
            let source = source(&language.unwrap().path());
            let (ids, parameters) = ids(&source);
            let catalogue = catalogue(&source);
            for id in ids {
                let mut message = Message::new(id.clone());
                for name in &parameters {
                    let value = if NO_COUNTS.contains(name) {
                        Param::from("x")
                    } else {
                        Param::from(if ALWAYS_MORE.contains(name) { 2 } else { 1 })
                    };
                    message
                        .params
                        .insert(Box::leak((*name).to_owned().into_boxed_str()), value);
                }
                let text = catalogue.text(&message);
                seen += 1;
                // An id may have attributes only.
                if !catalogue.has(&id) {
                    continue;
                }
                assert!(!text.contains("{$"), "{id}: {text}");
                faults.extend(wrong(&text).map(|what| format!("{folder}: {id}: {what}: {text}")));
            }
        }
    }
    assert!(seen > 4000, "{seen} sentences were read");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_wrong_plural_is_noticed() {
    assert!(wrong("holds the 1 nodes planned.").is_some());
    assert!(wrong("room for 1 more nodes").is_some());
    assert!(wrong("but 1 are planned").is_some());
    assert_eq!(wrong("1 node, 11 pods; 1 of 2 nodes"), None);
}
