//! Findings in three numbers: the badge of a tab and the pill of the header.

use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::icon::Icon;
use crate::i18n::I18n;

/// The worst severity and the message that counts it.
pub fn verdict([errors, warnings, notes]: [usize; 3]) -> (&'static str, Icon, Message) {
    match (errors, warnings, notes) {
        (0, 0, 0) => ("good", Icon::Good, Message::new("verdict-good")),
        (0, 0, notes) => (
            "info",
            Icon::Info,
            Message::new("verdict-notes").with("notes", notes),
        ),
        (0, warnings, _) => (
            "warning",
            Icon::Warning,
            Message::new("verdict-warnings").with("warnings", warnings),
        ),
        (errors, 0, _) => (
            "error",
            Icon::Error,
            Message::new("verdict-errors").with("errors", errors),
        ),
        (errors, warnings, _) => (
            "error",
            Icon::Error,
            Message::new("verdict-both")
                .with("errors", errors)
                .with("warnings", warnings),
        ),
    }
}

/// What is said in place of a verdict while the rules are on their way, or could not be loaded.
pub fn unchecked(has_failed: bool) -> (&'static str, Icon, Message) {
    match has_failed {
        false => ("pending", Icon::Info, Message::new("verdict-checking")),
        true => ("warning", Icon::Warning, Message::new("verdict-unchecked")),
    }
}

/// The number of findings behind the tab's name.
pub fn badge(i18n: I18n, counts: [usize; 3]) -> Html {
    let total: usize = counts.iter().sum();
    let (severity, _, message) = verdict(counts);
    html! {
        <span class="badge" data-severity={severity}>
            <span aria-hidden="true">{ total }</span>
            <span class="visually-hidden">{ i18n.message(&message) }</span>
        </span>
    }
}
