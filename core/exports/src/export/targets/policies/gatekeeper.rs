//! OPA Gatekeeper: a template with its constraint, and an Assign (CRDs of v3.10 and newer).

use serde_json::Value;

use super::shared;
use crate::diagnostic::Severity;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// ConstraintTemplate, constraint and Assign.
pub(in crate::export) struct Gatekeeper;

static META: TargetMeta = TargetMeta {
    id: "gatekeeper",
    versions: Window::from(20),
    docs: "https://open-policy-agent.github.io/gatekeeper/website/docs/",
    checked: &[
        Checked::Schema("types made from the CRDs of Gatekeeper"),
        Checked::Reader("regorus"),
    ],
};

const KIND: &str = "K8sServiceIPFamily";
/// The kind in lower case, as Gatekeeper demands.
const TEMPLATE: &str = "k8sserviceipfamily";
/// The label that exempts a Service from the Assign.
const OPT_OUT: &str = "dualstack-planner/ip-family-policy";

/// The policy. It accepts a Service whose policy is unchanged, so that older ones stay editable.
const REGO: &str = r#"package k8sserviceipfamily

violation[{"msg": msg}] {
  not external_name
  not api_server
  not unchanged
  policy := object.get(input.review.object.spec, "ipFamilyPolicy", "SingleStack")
  allowed := {p | p := input.parameters.allowedPolicies[_]}
  not allowed[policy]
  msg := sprintf("Service %v: ipFamilyPolicy %v is not one of %v", [input.review.object.metadata.name, policy, allowed])
}

external_name {
  input.review.object.spec.type == "ExternalName"
}

api_server {
  input.review.object.metadata.namespace == "default"
  input.review.object.metadata.name == "kubernetes"
}

unchanged {
  input.review.operation == "UPDATE"
  input.review.oldObject.spec.ipFamilyPolicy == input.review.object.spec.ipFamilyPolicy
}
"#;

fn template() -> Value {
    tree!({
        "apiVersion": "templates.gatekeeper.sh/v1",
        "kind": "ConstraintTemplate",
        "metadata": {"name": TEMPLATE},
        "spec": {
            "crd": {"spec": {
                "names": {"kind": KIND},
                "validation": {"openAPIV3Schema": {
                    "type": "object",
                    "properties": {"allowedPolicies": {"type": "array", "items": {"type": "string"}}},
                }},
            }},
            "targets": [{"target": "admission.k8s.gatekeeper.sh", "rego": REGO}],
        },
    })
}

fn constraint(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "constraints.gatekeeper.sh/v1beta1",
        "kind": KIND,
        "metadata": {"name": format!("{}-services", cx.object_name())},
        "spec": {
            "enforcementAction": "deny",
            "match": {
                "kinds": [{"apiGroups": [""], "kinds": ["Service"]}],
                "excludedNamespaces": shared::EXCLUDED_NAMESPACES,
            },
            "parameters": {"allowedPolicies": shared::DUAL_STACK_POLICIES},
        },
    })
}

fn assign(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "mutations.gatekeeper.sh/v1",
        "kind": "Assign",
        "metadata": {"name": format!("{}-services", cx.object_name())},
        "spec": {
            "applyTo": [{"groups": [""], "versions": ["v1"], "kinds": ["Service"]}],
            "match": {
                "scope": "Namespaced",
                "kinds": [{"apiGroups": [""], "kinds": ["Service"]}],
                "excludedNamespaces": shared::EXCLUDED_NAMESPACES,
                "labelSelector": {"matchExpressions": [{"key": OPT_OUT, "operator": "DoesNotExist"}]},
            },
            "location": "spec.ipFamilyPolicy",
            "parameters": {
                "pathTests": [{"subPath": "spec.ipFamilyPolicy", "condition": "MustNotExist"}],
                "assign": {"value": "PreferDualStack"},
            },
        },
    })
}

impl Exporter for Gatekeeper {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::both_families(cx, META.id)?;
        let message = Message::new("EXP064").with("label", OPT_OUT);
        let mut diagnostic = finding("EXP064", Severity::Warning, "serviceCIDRs", message);
        diagnostic.upstream =
            Some("spec.ipFamilyPolicy: Forbidden: may not be set for ExternalName services".to_owned());
        Ok(vec![diagnostic])
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let files = [
            ("template", "export-gatekeeper-template", template()),
            ("constraint", "export-gatekeeper-constraint", constraint(cx)),
            ("assign", "export-gatekeeper-assign", assign(cx)),
        ];
        for (name, comment, document) in files {
            let text = cx.yaml(&[Message::new(comment).with("label", OPT_OUT)], &[document]);
            out.add(&format!("gatekeeper/{name}.yaml"), "application/yaml", &text)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    #[test]
    fn the_template_has_the_name_that_gatekeeper_demands() {
        assert_eq!(TEMPLATE, KIND.to_lowercase());
        assert!(REGO.starts_with(&format!("package {TEMPLATE}\n")));
    }

    #[test]
    fn template_constraint_and_assign_stand_apart() {
        let dual = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16", "fd00:10:96::/112"]);
        let exported = export(&dual, &[], &[META.id]);
        let paths: Vec<&str> = exported.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "gatekeeper/assign.yaml",
                "gatekeeper/constraint.yaml",
                "gatekeeper/template.yaml"
            ]
        );
        assert!(exported.files[1].text.ends_with(
            "  parameters:\n    allowedPolicies:\n      - PreferDualStack\n      - RequireDualStack\n"
        ));
        assert!(exported.files[2].text.contains(
            "  targets:\n    - target: admission.k8s.gatekeeper.sh\n      rego: |\n        package k8sserviceipfamily\n"
        ));
        assert_eq!(exported.diagnostics[0].code, "EXP064");
    }

    #[test]
    fn one_family_is_refused() {
        let single = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        let exported = export(&single, &[], &[META.id]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP061");
    }
}
