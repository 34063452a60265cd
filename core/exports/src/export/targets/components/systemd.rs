//! Drop-ins for systemd units.

use crate::document::write::with_header;
use crate::export::text::systemd;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// Writes a drop-in for each component, which holds its arguments in a variable.
pub(in crate::export) struct Systemd;

static META: TargetMeta = TargetMeta {
    id: "systemd",
    versions: Window::ALL,
    docs: "https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html",
    checked: &[Checked::Source("kubernetes 1.16 – 1.37")],
};

/// Returns the name of the variable that holds a component's arguments.
fn variable(component: &str) -> String {
    format!(
        "{}_DUALSTACK_ARGS",
        component.to_ascii_uppercase().replace('-', "_")
    )
}

impl Exporter for Systemd {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        Ok(cx.flags_findings(META.id, |_| true))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        for component in &cx.settings {
            let name = component.component.as_str();
            let variable = variable(name);
            let mut comments = vec![
                Message::new("export-systemd")
                    .with("component", name)
                    .with("variable", format!("${variable}")),
            ];
            comments.extend(cx.placeholders(&component.settings));
            let unit = format!(
                "[Service]\n{}",
                systemd::environment(&variable, component.arguments())
            );
            out.add(
                &format!("systemd/{name}.service.d/20-dualstack.conf"),
                "text/plain",
                &with_header(&cx.header_with(&comments), &unit),
            )?;
        }
        Ok(())
    }
}
