//! ValidatingAdmissionPolicy (KEP-3488): the API server's own policies, one file each with its binding.

use serde_json::{Map, Value};

use super::shared::{self, Demand};
use crate::diagnostic::Severity;
use crate::export::tree::{Set, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::{AdmissionPolicyApi, Window};
use crate::net::{Dual, IpFamily};

/// ValidatingAdmissionPolicies about the families of Services, to choose from.
pub(in crate::export) struct ValidatingAdmissionPolicy;

static META: TargetMeta = TargetMeta {
    id: "validating-admission-policy",
    versions: Window::from(26),
    docs: "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Reader("@bufbuild/cel"),
    ],
};

/// Returns the demands that a cluster of these families can meet, and those that it cannot meet.
fn demands(families: &Dual<IpFamily>) -> (Vec<Demand>, Vec<Demand>) {
    let dual = families.is_dual_stack();
    [
        Demand::DualStack,
        Demand::SingleStack,
        Demand::Order(*families.primary()),
        Demand::Only(IpFamily::IPv4),
        Demand::Only(IpFamily::IPv6),
    ]
    .into_iter()
    .partition(|demand| match demand {
        Demand::DualStack | Demand::Order(_) => dual,
        Demand::SingleStack => true,
        Demand::Only(family) => families.iter().any(|has| has == family),
    })
}

fn policy(cx: &ExportContext<'_>, demand: Demand, api: AdmissionPolicyApi) -> Value {
    let expression = if api.conditions_and_actions {
        demand.expression()
    } else {
        // Without conditions a policy that does not apply has to be true.
        let exempt = shared::VALIDATED.map(|(_, condition)| format!("!({condition}) || "));
        format!("{}({})", exempt.concat(), demand.expression())
    };
    let mut spec = Map::new();
    spec.set("failurePolicy", &"Fail");
    let constraints = tree!({"resourceRules": shared::services(&["CREATE", "UPDATE"])});
    spec.insert("matchConstraints".to_owned(), constraints);
    if api.conditions_and_actions {
        spec.insert(
            "matchConditions".to_owned(),
            shared::conditions(&shared::VALIDATED),
        );
    }
    let validation = tree!({"expression": expression, "message": demand.text(cx), "reason": "Invalid"});
    spec.set("validations", &tree!([validation]));
    object(cx, demand, api, "ValidatingAdmissionPolicy", spec)
}

fn binding(cx: &ExportContext<'_>, demand: Demand, api: AdmissionPolicyApi) -> Value {
    let mut spec = Map::new();
    spec.set("policyName", &name(cx, demand));
    if api.conditions_and_actions {
        spec.set("validationActions", &tree!(["Deny"]));
    }
    spec.set(
        "matchResources",
        &tree!({"namespaceSelector": shared::namespaces()}),
    );
    object(cx, demand, api, "ValidatingAdmissionPolicyBinding", spec)
}

fn name(cx: &ExportContext<'_>, demand: Demand) -> String {
    format!("{}-{}", cx.object_name(), demand.name())
}

fn object(
    cx: &ExportContext<'_>,
    demand: Demand,
    api: AdmissionPolicyApi,
    kind: &str,
    spec: Map<String, Value>,
) -> Value {
    tree!({
        "apiVersion": api.api_version,
        "kind": kind,
        "metadata": {"name": name(cx, demand)},
        "spec": spec,
    })
}

