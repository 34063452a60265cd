//! The diagnostics of an export.

use crate::components::{Effect, FailedCheck};
use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::i18n::{Catalogue, Message};

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

/// Returns a finding of an export about a field of the plan's spec.
pub(super) fn finding(code: &'static str, severity: Severity, field: &str, message: Message) -> Diagnostic {
    let help = Message::new(format!("{code}.help"));
    Diagnostic {
        code,
        severity,
        location: Location {
            pointer: Pointer::root().key("spec").key(field),
            ..Location::default()
        },
        message,
        help: Catalogue::of("en").has(&help.id).then_some(help),
        upstream: None,
        component: Component::Planner,
        stage: Stage::Install,
        fixes: Vec::new(),
    }
}
