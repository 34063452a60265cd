//! Differences between versions in the start-up checks of kube-apiserver (`cmd/kube-apiserver/app/options`,
//! `pkg/controlplane`; for 1.37 the release notes).

use super::{Confidence, Timeline, Version, row, row_with};

/// The moment at which different families of `--advertise-address` and the first Service range are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdvertiseCheck {
    /// Never: the `kubernetes` Service does not answer.
    None,
    /// When the bootstrap controller is created, after etcd was reached.
    Bootstrap,
    /// When the other options are validated.
    Options,
}

/// The limit on the size of a Service range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimit {
    /// The largest number of host bits if one of the gates is off.
    pub host_bits: u8,
    /// The gates that all have to be on for the other limit; empty if there is no other limit.
    pub lifted_by: &'static [&'static str],
    /// The largest number of host bits if the gates are on; `None`: no limit.
    pub lifted_host_bits: Option<u8>,
}

/// The texts about a second Service range that is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondaryRangeTexts {
    /// The name of the second range in the text about its size.
    pub name: &'static str,
    /// The text about two ranges of one family.
    pub same_family: &'static str,
}

pub(super) static EMPTY_RANGE_IS_DEFAULT: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kube-apiserver/app/server.go v1.16"),
    row_with(
        17,
        true,
        "cmd/kube-apiserver/app/server.go v1.20",
        Confidence::Unverified,
    ),
    row(20, true, "cmd/kube-apiserver/app/server.go v1.20"),
]);

pub(super) static TOO_SMALL: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "The service cluster IP range must be at least 8 IP addresses",
        "pkg/master/services.go v1.16",
    ),
    row_with(
        18,
        "the service cluster IP range must be at least 8 IP addresses",
        "pkg/master/services.go v1.20",
        Confidence::Unverified,
    ),
    row(
        20,
        "the service cluster IP range must be at least 8 IP addresses",
        "pkg/master/services.go v1.20; recorded from 1.27.7 and 1.36.2",
    ),
]);

pub(super) static SECONDARY_HAS_MINIMUM: Timeline<bool> = Timeline::new(&[
    row(16, true, "cmd/kube-apiserver/app/server.go v1.16"),
    row_with(
        17,
        false,
        "cmd/kube-apiserver/app/server.go v1.20",
        Confidence::Unverified,
    ),
    row(20, false, "cmd/kube-apiserver/app/server.go v1.20"),
]);

pub(super) static TOO_LARGE_NAMES_THE_MASK: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kube-apiserver/app/options/validation.go v1.16"),
    row(19, true, "kubernetes/kubernetes#90391"),
]);

pub(super) static SECONDARY_TEXTS: Timeline<SecondaryRangeTexts> = Timeline::new(&[
    row(
        16,
        SecondaryRangeTexts {
            name: "--secondary-service-cluster-ip-range",
            same_family: "--service-cluster-ip-range and --secondary-service-cluster-ip-range must be of different \
                          IP family",
        },
        "cmd/kube-apiserver/app/options/validation.go v1.16",
    ),
    row(
        20,
        SecondaryRangeTexts {
            name: "--service-cluster-ip-range[1]",
            same_family: "--service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP \
                          family",
        },
        "cmd/kube-apiserver/app/options/validation.go v1.20; recorded from 1.27.7 and 1.36.2",
    ),
]);

pub(super) static SECONDARY_GATES: Timeline<&[&str]> = Timeline::new(&[
    row(
        16,
        &["IPv6DualStack"],
        "cmd/kube-apiserver/app/options/validation.go v1.16",
    ),
    row(
        20,
        &["IPv6DualStack", "EndpointSlice"],
        "cmd/kube-apiserver/app/options/validation.go v1.20",
    ),
    row(
        21,
        &["IPv6DualStack"],
        "cmd/kube-apiserver/app/options/validation.go v1.21",
    ),
    row(23, &[], "cmd/kube-apiserver/app/options/validation.go v1.23"),
]);

pub(super) static SECONDARY_GATES_OFF: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "--secondary-service-cluster-ip-range can only be used if IPv6DualStack feature is enabled",
        "cmd/kube-apiserver/app/options/validation.go v1.16",
    ),
    row_with(
        17,
        "--secondary-service-cluster-ip-range can only be used if IPv6DualStack feature is enabled",
        "cmd/kube-apiserver/app/options/validation.go v1.16",
        Confidence::Unverified,
    ),
    row(
        20,
        "secondary service cluster-ip range(--service-cluster-ip-range[1]) can only be used if IPv6DualStack and \
         EndpointSlice feature is enabled",
        "cmd/kube-apiserver/app/options/validation.go v1.20",
    ),
    row(
        21,
        "secondary service cluster-ip range(--service-cluster-ip-range[1]) can only be used if IPv6DualStack feature \
         is enabled",
        "cmd/kube-apiserver/app/options/validation.go v1.21",
    ),
]);

