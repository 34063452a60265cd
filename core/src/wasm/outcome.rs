//! What every call gives: a value or not, and what there is to say about the input.

use serde::Serialize;

use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::i18n::Message;

/// The result of a call. Its TypeScript form stands in [`super`].
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
pub(super) enum Outcome<T> {
    /// There is a value.
    Ok {
        /// The value.
        value: T,
        /// What there is to say about the input; errors too, where a value could be given nevertheless.
        diagnostics: Vec<Diagnostic>,
    },
    /// There is none: the input was not usable.
    Failed {
        /// Why.
        diagnostics: Vec<Diagnostic>,
    },
}

impl<T> Outcome<T> {
    /// A value there is nothing to say about.
    pub(super) fn ok(value: T) -> Outcome<T> {
        Outcome::Ok {
            value,
            diagnostics: Vec::new(),
        }
    }

    /// A value if there is one, and what there is to say about the input.
    pub(super) fn new(value: Option<T>, diagnostics: Vec<Diagnostic>) -> Outcome<T> {
        match value {
            Some(value) => Outcome::Ok { value, diagnostics },
            None => Outcome::Failed { diagnostics },
        }
    }

    /// No value, for a reason that is none of the plan file's.
    pub(super) fn refused(code: &'static str, pointer: Pointer, message: Message) -> Outcome<T> {
        Outcome::Failed {
            diagnostics: vec![Diagnostic {
                code,
                severity: Severity::Error,
                location: Location {
                    pointer,
                    ..Location::default()
                },
                message,
                help: None,
                upstream: None,
                component: Component::Planner,
                stage: Stage::Read,
                fixes: Vec::new(),
            }],
        }
    }
}
