//! Runs targets and collects their files.

use std::collections::BTreeSet;

use serde::Serialize;

use super::registry::exporters;
use super::{ExportContext, ExportFile, ExportRefusal, Exporter, FileSet, Target, TargetGroup, finding};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::document::nearest;
use crate::i18n::{Message, use_exports};
use crate::needs::{Needs, is_refusal, outside, tool_title};

/// The files of an export, and the findings about them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// The files, sorted by path.
    pub files: Vec<ExportFile>,
    /// Findings about the parts of the plan that the targets cannot express, and about work left to do by hand.
    pub diagnostics: Vec<Diagnostic>,
}

/// Returns every target.
pub fn targets() -> Vec<Target> {
    use_exports();
    exporters()
        .map(|(group, target)| target.meta().describe(group))
        .collect()
}

/// Writes the files of the named targets. A target that is named twice is written once.
pub fn export(cx: &ExportContext<'_>, names: &[&str]) -> Exported {
    let mut chosen: Vec<(TargetGroup, &'static dyn Exporter)> = Vec::new();
    let mut unknown_names = Vec::new();
    let mut done = BTreeSet::new();
    for name in names.iter().filter(|name| done.insert(**name)) {
        match exporters().find(|(_, target)| target.meta().id == *name) {
            Some(target) => chosen.push(target),
            None => unknown_names.push(unknown(name)),
        }
    }
    let mut exported = write_all(cx, &chosen);
    exported.diagnostics.splice(0..0, unknown_names);
    exported
}

/// Writes the files of every target.
pub(super) fn export_all(cx: &ExportContext<'_>) -> Exported {
    let all: Vec<(TargetGroup, &'static dyn Exporter)> = exporters().collect();
    write_all(cx, &all)
}

fn write_all(cx: &ExportContext<'_>, targets: &[(TargetGroup, &'static dyn Exporter)]) -> Exported {
    let mut files = FileSet::new();
    let mut diagnostics = Vec::new();
    for (group, target) in targets {
        run(*group, *target, cx, &mut files, &mut diagnostics);
    }
    Exported {
        files: files.into_files(),
        diagnostics,
    }
}

/// Returns whether files of that media type can hold comments, and so name their plan.
pub(super) fn has_comments(media_type: &str) -> bool {
    !matches!(media_type, "application/json" | "text/csv")
}

fn unknown(name: &str) -> Diagnostic {
    let near = nearest(name, exporters().map(|(_, target)| target.meta().id));
    let message = match near {
        Some(near) => Message::new("EXP003.nearest").with("near", near),
        None => Message::new("EXP003"),
    };
    let mut diagnostic = finding("EXP003", Severity::Error, "", message.with("target", name));
    diagnostic.location = Location::default();
    diagnostic
}

fn run(
    group: TargetGroup,
    target: &dyn Exporter,
    cx: &ExportContext<'_>,
    files: &mut FileSet,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let meta = target.meta();
    let needed = match Needs::of(meta.id) {
        Some(needs) => needs.findings(cx.plan),
        None if meta.versions.contains(cx.profile.version) => Vec::new(),
        None => vec![outside(meta.id, meta.versions, cx.profile.version)],
    };
    let refused = is_refusal(&needed);
    diagnostics.extend(needed);
    if refused {
        return;
    }
    let cx = &cx.of_target(meta.id);
    match target.supports(cx) {
        Ok(found) => diagnostics.extend(found),
        Err(ExportRefusal(reasons)) => {
            diagnostics.extend(reasons);
            return;
        }
    }
    let mut own = FileSet::new();
    let written = target.export(cx, &mut own);
    diagnostics.extend(unused_endpoint(target, group, cx, &own));
    if let Err(error) = written.and_then(|()| files.take(own)) {
        let message = Message::new("EXP009")
            .with("target", meta.id)
            .with("error", error.to_string());
        diagnostics.push(finding("EXP009", Severity::Error, "", message));
    }
}

/// Returns the finding about an endpoint in the plan that no file of an installer or cloud has: the tool makes its own,
/// or runs one API server. Where the files have its host alone, it is about the port.
fn unused_endpoint(
    target: &dyn Exporter,
    group: TargetGroup,
    cx: &ExportContext<'_>,
    files: &FileSet,
) -> Option<Diagnostic> {
    let endpoint = cx.endpoint()?;
    if !matches!(group, TargetGroup::Installers | TargetGroup::Clouds) {
        return None;
    }
    let message = |id: &'static str| {
        Message::new(id)
            .with("target", tool_title(target.meta().id))
            .with("endpoint", endpoint.to_string())
    };
    let message = if files.mentions(&endpoint.host()) {
        let own = target.api_port()?;
        let port = endpoint.port.filter(|port| *port != own)?;
        if files.mentions(&endpoint.at_port(port)) {
            return None;
        }
        message("EXP027.port").with("port", own)
    } else {
        message("EXP027.endpoint")
    };
    Some(finding("EXP027", Severity::Info, "controlPlaneEndpoint", message))
}
