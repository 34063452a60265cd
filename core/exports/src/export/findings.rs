//! The diagnostics of an export.

use crate::components::{Effect, FailedCheck};
use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::i18n::Message;
pub(super) use crate::needs::finding;

/// Returns findings about the start-up checks that the files of a target would fail.
pub(super) fn refused(
    target: &'static str,
    refusals: impl IntoIterator<Item = FailedCheck>,
) -> Vec<Diagnostic> {
    refusals
        .into_iter()
        .filter(|refusal| refusal.effect != Effect::Warning)
        .map(|refusal| {
            let field = match refusal.component {
                Component::KubeApiserver => "serviceCIDRs",
                _ => "podCIDRs",
            };
            let message = Message::new("EXP015")
                .with("target", target)
                .with("component", refusal.component.as_str());
            let mut diagnostic = finding("EXP015", Severity::Error, field, message);
            diagnostic.upstream = Some(refusal.text);
            diagnostic.component = refusal.component;
            diagnostic.stage = refusal.stage;
            diagnostic
        })
        .collect()
}
