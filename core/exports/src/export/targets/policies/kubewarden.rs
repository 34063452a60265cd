//! Kubewarden: a ClusterAdmissionPolicy with the settings of the plan. The export does not contain the policy's
//! module.

use super::shared;
use crate::diagnostic::Severity;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// ClusterAdmissionPolicy of Kubewarden.
pub(in crate::export) struct Kubewarden;

static META: TargetMeta = TargetMeta {
    id: "kubewarden",
    // From 1.21 on namespaces have the label by which the policy selects.
    versions: Window::from(21),
    docs: "https://docs.kubewarden.io/",
    checked: &[Checked::Schema("kubewarden/kubewarden-controller 3460bb71")],
};

/// A placeholder for the address of the policy's module.
const MODULE: &str = "registry://registry.example.com/policies/service-ip-family:v0.1.0";

impl Exporter for Kubewarden {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::both_families(cx, META.id)?;
        let message = Message::new("EXP065").with("module", MODULE);
        Ok(vec![finding(
            "EXP065",
            Severity::Warning,
            "serviceCIDRs",
            message,
        )])
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Ok(families) = shared::families(cx) else {
            return Ok(());
        };
        let policy = tree!({
            "apiVersion": "policies.kubewarden.io/v1",
            "kind": "ClusterAdmissionPolicy",
            "metadata": {"name": format!("{}-service-ip-family", cx.object_name())},
            "spec": {
                "policyServer": "default",
                "module": MODULE,
                "mode": "protect",
                "mutating": true,
                "failurePolicy": "Fail",
                "rules": [{
                    "apiGroups": [""],
                    "apiVersions": ["v1"],
                    "resources": ["services"],
                    "operations": ["CREATE", "UPDATE"],
                }],
                "namespaceSelector": shared::namespaces(),
                "settings": {
                    "defaultPolicy": "PreferDualStack",
                    "allowedPolicies": shared::DUAL_STACK_POLICIES,
                    "primaryFamily": families.primary(),
                },
            },
        });
        let comments = [
            Message::new("export-policy-default-and-require"),
            Message::new("export-kubewarden-module").with("module", MODULE),
        ];
        out.add(
            "kubewarden.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[policy]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    #[test]
    fn settings_are_those_of_the_plan() {
        let dual = plan("1.36", &["10.244.0.0/16"], &["fd00:10:96::/112", "10.96.0.0/16"]);
        let exported = export(&dual, &[], &[META.id]);
        assert!(exported.files[0].text.ends_with(
            "  settings:
    defaultPolicy: PreferDualStack
    allowedPolicies:
      - PreferDualStack
      - RequireDualStack
    primaryFamily: IPv6
"
        ));
        assert_eq!(exported.diagnostics[0].code, "EXP065");
    }

    #[test]
    fn one_family_is_refused() {
        let single = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        let exported = export(&single, &[], &[META.id]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP061");
    }
}
