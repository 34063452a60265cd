//! The result of every call: a value or none, and the findings about the input.

use serde::Serialize;

use super::boundary::json_text;
use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::i18n::{LOCALES, Message};

/// The result of a call. Its TypeScript form is in [`super`].
pub struct Outcome {
    /// The value as JSON; `None` if the input was not usable.
    value: Option<String>,
    /// The findings about the input, which may include errors.
    diagnostics: Vec<Diagnostic>,
}

impl Outcome {
    /// Returns a value without findings.
    pub fn ok<T: Serialize>(value: T) -> Outcome {
        Outcome::new(Some(value), Vec::new())
    }

    /// Returns a value if there is one, with the findings about the input.
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

    /// Returns the outcome as JSON, in the language that is spoken.
    pub(super) fn json(&self) -> String {
        let diagnostics = json_text(&self.diagnostics);
        match &self.value {
            Some(value) => format!(r#"{{"status":"ok","value":{value},"diagnostics":{diagnostics}}}"#),
            None => format!(r#"{{"status":"failed","diagnostics":{diagnostics}}}"#),
        }
    }

    /// Adds the finding that there is no such language. The call has been answered in the first one.
    pub(super) fn note_unknown_language(&mut self, tag: &str) {
        let known: Vec<&str> = LOCALES.iter().map(|locale| locale.tag).collect();
        let message = Message::new("API008")
            .with("tag", tag)
            .with("known", known.join(", "));
        let note = about_call("API008", Severity::Info, Pointer::root().key("lang"), message);
        self.diagnostics.push(note);
    }

    /// No value: the call needs a part of the package that is loaded with `load(part)`.
    pub fn not_loaded(part: &str) -> Outcome {
        let message = Message::new("API007").with("part", part);
        Outcome::refused("API007", Pointer::root(), message)
    }

    /// Returns a failure whose reason is not in the plan file.
    pub fn refused(code: &'static str, pointer: Pointer, message: Message) -> Outcome {
        Outcome::failed(vec![about_call(code, Severity::Error, pointer, message)])
    }
}

/// Returns a finding about the arguments of a call.
fn about_call(code: &'static str, severity: Severity, pointer: Pointer, message: Message) -> Diagnostic {
    Diagnostic {
        code,
        severity,
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
    }
}
