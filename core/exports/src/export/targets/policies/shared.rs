//! The demands of the policies on Services, in CEL, and the Services that they exempt.
//!
//! Mutating admission sees a Service as it was written, validating admission as the registry filled it
//! (staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go). Every expression tests fields with `has()`,
//! which all versions understand; `?field` exists from 1.29 on only.

use serde_json::Value;

use crate::diagnostic::Severity;
use crate::export::tree::tree;
use crate::export::{ExportContext, ExportRefusal, finding};
use crate::i18n::Message;
use crate::kubernetes::AdmissionPolicyApi;
use crate::net::{Dual, IpFamily};

/// The namespaces of the control plane, whose Services these policies exempt.
pub(super) const EXCLUDED_NAMESPACES: [&str; 3] = ["kube-system", "kube-public", "kube-node-lease"];
/// The policies of a Service with both families.
pub(super) const DUAL_STACK_POLICIES: [&str; 2] = ["PreferDualStack", "RequireDualStack"];

const NOT_EXTERNAL_NAME: &str = "!has(object.spec.type) || object.spec.type != 'ExternalName'";
/// Exempts `default/kubernetes`, which the API server creates as a single-stack Service.
const NOT_API_SERVER: &str = "object.metadata.namespace != 'default' || object.metadata.name != 'kubernetes'";
/// Exempts updates that leave the families as they are, so that Services from before the policy stay editable and can
/// lose their finalizer.
const FAMILIES_CHANGE: &str = "oldObject == null || !has(oldObject.spec.ipFamilies) || !has(object.spec.ipFamilies) || \
     object.spec.ipFamilies != oldObject.spec.ipFamilies || \
     object.spec.ipFamilyPolicy != oldObject.spec.ipFamilyPolicy";
const POLICY_NOT_SET: &str = "!has(object.spec.ipFamilyPolicy)";
/// Exempts Services with one family and no policy, which request that family alone.
const NO_SINGLE_FAMILY: &str = "!has(object.spec.ipFamilies) || size(object.spec.ipFamilies) != 1";

/// A condition: its name and its expression.
pub(super) type Condition = (&'static str, &'static str);

/// The Services that a validating policy checks.
pub(super) const VALIDATED: [Condition; 3] = [
    ("not-external-name", NOT_EXTERNAL_NAME),
    ("not-kubernetes-default", NOT_API_SERVER),
    ("families-change", FAMILIES_CHANGE),
];

/// The Services that get a policy.
pub(super) const MUTATED: [Condition; 3] = [
    ("not-external-name", NOT_EXTERNAL_NAME),
    ("policy-not-set", POLICY_NOT_SET),
    ("no-single-family-request", NO_SINGLE_FAMILY),
];

/// Returns the conditions as `[{name, expression}]`.
pub(super) fn conditions(conditions: &[Condition]) -> Value {
    conditions
        .iter()
        .map(|(name, expression)| tree!({"name": name, "expression": expression}))
        .collect()
}

/// Returns `resourceRules` for Services at these operations.
pub(super) fn services(operations: &[&str]) -> Value {
    tree!([{
        "apiGroups": [""],
        "apiVersions": ["v1"],
        "operations": operations,
        "resources": ["services"],
    }])
}

/// Returns the selector for namespaces other than those of the control plane. Namespaces have the label from 1.21 on.
pub(super) fn namespaces() -> Value {
    tree!({"matchExpressions": [{
        "key": "kubernetes.io/metadata.name",
        "operator": "NotIn",
        "values": EXCLUDED_NAMESPACES,
    }]})
}

/// The demand of a policy on every Service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// The Service has both families.
    DualStack,
    /// The Service is `SingleStack`.
    SingleStack,
    /// A Service with both families has them in the order that begins with this one.
    Order(IpFamily),
    /// The Service has no other family than this one.
    Only(IpFamily),
}

impl Demand {
    /// Returns the name of the demand in files and objects.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Demand::DualStack => "require-dual-stack",
            Demand::SingleStack => "forbid-dual-stack",
            Demand::Order(_) => "family-order",
            Demand::Only(IpFamily::IPv4) => "ipv4-only",
            Demand::Only(IpFamily::IPv6) => "ipv6-only",
        }
    }

    /// Returns the demand as a CEL expression, which is true or false.
    pub(super) fn expression(self) -> String {
        match self {
            Demand::DualStack => {
                "has(object.spec.ipFamilies) && size(object.spec.ipFamilies) == 2".to_owned()
            }
            Demand::SingleStack => {
                "!has(object.spec.ipFamilyPolicy) || object.spec.ipFamilyPolicy == 'SingleStack'".to_owned()
            }
            Demand::Order(first) => format!(
                "!has(object.spec.ipFamilies) || size(object.spec.ipFamilies) < 2 || \
                 object.spec.ipFamilies == ['{first}', '{}']",
                first.other()
            ),
            Demand::Only(family) => {
                format!(
                    "!has(object.spec.ipFamilies) || object.spec.ipFamilies.all(family, family == '{family}')"
                )
            }
        }
    }

    /// Returns the message of the policy to users whose Service it refuses, which is also in the comment of its file.
    pub(super) fn message(self, cx: &ExportContext<'_>) -> Message {
        let message =
            Message::new(format!("export-policy-{}", self.name())).with("cluster", cx.object_name());
        match self {
            Demand::Order(first) => message.with("first", first).with("second", first.other()),
            _ => message,
        }
    }

    /// Returns the message in the language of the export.
    pub(super) fn text(self, cx: &ExportContext<'_>) -> String {
        cx.text(&self.message(cx))
    }
}

/// Returns the families of Services in the plan's order.
///
/// # Errors
/// Returns a refusal if no Service can exist in the cluster.
pub(super) fn families(cx: &ExportContext<'_>) -> Result<Dual<IpFamily>, ExportRefusal> {
    cx.plan
        .spec
        .services()
        .map(|ranges| ranges.families())
        .ok_or_else(|| {
            ExportRefusal::from(finding(
                "EXP060",
                Severity::Error,
                "serviceCIDRs",
                Message::new("EXP060"),
            ))
        })
}

/// Returns the families of Services, for targets that demand both.
///
/// # Errors
/// Returns a refusal if the cluster has one family.
pub(super) fn both_families(
    cx: &ExportContext<'_>,
    target: &'static str,
) -> Result<Dual<IpFamily>, ExportRefusal> {
    let families = families(cx)?;
    if families.is_dual_stack() {
        return Ok(families);
    }
    let message = Message::new("EXP061")
        .with("target", target)
        .with("family", *families.primary());
    Err(ExportRefusal::from(finding(
        "EXP061",
        Severity::Error,
        "serviceCIDRs",
        message,
    )))
}

/// Returns the warning about an API that has to be switched on. `None` if it is on.
pub(super) fn switched_off(
    cx: &ExportContext<'_>,
    kind: &'static str,
    api: AdmissionPolicyApi,
) -> Option<crate::diagnostic::Diagnostic> {
    let message = Message::new("EXP062")
        .with("kind", kind)
        .with("version", cx.profile.version)
        .with("gate", format!("{}=true", api.gate?))
        .with("config", format!("{}=true", api.api_version));
    Some(finding("EXP062", Severity::Warning, "kubernetesVersion", message))
}
