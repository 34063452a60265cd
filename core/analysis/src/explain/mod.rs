//! Search for rules: from a code, or from a line that a component has printed, to the rule behind it.
//!
//! Rules have the texts of components as patterns, and `known` has those that belong to no single rule. A pattern is
//! the text with Go's verbs as holes, each with a name for its value: `service IP family %q{services} must match …`.
//! `%q` is a quoted string, `%d` a whole number, `%s` and `%v` anything up to what follows; at either end of a pattern
//! they are one word. The pattern may occur anywhere in a record; what stands around it is undone in `frames`.

mod frames;
mod guard;
mod known;
mod nearest;
mod pattern;
mod ranking;

use serde::Serialize;

use self::frames::Form;
use self::known::Entry;
pub use self::nearest::{NearText, Unmatched};
pub use self::pattern::{Captured, LogMatch};
use self::pattern::{Found, Grams};
use self::ranking::{Candidate, rank_by_range, resolve_families};
use crate::analyze::{Analysis, AnalyzeOptions};
use crate::diagnostic::{Component, Diagnostic, Location, Severity, Stage};
use crate::i18n::{Catalogue, Message};
use crate::lint::docs::RulePage;
use crate::lint::notes_of;
use crate::order;
use crate::request::ClusterPlan;

/// The largest number of lines of a pasted text that are searched.
const MAX_LINES: usize = 2_000;
/// The length of the longest line that is searched, in bytes.
const MAX_LINE: usize = 64 << 10;
/// The length of the longest text of several lines that is searched, in bytes.
const MAX_JOINED: usize = 16 << 10;
/// More lines than these are a log and no broken line: what has no mark of a cut is taken as whole.
const MAX_UNMARKED: usize = 60;
/// Of a text that was cut, at least so many fixed characters have to be there where a pager left its mark …
const CUT: usize = 22;
/// … and where none is.
const CUT_UNMARKED: usize = 34;
/// The largest number of lines that are shown for one rule.
const MAX_OF_RULE: usize = 20;
/// A rule, and the reason why it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Explanation {
    /// The page of the rule.
    pub rule: RulePage,
    /// What to do, with the values of the line or of the plan where the sentence has room for them.
    pub help: Message,
    /// The titles of the fixes, with those values.
    pub fixes: Vec<Message>,
    /// The line that the rule explains; absent if its code was searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub matched: Option<LogMatch>,
    /// Why this rule is shown, and at this place of the list; absent if its code was searched.
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
    let analysis = plan.map(|plan| Analysis::of(plan, &AnalyzeOptions::default()));
    explain_in(text, analysis.as_ref())
}

/// The same as [`explain`] for a plan file that is analysed already.
pub fn explain_in(text: &str, analysis: Option<&Analysis>) -> Vec<Explanation> {
    let context = Planned { analysis };
    if let Some(codes) = codes(text) {
        return codes
            .into_iter()
            .map(|page| context.explanation(page, None))
            .collect();
    }
    let mut candidates = search(text, known::entries(), context.plan());
    let has_finding = |code: &str| context.findings(code).next().is_some();
    resolve_families(&mut candidates, context.plan(), has_finding);
    if let Some(plan) = context.plan() {
        rank_by_range(&mut candidates, plan);
    }
    // A rule that only says that something was refused stands behind those that say why.
    order::sort_by_key(&mut candidates, |found| found.general);
    let mut explanations: Vec<Explanation> = Vec::new();
    for found in candidates {
        let shown = || {
            explanations
                .iter()
                .filter(|before| before.rule.code == found.code)
        };
        let known = shown()
            .filter_map(|before| before.matched.as_ref())
            .any(|before| {
                // Another wording in the same line says the same once more; so does the same wording in another.
                before.text == found.matched.text
                    || before.line == found.matched.line && before.pattern != found.matched.pattern
            });
        if known || shown().count() >= MAX_OF_RULE {
            continue;
        }
        if let Some(page) = notes_of(found.code).map(RulePage::of) {
            explanations.push(context.explanation(page, Some((found.matched, found.why))));
        }
    }
    explanations
}

/// Returns what is nearest to a text that [`explain`] finds nothing about, and what to paste instead.
///
/// ```
/// use dualstack_analysis::explain::unmatched;
/// let answer = unmatched("the API server said: service IP family is not that of the public address");
/// assert_eq!(answer.nearest[0].codes, ["ORD001"]);
/// ```
pub fn unmatched(text: &str) -> Unmatched {
    nearest::nearest(&frames::unquoted(&frames::clean(text)), known::entries())
}

/// The finding that nothing known here is in a pasted text, with the texts that are nearest to it and what to paste
/// instead.
pub fn nothing_known(text: &str) -> Diagnostic {
    let Unmatched { nearest, advice } = unmatched(text);
    let texts: Vec<String> = nearest
        .iter()
        .map(|near| format!("{} ({})", near.codes.join(", "), near.pattern))
        .collect();
    let message = if texts.is_empty() {
        Message::new("LOG001")
    } else {
        Message::new("LOG001.nearest").with("texts", texts.join("; "))
    };
    Diagnostic {
        code: "LOG001",
        severity: Severity::Info,
        location: Location::default(),
        message,
        help: Some(advice),
        upstream: None,
        component: Component::Planner,
        stage: Stage::Read,
        fixes: Vec::new(),
    }
}

