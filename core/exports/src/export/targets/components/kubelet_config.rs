//! KubeletConfiguration.

use crate::diagnostic::Component;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// Writes the configuration file of kubelet; settings that only flags can hold are in its comments.
pub(in crate::export) struct KubeletConfig;

static META: TargetMeta = TargetMeta {
    id: "kubelet-config",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/",
    checked: &[Checked::Source("kubernetes 1.16 – 1.37, pkg/kubelet/apis/config")],
};

impl Exporter for KubeletConfig {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let settings = cx
            .component(Component::Kubelet)
            .map_or(&[][..], |settings| &settings.settings);
        Ok(cx.placeholder_diagnostic(META.id, settings).into_iter().collect())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(settings) = cx.component(Component::Kubelet) else {
            return Ok(());
        };
        let comments: Vec<Message> = settings
            .flag_only()
            .map(|setting| {
                Message::new("export-flag-only")
                    .with("argument", format!("{}={}", setting.flag, setting.value))
            })
            .chain(cx.placeholders(&settings.settings))
            .collect();
        let documents: Vec<_> = settings.document().into_iter().collect();
        out.add(
            "kubelet-config.yaml",
            "application/yaml",
            &cx.yaml(&comments, &documents),
        )
    }
}
