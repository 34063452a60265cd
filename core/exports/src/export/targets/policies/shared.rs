//! What the policies ask of Services, in CEL, and which Services they leave alone.
//!
//! Mutating admission sees a Service as it was written, validating admission as the registry filled it
//! (staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go). Every expression tests fields with `has()`,
//! which all versions understand; `?field` is there from 1.29 on only.

use serde_json::Value;

use crate::diagnostic::Severity;
use crate::export::tree::tree;
use crate::export::{ExportContext, ExportRefusal, finding};
use crate::i18n::Message;
use crate::kubernetes::AdmissionPolicyApi;
use crate::net::{Dual, IpFamily};

/// Namespaces whose Services are no matter of these policies: those of the control plane.
pub(super) const EXCLUDED_NAMESPACES: [&str; 3] = ["kube-system", "kube-public", "kube-node-lease"];
/// Policies of a Service with both families.
pub(super) const DUAL_STACK_POLICIES: [&str; 2] = ["PreferDualStack", "RequireDualStack"];

const NOT_EXTERNAL_NAME: &str = "!has(object.spec.type) || object.spec.type != 'ExternalName'";
/// The API server makes `default/kubernetes` by itself, single-stack.
const NOT_API_SERVER: &str = "object.metadata.namespace != 'default' || object.metadata.name != 'kubernetes'";
/// A Service from before the policy stays editable, and can lose its finalizer, while its families stay as they are.
const FAMILIES_CHANGE: &str = "oldObject == null || !has(oldObject.spec.ipFamilies) || !has(object.spec.ipFamilies) || \
     object.spec.ipFamilies != oldObject.spec.ipFamilies || \
     object.spec.ipFamilyPolicy != oldObject.spec.ipFamilyPolicy";
const POLICY_NOT_SET: &str = "!has(object.spec.ipFamilyPolicy)";
/// One family without a policy asks for that family alone.
const NO_SINGLE_FAMILY: &str = "!has(object.spec.ipFamilies) || size(object.spec.ipFamilies) != 1";

/// A condition by name.
pub(super) type Condition = (&'static str, &'static str);

/// Which Services a validating policy looks at.
pub(super) const VALIDATED: [Condition; 3] = [
    ("not-external-name", NOT_EXTERNAL_NAME),
    ("not-kubernetes-default", NOT_API_SERVER),
    ("families-change", FAMILIES_CHANGE),
];

/// Which Services get a policy.
pub(super) const MUTATED: [Condition; 3] = [
    ("not-external-name", NOT_EXTERNAL_NAME),
    ("policy-not-set", POLICY_NOT_SET),
    ("no-single-family-request", NO_SINGLE_FAMILY),
];

/// `[{name, expression}]`
pub(super) fn conditions(conditions: &[Condition]) -> Value {
    conditions
        .iter()
        .map(|(name, expression)| tree!({"name": name, "expression": expression}))
        .collect()
}

/// `resourceRules` for Services at these operations.
pub(super) fn services(operations: &[&str]) -> Value {
    tree!([{
        "apiGroups": [""],
        "apiVersions": ["v1"],
        "operations": operations,
        "resources": ["services"],
    }])
}

/// Namespaces other than those of the control plane; the label is there by itself from 1.21 on.
pub(super) fn namespaces() -> Value {
    tree!({"matchExpressions": [{
        "key": "kubernetes.io/metadata.name",
        "operator": "NotIn",
        "values": EXCLUDED_NAMESPACES,
    }]})
}

/// What a policy asks of every Service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// Both families.
    DualStack,
    /// `SingleStack`.
    SingleStack,
    /// Both families in this order, where there are two.
    Order(IpFamily),
    /// No other family than this one.
    Only(IpFamily),
}

impl Demand {
    /// Its name in files and objects.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Demand::DualStack => "require-dual-stack",
            Demand::SingleStack => "forbid-dual-stack",
            Demand::Order(_) => "family-order",
            Demand::Only(IpFamily::IPv4) => "ipv4-only",
            Demand::Only(IpFamily::IPv6) => "ipv6-only",
        }
    }

    /// What a Service has to be, true or false.
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

    /// What the policy says to somebody whose Service it refuses, and what its file says on top.
    pub(super) fn message(self, cx: &ExportContext<'_>) -> Message {
        let message =
            Message::new(format!("export-policy-{}", self.name())).with("cluster", cx.object_name());
        match self {
            Demand::Order(first) => message.with("first", first).with("second", first.other()),
            _ => message,
        }
    }

    /// The message in the language of the export.
    pub(super) fn text(self, cx: &ExportContext<'_>) -> String {
        cx.text(&self.message(cx))
    }
}

/// The families of Services in the plan's order; policies make no sense where no Service can exist.
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

/// The same for targets that ask for both families: refused where the cluster has one.
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

/// A warning about an API that has to be switched on.
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
