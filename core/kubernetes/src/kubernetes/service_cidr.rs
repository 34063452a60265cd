//! Differences between versions in ServiceCIDR objects: what the API server checks, and what its controllers do
//! (`pkg/apis/networking/validation/validation.go`, `pkg/controlplane/controller/defaultservicecidr`,
//! `pkg/controller/servicecidrs`).

use super::{Confidence, Timeline, Version, row, row_with};

/// The order and the reach of the checks of `spec.cidrs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceCidrChecks {
    /// Two ranges are compared first, and if they do not have two families, nothing else is said. A single range is
    /// read as older components read it: host bits and leading zeros pass.
    PairFirst,
    /// Each range is checked first, in its canonical form, and then the pair.
    EachFirst,
}

/// What may change in `spec.cidrs` of a stored object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceCidrUpdates {
    /// Nothing.
    Immutable,
    /// A second range may be added; the API server adds the one of its flag to its own object.
    SecondRange,
}

/// What the API server says when its own object does not hold the ranges of its flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultMismatch {
    /// Nothing: an object without a condition only stays without one.
    Silent,
    /// The event `KubernetesDefaultServiceCIDRInconsistent`, once a start.
    Event,
}

/// The ServiceCIDR API of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceCidrRules {
    /// The order and the reach of the checks of `spec.cidrs`.
    pub checks: ServiceCidrChecks,
    /// What may change in a stored object.
    pub updates: ServiceCidrUpdates,
    /// What the API server says about an object of its own with other ranges.
    pub mismatch: DefaultMismatch,
}

const CHECKS: Timeline<ServiceCidrChecks> = Timeline::new(&[
    row(
        16,
        ServiceCidrChecks::PairFirst,
        "validation.go v1.29: ValidateServiceCIDR",
    ),
    row_with(
        33,
        ServiceCidrChecks::EachFirst,
        "recorded from 1.36.3, texts apimachinery/pkg/util/validation/ip.go v1.33–v1.36; the order in 1.33 is taken to be the \
         same",
        Confidence::Unverified,
    ),
]);

const UPDATES: Timeline<ServiceCidrUpdates> = Timeline::new(&[
    row(
        16,
        ServiceCidrUpdates::Immutable,
        "validation.go v1.29: ValidateServiceCIDRUpdate",
    ),
    row(
        33,
        ServiceCidrUpdates::SecondRange,
        "kubernetes/kubernetes#131263, which held up the release of 1.33",
    ),
]);

const MISMATCH: Timeline<DefaultMismatch> = Timeline::new(&[
    row(
        16,
        DefaultMismatch::Silent,
        "default_servicecidr_controller.go v1.29",
    ),
    row(33, DefaultMismatch::Event, "kubernetes/kubernetes#131263"),
]);

/// How long a deleted object stays before its finalizer is taken away, in seconds, so that every API server has seen
/// the deletion (`deletionGracePeriod`).
pub const DELETION_GRACE_SECONDS: u64 = 10;
/// How often the API server looks after its own object, in seconds (`defaultservicecidr`, `interval`).
pub const DEFAULT_OBJECT_SECONDS: u64 = 10;
/// The finalizer that kube-controller-manager puts on every object.
pub const FINALIZER: &str = "networking.k8s.io/service-cidr-finalizer";
/// The name of the object that the API server creates from its flag.
pub const DEFAULT_OBJECT: &str = "kubernetes";

impl ServiceCidrRules {
    /// Returns the rules of a version. Versions without the API have those of the first one with it.
    pub fn at(version: Version) -> ServiceCidrRules {
        ServiceCidrRules {
            checks: CHECKS.at(version),
            updates: UPDATES.at(version),
            mismatch: MISMATCH.at(version),
        }
    }
}
