//! The releases of tools that a plan names: whether they run its version of Kubernetes.

use super::Tool;
use super::lists::finding;
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Message;
use crate::kubernetes::tools::{Release, ToolRow};
use crate::request::ClusterPlan;

/// Returns the tool whose release decides what the target with that id writes. `None` if a plan cannot name its
/// releases.
pub fn tool_of(target: &str) -> Option<&'static ToolRow> {
    ToolRow::find(match target {
        "calico-manifest" | "calico-operator" => "calico",
        id => id,
    })
}

/// Returns the release that the plan names for the tool of a target. `None` if it names none.
pub fn named_release(target: &str, plan: &ClusterPlan) -> Option<Release> {
    plan.spec.tools.get(tool_of(target)?.id).copied()
}

/// Returns the finding about a release of the tool that does not run the plan's version of Kubernetes: an error where
/// the tool itself refuses the version.
pub(super) fn misfit(cx: &Tool<'_>) -> Option<Diagnostic> {
    let row = tool_of(cx.id)?;
    let release = named_release(cx.id, cx.plan)?;
    if row.runs(release, cx.profile.version) {
        return None;
    }
    let message = Message::new("EXP028")
        .with("tool", row.title)
        .with("release", release.to_string())
        .with("version", cx.profile.version);
    let severity = if row.refuses_versions {
        Severity::Error
    } else {
        Severity::Warning
    };
    Some(finding("EXP028", severity, "tools", message))
}
