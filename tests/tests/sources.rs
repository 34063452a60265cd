//! What sources may say: citations that a reader can open, and versions compared in one room only.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::{Path, PathBuf};

/// Extensions of files that people read.
const TEXT: [&str; 12] = [
    "css", "ftl", "html", "js", "json", "md", "mjs", "py", "rs", "toml", "ts", "yaml",
];
const NOT_OURS: [&str; 5] = ["dist", "node_modules", "target", "snapshots", "vectors"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&name) {
                files(&path, found);
            }
        } else if path
            .extension()
            .is_some_and(|ext| TEXT.iter().any(|text| ext == *text))
        {
            found.push(path);
        }
    }
}

/// Every line of the files below a folder that has the fault, as `path:line: text`.
fn lines_with(folder: &str, fault: impl Fn(&str) -> bool, skip: impl Fn(&Path) -> bool) -> Vec<String> {
    let mut all = Vec::new();
    files(&root().join(folder), &mut all);
    assert!(!all.is_empty(), "{folder} has no files");
    let mut found = Vec::new();
    for path in all.iter().filter(|path| !skip(path)) {
        let text = std::fs::read_to_string(path).unwrap();
        for (number, line) in text.lines().enumerate() {
            if fault(line) {
                found.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    found
}

/// A Markdown file below `spec`: the notes this project was written from, which are in no repository.
fn cites_notes(line: &str) -> bool {
    line.match_indices(concat!("spec", "/")).any(|(at, start)| {
        let behind = &line[at + start.len()..];
        let name = behind
            .find(|c: char| !c.is_ascii_alphanumeric() && !"-*.".contains(c))
            .map_or(behind, |end| &behind[..end]);
        // The spec of an object is a pointer or a path: `/spec/podCIDRs`.
        let is_path = line[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || "/-_".contains(c));
        !is_path && name.trim_end_matches('.').ends_with(".md")
    })
}

#[test]
fn nothing_cites_notes_that_no_reader_has() {
    let found = lines_with("", cites_notes, |_| false);
    assert!(
        found.is_empty(),
        "cite the upstream file instead:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_citation_is_noticed() {
    let notes = concat!("spec", "/", "cni.md");
    assert!(cites_notes(&format!("//! Flannel ({notes} §3).")));
    assert!(cites_notes(&format!("sources: [\"{notes}\"],")));
    assert!(cites_notes(concat!("see spec", "/*.md")));
    assert!(!cites_notes("at `/spec/podCIDRs` of the file, see docs/spec.md"));
    assert!(!cites_notes("kubernetes/api/openapi-spec/README.md"));
}

/// A comparison of versions: what belongs into a row of `core/kubernetes/src/kubernetes/`.
fn compares_versions(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    let squeezed: String = code.split_whitespace().collect();
    let compared = |name: &str| {
        squeezed.match_indices(name).any(|(at, name)| {
            let behind = squeezed[at + name.len()..].trim_start_matches(')');
            let operand = |c: char| c.is_alphanumeric() || "._()&:".contains(c);
            let before = squeezed[..at].trim_end_matches(operand);
            ["<", ">", "==", "!="].iter().any(|sign| behind.starts_with(sign))
                || before.ends_with("<=")
                || before.ends_with(">=")
                || squeezed[before.len()..at].contains(".contains(&")
        })
    };
    let literal = squeezed
        .match_indices("minor_version(")
        .any(|(at, name)| squeezed[at + name.len()..].starts_with(|c: char| c.is_ascii_digit()));
    compared(".minor()") || compared("kubernetes_version") || compared("Version::NEWEST") || literal
}

/// The text of a source file up to its tests.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod ").map_or(text, |at| &text[..at])
}

#[test]
fn only_the_tables_compare_versions() {
    let mut faults = Vec::new();
    for folder in ["core", "web/src"] {
        let mut all = Vec::new();
        files(&root().join(folder), &mut all);
        for path in all {
            let is_test = path.components().any(|part| {
                let name = part.as_os_str();
                name == "tests.rs" || name == "tests"
            });
            let is_table = path.starts_with(root().join("core/kubernetes/src/kubernetes"));
            if is_test || is_table || path.extension().is_none_or(|ext| ext != "rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for (number, line) in without_tests(&text).lines().enumerate() {
                if compares_versions(line) {
                    faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "a row is missing in core/kubernetes/src/kubernetes:\n{}",
        faults.join("\n")
    );
}

#[test]
fn a_comparison_is_noticed() {
    for line in [
        "if version.minor() >= 20 {",
        "if 20 <= cx.version().minor() {",
        "if (from..=to).contains(&version.minor()) {",
        "let old = plan.spec.kubernetes_version < Version::minor_version(33);",
        "let version = Version::minor_version(36);",
    ] {
        assert!(compares_versions(line), "{line}");
    }
    for line in [
        "let version = plan.spec.kubernetes_version;",
        "// from version.minor() >= 20 on",
        "let minor = version.minor();",
    ] {
        assert!(!compares_versions(line), "{line}");
    }
}
