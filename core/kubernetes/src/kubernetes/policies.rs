//! Admission policies: the form in which the API has them, and the APIs that policy engines serve. Pools of load
//! balancers.

use super::{Confidence, Timeline, Version, row, row_with};

/// A form of ValidatingAdmissionPolicy or MutatingAdmissionPolicy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdmissionPolicyApi {
    /// The API version to write.
    pub api_version: &'static str,
    /// The gate that has to be switched on, together with the API version; absent if both are on.
    pub gate: Option<&'static str>,
    /// Whether a policy has `matchConditions`, and a binding `validationActions`.
    pub conditions_and_actions: bool,
}

const fn api(
    api_version: &'static str,
    gate: Option<&'static str>,
    conditions_and_actions: bool,
) -> Option<AdmissionPolicyApi> {
    Some(AdmissionPolicyApi {
        api_version,
        gate,
        conditions_and_actions,
    })
}

const VALIDATING_GATE: &str = "ValidatingAdmissionPolicy";
const MUTATING_GATE: &str = "MutatingAdmissionPolicy";
const V1ALPHA1: &str = "admissionregistration.k8s.io/v1alpha1";
const V1BETA1: &str = "admissionregistration.k8s.io/v1beta1";
const V1: &str = "admissionregistration.k8s.io/v1";

static VALIDATING: Timeline<Option<AdmissionPolicyApi>> = Timeline::new(&[
    row(16, None, "KEP-3488: alpha in 1.26"),
    row(
        26,
        api(V1ALPHA1, Some(VALIDATING_GATE), false),
        "staging/src/k8s.io/api/admissionregistration/v1alpha1/types.go v1.26",
    ),
    row(
        27,
        api(V1ALPHA1, Some(VALIDATING_GATE), true),
        "staging/src/k8s.io/api/admissionregistration/v1alpha1/types.go v1.27",
    ),
    row(
        28,
        api(V1BETA1, Some(VALIDATING_GATE), true),
        "staging/src/k8s.io/api/admissionregistration/v1beta1/types.go v1.28; beta APIs are off by default",
    ),
    row(
        30,
        api(V1, None, true),
        "staging/src/k8s.io/api/admissionregistration/v1/types.go v1.30",
    ),
]);

static MUTATING: Timeline<Option<AdmissionPolicyApi>> = Timeline::new(&[
    row(16, None, "KEP-3962: alpha in 1.32"),
    row(
        32,
        api(V1ALPHA1, Some(MUTATING_GATE), true),
        "pkg/features/versioned_kube_features.go v1.32, KEP-3962",
    ),
    row(
        34,
        api(V1BETA1, Some(MUTATING_GATE), true),
        "pkg/features/kube_features.go v1.34: beta, off by default",
    ),
    row(36, api(V1, None, true), "KEP-3962: stable in 1.36"),
]);

/// The API version of Kyverno's CEL types. Kyverno 1.17, the first release that serves them as v1, supports
/// Kubernetes 1.32 and newer.
static KYVERNO_CEL: Timeline<Option<&str>> = Timeline::new(&[
    row(16, None, "Kyverno 1.16 and older serve no v1"),
    row(
        32,
        Some("policies.kyverno.io/v1"),
        "release notes of Kyverno 1.17, compatibility matrix of kyverno.io/docs/installation",
    ),
]);

/// The form of CiliumLoadBalancerIPPool, by the Cilium releases for a Kubernetes version. `blocks` exists from Cilium
/// 1.15 on, v2 from 1.18 on, v2alpha1 up to 1.19.
static CILIUM_POOL: Timeline<Option<&str>> = Timeline::new(&[
    row(
        16,
        None,
        "Cilium 1.14 and older have no blocks: cilium/cilium#28590",
    ),
    row_with(
        26,
        Some("cilium.io/v2alpha1"),
        "Cilium 1.15 is made for Kubernetes 1.26 to 1.29",
        Confidence::Unverified,
    ),
    row_with(
        30,
        Some("cilium.io/v2"),
        "cilium/cilium#39090; Cilium 1.18 is made for Kubernetes 1.30 to 1.33",
        Confidence::Unverified,
    ),
]);

impl AdmissionPolicyApi {
    /// Returns the form of ValidatingAdmissionPolicy at that version. `None` if it does not exist.
    pub fn validating(version: Version) -> Option<AdmissionPolicyApi> {
        VALIDATING.at(version)
    }

    /// Returns the form of MutatingAdmissionPolicy at that version. `None` if it does not exist.
    pub fn mutating(version: Version) -> Option<AdmissionPolicyApi> {
        MUTATING.at(version)
    }
}

/// Returns the API version of Kyverno's CEL types. `None` if no Kyverno for that Kubernetes version serves them.
pub fn kyverno_cel_api(version: Version) -> Option<&'static str> {
    KYVERNO_CEL.at(version)
}

/// Returns the API version of CiliumLoadBalancerIPPool that the newest Cilium for that Kubernetes version serves.
/// `None` if it does not exist.
pub fn cilium_pool_api(version: Version) -> Option<&'static str> {
    CILIUM_POOL.at(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_each_version() {
        for (version, validating, mutating) in [
            ("1.25", None, None),
            ("1.26", api(V1ALPHA1, Some(VALIDATING_GATE), false), None),
            ("1.27", api(V1ALPHA1, Some(VALIDATING_GATE), true), None),
            ("1.29", api(V1BETA1, Some(VALIDATING_GATE), true), None),
            ("1.30", api(V1, None, true), None),
            (
                "1.33",
                api(V1, None, true),
                api(V1ALPHA1, Some(MUTATING_GATE), true),
            ),
            (
                "1.35",
                api(V1, None, true),
                api(V1BETA1, Some(MUTATING_GATE), true),
            ),
            ("1.36", api(V1, None, true), api(V1, None, true)),
        ] {
            let version: Version = version.parse().unwrap();
            assert_eq!(AdmissionPolicyApi::validating(version), validating, "{version}");
            assert_eq!(AdmissionPolicyApi::mutating(version), mutating, "{version}");
        }
    }
}
