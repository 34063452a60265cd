//! MutatingAdmissionPolicy (KEP-3962): Services without a policy get `PreferDualStack`.

use serde_json::Value;

use super::shared::{self, Condition};
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::{AdmissionPolicyApi, Window};

/// MutatingAdmissionPolicies about the families of Services, to choose from.
pub(in crate::export) struct MutatingAdmissionPolicy;

static META: TargetMeta = TargetMeta {
    id: "mutating-admission-policy",
    versions: Window::from(32),
    docs: "https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Reader("@bufbuild/cel"),
    ],
};

const PREFER: &str = "prefer-dual-stack";
const PREFER_IN_ORDER: &str = "prefer-dual-stack-in-order";

/// The condition that no address was requested: its family has to be the first, which contradicts another order.
const NO_CLUSTER_IP: Condition = (
    "no-cluster-ip",
    "!has(object.spec.clusterIP) || object.spec.clusterIP in ['', 'None']",
);
const NO_CLUSTER_IPS: Condition = (
    "no-cluster-ips",
    "!has(object.spec.clusterIPs) || size(object.spec.clusterIPs) == 0 || object.spec.clusterIPs == ['None']",
);

fn documents(
    cx: &ExportContext<'_>,
    api: AdmissionPolicyApi,
    name: &str,
    conditions: &[Condition],
    mutation: Value,
) -> [Value; 2] {
    let name = format!("{}-{name}", cx.object_name());
    let policy = tree!({
        "apiVersion": api.api_version,
        "kind": "MutatingAdmissionPolicy",
        "metadata": {"name": name},
        "spec": {
            "failurePolicy": "Fail",
            "reinvocationPolicy": "Never",
            "matchConstraints": {"resourceRules": shared::services(&["CREATE"])},
            "matchConditions": shared::conditions(conditions),
            "mutations": [mutation],
        },
    });
    let binding = tree!({
        "apiVersion": api.api_version,
        "kind": "MutatingAdmissionPolicyBinding",
        "metadata": {"name": name},
        "spec": {
            "policyName": name,
            "matchResources": {"namespaceSelector": shared::namespaces()},
        },
    });
    [policy, binding]
}

impl Exporter for MutatingAdmissionPolicy {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::both_families(cx, META.id)?;
        let api = AdmissionPolicyApi::mutating(cx.profile.version);
        let found = api.and_then(|api| shared::switched_off(cx, "MutatingAdmissionPolicy", api));
        Ok(found.into_iter().collect())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let (Some(api), Ok(families)) = (
            AdmissionPolicyApi::mutating(cx.profile.version),
            shared::families(cx),
        ) else {
            return Ok(());
        };
        let first = *families.primary();
        let apply = tree!({
            "patchType": "ApplyConfiguration",
            "applyConfiguration": {
                "expression": "Object{spec: Object.spec{ipFamilyPolicy: \"PreferDualStack\"}}",
            },
        });
        // `ipFamilies` is an atomic list, which an apply configuration must not set.
        let patch = tree!({
            "patchType": "JSONPatch",
            "jsonPatch": {"expression": format!(
                "[\n  JSONPatch{{op: \"add\", path: \"/spec/ipFamilyPolicy\", value: \"PreferDualStack\"}},\n  \
                 JSONPatch{{op: \"add\", path: \"/spec/ipFamilies\", value: [\"{first}\", \"{}\"]}}\n]\n",
                first.other()
            )},
        });
        let mut in_order = shared::MUTATED.to_vec();
        in_order.extend([NO_CLUSTER_IP, NO_CLUSTER_IPS]);
        for (name, conditions, mutation) in [
            (PREFER, &shared::MUTATED[..], apply),
            (PREFER_IN_ORDER, &in_order, patch),
        ] {
            let comments = [
                Message::new(format!("export-policy-{name}"))
                    .with("first", first)
                    .with("second", first.other()),
                Message::new("export-policy-choose"),
            ];
            let text = cx.yaml(&comments, &documents(cx, api, name, conditions, mutation));
            out.add(&format!("{}/{name}.yaml", META.id), "application/yaml", &text)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::export;

    fn exported(version: &str, services: &[&str]) -> Exported {
        export(&plan(version, &["10.244.0.0/16"], services), &[], &[META.id])
    }

    const DUAL: &[&str] = &["fd00:10:96::/112", "10.96.0.0/16"];

    #[test]
    fn a_policy_is_the_default_and_the_order_is_the_plans() {
        let files = exported("1.36", DUAL).files;
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "mutating-admission-policy/prefer-dual-stack-in-order.yaml",
                "mutating-admission-policy/prefer-dual-stack.yaml"
            ]
        );
        assert!(files[0].text.contains(
            "  mutations:
    - patchType: JSONPatch
      jsonPatch:
        expression: |
          [
            JSONPatch{op: \"add\", path: \"/spec/ipFamilyPolicy\", value: \"PreferDualStack\"},
            JSONPatch{op: \"add\", path: \"/spec/ipFamilies\", value: [\"IPv6\", \"IPv4\"]}
          ]
"
        ));
        assert!(files[1].text.contains(
            "apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicy
metadata:
  name: demo-prefer-dual-stack
spec:
  failurePolicy: Fail
  reinvocationPolicy: Never
  matchConstraints:
    resourceRules:
      - apiGroups:
          - \"\"
        apiVersions:
          - v1
        operations:
          - CREATE
        resources:
          - services
  matchConditions:
    - name: not-external-name
      expression: \"!has(object.spec.type) || object.spec.type != 'ExternalName'\"
    - name: policy-not-set
      expression: \"!has(object.spec.ipFamilyPolicy)\"
    - name: no-single-family-request
      expression: \"!has(object.spec.ipFamilies) || size(object.spec.ipFamilies) != 1\"
  mutations:
    - patchType: ApplyConfiguration
      applyConfiguration:
        expression: \"Object{spec: Object.spec{ipFamilyPolicy: \\\"PreferDualStack\\\"}}\"
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicyBinding
"
        ));
    }

    #[test]
    fn what_has_to_be_switched_on_is_said() {
        for (version, config) in [("1.33", "v1alpha1"), ("1.35", "v1beta1")] {
            let exported = exported(version, DUAL);
            assert_eq!(exported.diagnostics[0].code, "EXP062");
            let text = crate::i18n::Catalogue::of("en").text(&exported.diagnostics[0].message);
            assert!(
                text.contains("--feature-gates=MutatingAdmissionPolicy=true"),
                "{text}"
            );
            let flag = format!("--runtime-config=admissionregistration.k8s.io/{config}=true");
            assert!(text.contains(&flag), "{text}");
            assert!(
                exported.files[0]
                    .text
                    .contains(&format!("admissionregistration.k8s.io/{config}\n"))
            );
        }
        assert!(exported("1.36", DUAL).diagnostics.is_empty());
    }

    #[test]
    fn one_family_has_nothing_to_prefer() {
        let exported = exported("1.36", &["10.96.0.0/16"]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP061");
    }
}
