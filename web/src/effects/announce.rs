//! What a screen reader is told about findings: one polite sentence when typing pauses, never one a keystroke.

use std::collections::BTreeSet;

use dualstack_core::diagnostic::{Diagnostic, Severity};
use dualstack_core::i18n::Message;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::Analysis;
use crate::i18n::use_i18n;

/// Long enough that a burst of keys is one announcement (4.1.3 with ui.md's floor of half a second).
const PAUSE_MS: u32 = 700;

/// Errors, warnings, notes.
pub fn counts(diagnostics: &[Diagnostic]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Info].map(|severity| {
        diagnostics
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    })
}

/// A finding is the same as long as code and place are.
fn identity(diagnostic: &Diagnostic) -> (&'static str, usize, String) {
    let place = &diagnostic.location;
    (diagnostic.code, place.document, place.pointer.to_string())
}

/// `2 errors, 1 warning, 1 new: CAP002`; `None` when nothing changed.
fn sentence(before: &BTreeSet<(&'static str, usize, String)>, diagnostics: &[Diagnostic]) -> Option<Message> {
    let now: BTreeSet<_> = diagnostics.iter().map(identity).collect();
    if now == *before {
        return None;
    }
    let [errors, warnings, _] = counts(diagnostics);
    let new: BTreeSet<&str> = now.difference(before).map(|(code, ..)| *code).collect();
    let message = if new.is_empty() {
        Message::new("announce-counts")
    } else {
        let codes: Vec<&str> = new.iter().copied().take(5).collect();
        Message::new("announce-new")
            .with("new", new.len())
            .with("codes", codes.join(", "))
    };
    Some(message.with("errors", errors).with("warnings", warnings))
}

/// The text of the live region.
#[hook]
pub fn use_announcement(analysis: &Analysis) -> String {
    let diagnostics = analysis.diagnostics();
    let is_checked = analysis.is_checked();
    let i18n = use_i18n();
    let said = use_state(String::new);
    let before = use_mut_ref(|| None::<BTreeSet<_>>);
    let now: BTreeSet<_> = diagnostics.iter().map(identity).collect();
    let message = before
        .borrow()
        .as_ref()
        .and_then(|before| sentence(before, diagnostics));
    {
        let said = said.clone();
        use_effect_with((now, is_checked), move |(now, is_checked)| {
            let now = now.clone();
            // What the page opens with is in the page; only changes are announced.
            let timer = if !is_checked {
                None
            } else if before.borrow().is_none() {
                *before.borrow_mut() = Some(now);
                None
            } else {
                Some(Timeout::new(PAUSE_MS, move || {
                    *before.borrow_mut() = Some(now);
                    if let Some(message) = message {
                        said.set(i18n.message(&message));
                    }
                }))
            };
            move || drop(timer)
        });
    }
    (*said).clone()
}

#[cfg(test)]
mod tests {
    use dualstack_core::diagnostic::{Component, Location, Stage};

    use super::*;
    use crate::i18n::I18n;

    fn finding(code: &'static str, severity: Severity) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            location: Location::default(),
            message: Message::new("x"),
            help: None,
            upstream: None,
            component: Component::Planner,
            stage: Stage::Read,
            fixes: Vec::new(),
        }
    }

    #[test]
    fn only_what_is_new_is_named() {
        let before = [finding("ADDR001", Severity::Error)];
        let now = [
            finding("ADDR001", Severity::Error),
            finding("CAP002", Severity::Error),
        ];
        let known = before.iter().map(identity).collect();
        let i18n = I18n { language: "en" };
        assert_eq!(sentence(&known, &before), None);
        let said = i18n.message(&sentence(&known, &now).unwrap());
        assert_eq!(said, "2 errors, 1 new: CAP002");
        let said = i18n.message(&sentence(&known, &[]).unwrap());
        assert_eq!(said, "No errors");
    }
}
