//! What every call gives: a value or not, and what there is to say about the input.

use std::collections::BTreeMap;

use serde::Serialize;
use tsify::Tsify;

use crate::diagnostic::{Component, Diagnostic, Location, PatchOperation, Pointer, Severity, Stage};
use crate::i18n::{Catalogue, Message, Param, Part};

/// The result of a call.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
pub(super) enum Outcome<T> {
    /// There is a value.
    Ok {
        /// The value.
        value: T,
        /// What there is to say about the input; errors too, where a value could be given nevertheless.
        diagnostics: Vec<RenderedDiagnostic>,
    },
    /// The input was not usable.
    Failed {
        /// Why: at least one error.
        diagnostics: Vec<RenderedDiagnostic>,
    },
}

impl<T> Outcome<T> {
    /// A value and what there is to say about it.
    pub(super) fn ok(value: T, diagnostics: &[Diagnostic], catalogue: &Catalogue) -> Outcome<T> {
        Outcome::Ok {
            value,
            diagnostics: render(diagnostics, catalogue),
        }
    }

    /// No value, for a reason that is none of the plan file's.
    pub(super) fn refused(
        code: &'static str,
        pointer: Pointer,
        message: Message,
        catalogue: &Catalogue,
    ) -> Outcome<T> {
        let diagnostic = Diagnostic {
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
        };
        Outcome::failed(&[diagnostic], catalogue)
    }

    /// No value, and why.
    pub(super) fn failed(diagnostics: &[Diagnostic], catalogue: &Catalogue) -> Outcome<T> {
        Outcome::Failed {
            diagnostics: render(diagnostics, catalogue),
        }
    }
}

fn render(diagnostics: &[Diagnostic], catalogue: &Catalogue) -> Vec<RenderedDiagnostic> {
    diagnostics
        .iter()
        .map(|diagnostic| RenderedDiagnostic::new(diagnostic, catalogue))
        .collect()
}

/// A finding with its sentences in one language.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(super) struct RenderedDiagnostic {
    /// Stable code: `ADDR001`.
    pub(super) code: &'static str,
    /// How bad.
    pub(super) severity: Severity,
    /// Where in the plan file.
    pub(super) path: Location,
    /// What is wrong.
    pub(super) message: String,
    /// The same in parts, parameters apart, so that addresses can be set left to right and as code.
    pub(super) parts: Vec<Part>,
    /// The parameters of the message.
    pub(super) params: BTreeMap<&'static str, Param>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) help: Option<String>,
    /// The exact text the real component prints, never translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) upstream: Option<String>,
    /// Who fails.
    pub(super) component: Component,
    /// When.
    pub(super) stage: Stage,
    /// How to mend it.
    pub(super) fixes: Vec<RenderedFix>,
}

/// A way to mend a finding, with its title in one language.
#[derive(Serialize, Tsify)]
pub(super) struct RenderedFix {
    /// What the fix does, as a button says it.
    pub(super) title: String,
    /// Whether it can be applied without a human looking at it.
    pub(super) safe: bool,
    /// The document it changes, from 0.
    pub(super) document: usize,
    /// The changes, in order (RFC 6902).
    pub(super) patch: Vec<PatchOperation>,
}

impl RenderedDiagnostic {
    fn new(diagnostic: &Diagnostic, catalogue: &Catalogue) -> RenderedDiagnostic {
        let parts = catalogue.parts(&diagnostic.message);
        RenderedDiagnostic {
            code: diagnostic.code,
            severity: diagnostic.severity,
            path: diagnostic.location.clone(),
            message: parts.iter().map(|part| part.text.as_str()).collect(),
            parts,
            params: diagnostic.message.params.clone(),
            help: diagnostic.help.as_ref().map(|help| catalogue.text(help)),
            upstream: diagnostic.upstream.clone(),
            component: diagnostic.component,
            stage: diagnostic.stage,
            fixes: diagnostic
                .fixes
                .iter()
                .map(|fix| RenderedFix {
                    title: catalogue.text(&fix.title),
                    safe: fix.safe,
                    document: fix.document,
                    patch: fix.patch.clone(),
                })
                .collect(),
        }
    }
}
