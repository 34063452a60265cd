//! Cases of lint rules: prose a user could read, a plan, and what is found in it. `tests/cases/README.md` has the
//! format.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dualstack_core::diagnostic::{Diagnostic, Fix, Severity};
use dualstack_core::document::patch;
use dualstack_core::lint::example::complete;
use dualstack_core::{AnalyzeOptions, analyze, sources};

/// One case: a heading, a plan, what is expected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The heading.
    pub title: String,
    /// The plan file.
    pub plan: String,
    /// The plan file as it was before.
    pub previous: Option<String>,
    /// How components are started today.
    pub running: Option<String>,
    /// The lines of the `diagnostics` block; `None` where the case has none, which is a mistake.
    pub expected: Option<Vec<String>>,
    /// Name of a fix → the lines it takes out and puts in.
    pub fixes: Vec<(String, Vec<String>)>,
}

/// The cases of a file.
pub fn parse(text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case {
                title: title.to_owned(),
                ..Case::default()
            });
        }
        let (Some(info), Some(case)) = (line.strip_prefix("```"), cases.last_mut()) else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let owned = || block.iter().map(|line| (*line).to_owned()).collect();
        match info.split_once(' ').unwrap_or((info, "")) {
            ("yaml", "") => case.plan = complete(&block.join("\n")),
            ("yaml", "previous") => case.previous = Some(complete(&block.join("\n"))),
            ("text", "running") => case.running = Some(block.join("\n")),
            ("diagnostics", "") => case.expected = Some(owned()),
            ("diff", name) => case.fixes.push((name.to_owned(), owned())),
            _ => {}
        }
    }
    cases
}

/// What is found in a plan file, with what else the case shows.
pub fn findings(text: &str, case: &Case) -> Vec<Diagnostic> {
    let running = case
        .running
        .as_deref()
        .map(|text| sources::running(&[sources::Text::pasted(text)], None));
    let options = AnalyzeOptions {
        previous: case.previous.as_deref(),
        running: running.as_ref(),
        ..AnalyzeOptions::default()
    };
    analyze(text, &options).diagnostics
}

/// `CODE severity /pointer`, with `#1` before the pointer for the second document of the file.
pub fn line_of(diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let place = &diagnostic.location;
    let document = match place.document {
        0 => String::new(),
        index => format!("#{index}"),
    };
    let pointer = match place.pointer.as_str() {
        "" => "/",
        pointer => pointer,
    };
    format!("{} {severity} {document}{pointer}", diagnostic.code)
}

/// What a case got wrong, in sentences; empty when it holds.
pub fn check(code: &str, case: &Case) -> Vec<String> {
    let mut faults = Vec::new();
    let found = findings(&case.plan, case);
    let Some(expected) = &case.expected else {
        return vec!["there is no `diagnostics` block".to_owned()];
    };
    let codes: BTreeSet<&str> = expected
        .iter()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next())
        .chain([code])
        .collect();
    // Upstream texts are compared where the case shows one.
    let shows_upstream = expected
        .iter()
        .any(|line| line.trim_start().starts_with("upstream:"));
    let mut lines = Vec::new();
    for diagnostic in found.iter().filter(|found| codes.contains(found.code)) {
        lines.push(line_of(diagnostic));
        if let Some(text) = diagnostic.upstream.as_ref().filter(|_| shows_upstream) {
            lines.push(format!("  upstream: {text}"));
        }
    }
    if &lines != expected {
        faults.push(format!("expected {expected:#?}, found {lines:#?}"));
    }
    for diagnostic in found.iter().filter(|found| found.code == code) {
        for fix in &diagnostic.fixes {
            faults.extend(check_fix(case, &found, diagnostic, fix));
        }
    }
    for (name, difference) in &case.fixes {
        let id = format!("{code}.fix-{name}");
        let fix = found
            .iter()
            .filter(|found| found.code == code)
            .flat_map(|found| &found.fixes)
            .find(|fix| fix.title.id == id);
        match fix.map(|fix| patch::apply(&case.plan, fix.document, &fix.patch)) {
            None => faults.push(format!("no fix `{name}` is offered")),
            Some(Err(error)) => faults.push(format!("fix `{name}`: {error}")),
            Some(Ok(result)) => {
                let made = line_difference(&case.plan, &result.text);
                if &made != difference {
                    faults.push(format!(
                        "fix `{name}` changes {made:#?}, expected {difference:#?}"
                    ));
                }
            }
        }
    }
    faults.extend(check_fix_all(code, case).err());
    faults
}

