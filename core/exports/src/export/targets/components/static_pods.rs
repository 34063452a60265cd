//! The argument lists of static Pod manifests.

use crate::diagnostic::Component;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// `command` of the control plane's static Pods.
pub(in crate::export) struct StaticPods;

static META: TargetMeta = TargetMeta {
    id: "static-pods",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Source("kubernetes 1.16 – 1.37"),
    ],
};

impl Exporter for StaticPods {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        Ok(cx.flags_findings(META.id, |component| component != Component::Kubelet))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        // kubelet runs the static Pods.
        let pods = cx
            .settings
            .iter()
            .filter(|settings| settings.component != Component::Kubelet);
        for settings in pods {
            let name = settings.component.as_str();
            let command: Vec<String> = std::iter::once(name.to_owned())
                .chain(settings.arguments())
                .collect();
            let manifest = tree!({
                "apiVersion": "v1",
                "kind": "Pod",
                "metadata": {"name": name, "namespace": "kube-system"},
                "spec": {"containers": [{"name": name, "command": command}]},
            });
            let text = cx.yaml(&[Message::new("export-static-pod")], &[manifest]);
            out.add(&format!("static-pods/{name}.yaml"), "application/yaml", &text)?;
        }
        Ok(())
    }
}
