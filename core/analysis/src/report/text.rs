//! Text for terminals: each finding with its line, the text of the real component, and what to do.

use std::fmt::Write as _;

use super::checked::{CheckedFile, docs_of};
use super::width::{display_width, printable, push_printable};
use crate::analyze::{Counts, is_rest};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::i18n::{Catalogue, Message};

/// The largest number of characters of a line that are shown.
const LONGEST: usize = 120;
/// The number of characters of a long line that are shown before the finding.
const LEAD: usize = 30;

pub(super) fn write(files: &[CheckedFile<'_>], counts: Counts, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for file in files {
        let lines: Vec<&str> = lines_of(file.text);
        for diagnostic in file.diagnostics {
            // Writing to a string does not fail.
            let _ = finding(&mut out, file.name, &lines, diagnostic, catalogue);
            out.push('\n');
        }
        if file.diagnostics.is_empty() {
            let message = Message::new("lint-nothing").with("file", printable(file.name));
            let _ = writeln!(out, "{}", catalogue.text(&message));
        }
    }
    if counts != Counts::default() {
        let message = Message::new("lint-counts")
            .with("errors", counts.errors)
            .with("warnings", counts.warnings)
            .with("infos", counts.infos);
        let _ = writeln!(out, "{}", catalogue.text(&message));
    }
    let all = files.iter().flat_map(|file| file.diagnostics);
    let listed = all.filter(|found| !is_rest(found)).count();
    let unlisted = (counts.errors + counts.warnings + counts.infos).saturating_sub(listed);
    if unlisted > 0 {
        let message = Message::new("lint-unlisted").with("count", unlisted);
        let _ = writeln!(out, "{}", catalogue.text(&message));
    }
    out
}

/// Returns the lines of a text as YAML defines them: LF, CR LF or CR ends one. A byte order mark is not part of a
/// line.
pub(super) fn lines_of(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
        .collect()
}

fn finding(
    out: &mut String,
    file: &str,
    lines: &[&str],
    diagnostic: &Diagnostic,
    catalogue: &Catalogue,
) -> std::fmt::Result {
    let severity = match diagnostic.severity {
        Severity::Error => "lint-severity.error",
        Severity::Warning => "lint-severity.warning",
        Severity::Info => "lint-severity.info",
    };
    let place = &diagnostic.location;
    let file = printable(file);
    match place.line {
        0 => write!(out, "{file}: ")?,
        line => write!(out, "{file}:{line}:{}: ", place.column)?,
    }
    writeln!(
        out,
        "{} {}: {}",
        catalogue.text(&Message::new(severity)),
        diagnostic.code,
        printable(&catalogue.text(&diagnostic.message))
    )?;
    let number = place.line.to_string();
    let margin = " ".repeat(number.len() + 1);
    if let Some(line) = place.line.checked_sub(1).and_then(|index| lines.get(index)) {
        let (shown, before, carets) = excerpt(line, place);
        writeln!(out, "{margin} |")?;
        writeln!(out, " {number} | {shown}")?;
        writeln!(out, "{margin} | {}{}", " ".repeat(before), "^".repeat(carets))?;
    }
    if let Some(upstream) = &diagnostic.upstream {
        for (index, line) in upstream.lines().enumerate() {
            let who = if index == 0 {
                diagnostic.component.as_str()
            } else {
                ""
            };
            let colon = if index == 0 { ": " } else { "  " };
            writeln!(out, "{margin} = {who}{colon}{}", printable(line))?;
        }
    }
    if let Some(help) = &diagnostic.help {
        let label = catalogue.text(&Message::new("lint-help"));
        writeln!(out, "{margin} = {label}: {}", printable(&catalogue.text(help)))?;
    }
    for fix in &diagnostic.fixes {
        let label = catalogue.text(&Message::new(if fix.safe { "lint-fix.safe" } else { "lint-fix" }));
        writeln!(
            out,
            "{margin} = {label}: {}",
            printable(&catalogue.text(&fix.title))
        )?;
    }
    if let Some(page) = docs_of(diagnostic.code) {
        writeln!(out, "{margin} = {page}")?;
    }
    Ok(())
}

/// Returns the part of a line to show, the number of cells before the carets, and the number of carets.
fn excerpt(line: &str, place: &Location) -> (String, usize, usize) {
    let characters: Vec<char> = line.chars().collect();
    let start = place.column.saturating_sub(1).min(characters.len());
    let end = if place.end_line == place.line {
        place.end_column.saturating_sub(1).min(characters.len())
    } else {
        // A place of several lines is marked to the end of its first line, without trailing blanks.
        line.trim_end().chars().count()
    };
    let end = end.max(start);
    let from = if characters.len() <= LONGEST {
        0
    } else {
        start.saturating_sub(LEAD)
    };
    let to = characters.len().min(from + LONGEST);
    let piece = |from: usize, to: usize| {
        characters
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .fold(String::new(), |mut out, c| {
                push_printable(&mut out, *c);
                out
            })
    };
    let cut = |there: bool| if there { "…" } else { "" };
    let shown = format!(
        "{}{}{}",
        cut(from > 0),
        piece(from, to),
        cut(to < characters.len())
    );
    let before = display_width(&piece(from, start.min(to))) + usize::from(from > 0);
    let carets = display_width(&piece(start.min(to), end.min(to))).max(1);
    (shown, before, carets)
}
