//! The way back: from a code, or from a line that a component has printed, to the rule behind it.
//!
//! Rules carry what components print as patterns. A pattern is the text with Go's verbs as holes, each with a name for
//! what it holds: `service IP family %q{services} must match …`. `%q` is a quoted string, `%d` a whole number, `%s` and
//! `%v` anything up to what follows; at either end of a pattern they are one word. The pattern may stand anywhere in a
//! line, so time stamps and log prefixes do not matter.

use serde::Serialize;

use crate::analyze::{AnalyzeOptions, analyze};
use crate::diagnostic::Diagnostic;
use crate::document::order;
use crate::lint::docs::RulePage;
use crate::lint::{notes, notes_of};

/// The most lines of a pasted text that are looked at.
const MAX_LINES: usize = 2_000;
/// The longest line that is looked at, in bytes.
const MAX_LINE: usize = 64 << 10;

/// Something that a line says, by the name its pattern gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Captured {
    /// The name: `range`, `address`, `gate`.
    pub name: &'static str,
    /// What stands there.
    pub value: String,
}

/// Where a pattern was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct LogMatch {
    /// Line of the pasted text, from 1.
    pub line: usize,
    /// The part that the pattern covers.
    pub text: String,
    /// The pattern.
    pub pattern: &'static str,
    /// What its holes hold.
    pub captured: Vec<Captured>,
}

/// A rule, and why it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Explanation {
    /// The rule.
    pub rule: RulePage,
    /// The line it explains; absent when its code was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub matched: Option<LogMatch>,
    /// What the rule finds in the plan, with fixes; empty without a plan.
    pub findings: Vec<Diagnostic>,
}

/// The rules that a text is about: codes (`ADDR001 cap002`), or lines as components, kubectl and log collectors print
/// them. With the text of a plan file each comes with what it finds there.
///
/// ```
/// use dualstack_analysis::explain::explain;
/// let line = "E0711 10:00:00.1 1 run.go:74] \"command failed\" err=\"service IP family \\\"fd00:10:96::/112\\\" must \
///             match public address family \\\"192.168.1.11\\\"\"";
/// let found = explain(line, None);
/// assert_eq!(found[0].rule.code, "ORD001");
/// assert_eq!(found[0].matched.as_ref().unwrap().captured[1].value, "192.168.1.11");
/// ```
pub fn explain(text: &str, plan: Option<&str>) -> Vec<Explanation> {
    let report = plan.map(|plan| analyze(plan, &AnalyzeOptions::default()));
    let findings = |code: &str| -> Vec<Diagnostic> {
        report
            .iter()
            .flat_map(|report| &report.diagnostics)
            .filter(|found| found.code == code)
            .cloned()
            .collect()
    };
    if let Some(codes) = codes(text) {
        return codes
            .into_iter()
            .map(|page| Explanation {
                findings: findings(page.code),
                rule: page,
                matched: None,
            })
            .collect();
    }
    let mut explanations: Vec<Explanation> = Vec::new();
    for (index, line) in text.lines().enumerate().take(MAX_LINES) {
        if line.len() > MAX_LINE {
            continue;
        }
        for (code, matched) in in_line(line, index + 1) {
            let known = explanations.iter().any(|before| {
                before.rule.code == code
                    && before
                        .matched
                        .as_ref()
                        .is_some_and(|before| before.captured == matched.captured)
            });
            let Some(page) = notes_of(code).map(RulePage::of).filter(|_| !known) else {
                continue;
            };
            explanations.push(Explanation {
                findings: findings(code),
                rule: page,
                matched: Some(matched),
            });
        }
    }
    explanations
}

