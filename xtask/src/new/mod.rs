//! `cargo xtask new`: the files and lines that a new rule, target, component, language or version begins with.
//!
//! The written files compile. Texts that a person has to write are marked [`TO_WRITE`], and tests fail until they are
//! written.

mod check;
mod component;
mod draft;
mod language;
mod rule;
mod target;
mod version;

use crate::command::Cmd;
use crate::error::{Result, fail};
use crate::workspace::root;
use draft::Draft;

pub(crate) use check::{copy_workspace, run as check};

/// The mark at the place of a text that a person has to write.
pub(crate) const TO_WRITE: &str = "TO BE WRITTEN";

const USAGE: &str = "\
usage: cargo xtask new rule CODE NAME         ADDR031 pod-range-too-small
       cargo xtask new target GROUP NAME      installers my-tool
       cargo xtask new component AREA NAME    map legend
       cargo xtask new language TAG NAME      de Deutsch
       cargo xtask new version VERSION        1.38";

/// Runs `new KIND …`.
pub(crate) fn run(arguments: &[String]) -> Result {
    let mut draft = Draft::new(root());
    let next = write(&mut draft, arguments)?;
    for path in draft.save()? {
        println!("wrote {path}");
    }
    format(draft.rust_files())?;
    println!("Now: {next}");
    println!("What is missing is marked {TO_WRITE}, and `cargo test -p xtask left_to_write` lists it.");
    Ok(())
}

/// Drafts the files for the arguments, and returns the text about the next steps.
fn write(draft: &mut Draft<'_>, arguments: &[String]) -> Result<&'static str> {
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["rule", code, name] => rule::write(draft, code, name),
        ["target", group, name] => target::write(draft, group, name),
        ["component", area, name] => component::write(draft, area, name),
        ["language", tag, name] => language::write(draft, tag, name),
        ["version", version] => version::write(draft, version),
        _ => fail(USAGE),
    }
}

fn format(files: Vec<std::path::PathBuf>) -> Result {
    if files.is_empty() {
        return Ok(());
    }
    let rustfmt = Cmd::new("rustfmt").quiet();
    files.iter().fold(rustfmt, Cmd::arg).run()
}

/// Returns whether a name consists of words in lower case with dashes: `pod-range-too-small`.
fn is_kebab(name: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.split('-').all(word)
}

/// Returns the type name: `PodRangeTooSmall` for `pod-range-too-small`.
fn type_name(kebab: &str) -> String {
    kebab
        .split('-')
        .map(|word| {
            let (first, rest) = word.split_at_checked(1).unwrap_or_default();
            first.to_uppercase() + rest
        })
        .collect()
}

/// Returns the module name: `pod_range_too_small` for `pod-range-too-small`.
fn module_name(kebab: &str) -> String {
    kebab.replace('-', "_")
}

/// Inserts `entry` into a list of the form `module::Type, …` between `open` and `close`, in the order of the modules.
fn with_entry(text: &str, open: &str, close: char, entry: &str) -> Option<String> {
    let begin = text.find(open)? + open.len();
    let length = text.get(begin..)?.find(close)?;
    let end = begin + length;
    let mut entries: Vec<&str> = text
        .get(begin..end)?
        .split(',')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .collect();
    entries.push(entry);
    entries.sort_unstable();
    let list: String = entries.iter().map(|entry| format!("\n    {entry},")).collect();
    Some(format!(
        "{}{list}\n{}",
        text.get(..begin)?,
        text.get(end..).unwrap_or_default()
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    /// What `arguments` would change, without changing it.
    fn drafted(arguments: &str) -> Result<BTreeSet<String>> {
        let arguments: Vec<String> = arguments.split(' ').map(str::to_owned).collect();
        let mut draft = Draft::new(root());
        write(&mut draft, &arguments)?;
        Ok(draft.paths().collect())
    }

    #[test]
    fn each_kind_touches_the_places_that_contributing_names() {
        for (arguments, wanted) in [
            (
                "rule ADDR099 pod-range-too-small",
                &[
                    "locales/en/rules/addr.ftl",
                    "locales/ja/rules/addr.ftl",
                    "lint/rules/addr/addr099_pod_range_too_small.rs",
                    "lint/rules/addr/mod.rs",
                    "tests/cases/rules/ADDR099/pod-range-too-small.md",
                ][..],
            ),
            (
                "target objects my-tool",
                &[
                    "locales/en/export/objects.ftl",
                    "locales/ja/export/objects.ftl",
                    "targets/objects/mod.rs",
                    "targets/objects/my_tool.rs",
                ],
            ),
            (
                "component map legend",
                &[
                    "web/index.html",
                    "web/src/components/map/legend.rs",
                    "web/src/components/map/mod.rs",
                    "web/styles/components/legend.css",
                ],
            ),
        ] {
            let changed = drafted(arguments).unwrap();
            assert_eq!(changed.len(), wanted.len(), "{changed:?}");
            for end in wanted {
                let found = changed.iter().filter(|path| path.ends_with(end)).count();
                assert_eq!(found, 1, "{arguments}: {end} in {changed:?}");
            }
        }
        let language = drafted("language xx Test").unwrap();
        for path in [
            "web/locales/xx/ui.ftl",
            "pkg/src/cli/messages.ts",
            "core/ground/src/i18n/mod.rs",
        ] {
            assert!(language.contains(path), "{path} {language:?}");
        }
    }

    #[test]
    fn what_is_there_or_makes_no_sense_is_refused() {
        for arguments in [
            "rule ADDR001 again",
            "rule XXXX001 no-family",
            "rule addr099 name",
            "rule ADDR099 Name",
            "target nowhere tool",
            "target installers kubeadm",
            "target installers Tool",
            "component map strip",
            "component nowhere legend",
            "language en English",
            "language EN English",
            "version 1.36",
            "version 1.99",
            "version one",
            "nothing",
        ] {
            assert!(drafted(arguments).is_err(), "{arguments}");
        }
    }

    #[test]
    fn lists_stay_sorted() {
        let text = "super::targets!(a::A, c::C);\n";
        let three = with_entry(text, "targets!(", ')', "b::B").unwrap();
        assert_eq!(three, "super::targets!(\n    a::A,\n    b::B,\n    c::C,\n);\n");
        assert_eq!(with_entry(text, "rules!(", ')', "b::B"), None);
        assert_eq!(type_name("pod-range2-small"), "PodRange2Small");
    }

    /// The files that git knows or would add, below these folders.
    fn files(folders: &str) -> Vec<PathBuf> {
        let listed = Cmd::new("git")
            .args("ls-files --cached --others --exclude-standard --")
            .args(folders)
            .output()
            .unwrap();
        listed.lines().map(|file| root().join(file)).collect()
    }

    #[test]
    fn nothing_is_left_to_write() {
        let mut left = Vec::new();
        let all = files("core web pkg tests");
        assert!(all.len() > 500);
        for file in all {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let lines = text.lines().enumerate();
            let found = lines.filter(|(_, line)| line.contains(TO_WRITE));
            left.extend(found.map(|(index, line)| format!("{}:{}: {line}", file.display(), index + 1)));
        }
        assert!(left.is_empty(), "{}", left.join("\n"));
    }
}
