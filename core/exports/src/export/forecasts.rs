//! The start-up checks that components fail with the settings of an installer.

use super::context::ExportContext;
use super::findings::refused;
use crate::components::{KubeadmConfiguration, StartUpCheck, forecast};
use crate::diagnostic::{Component, Diagnostic};

/// Returns the failed checks of components that get the plan's values.
pub(super) fn of_components(
    cx: &ExportContext<'_>,
    target: &'static str,
    given: impl Fn(Component) -> bool,
) -> Vec<Diagnostic> {
    let started = cx.settings.iter().filter(|settings| given(settings.component));
    let version = cx.profile.version;
    refused(
        target,
        started.flat_map(|settings| StartUpCheck::of_settings(version, settings).failed_checks),
    )
}

/// Returns the failed checks for an installer that passes the plan's values to kubeadm, whose own checks come first.
pub(super) fn of_kubeadm(cx: &ExportContext<'_>, target: &'static str) -> Vec<Diagnostic> {
    let configuration = KubeadmConfiguration::of_plan(cx.plan, &cx.settings);
    let mut found = refused(
        target,
        forecast(cx.profile.version, Component::Kubeadm, &configuration.into()),
    );
    found.extend(of_components(cx, target, |component| {
        matches!(
            component,
            Component::KubeApiserver | Component::KubeControllerManager
        )
    }));
    found
}

impl ExportContext<'_> {
    /// What there is to say about a target that writes the flags of these components: placeholders, and start-up checks
    /// that fail.
    pub fn flags_findings(&self, target: &'static str, has: impl Fn(Component) -> bool) -> Vec<Diagnostic> {
        let settings = self
            .settings
            .iter()
            .filter(|settings| has(settings.component))
            .flat_map(|settings| &settings.settings);
        let mut found: Vec<Diagnostic> = self
            .placeholder_diagnostic(target, settings)
            .into_iter()
            .collect();
        found.extend(of_components(self, target, has));
        found
    }
}