/// The rules of a text that is nothing but codes.
fn codes(text: &str) -> Option<Vec<RulePage>> {
    let mut words = text
        .split([' ', ',', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek()?;
    words
        .map(|word| notes_of(&word.to_ascii_uppercase()).map(RulePage::of))
        .collect()
}

/// The rules of a line, the surest first: of patterns that cover the same part only the one with most of its own words.
fn in_line(line: &str, number: usize) -> Vec<(&'static str, LogMatch)> {
    let mut best: Vec<(&'static str, LogMatch)> = Vec::new();
    for form in forms(line) {
        let mut hits: Vec<(usize, std::ops::Range<usize>, &'static str, LogMatch)> = Vec::new();
        for notes in notes() {
            for pattern in notes.upstream {
                let Some((range, captured)) = find(pattern, &form) else {
                    continue;
                };
                let matched = LogMatch {
                    line: number,
                    text: form.get(range.clone()).unwrap_or_default().to_owned(),
                    pattern,
                    captured,
                };
                hits.push((own_words(pattern), range, notes.rule.meta.code, matched));
            }
        }
        order::sort_by_key(&mut hits, |(words, ..)| std::cmp::Reverse(*words));
        let mut covered: Vec<std::ops::Range<usize>> = Vec::new();
        let mut kept: Vec<(&'static str, LogMatch)> = Vec::new();
        for (_, range, code, matched) in hits {
            let apart = covered
                .iter()
                .all(|before| range.end <= before.start || before.end <= range.start);
            // Two rules can be behind one text.
            let same_text = kept.iter().any(|(_, before)| before.pattern == matched.pattern);
            if apart || same_text {
                covered.push(range);
                kept.push((code, matched));
            }
        }
        if kept.len() > best.len() {
            best = kept;
        }
    }
    best
}

/// The line as it is, and as it was before a logger put it into quotes or JSON.
fn forms(line: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(object) = line
        .find('{')
        .and_then(|at| serde_json::from_str::<serde_json::Value>(line.get(at..)?).ok())
    {
        let mut texts = Vec::new();
        strings(&object, &mut texts);
        // Fields of one record belong together, so that what is in `msg` and what is in `err` is both found.
        let joined = texts.join("\u{1f}");
        forms.push(joined.replace("\\\"", "\""));
        forms.push(joined);
    }
    if line.contains("\\\"") {
        forms.push(line.replace("\\\\\\\"", "\"").replace("\\\"", "\""));
    }
    forms.push(line.to_owned());
    forms
}

fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        serde_json::Value::Object(members) => members.values().for_each(|member| strings(member, out)),
        _ => {}
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Text of its own.
    Words(&'static str),
    /// Verb and name of a hole.
    Hole(u8, &'static str),
}

fn pieces(pattern: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some(at) = ["%s", "%q", "%d", "%v"]
        .iter()
        .filter_map(|verb| rest.find(verb))
        .min()
    {
        let (words, hole) = rest.split_at(at);
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        let verb = hole.as_bytes().get(1).copied().unwrap_or(b's');
        let behind = hole.get(2..).unwrap_or_default();
        let named = behind.strip_prefix('{').and_then(|name| name.split_once('}'));
        let (name, after) = named.unwrap_or(("", behind));
        pieces.push(Piece::Hole(verb, name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// How much of a pattern is text of its own.
fn own_words(pattern: &'static str) -> usize {
    pieces(pattern)
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.len(),
            Piece::Hole(..) => 0,
        })
        .sum()
}

/// The first place of a pattern in a text, and what its holes hold.
fn find(pattern: &'static str, text: &str) -> Option<(std::ops::Range<usize>, Vec<Captured>)> {
    let pieces = pieces(pattern);
    let (anchor, words) = pieces.iter().enumerate().find_map(|(index, piece)| match piece {
        Piece::Words(words) => Some((index, *words)),
        Piece::Hole(..) => None,
    })?;
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(words).map(|at| from + at) {
        let mut captured = Vec::new();
        // A hole in front of everything is the word that ends there.
        let start = match pieces.first() {
            Some(Piece::Hole(_, name)) if anchor == 1 => {
                let before = text.get(..at)?;
                let start = before
                    .rfind(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '='))
                    .map_or(0, |space| {
                        space
                            + before
                                .get(space..)
                                .and_then(|s| s.chars().next())
                                .map_or(1, char::len_utf8)
                    });
                capture(&mut captured, name, before.get(start..)?);
                start
            }
            _ => at,
        };
        let rest = pieces.get(anchor + 1..).unwrap_or_default();
        if let Some(end) = follow(rest, text, at + words.len(), &mut captured) {
            return Some((start..end, captured));
        }
        from = at + words.len();
    }
    None
}

fn capture(captured: &mut Vec<Captured>, name: &'static str, value: &str) {
    if !name.is_empty() {
        captured.push(Captured {
            name,
            value: value.to_owned(),
        });
    }
}

/// The pieces behind a place, without going back: the end, if all of them follow.
fn follow(pieces: &[Piece], text: &str, mut at: usize, captured: &mut Vec<Captured>) -> Option<usize> {
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let rest = text.get(at..)?;
        at += match piece {
            Piece::Words(words) => rest.starts_with(words).then_some(words.len())?,
            Piece::Hole(b'q', name) => {
                let (value, length) = quoted(rest)?;
                capture(captured, name, &value);
                length
            }
            Piece::Hole(b'd', name) => {
                let sign = usize::from(rest.starts_with('-'));
                let digits = rest.get(sign..)?.bytes().take_while(u8::is_ascii_digit).count();
                let length = if digits == 0 { 0 } else { sign + digits };
                capture(
                    captured,
                    name,
                    rest.get(..length).filter(|digits| !digits.is_empty())?,
                );
                length
            }
            Piece::Hole(_, name) => {
                let length = match pieces.peek() {
                    Some(Piece::Words(next)) => rest.find(next)?,
                    Some(Piece::Hole(..)) => return None,
                    None => word(rest),
                };
                capture(captured, name, rest.get(..length)?);
                length
            }
        };
    }
    Some(at)
}

/// A string in double quotes as Go writes it: its value, and the length with the quotes.
fn quoted(text: &str) -> Option<(String, usize)> {
    let body = text.strip_prefix('"')?;
    let mut value = String::new();
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => {
                value.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => return Some((value, at + 2)),
            c => value.push(c),
        }
    }
    None
}

/// The length of the word at the start of a text, without the marks that close a sentence or a quotation.
fn word(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c == '\u{1f}')
        .unwrap_or(text.len());
    text.get(..end).map_or(0, |word| {
        word.trim_end_matches(['"', '\'', ',', '.', ';', ')', ']', '}'])
            .len()
    })
}

#[cfg(test)]
mod tests;
