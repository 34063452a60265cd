//! Findings as a list.

use super::inline::{said, sentence};
use super::tree::{Element, element, lines};
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{Catalogue, Message};

/// Returns the findings, the first first; a sentence where there are none.
pub(super) fn list(diagnostics: &[Diagnostic], catalogue: &Catalogue) -> Element {
    if diagnostics.is_empty() {
        let none = Message::new("export-markdown-no-findings");
        return element("p").and_all(sentence(&none, catalogue));
    }
    element("ul")
        .with("class", "dsp-findings-list")
        .and_all(diagnostics.iter().map(|found| finding(found, catalogue)))
}

fn finding(found: &Diagnostic, catalogue: &Catalogue) -> Element {
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
    match &found.upstream {
        Some(upstream) => item.and(lines(upstream)),
        None => item,
    }
}
