//! KubeProxyConfiguration.

use crate::diagnostic::Component;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::kubernetes::Window;

/// Writes the configuration file of kube-proxy, which can hold all of its settings.
pub(in crate::export) struct KubeProxyConfig;

static META: TargetMeta = TargetMeta {
    id: "kube-proxy-config",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/",
    checked: &[Checked::Source("kubernetes 1.16 – 1.37, pkg/proxy/apis/config")],
};

impl Exporter for KubeProxyConfig {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, _: &ExportContext<'_>) -> Support {
        Ok(Vec::new())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let documents: Vec<_> = cx
            .component(Component::KubeProxy)
            .and_then(|settings| settings.document())
            .into_iter()
            .collect();
        out.add(
            "kube-proxy-config.yaml",
            "application/yaml",
            &cx.yaml(&[], &documents),
        )
    }
}