pub(super) static SIZE_LIMIT: Timeline<SizeLimit> = Timeline::new(&[
    row(
        16,
        SizeLimit {
            host_bits: 20,
            lifted_by: &[],
            lifted_host_bits: None,
        },
        "cmd/kube-apiserver/app/options/validation.go v1.16, v1.26",
    ),
    row(
        27,
        SizeLimit {
            host_bits: 20,
            lifted_by: &["MultiCIDRServiceAllocator"],
            lifted_host_bits: Some(64),
        },
        "cmd/kube-apiserver/app/options/validation.go v1.27",
    ),
    row(
        29,
        SizeLimit {
            host_bits: 20,
            lifted_by: &["MultiCIDRServiceAllocator"],
            lifted_host_bits: None,
        },
        "cmd/kube-apiserver/app/options/validation.go v1.29",
    ),
    row(
        31,
        SizeLimit {
            host_bits: 20,
            lifted_by: &["MultiCIDRServiceAllocator", "DisableAllocatorDualWrite"],
            lifted_host_bits: None,
        },
        "cmd/kube-apiserver/app/options/validation.go v1.31, v1.34; recorded from 1.36.2",
    ),
]);

pub(super) static ADVERTISE_FAMILY: Timeline<AdvertiseCheck> = Timeline::new(&[
    row(16, AdvertiseCheck::None, "pkg/controlplane/controller.go v1.23"),
    row(
        24,
        AdvertiseCheck::Bootstrap,
        "pkg/controlplane/controller.go v1.24–v1.27; kubernetes/kubernetes#111671",
    ),
    row(
        28,
        AdvertiseCheck::Options,
        "cmd/kube-apiserver/app/options/validation.go v1.28; recorded from 1.36.2",
    ),
]);

pub(super) static ADVERTISE_KIND: Timeline<bool> = Timeline::new(&[
    row(16, false, "kubernetes/kubernetes#121942"),
    row_with(37, true, "kubernetes/kubernetes#138102", Confidence::Changelog),
]);

pub(super) static GATES_BEFORE_OPTIONS: Timeline<bool> = Timeline::new(&[
    row(16, false, "component-base/featuregate release-1.30"),
    row_with(
        31,
        true,
        "component-base/featuregate registry, release-1.31",
        Confidence::Unverified,
    ),
]);

/// The start-up checks of kube-apiserver in one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiserverProfile {
    /// Whether an empty `--service-cluster-ip-range` means `10.0.0.0/24`; before, it was an unreadable range.
    pub empty_range_is_default: bool,
    /// The inner text for a range of fewer than eight addresses.
    pub too_small: &'static str,
    /// Whether the minimum of eight addresses applies to the second range too.
    pub secondary_has_minimum: bool,
    /// Whether the text about a large range names the shortest mask allowed.
    pub too_large_names_the_mask: bool,
    /// The texts about the second range.
    pub secondary: SecondaryRangeTexts,
    /// The gates that a second range needs.
    pub secondary_gates: &'static [&'static str],
    /// The text if one of these gates is off.
    pub secondary_gates_off: &'static str,
    /// The limit on the size of a range.
    pub size_limit: SizeLimit,
    /// The moment at which the family of `--advertise-address` is compared.
    pub advertise_family: AdvertiseCheck,
    /// Whether loopback, link-local and unspecified advertise addresses are refused.
    pub advertise_kind: bool,
    /// Whether gates are applied after the flags were parsed, so that their errors do not name a flag.
    pub gates_before_options: bool,
}

impl ApiserverProfile {
    pub(super) fn at(version: Version) -> ApiserverProfile {
        ApiserverProfile {
            empty_range_is_default: EMPTY_RANGE_IS_DEFAULT.at(version),
            too_small: TOO_SMALL.at(version),
            secondary_has_minimum: SECONDARY_HAS_MINIMUM.at(version),
            too_large_names_the_mask: TOO_LARGE_NAMES_THE_MASK.at(version),
            secondary: SECONDARY_TEXTS.at(version),
            secondary_gates: SECONDARY_GATES.at(version),
            secondary_gates_off: SECONDARY_GATES_OFF.at(version),
            size_limit: SIZE_LIMIT.at(version),
            advertise_family: ADVERTISE_FAMILY.at(version),
            advertise_kind: ADVERTISE_KIND.at(version),
            gates_before_options: GATES_BEFORE_OPTIONS.at(version),
        }
    }
}

/// Returns the confidence in the start-up check of that id at that version.
pub(super) fn confidence(id: &str, version: Version) -> Confidence {
    match id {
        "KAS-P4" => EMPTY_RANGE_IS_DEFAULT.row_at(version).confidence,
        "KAS-P2" => TOO_SMALL.row_at(version).confidence,
        "KAS-4" => SECONDARY_GATES_OFF.row_at(version).confidence,
        "KAS-3" => TOO_LARGE_NAMES_THE_MASK.row_at(version).confidence,
        "KAS-6" | "KAS-6b" => SECONDARY_TEXTS.row_at(version).confidence,
        "KAS-7" => ADVERTISE_FAMILY.row_at(version).confidence,
        "KAS-9" => ADVERTISE_KIND.row_at(version).confidence,
        _ => Confidence::Verified,
    }
}