/// What the plan says about the rules that were found.
struct Planned<'a> {
    analysis: Option<&'a Analysis>,
}

impl Planned<'_> {
    fn plan(&self) -> Option<&ClusterPlan> {
        self.analysis?.plan()
    }

    fn findings(&self, code: &str) -> impl Iterator<Item = &Diagnostic> {
        self.analysis
            .into_iter()
            .flat_map(Analysis::diagnostics)
            .filter(move |found| found.code == code)
    }

    /// Returns the rule with the sentences that say what to do, filled with values of its finding in the plan, or else
    /// of the line.
    fn explanation(&self, rule: RulePage, matched: Option<(LogMatch, Message)>) -> Explanation {
        let (matched, because) = matched.unzip();
        let findings: Vec<Diagnostic> = self.findings(rule.code).cloned().collect();
        let captured = matched.as_ref().map_or(&[][..], |matched| &matched.captured);
        let english = Catalogue::of("en");
        let filled = |id: String, general: &Message| {
            let mut message = Message::new(id);
            for Captured { name, value } in captured {
                message = message.with(name, value.clone());
            }
            if english.text(&message).contains("{$") {
                general.clone()
            } else {
                message
            }
        };
        let found = findings.first();
        let help = found
            .and_then(|found| found.help.clone())
            .unwrap_or_else(|| filled(format!("{}.help", rule.code), &rule.help));
        let fixes = match found.map(|found| found.fixes.as_slice()) {
            Some(fixes) if !fixes.is_empty() => fixes.iter().map(|fix| fix.title.clone()).collect(),
            _ => rule
                .fixes
                .iter()
                .map(|general| filled(general.id.replace(".page-", "."), general))
                .collect(),
        };
        Explanation {
            rule,
            help,
            fixes,
            matched,
            because,
            findings,
        }
    }
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

/// Returns the rules of every line, line by line, the surest first.
fn search(text: &str, entries: &[Entry], plan: Option<&ClusterPlan>) -> Vec<Candidate> {
    let text = frames::clean(text);
    let lines: Vec<&str> = text
        .lines()
        .take(MAX_LINES)
        .map(|line| if line.len() > MAX_LINE { "" } else { line })
        .collect();
    let mut found = Vec::new();
    let mut explained: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let forms = frames::of_line(line);
        let whole = forms.iter().filter(|form| !form.cut && !form.tail);
        let hits = best(whole.map(|form| hits(form, entries, plan, index + 1)));
        if hits.iter().any(|hit| hit.general < 2) {
            explained.push(index + 1);
        }
        found.extend(hits);
    }
    // Lines that were one before they were broken. What one of them says alone is said already.
    for form in frames::joined(&lines) {
        if form.text.len() > MAX_JOINED {
            continue;
        }
        let first = form.lines.first().map_or(1, |(_, line)| *line);
        for hit in best([hits(&form, entries, plan, first), broken(&form, entries, plan)].into_iter()) {
            let known = found.iter().any(|before: &Candidate| {
                before.code == hit.code
                    && before.matched.pattern == hit.matched.pattern
                    && form.lines.iter().any(|(_, line)| *line == before.matched.line)
            });
            if !known {
                // Parts of the text in lines of their own say less than the whole.
                found.retain(|part| {
                    part.own >= hit.own
                        || !form.lines.iter().any(|(_, line)| *line == part.matched.line)
                        || !hit.matched.text.contains(&part.matched.text)
                });
                explained.extend(form.lines.iter().map(|(_, line)| *line));
                found.push(hit);
            }
        }
    }
    for (index, line) in lines.iter().enumerate() {
        if explained.contains(&(index + 1)) || line.is_empty() {
            continue;
        }
        found.extend(cut(&frames::of_line(line), lines.len(), entries, plan, index + 1));
    }
    order::sort_by_key(&mut found, |found| found.matched.line);
    found
}

/// Returns the list that says most about the cause, then the one with the longest text, then the one with most in it,
/// then the first.
fn best(lists: impl Iterator<Item = Vec<Candidate>>) -> Vec<Candidate> {
    let worth = |list: &[Candidate]| {
        let general = list.iter().map(|found| found.general).min();
        let longest = list.iter().map(|found| found.own).max();
        (general.map(std::cmp::Reverse), longest, list.len())
    };
    lists.fold(
        Vec::new(),
        |best, list| {
            if worth(&list) > worth(&best) { list } else { best }
        },
    )
}

/// A pattern at its place.
struct Hit<'e> {
    entry: &'e Entry,
    found: Found,
}