impl Exporter for ValidatingAdmissionPolicy {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let families = shared::families(cx)?;
        let mut found = Vec::new();
        if let Some(api) = AdmissionPolicyApi::validating(cx.profile.version) {
            found.extend(shared::switched_off(cx, "ValidatingAdmissionPolicy", api));
        }
        let (_, left_out) = demands(&families);
        if !left_out.is_empty() {
            let names: Vec<&str> = left_out.into_iter().map(Demand::name).collect();
            let message = Message::new("EXP063")
                .with("policies", names.join(", "))
                .with("family", *families.primary());
            found.push(finding("EXP063", Severity::Info, "serviceCIDRs", message));
        }
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let (Some(api), Ok(families)) = (
            AdmissionPolicyApi::validating(cx.profile.version),
            shared::families(cx),
        ) else {
            return Ok(());
        };
        let try_out = if api.conditions_and_actions {
            "export-policy-try-out"
        } else {
            "export-policy-denies"
        };
        for demand in demands(&families).0 {
            let comments = [
                demand.message(cx),
                Message::new("export-policy-choose"),
                Message::new("export-policy-existing"),
                Message::new(try_out),
            ];
            let text = cx.yaml(&comments, &[policy(cx, demand, api), binding(cx, demand, api)]);
            out.add(
                &format!("{}/{}.yaml", META.id, demand.name()),
                "application/yaml",
                &text,
            )?;
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

    const DUAL: (&[&str], &[&str]) = (
        &["fd00:10:244::/56", "10.244.0.0/16"],
        &["fd00:10:96::/112", "10.96.0.0/16"],
    );

    fn exported(version: &str, (pods, services): (&[&str], &[&str])) -> Exported {
        export(&plan(version, pods, services), &[], &[META.id])
    }

    fn body(exported: &Exported, name: &str) -> String {
        let path = format!("{}/{name}.yaml", META.id);
        let file = exported.files.iter().find(|file| file.path == path).unwrap();
        file.text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect()
    }

    #[test]
    fn the_order_of_the_plan_is_pinned() {
        assert_eq!(
            body(&exported("1.36", DUAL), "family-order"),
            "apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: demo-family-order
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
      - apiGroups:
          - \"\"
        apiVersions:
          - v1
        operations:
          - CREATE
          - UPDATE
        resources:
          - services
  matchConditions:
    - name: not-external-name
      expression: \"!has(object.spec.type) || object.spec.type != 'ExternalName'\"
    - name: not-kubernetes-default
      expression: object.metadata.namespace != 'default' || object.metadata.name != 'kubernetes'
    - name: families-change
      expression: oldObject == null || !has(oldObject.spec.ipFamilies) || !has(object.spec.ipFamilies) || \
             object.spec.ipFamilies != oldObject.spec.ipFamilies || \
             object.spec.ipFamilyPolicy != oldObject.spec.ipFamilyPolicy
  validations:
    - expression: \"!has(object.spec.ipFamilies) || size(object.spec.ipFamilies) < 2 || \
             object.spec.ipFamilies == ['IPv6', 'IPv4']\"
      message: \"cluster demo: spec.ipFamilies of a dual-stack Service has to be [IPv6, IPv4]\"
      reason: Invalid
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: demo-family-order
spec:
  policyName: demo-family-order
  validationActions:
    - Deny
  matchResources:
    namespaceSelector:
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values:
            - kube-system
            - kube-public
            - kube-node-lease
"
        );
    }

    #[test]
    fn the_first_alpha_has_no_conditions_and_no_actions() {
        let exported = exported("1.26", DUAL);
        let text = body(&exported, "require-dual-stack");
        assert!(text.contains("apiVersion: admissionregistration.k8s.io/v1alpha1\n"));
        assert!(!text.contains("matchConditions") && !text.contains("validationActions"));
        assert!(text.contains(
            "!(!has(object.spec.type) || object.spec.type != 'ExternalName') || \
             !(object.metadata.namespace != 'default' || object.metadata.name != 'kubernetes') || "
        ));
        assert!(text.contains(" || (has(object.spec.ipFamilies) && size(object.spec.ipFamilies) == 2)"));
        assert_eq!(exported.diagnostics[0].code, "EXP062");
    }

    #[test]
    fn one_family_leaves_nothing_to_require() {
        let exported = exported("1.36", (&["10.244.0.0/16"], &["10.96.0.0/16"]));
        let paths: Vec<&str> = exported.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "validating-admission-policy/forbid-dual-stack.yaml",
                "validating-admission-policy/ipv4-only.yaml"
            ]
        );
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP063"]);
    }

    #[test]
    fn ranges_that_no_cluster_has_are_refused() {
        for services in [&[][..], &["10.96.0.0/16", "10.97.0.0/16"]] {
            let exported = exported("1.36", (&["10.244.0.0/16"], services));
            assert!(exported.files.is_empty());
            assert_eq!(exported.diagnostics[0].code, "EXP060");
        }
    }
}
