//! Differences between versions in the allocation of cluster IPs: the allocator, its bands, and whether ranges can be
//! added (`pkg/registry/core/service/ipallocator`, `pkg/registry/core/rest/storage_core.go`).

use super::node_ipam::SwitchableGate;
use super::{Confidence, Timeline, Version, row, row_with};

/// The store of allocated cluster IPs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum ServiceAllocator {
    /// A bitmap for each range of the flag.
    Bitmap,
    /// IPAddress objects.
    IpAddress,
    /// IPAddress objects and the bitmap: an address of the flag's range has to be free in both.
    DualWrite,
}

/// The rule for the number of addresses at the start of a range that are kept for explicit requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandRule {
    /// No addresses are kept: automatic allocation takes any address.
    NoBands,
    /// The alpha formula: a range of exactly 16 addresses is a static band as a whole.
    FromSixteen,
    /// Ranges of up to 16 addresses have no static band.
    AboveSixteen,
}

/// The gate, and the rule while it is on.
type BandGate = (Option<SwitchableGate>, BandRule);

const fn gate(name: &'static str, default_on: bool, group: &'static str) -> Option<SwitchableGate> {
    Some(SwitchableGate {
        name,
        default_on,
        group,
    })
}

/// Whether the allocator is on, and its gate. Without a gate it cannot be switched.
const MULTI_CIDR: Timeline<(bool, Option<SwitchableGate>)> = Timeline::new(&[
    row(16, (false, None), "does not exist"),
    row(
        27,
        (false, gate("MultiCIDRServiceAllocator", false, "AllAlpha")),
        "pkg/features/kube_features.go v1.27",
    ),
    row(
        31,
        (false, gate("MultiCIDRServiceAllocator", false, "AllBeta")),
        "pkg/features/kube_features.go v1.31",
    ),
    row(
        33,
        (true, gate("MultiCIDRServiceAllocator", true, "")),
        "pkg/features/kube_features.go v1.33",
    ),
    row(
        34,
        (true, None),
        "pkg/features/kube_features.go v1.34: locked to on",
    ),
]);

/// Whether the double write is off, and its gate `DisableAllocatorDualWrite`. Before 1.31 the new allocator wrote no
/// bitmap.
const DUAL_WRITE_OFF: Timeline<(bool, Option<SwitchableGate>)> = Timeline::new(&[
    row(16, (true, None), "does not exist"),
    row(
        31,
        (false, gate("DisableAllocatorDualWrite", false, "AllAlpha")),
        "pkg/features/kube_features.go v1.31",
    ),
    row(
        33,
        (false, gate("DisableAllocatorDualWrite", false, "AllBeta")),
        "pkg/features/kube_features.go v1.33",
    ),
    row(
        34,
        (true, gate("DisableAllocatorDualWrite", true, "")),
        "pkg/features/kube_features.go v1.34",
    ),
    row(
        35,
        (true, None),
        "pkg/features/kube_features.go v1.35: locked to on",
    ),
]);

const BANDS: Timeline<BandGate> = Timeline::new(&[
    row(
        16,
        (None, BandRule::NoBands),
        "pkg/registry/core/service/ipallocator/allocator.go v1.16",
    ),
    row(
        24,
        (
            gate("ServiceIPStaticSubrange", false, "AllAlpha"),
            BandRule::FromSixteen,
        ),
        "pkg/registry/core/service/ipallocator/allocator.go v1.24, KEP-3070",
    ),
    row(
        25,
        (
            gate("ServiceIPStaticSubrange", true, "AllBeta"),
            BandRule::AboveSixteen,
        ),
        "pkg/registry/core/service/ipallocator/bitmap.go v1.25",
    ),
    row(
        26,
        (None, BandRule::AboveSixteen),
        "pkg/features/kube_features.go v1.26: locked to on",
    ),
]);

