//! Where no text is known: the known ones that are nearest, and what to paste instead.

use std::collections::BTreeMap;

use serde::Serialize;

use super::known::Entry;
use crate::i18n::Message;
use crate::order;

/// The number of texts that are offered.
const OFFERED: usize = 3;
/// The number of lines that are compared.
const MAX_LINES: usize = 40;
/// A text is near if it shares at least this part of its rare words, in percent.
const NEAR: usize = 18;

/// A known text that is like the pasted one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct NearText {
    /// The text as a pattern, with holes for values.
    pub pattern: String,
    /// Who prints it.
    pub component: &'static str,
    /// The codes of the rules that it leads to.
    pub codes: Vec<&'static str>,
    /// How much of it the pasted text has, in percent.
    pub percent: usize,
}

/// The answer for a text that no rule is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Unmatched {
    /// The known texts that are nearest; none if all are far off.
    pub nearest: Vec<NearText>,
    /// What to paste instead.
    pub advice: Message,
}

/// Words that say which sentence of advice fits, in lower case.
const ADVICE: &[(&str, &[&str])] = &[
    (
        "LOG001.crash",
        &[
            "crashloopbackoff",
            "back-off",
            "exit code",
            "exited with",
            "status=1",
            "failed to start",
            "notready",
            "not ready",
        ],
    ),
    (
        "LOG001.sandbox",
        &[
            "failedcreatepodsandbox",
            "pod sandbox",
            "networkplugin",
            "containercreating",
            "cni",
        ],
    ),
    (
        "LOG001.unreachable",
        &[
            "connection refused",
            "timeout",
            "timed out",
            "deadline exceeded",
            "no route to host",
            "unreachable",
            "eof",
            "connection reset",
        ],
    ),
    (
        "LOG001.pending",
        &["pending", "failedscheduling", "unschedulable"],
    ),
];

/// Returns the nearest texts and the advice.
pub(super) fn nearest(text: &str, entries: &[Entry]) -> Unmatched {
    let lower = text.to_ascii_lowercase();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let known: Vec<(String, &Entry)> = entries
        .iter()
        .filter(|entry| entry.general < 2)
        .map(|entry| (entry.pattern.words(), entry))
        .collect();
    for (words, _) in &known {
        for word in rare(words) {
            *seen.entry(word).or_default() += 1;
        }
    }
    let weight = |word: &str| 1_000 / seen.get(word).copied().unwrap_or(1);
    let lines: Vec<Vec<&str>> = lower
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(MAX_LINES)
        .map(rare)
        .collect();
    let mut near: Vec<(usize, NearText)> = Vec::new();
    for (words, entry) in &known {
        let words = rare(words);
        let all: usize = words.iter().map(|word| weight(word)).sum();
        let most = lines
            .iter()
            .map(|line| {
                words
                    .iter()
                    .filter(|word| line.contains(word))
                    .map(|word| weight(word))
                    .sum::<usize>()
            })
            .max()
            .unwrap_or(0);
        let percent = (most * 100).checked_div(all).unwrap_or(0);
        // All of a text of two words says less than half of one of ten.
        let common = lines
            .iter()
            .map(|line| words.iter().filter(|word| line.contains(word)).count())
            .max()
            .unwrap_or(0);
        if percent >= NEAR && common > 1 {
            let text = NearText {
                pattern: shown(entry.pattern.source),
                component: entry.component,
                codes: entry.codes.to_vec(),
                percent,
            };
            near.push((percent * common, text));
        }
    }
    order::sort_by_key(&mut near, |(rank, _)| std::cmp::Reverse(*rank));
    let mut nearest: Vec<NearText> = Vec::new();
    for (_, text) in near {
        let told = nearest
            .iter()
            .any(|before| before.pattern == text.pattern || before.codes == text.codes);
        if !told && nearest.len() < OFFERED {
            nearest.push(text);
        }
    }
    let is_code = {
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default();
        words.next().is_none()
            && first.len() < 10
            && first.ends_with(|c: char| c.is_ascii_digit())
            && first.starts_with(|c: char| c.is_ascii_alphabetic())
            && first.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let advice = if is_code {
        "LOG001.code"
    } else {
        ADVICE
            .iter()
            .find(|(_, words)| words.iter().any(|word| lower.contains(word)))
            .map_or("LOG001.help", |(id, _)| id)
    };
    Unmatched {
        nearest,
        advice: Message::new(advice),
    }
}

/// Returns the pattern as people read it: `…` for each hole.
fn shown(pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        let (words, hole) = rest.split_at(at);
        out.push_str(words);
        let behind = hole.get(2..).unwrap_or_default();
        out.push('…');
        rest = behind
            .strip_prefix('{')
            .and_then(|name| name.split_once('}'))
            .map_or(behind, |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// Returns the words that tell texts apart.
fn rare(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| {
            word.len() > 3
                && !matches!(
                    *word,
                    "with" | "that" | "must" | "from" | "invalid" | "value" | "error" | "failed"
                )
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
