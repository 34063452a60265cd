//! The warnings about an accepted Service in each version: pkg/api/service/warnings.go of kubernetes/kubernetes, and
//! `util/validation/ip.go` of kubernetes/apimachinery.

use super::{Timeline, Version, row};

/// The warnings about an address or a range that is written in an unusual way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressWarnings {
    /// None.
    None,
    /// The error of Go's stricter parser, and "is not in RFC 5952 canonical format".
    StrictParser,
    /// "will be considered invalid in a future Kubernetes release"; host bits of a range are noticed.
    FutureRelease,
    /// "is invalid"; host bits of a range are noticed.
    Invalid,
}

static ADDRESSES: Timeline<AddressWarnings> = Timeline::new(&[
    row(16, AddressWarnings::None, "strat v1.22"),
    row(
        27,
        AddressWarnings::StrictParser,
        "pkg/api/service/warnings.go v1.27",
    ),
    row(
        33,
        AddressWarnings::FutureRelease,
        "apimachinery util/validation/ip.go v1.33",
    ),
    row(
        36,
        AddressWarnings::Invalid,
        "apimachinery util/validation/ip.go v1.36",
    ),
]);
static EXTERNAL_NAMES: Timeline<bool> = Timeline::new(&[
    row(16, false, "pkg/api/service/warnings.go v1.27"),
    row(28, true, "kubernetes/kubernetes#119310"),
]);
static HEADLESS: Timeline<bool> = Timeline::new(&[
    row(16, false, "pkg/api/service/warnings.go v1.33"),
    row(34, true, "kubernetes/kubernetes#132214"),
]);
/// The minor version whose first patch releases warn about the affinity `None` too, and the first without that
/// (kubernetes/kubernetes#134040 and #134133).
const AFFINITY_NONE_UNTIL_PATCH: (u8, u16) = (34, 2);
pub(super) static EXTERNAL_IPS_DEPRECATED: Timeline<bool> = Timeline::new(&[
    row(16, false, "pkg/api/service/warnings.go v1.35"),
    row(36, true, "pkg/api/service/warnings.go v1.36"),
]);
static PREFER_CLOSE_DEPRECATED: Timeline<bool> = Timeline::new(&[
    row(16, false, "pkg/api/service/warnings.go v1.34"),
    row(35, true, "kubernetes/kubernetes#134457"),
]);

/// The warnings of one version.
#[derive(Clone, Copy, Debug)]
pub struct WarningRules {
    /// The warnings about addresses and ranges.
    pub addresses: AddressWarnings,
    /// Whether a field that has no meaning with or without the type ExternalName gets a warning.
    pub external_names: bool,
    /// Whether a field that has no meaning for headless Services gets a warning.
    pub headless: bool,
    /// Whether a headless Service without session affinity gets one too.
    pub affinity_none: bool,
    /// Whether `externalIPs` gets a warning.
    pub external_ips_deprecated: bool,
    /// Whether `PreferClose` gets a warning.
    pub prefer_close_deprecated: bool,
}

impl WarningRules {
    /// Returns the warnings of that version.
    pub fn at(version: Version) -> WarningRules {
        let (minor, fixed) = AFFINITY_NONE_UNTIL_PATCH;
        WarningRules {
            addresses: ADDRESSES.at(version),
            external_names: EXTERNAL_NAMES.at(version),
            headless: HEADLESS.at(version),
            affinity_none: version.minor() == minor && version.patch().is_some_and(|patch| patch < fixed),
            external_ips_deprecated: EXTERNAL_IPS_DEPRECATED.at(version),
            prefer_close_deprecated: PREFER_CLOSE_DEPRECATED.at(version),
        }
    }

    /// Returns whether there are any.
    pub fn exist(&self) -> bool {
        self.addresses != AddressWarnings::None
    }
}
