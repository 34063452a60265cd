//! Search for rules: from a code, or from lines that components have printed, to the rules behind them.
//!
//! [`frames`] takes off what lies around a text, [`patterns`] searches, [`guards`] keeps texts of other programs apart, and
//! [`families`] asks the plan which family a line is about.
//!
//! Rules have the texts of components as patterns. A pattern is the text with Go's verbs as holes, each with a name
//! for its value: `service IP family %q{services} must match …`. `%q` is a quoted string, `%d` a whole number, `%s`
//! and `%v` anything up to what follows; at either end of a pattern they are one word. The pattern may occur anywhere
//! in a line, so time stamps and log prefixes do not matter.

mod families;
mod frames;
mod guards;
mod patterns;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::analyze::{AnalyzeOptions, analyze};
use crate::diagnostic::{Component, Diagnostic, Location, Severity, Stage};
use crate::document::order;
use crate::i18n::Message;
use crate::lint::docs::RulePage;
use crate::lint::{notes, notes_of};

use patterns::Pattern;

/// The largest number of lines of a pasted text that are searched.
const MAX_LINES: usize = 2_000;
/// The length of the longest line that is searched, in bytes.
const MAX_LINE: usize = 64 << 10;

/// A value in a line, with the name that the pattern gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Captured {
    /// The name of the value: `range`, `address`, `gate`.
    pub name: &'static str,
    /// The text of the value.
    pub value: String,
}

/// The place where a pattern was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct LogMatch {
    /// Number of the line in the pasted text, from 1.
    pub line: usize,
    /// The part of the line that the pattern covers.
    pub text: String,
    /// The pattern that was found.
    pub pattern: &'static str,
    /// The values of its holes.
    pub captured: Vec<Captured>,
}

/// A rule, and the reason why it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Explanation {
    /// The page of the rule.
    pub rule: RulePage,
    /// The line that the rule explains; absent if its code was searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub matched: Option<LogMatch>,
    /// Why this rule and not another; absent where the text alone says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub because: Option<Message>,
    /// The findings of the rule in the plan, with fixes; empty without a plan.
    pub findings: Vec<Diagnostic>,
}

/// Returns the rules that a text names or that explain it: codes (`ADDR001 cap002`), or lines as components, kubectl
/// and log collectors print them. With the text of a plan file, each rule has its findings in that file.
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
                because: None,
            })
            .collect();
    }
    let pods = report
        .as_ref()
        .and_then(|report| report.plan.as_ref())
        .map(|plan| plan.spec.pod_cidrs.as_slice());
    let mut explanations: Vec<Explanation> = Vec::new();
    for hit in hits(text) {
        let Some(because) = families::decide(&hit, pods) else {
            continue;
        };
        let Hit {
            code, matched, cut, ..
        } = hit;
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
            because: because.or_else(|| cut.then(|| Message::new("explain-because-cut"))),
        });
    }
    families::rank(&mut explanations);
    explanations
}

/// A rule that a line is about.
struct Hit {
    code: &'static str,
    matched: LogMatch,
    /// Whether the line ends inside of the pattern.
    cut: bool,
}

/// Returns the rules of a pasted text, in the order of its lines; those of a line with the surest first.
fn hits(text: &str) -> Vec<Hit> {
    let table = table();
    let lines: Vec<String> = frames::lines(text)
        .into_iter()
        .take(MAX_LINES)
        .map(|line| {
            if line.len() > MAX_LINE {
                String::new()
            } else {
                line
            }
        })
        .collect();
    let mut found: Vec<Hit> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let number = at + 1;
        let mut own = in_text(&table, line, number, false);
        // A refusal whose reason was not found yet may go on in the next line.
        if own.iter().all(|hit| is_general(hit.code)) {
            let whole = frames::joined(&lines, at)
                .iter()
                .map(|text| in_text(&table, text, number, false))
                .find(|hits| hits.iter().any(|hit| reaches_over(hit, &lines, at)));
            if let Some(whole) = whole {
                own = whole
                    .into_iter()
                    .filter(|hit| reaches_over(hit, &lines, at))
                    .collect();
            }
        }
        if own.is_empty() {
            let text = frames::cut(line).unwrap_or(line);
            own = in_text(&table, text, number, true);
        }
        found.extend(own);
    }
    found
}

/// Returns whether the text of a hit begins in a line and ends behind it: the line has its beginning, and none of the lines
/// has it by itself.
fn reaches_over(hit: &Hit, lines: &[String], at: usize) -> bool {
    let text = &hit.matched.text;
    let beginning: String = text.chars().take(8).collect();
    let mut forms = lines
        .iter()
        .skip(at)
        .take(frames::MAX_JOINED + 1)
        .map(|line| frames::forms(line));
    let begins = forms.next().is_some_and(|first| {
        first
            .iter()
            .any(|form| form.contains(&beginning) && !form.contains(text))
    });
    begins && !forms.flatten().any(|form| form.contains(text))
}

