//! What every call gives: a value or not, and what there is to say about the input.

use serde::Serialize;

use super::boundary::json_text;
use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::i18n::Message;

/// The result of a call. Its TypeScript form stands in [`super`].
pub struct Outcome {
    /// The value as JSON; `None` where the input was not usable.
    value: Option<String>,
    /// What there is to say about the input; errors too, where a value could be given nevertheless.
    diagnostics: Vec<Diagnostic>,
}

impl Outcome {
    /// A value there is nothing to say about.
    pub fn ok<T: Serialize>(value: T) -> Outcome {
        Outcome::new(Some(value), Vec::new())
    }

    /// A value if there is one, and what there is to say about the input.
    pub fn new<T: Serialize>(value: Option<T>, diagnostics: Vec<Diagnostic>) -> Outcome {
        Outcome {
            value: value.as_ref().map(json_text),
            diagnostics,
        }
    }

    /// No value, and why.
    pub fn failed(diagnostics: Vec<Diagnostic>) -> Outcome {
        Outcome {
            value: None,
            diagnostics,
        }
    }

    /// The outcome as JSON, in the language that is spoken.
    pub(super) fn json(&self) -> String {
        let diagnostics = json_text(&self.diagnostics);
        match &self.value {
            Some(value) => format!(r#"{{"status":"ok","value":{value},"diagnostics":{diagnostics}}}"#),
            None => format!(r#"{{"status":"failed","diagnostics":{diagnostics}}}"#),
        }
    }

    /// No value: the call needs a part of the package that is loaded with `load(part)`.
    pub fn not_loaded(part: &str) -> Outcome {
        let message = Message::new("API007").with("part", part);
        Outcome::refused("API007", Pointer::root(), message)
    }

    /// No value, for a reason that is none of the plan file's.
    pub fn refused(code: &'static str, pointer: Pointer, message: Message) -> Outcome {
        Outcome::failed(vec![Diagnostic {
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
        }])
    }
}
