//! Findings as a list.

use super::inline::{said, sentence};
use super::tree::{Element, element, lines};
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::i18n::{Catalogue, Message};

/// Returns the findings, the first first; a sentence where there are none.
pub(super) fn list(diagnostics: &[Diagnostic], catalogue: &Catalogue) -> Element {
    if diagnostics.is_empty() {
        let none = Message::new("export-markdown-no-findings");
        return element("p").and_all(sentence(&none, catalogue));
    }
    element("ul").with("class", "dsp-findings-list").and_all(
        diagnostics
            .iter()
            .enumerate()
            .map(|(number, found)| finding(number, found, catalogue)),
    )
}

/// Returns the titles of a finding's fixes. The attribute `data-fix` has the number of the finding and that of the fix, from 0:
/// where the view is live, a press applies it.
fn fixes(number: usize, found: &Diagnostic, catalogue: &Catalogue) -> Element {
    let one = |(place, fix): (usize, &Fix)| {
        let label = element("strong").and_all(said(&Message::new("lint-fix"), catalogue));
        let title = element("span")
            .with("class", "dsp-fix")
            .with("data-fix", format!("{number} {place}"))
            .and_all(said(&fix.title, catalogue));
        element("li").and(label).and(" ").and(title)
    };
    element("ul")
        .with("class", "dsp-fixes")
        .and_all(found.fixes.iter().enumerate().map(one))
}

fn finding(number: usize, found: &Diagnostic, catalogue: &Catalogue) -> Element {
    let (name, severity) = match found.severity {
        Severity::Error => ("error", "lint-severity.error"),
        Severity::Warning => ("warning", "lint-severity.warning"),
        Severity::Info => ("info", "lint-severity.info"),
    };
    let field = found.location.pointer.field_path();
    let mut head = element("p")
        .and(
            element("strong")
                .and_all(said(&Message::new(severity), catalogue))
                .and(" ")
                .and(found.code),
        )
        .and(" ");
    if !field.is_empty() {
        let field = element("code").with("dir", "ltr").and(field);
        head = head.and(field).and(" ");
    }
    let mut item = element("li")
        .with("class", format!("dsp-finding dsp-{name}"))
        .and(head.and_all(sentence(&found.message, catalogue)));
    if let Some(help) = &found.help {
        item = item.and(
            element("p")
                .with("class", "dsp-help")
                .and_all(sentence(help, catalogue)),
        );
    }
    if let Some(upstream) = &found.upstream {
        item = item.and(lines(upstream));
    }
    if found.fixes.is_empty() {
        return item;
    }
    item.and(fixes(number, found, catalogue))
}
