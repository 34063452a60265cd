//! Command lines, one file per component.

use crate::document::write::with_header;
use crate::export::text::shell;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// Command lines of every component.
pub(in crate::export) struct Flags;

static META: TargetMeta = TargetMeta {
    id: "flags",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/reference/command-line-tools-reference/",
    checked: &[
        Checked::Source("kubernetes 1.16 – 1.37"),
        Checked::Started("kube-apiserver, kube-controller-manager and kube-proxy of 1.27 and 1.36"),
    ],
};

impl Exporter for Flags {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        Ok(cx.flags_findings(META.id, |_| true))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        for component in &cx.settings {
            let reasons: Vec<Message> = component
                .settings
                .iter()
                .map(|setting| {
                    Message::new("export-reason")
                        .with("flag", setting.flag)
                        .with("why", cx.text(&setting.why))
                })
                .chain(cx.placeholders(&component.settings))
                .collect();
            let name = component.component.as_str();
            let text = with_header(
                &cx.header_with(&reasons),
                &shell::command(name, component.arguments()),
            );
            out.add(
                &format!("flags/{name}.sh"),
                "text/x-shellscript",
                &format!("#!/bin/sh\n{text}"),
            )?;
        }
        Ok(())
    }
}
