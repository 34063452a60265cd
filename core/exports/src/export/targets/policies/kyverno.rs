//! Kyverno: ClusterPolicy (kyverno.io/v1), and the CEL types that replace it.
//!
//! `failureAction` of a rule exists from Kyverno 1.13 on, which supports Kubernetes 1.28 and newer.

use serde_json::Value;

use super::shared::{self, Demand};
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::{Window, kyverno_cel_api};

/// Kyverno policies that default to both families and require them.
pub(in crate::export) struct Kyverno;

static META: TargetMeta = TargetMeta {
    id: "kyverno",
    versions: Window::from(28),
    docs: "https://kyverno.io/docs/policy-types/",
    checked: &[
        Checked::Schema("types made from the CRDs of Kyverno"),
        Checked::Reader("@bufbuild/cel"),
    ],
};

const NAME: &str = "service-ip-family";
const DEFAULT: &str = "prefer-dual-stack";

fn cluster_policy(cx: &ExportContext<'_>) -> Value {
    let exclude = tree!({"any": [{"resources": {"namespaces": shared::EXCLUDED_NAMESPACES}}]});
    let not_external_name = tree!({
        "key": "{{ request.object.spec.type || 'ClusterIP' }}",
        "operator": "NotEquals",
        "value": "ExternalName",
    });
    let no_single_family = tree!({
        "key": "{{ length(request.object.spec.ipFamilies || `[]`) }}",
        "operator": "NotEquals",
        "value": 1,
    });
    let matched = |operations: &[&str]| tree!({"any": [{"resources": {"kinds": ["Service"], "operations": operations}}]});
    let api_server = tree!({"resources": {"namespaces": ["default"], "names": ["kubernetes"]}});
    let validated = tree!({"any": [{"resources": {"namespaces": shared::EXCLUDED_NAMESPACES}}, api_server]});
    tree!({
        "apiVersion": "kyverno.io/v1",
        "kind": "ClusterPolicy",
        "metadata": {"name": format!("{}-{NAME}", cx.object_name())},
        "spec": {
            "background": true,
            "rules": [
                {
                    "name": DEFAULT,
                    "match": matched(&["CREATE"]),
                    "exclude": exclude,
                    "preconditions": {"all": [not_external_name, no_single_family]},
                    "mutate": {"patchStrategicMerge": {"spec": {"+(ipFamilyPolicy)": "PreferDualStack"}}},
                },
                {
                    "name": Demand::DualStack.name(),
                    "match": matched(&["CREATE", "UPDATE"]),
                    "exclude": validated,
                    "preconditions": {"all": [not_external_name]},
                    "validate": {
                        "failureAction": "Enforce",
                        "message": Demand::DualStack.text(cx),
                        "pattern": {"spec": {"ipFamilyPolicy": shared::DUAL_STACK_POLICIES.join(" | ")}},
                    },
                },
            ],
        },
    })
}

fn cel_policies(cx: &ExportContext<'_>, api_version: &str) -> [Value; 2] {
    let constraints = |operations: &[&str]| tree!({"resourceRules": shared::services(operations), "namespaceSelector": shared::namespaces()});
    let validating = tree!({
        "apiVersion": api_version,
        "kind": "ValidatingPolicy",
        "metadata": {"name": format!("{}-{}", cx.object_name(), Demand::DualStack.name())},
        "spec": {
            "validationActions": ["Deny"],
            "matchConstraints": constraints(&["CREATE", "UPDATE"]),
            "matchConditions": shared::conditions(&shared::VALIDATED),
            "validations": [{
                "expression": Demand::DualStack.expression(),
                "message": Demand::DualStack.text(cx),
            }],
        },
    });
    let mutating = tree!({
        "apiVersion": api_version,
        "kind": "MutatingPolicy",
        "metadata": {"name": format!("{}-{DEFAULT}", cx.object_name())},
        "spec": {
            "matchConstraints": constraints(&["CREATE"]),
            "matchConditions": shared::conditions(&shared::MUTATED),
            "mutations": [{
                "patchType": "ApplyConfiguration",
                "applyConfiguration": {
                    "expression": "Object{spec: Object.spec{ipFamilyPolicy: \"PreferDualStack\"}}",
                },
            }],
        },
    });
    [validating, mutating]
}

impl Exporter for Kyverno {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::both_families(cx, META.id)?;
        Ok(Vec::new())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let cel = kyverno_cel_api(cx.profile.version);
        let choice = match cel {
            Some(_) => Message::new("export-kyverno-deprecated"),
            None => Message::new("export-kyverno-release"),
        };
        let text = cx.yaml(
            &[Message::new("export-policy-default-and-require"), choice],
            &[cluster_policy(cx)],
        );
        out.add("kyverno/cluster-policy.yaml", "application/yaml", &text)?;
        if let Some(api_version) = cel {
            let comments = [
                Message::new("export-policy-default-and-require"),
                Message::new("export-kyverno-cel"),
            ];
            let text = cx.yaml(&comments, &cel_policies(cx, api_version));
            out.add("kyverno/cel-policies.yaml", "application/yaml", &text)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    const DUAL: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn both_forms_default_and_require() {
        let files = export(&plan("1.36", &["10.244.0.0/16"], DUAL), &[], &[META.id]).files;
        assert!(
            files[0]
                .text
                .contains("apiVersion: policies.kyverno.io/v1\nkind: ValidatingPolicy\n")
        );
        assert!(
            files[0]
                .text
                .contains("---\napiVersion: policies.kyverno.io/v1\nkind: MutatingPolicy\n")
        );
        assert!(files[1].text.contains(
            "apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata:
  name: demo-service-ip-family
spec:
  background: true
  rules:
    - name: prefer-dual-stack
      match:
        any:
          - resources:
              kinds:
                - Service
              operations:
                - CREATE
      exclude:
        any:
          - resources:
              namespaces:
                - kube-system
                - kube-public
                - kube-node-lease
      preconditions:
        all:
          - key: \"{{ request.object.spec.type || 'ClusterIP' }}\"
            operator: NotEquals
            value: ExternalName
          - key: \"{{ length(request.object.spec.ipFamilies || `[]`) }}\"
            operator: NotEquals
            value: 1
      mutate:
        patchStrategicMerge:
          spec:
            +(ipFamilyPolicy): PreferDualStack
"
        ));
        assert!(
            files[1]
                .text
                .contains("        pattern:\n          spec:\n            ipFamilyPolicy: PreferDualStack | RequireDualStack\n")
        );
    }

    #[test]
    fn cel_types_wait_for_a_kyverno_that_serves_them() {
        let files = |version| export(&plan(version, &["10.244.0.0/16"], DUAL), &[], &[META.id]).files;
        assert_eq!(files("1.31").len(), 1);
        assert_eq!(files("1.32").len(), 2);
    }

    #[test]
    fn one_family_is_refused() {
        let exported = export(
            &plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]),
            &[],
            &[META.id],
        );
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP061");
    }
}