/// Every pattern with its rule.
fn table() -> Vec<(&'static str, Pattern)> {
    notes()
        .flat_map(|notes| {
            let code = notes.rule.meta.code;
            notes
                .upstream
                .iter()
                .map(move |source| (code, Pattern::of(source)))
        })
        .collect()
}

/// Whether a rule only says that something was refused.
fn is_general(code: &str) -> bool {
    matches!(code, "SVC100" | "SVC101" | "START001" | "PRX006")
}

/// Returns the rules of a text that consists of codes. `None` for any other text.
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

/// Returns the rules of a line, the surest first. Of patterns that cover the same part, only the one with most fixed
/// words is returned, and a rule that only says that something was refused gives way to the reason.
fn in_text(table: &[(&'static str, Pattern)], line: &str, number: usize, cut: bool) -> Vec<Hit> {
    let mut best: Vec<Hit> = Vec::new();
    for form in frames::forms(line) {
        let mut hits: Vec<(usize, std::ops::Range<usize>, Hit)> = Vec::new();
        for (code, pattern) in table {
            let place = if cut {
                pattern.find_cut(&form)
            } else {
                pattern.find(&form)
            };
            let Some((range, captured)) =
                place.filter(|(_, captured)| guards::holds(pattern.source, &form, captured))
            else {
                continue;
            };
            let matched = LogMatch {
                line: number,
                text: form.get(range.clone()).unwrap_or_default().to_owned(),
                pattern: pattern.source,
                captured,
            };
            hits.push((pattern.own_words, range, Hit { code, matched, cut }));
        }
        order::sort_by_key(&mut hits, |(words, ..)| std::cmp::Reverse(*words));
        let mut covered: Vec<std::ops::Range<usize>> = Vec::new();
        let mut kept: Vec<Hit> = Vec::new();
        for (_, range, hit) in hits {
            let apart = covered
                .iter()
                .all(|before| range.end <= before.start || before.end <= range.start);
            // Two rules can explain one text.
            let same_text = kept
                .iter()
                .any(|before| before.matched.pattern == hit.matched.pattern);
            if apart || same_text {
                covered.push(range);
                kept.push(hit);
            }
        }
        if kept.iter().any(|hit| !is_general(hit.code)) {
            kept.retain(|hit| !is_general(hit.code));
        }
        let better = kept.len() > best.len()
            || (kept.len() == best.len()
                && best.iter().all(|hit| is_general(hit.code))
                && kept.iter().any(|hit| !is_general(hit.code)));
        if better {
            best = kept;
        }
    }
    best
}

/// The finding that nothing known here is in a pasted text, with the texts that are nearest to it.
pub fn nothing_known(text: &str) -> Diagnostic {
    let near = nearest(text);
    let message = match near.as_slice() {
        [] => Message::new("LOG001"),
        near => {
            let texts: Vec<String> = near
                .iter()
                .map(|(code, pattern)| format!("{code} ({})", shown(pattern)))
                .collect();
            Message::new("LOG001.nearest").with("texts", texts.join("; "))
        }
    };
    Diagnostic {
        code: "LOG001",
        severity: Severity::Info,
        location: Location::default(),
        message,
        help: Some(Message::new("LOG001.help")),
        upstream: None,
        component: Component::Planner,
        stage: Stage::Read,
        fixes: Vec::new(),
    }
}

/// The most texts that are named as near.
const NEAREST: usize = 3;

/// Returns the rules and patterns that have most words in common with a text, the nearest first.
fn nearest(text: &str) -> Vec<(&'static str, &'static str)> {
    let text: String = text.chars().take(MAX_LINE).collect();
    let words: BTreeSet<String> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 3)
        .map(str::to_ascii_lowercase)
        .collect();
    let mut near: Vec<(usize, &'static str, &'static str)> = Vec::new();
    for (code, pattern) in table() {
        let own: BTreeSet<String> = pattern
            .words()
            .filter(|word| word.len() > 3)
            .map(str::to_ascii_lowercase)
            .collect();
        let common = own.intersection(&words).count();
        // Two words and a third of the pattern are the least that is worth to be shown.
        if common >= 2 && common * 3 >= own.len() {
            near.push((common * 100 / own.len().max(1), code, pattern.source));
        }
    }
    order::sort_by_key(&mut near, |(share, code, _)| (std::cmp::Reverse(*share), *code));
    let mut found: Vec<(&'static str, &'static str)> = Vec::new();
    for (_, code, pattern) in near {
        if found.len() < NEAREST && found.iter().all(|(before, _)| *before != code) {
            found.push((code, pattern));
        }
    }
    found
}

/// Returns a pattern for people: its holes are dots.
fn shown(pattern: &'static str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        let (words, hole) = rest.split_at(at);
        out.push_str(words);
        let behind = hole.get(2..).unwrap_or_default();
        rest = behind
            .strip_prefix('{')
            .and_then(|name| name.split_once('}'))
            .map_or(behind, |(_, after)| after);
        out.push('\u{2026}');
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
