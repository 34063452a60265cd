//! Command lines, units, environment files and lists of arguments.

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::Found;
use crate::items::{Item, Lines};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::{BINARIES, component_of, start, words};

const ID: &str = "command-line";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Lines(lines) if lines.lines().any(|(_, line)| {
            words(&line).iter().any(|word| component_of(word).is_some() || is_argument(word))
        }))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        if let Item::Lines(lines) = item {
            commands(lines, found);
        }
    }
}

fn commands(lines: &Lines, found: &mut Found) {
    let environment: Vec<(String, String)> = lines
        .lines()
        .filter_map(|(_, line)| environment_line(&line))
        .flatten()
        .collect();
    let before = found.start_ups.len();
    let mut loose: Vec<String> = Vec::new();
    let mut first_loose = None;
    for (number, line) in lines.lines() {
        let line = line.trim();
        if environment_line(line).is_some() {
            continue;
        }
        let command = line.strip_prefix("ExecStart=").map_or(line, |command| {
            command.trim_start_matches(['-', '@', ':', '+', '!'])
        });
        let words = expand(words(command), &environment);
        for command in words.split(|word| matches!(word.as_str(), "&&" | ";" | "|" | "||")) {
            match command.iter().position(|word| component_of(word).is_some()) {
                Some(at) => {
                    let (name, arguments) = command.split_at(at.saturating_add(1));
                    if let Some(component) = name.last().and_then(|word| component_of(word)) {
                        start(component, arguments, &lines.origin(ID, number, ""), found);
                    }
                }
                None => {
                    let arguments = command.iter().filter(|word| is_argument(word)).cloned();
                    loose.extend(arguments);
                    if first_loose.is_none() && !loose.is_empty() {
                        first_loose = Some(number);
                    }
                }
            }
        }
    }
    if let Some(number) = first_loose.filter(|_| found.start_ups.len() == before) {
        let flags = Flags::from_args(loose);
        if let Some(component) = guess(&flags) {
            found.start(component, flags, &lines.origin(ID, number, ""));
        }
    }
}

/// Returns whether a word is an argument and not a program: `--x=y`, or `- --x=y` of a manifest.
fn is_argument(word: &str) -> bool {
    word.starts_with("--") && word.len() > 2
}

/// Reads `Environment="NAME=value" …` of a unit, or `NAME="--flags"` of an environment file. `None` for other lines.
fn environment_line(line: &str) -> Option<Vec<(String, String)>> {
    let line = line.trim();
    let assignments = match line.strip_prefix("Environment=") {
        Some(rest) => rest,
        None => {
            let (name, value) = line.split_once('=')?;
            let plain = !name.is_empty()
                && name
                    .bytes()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_');
            if !plain || value.trim_start_matches(['"', '\'']).is_empty() {
                return None;
            }
            line
        }
    };
    let pairs: Vec<(String, String)> = words(assignments)
        .iter()
        .filter_map(|word| word.split_once('='))
        .filter(|(name, _)| !name.starts_with('-'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    (!pairs.is_empty()).then_some(pairs)
}

/// Expands `$NAME` and `${NAME}` as whole words, as systemd does.
fn expand(words: Vec<String>, environment: &[(String, String)]) -> Vec<String> {
    words
        .into_iter()
        .flat_map(|word| {
            let name = word
                .strip_prefix("${")
                .and_then(|rest| rest.strip_suffix('}'))
                .or_else(|| word.strip_prefix('$'));
            let value = name.and_then(|name| environment.iter().rev().find(|(given, _)| given == name));
            match (name, value) {
                (Some(_), Some((_, value))) => self::words(value),
                (Some(_), None) => Vec::new(),
                (None, _) => vec![word],
            }
        })
        .collect()
}

/// Returns the component that knows most of the flags. `None` if no component knows one.
fn guess(flags: &Flags) -> Option<Component> {
    let known = |component: Component| {
        flags
            .iter()
            .filter(|flag| crate::kubernetes::facts::ever_known(component, &format!("--{}", flag.name)))
            .count()
    };
    BINARIES
        .into_iter()
        .rev()
        .max_by_key(|component| known(*component))
        .filter(|component| known(*component) > 0)
}