/// Returns the rules of a form, the surest first. Of patterns that cover the same part, only the one with most fixed
/// words is returned.
fn hits(form: &Form, entries: &[Entry], plan: Option<&ClusterPlan>, line: usize) -> Vec<Candidate> {
    let lower = form.text.to_ascii_lowercase();
    let grams = Grams::of(&lower);
    let found = entries
        .iter()
        .filter_map(|entry| {
            let found = entry.pattern.find(&form.text, &lower, &grams)?;
            Some(Hit { entry, found })
        })
        .filter(|hit| {
            hit.entry
                .guard
                .lets(&hit.found.captured, hit.found.range.len(), &lower, plan)
        })
        .collect();
    surest(found, form, line, false)
}

/// The same for a text that was broken inside of words.
fn broken(form: &Form, entries: &[Entry], plan: Option<&ClusterPlan>) -> Vec<Candidate> {
    let (text, places) = form.squeezed();
    let lower = text.to_ascii_lowercase();
    let all = form.text.to_ascii_lowercase();
    let grams = Grams::of(&lower);
    let found = entries
        .iter()
        .filter(|entry| entry.pattern.own >= CUT)
        .filter_map(|entry| {
            let mut found = entry.squeezed.find(&text, &lower, &grams)?;
            let place = |at: usize| places.get(at).copied().unwrap_or(form.text.len());
            found.range = place(found.range.start)..place(found.range.end);
            Some(Hit { entry, found })
        })
        .filter(|hit| {
            hit.entry
                .guard
                .lets(&hit.found.captured, hit.found.range.len(), &all, plan)
        })
        .collect();
    surest(
        found,
        form,
        form.lines.first().map_or(1, |(_, line)| *line),
        false,
    )
}

/// The same for a line of which a part is missing.
fn cut(
    forms: &[Form],
    lines: usize,
    entries: &[Entry],
    plan: Option<&ClusterPlan>,
    line: usize,
) -> Vec<Candidate> {
    let mut most: Vec<Candidate> = Vec::new();
    for form in forms {
        let marked = form.cut || form.tail;
        if !marked && lines > MAX_UNMARKED {
            continue;
        }
        let lower = form.text.to_ascii_lowercase();
        let grams = Grams::of(&lower);
        let guard = if marked { CUT } else { CUT_UNMARKED };
        let found: Vec<Hit<'_>> = entries
            .iter()
            .filter_map(|entry| {
                let found = if form.tail {
                    entry.pattern.find_tail(&lower, guard)
                } else {
                    entry.pattern.find_cut(&form.text, &lower, &grams, guard)
                }?;
                Some(Hit { entry, found })
            })
            .filter(|hit| {
                hit.entry
                    .guard
                    .lets(&hit.found.captured, hit.found.range.len(), &lower, plan)
                    && hit.entry.general == 0
            })
            .collect();
        // What is left of several texts can be the same: each of them is a candidate.
        let longest = found.iter().map(|hit| hit.found.own).max().unwrap_or(0);
        let found: Vec<Hit<'_>> = found.into_iter().filter(|hit| hit.found.own == longest).collect();
        let mut hits = surest(found, form, line, true);
        let mut codes: Vec<&str> = Vec::new();
        hits.retain(|hit| {
            let new = !codes.contains(&hit.code);
            codes.push(hit.code);
            new
        });
        if most.is_empty() {
            most = hits;
        }
    }
    most
}

fn surest(mut hits: Vec<Hit<'_>>, form: &Form, line: usize, cut: bool) -> Vec<Candidate> {
    order::sort_by_key(&mut hits, |hit| {
        (hit.entry.general, std::cmp::Reverse(hit.found.own))
    });
    let mut kept: Vec<(std::ops::Range<usize>, &'static str)> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for Hit { entry, found } in hits {
        let range = found.range;
        let apart = kept
            .iter()
            .all(|(before, _)| range.end <= before.start || before.end <= range.start);
        // Two rules can explain one text.
        let same_text = kept.iter().any(|(_, before)| *before == entry.pattern.source);
        if !apart && !same_text && !cut {
            continue;
        }
        let text = form.text.get(range.clone()).unwrap_or_default();
        let why = match (cut, entry.general) {
            (true, _) => Message::new("explain-why-cut"),
            (_, 2) => Message::new("explain-why-general"),
            _ => Message::new("explain-why-text"),
        };
        for code in &*entry.codes {
            if candidates
                .iter()
                .any(|before| before.code == *code && before.matched.text == text)
            {
                continue;
            }
            candidates.push(Candidate {
                code,
                matched: LogMatch {
                    line: form.line_at(range.start, line),
                    text: text.to_owned(),
                    pattern: entry.pattern.source,
                    component: entry.component,
                    captured: found.captured.clone(),
                },
                why: why.clone().with("component", entry.component),
                general: entry.general,
                own: found.own,
            });
        }
        kept.push((range, entry.pattern.source));
    }
    // What only says that something was refused gives way to the reason.
    if let Some(least) = candidates.iter().map(|found| found.general).min() {
        candidates.retain(|found| found.general == least);
    }
    candidates
}

#[cfg(test)]
mod tests;