/// The API group version with ServiceCIDR, and whether it is served without `--runtime-config`. `None` if there is
/// none.
pub(super) const SERVICE_CIDR_API: Timeline<Option<(&str, bool)>> = Timeline::new(&[
    row(16, None, "does not exist"),
    row(
        29,
        Some(("networking.k8s.io/v1alpha1", false)),
        "staging/src/k8s.io/api/networking/v1alpha1 v1.29",
    ),
    row(
        31,
        Some(("networking.k8s.io/v1beta1", false)),
        "staging/src/k8s.io/api/networking/v1beta1 v1.31",
    ),
    row(
        33,
        Some(("networking.k8s.io/v1", true)),
        "staging/src/k8s.io/api/networking/v1 v1.33",
    ),
]);

/// Whether an IPv6 /64 can give addresses outside of it, and the first patch level that fixes it.
const SLASH_64_OVERFLOW: Timeline<Option<Option<u16>>> = Timeline::new(&[
    row(16, None, "the bitmap holds 65536 addresses"),
    row_with(
        27,
        Some(None),
        "no fix listed before 1.34.8",
        Confidence::Changelog,
    ),
    row_with(34, Some(Some(8)), "CHANGELOG-1.34 #138385", Confidence::Changelog),
    row_with(35, None, "CHANGELOG-1.35 #134193", Confidence::Changelog),
]);

/// The number of addresses in a bitmap of an IPv6 range, with the network address.
pub const BITMAP_IPV6_SIZE: u128 = 65_536;

/// The shortest IPv6 prefix length that the IPAddress allocator accepts.
pub const IP_ADDRESS_IPV6_SHORTEST_PREFIX: u8 = 64;

/// The rules of cluster IP allocation for one version and its gates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClusterIpRules {
    /// The store of allocated addresses.
    pub allocator: ServiceAllocator,
    /// The rule for the size of the static band.
    pub bands: BandRule,
    /// The API version of ServiceCIDR objects that this server can use; `None` if ranges cannot be added.
    pub service_cidr_api: Option<&'static str>,
    /// Whether that API has to be switched on with `--runtime-config`.
    pub needs_runtime_config: bool,
    /// Whether an IPv6 /64 can give addresses outside of it.
    pub slash_64_overflow: bool,
}

impl ClusterIpRules {
    /// Returns the rules of a version with its default gates.
    pub fn at(version: Version) -> ClusterIpRules {
        ClusterIpRules::with_gates(version, |_| None)
    }

    /// Returns the rules of a version with some gates set. `given` returns the value set for a name, also for groups
    /// such as `AllBeta`. A locked gate keeps its value.
    pub fn with_gates(version: Version, given: impl Fn(&str) -> Option<bool>) -> ClusterIpRules {
        let is_on = |gate: SwitchableGate| {
            given(gate.name)
                .or_else(|| given(gate.group).filter(|_| !gate.group.is_empty()))
                .unwrap_or(gate.default_on)
        };
        let resolve = |(fixed, gate): (bool, Option<SwitchableGate>)| gate.map_or(fixed, is_on);
        let multi_cidr = resolve(MULTI_CIDR.at(version));
        let allocator = match (multi_cidr, resolve(DUAL_WRITE_OFF.at(version))) {
            (false, _) => ServiceAllocator::Bitmap,
            (true, true) => ServiceAllocator::IpAddress,
            (true, false) => ServiceAllocator::DualWrite,
        };
        let (band_gate, rule) = BANDS.at(version);
        let api = SERVICE_CIDR_API.at(version).filter(|_| multi_cidr);
        let fixed_in = SLASH_64_OVERFLOW.at(version).filter(|_| multi_cidr);
        ClusterIpRules {
            allocator,
            bands: if band_gate.is_none_or(is_on) {
                rule
            } else {
                BandRule::NoBands
            },
            service_cidr_api: api.map(|(name, _)| name),
            needs_runtime_config: api.is_some_and(|(_, served)| !served),
            // A version without a patch level stands for the newest one.
            slash_64_overflow: fixed_in.is_some_and(|patch| {
                patch.is_none_or(|patch| version.patch().is_some_and(|given| given < patch))
            }),
        }
    }
}