fn count(diagnostics: &[Diagnostic], code: &str) -> usize {
    diagnostics.iter().filter(|found| found.code == code).count()
}

fn errors(diagnostics: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error)
    {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    counts
}

/// A fix removes its finding, adds no error and keeps the rest of the text.
fn check_fix(case: &Case, before: &[Diagnostic], diagnostic: &Diagnostic, fix: &Fix) -> Option<String> {
    let id = &fix.title.id;
    let result = match patch::apply(&case.plan, fix.document, &fix.patch) {
        Ok(result) => result,
        Err(error) => return Some(format!("{id}: {error}")),
    };
    if result.rewritten {
        return Some(format!("{id} writes the document anew"));
    }
    let after = findings(&result.text, case);
    if count(&after, diagnostic.code) >= count(before, diagnostic.code) {
        return Some(format!("{id} leaves its finding:\n{}", result.text));
    }
    let old = errors(before);
    errors(&after).into_iter().find_map(|(code, count)| {
        (count > old.get(code).copied().unwrap_or(0))
            .then(|| format!("{id} adds the error {code}:\n{}", result.text))
    })
}

/// The most fixes one after the other.
const MOST_FIXES: usize = 40;

/// Applies the first fix of the first error, a safe one before the others, until there is none.
///
/// # Errors
/// A sentence when this does not come to an end, when the rule's own error is still there although it has fixes, or
/// when there is an error that was not there before.
pub fn check_fix_all(code: &str, case: &Case) -> Result<String, String> {
    let mut text = case.plan.clone();
    let first = errors(&findings(&text, case));
    for _ in 0..MOST_FIXES {
        let found = findings(&text, case);
        let fix = found
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .find_map(|found| {
                found
                    .fixes
                    .iter()
                    .find(|fix| fix.safe)
                    .or_else(|| found.fixes.first())
            });
        let Some(fix) = fix else {
            let left = errors(&found);
            return match left.keys().find(|left| !first.contains_key(*left)) {
                Some(new) => Err(format!("fixing all leads to the error {new}:\n{text}")),
                None => Ok(text),
            };
        };
        text = patch::apply(&text, fix.document, &fix.patch)
            .map_err(|error| format!("{}: {error}", fix.title.id))?
            .text;
    }
    Err(format!("fixing all of {code} does not end:\n{text}"))
}

/// The lines that differ, in order: `- ` taken out, `+ ` put in. Longest common subsequence; the texts are short.
fn line_difference(before: &str, after: &str) -> Vec<String> {
    let (a, b): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let width = b.len() + 1;
    let mut common = vec![0usize; (a.len() + 1) * width];
    let at = |common: &[usize], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
    for (i, left) in a.iter().enumerate().rev() {
        for (j, right) in b.iter().enumerate().rev() {
            let value = if left == right {
                at(&common, i + 1, j + 1) + 1
            } else {
                at(&common, i + 1, j).max(at(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    loop {
        match (a.get(i), b.get(j)) {
            (Some(left), Some(right)) if left == right => (i, j) = (i + 1, j + 1),
            (Some(left), _) if j >= b.len() || at(&common, i + 1, j) >= at(&common, i, j + 1) => {
                lines.push(format!("- {left}"));
                i += 1;
            }
            (_, Some(right)) => {
                lines.push(format!("+ {right}"));
                j += 1;
            }
            _ => return lines,
        }
    }
}

/// Code → its cases, from a folder of folders of Markdown files.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn read_all(folder: &Path) -> std::io::Result<BTreeMap<String, Vec<Case>>> {
    let mut all = BTreeMap::new();
    for rule in std::fs::read_dir(folder)? {
        let rule = rule?;
        if !rule.path().is_dir() {
            continue;
        }
        let mut files: Vec<_> = std::fs::read_dir(rule.path())?.collect::<Result<_, _>>()?;
        files.sort_unstable_by_key(std::fs::DirEntry::file_name);
        let cases: &mut Vec<Case> = all
            .entry(rule.file_name().to_string_lossy().into_owned())
            .or_default();
        for file in files {
            cases.extend(parse(&std::fs::read_to_string(file.path())?));
        }
    }
    Ok(all)
}
