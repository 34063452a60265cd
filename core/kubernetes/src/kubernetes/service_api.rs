//! The Service API of each version: its fields, and how kube-apiserver treats them.
//!
//! Sources are files of kubernetes/kubernetes at the tag of the row: `strat` pkg/registry/core/service/strategy.go,
//! `rest` and `alloc` pkg/registry/core/service/storage/{rest,alloc,storage}.go, `val` pkg/apis/core/validation,
//! `def` pkg/apis/core/v1/defaults.go, `gates` pkg/features/kube_features.go; `recorded` is a server's own answer.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::cluster_ip::{BandRule, ClusterIpRules, ServiceAllocator};
use super::gates::{self, GateSettings, GateState};
use super::metadata::{MetadataRules, RELAXED_NAMES};
use super::warnings::WarningRules;
use super::{Confidence, Timeline, Version, row, row_with};
use crate::go::field_error::ValueSyntax;

use Confidence::{Changelog, Unverified};

/// The fields of a Service that name its IP families, and the order in which a request is processed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum ServiceEra {
    /// `spec.ipFamily`: one family per Service.
    SingleFamily,
    /// `spec.ipFamilies` and `spec.ipFamilyPolicy`. Fields are validated before families are set.
    ValidatedFirst,
    /// `spec.ipFamilies` and `spec.ipFamilyPolicy`. Families are set and addresses allocated before the whole object
    /// is validated.
    AllocatedFirst,
}

/// The state of the feature gate `IPv6DualStack`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DualStackGate {
    /// Off unless switched on.
    Off,
    /// On by default.
    On,
    /// On, and cannot be changed, or the name no longer exists.
    Locked,
}

/// The families of a headless Service without selector that names only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadlessPreference {
    /// `PreferDualStack` adds the other family only if the cluster has it.
    WhereConfigured,
    /// Every policy but `SingleStack` adds the other family, on any cluster.
    Always,
}

/// The families with which a Service that was stored without `ipFamilies` is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadDefaults {
    /// The fields do not exist.
    None,
    /// Headless Services prefer both families of the cluster.
    PreferDualStack,
    /// Headless Services without selector require both families; the others keep the primary one.
    RequireDualStack,
}

/// The store that hands out cluster IPs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocatorKind {
    /// One bitmap per range, with at most 65,536 addresses.
    Bitmap,
    /// IPAddress objects; each address is also written to the bitmap of its range.
    ObjectsAndBitmap,
    /// IPAddress objects and ServiceCIDR objects.
    Objects,
}

/// The answer if no cluster IP can be allocated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAddressError {
    /// Code 500 for every reason.
    Internal,
    /// Code 500 for a full range, code 422 for the other reasons.
    InternalWhenFull,
    /// Code 500 for a full range, with the name of the Service; code 422 for the other reasons.
    InternalWhenFullNamed,
}

/// The checks of `externalTrafficPolicy` and `healthCheckNodePort`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrafficRules {
    /// Few checks, and that of their combination only after ports are allocated.
    AfterAllocation,
    /// Checks by the type of the Service.
    ByType,
    /// Checks by whether the Service can be reached from outside, also through external IPs.
    ByReachability,
}

/// The treatment of `internalTrafficPolicy` of an ExternalName Service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExternalNameTraffic {
    /// Set to `Cluster` as with every other type.
    Defaulted,
    /// Not set, and never shown.
    DroppedOnRead,
}

/// The cluster IP of a Service in a dry run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DryRunAllocation {
    /// Nothing is allocated or checked.
    NoAddress,
    /// The first address of the range stands for any. A requested one must be in the range, and may be in use.
    NetworkAddress,
}

/// The treatment of `ports[].appProtocol`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppProtocol {
    /// The field does not exist.
    Unknown,
    /// Refused, because its feature gate is off.
    Refused,
    /// Accepted.
    Accepted,
}

/// The treatment of a LoadBalancer Service with several protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MixedProtocols {
    /// Refused by the general validation.
    Refused,
    /// Refused, unless the stored Service has them already.
    RefusedAnew,
    /// Accepted.
    Accepted,
}

/// The checks of a load balancer's source ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceRangeCheck {
    /// One error for the whole list.
    WholeList,
    /// One error per entry.
    EachEntry,
}

/// The texts of errors that were reworded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceTexts {
    /// The text if `clusterIP` differs from the first entry of `clusterIPs`, and this project's name of the check.
    pub first_must_match: (&'static str, &'static str),
    /// The text if `clusterIPs` is given and `clusterIP` is not, and this project's name of the check.
    pub must_be_empty: (&'static str, &'static str),
    /// This project's name of the check that a requested address is available.
    pub allocate_check: &'static str,
    /// The text before a requested address that is not available.
    pub allocate_before: &'static str,
    /// The text between that address and the reason.
    pub allocate_between: &'static str,
    /// Whether the reason "out of range" names the address.
    pub range_names_address: bool,
    /// Whether a removed second address or family without `SingleStack` is reported at the policy.
    pub release_at_policy: bool,
}

const TEXTS_1_16: ServiceTexts = ServiceTexts {
    first_must_match: ("element [0] must match clusterIP", "SVB-6"),
    must_be_empty: ("must be empty when clusterIP is empty", "SVB-7"),
    allocate_check: "SVB-8",
    allocate_before: "failed to allocated ip:",
    allocate_between: " with error:",
    range_names_address: false,
    release_at_policy: false,
};
const TEXTS_1_22: ServiceTexts = ServiceTexts {
    allocate_check: "SVC-50",
    allocate_before: "failed to allocate IP ",
    allocate_between: ": ",
    ..TEXTS_1_16
};
const TEXTS_1_23: ServiceTexts = ServiceTexts {
    first_must_match: ("first value must match `clusterIP`", "SVC-3"),
    must_be_empty: ("must be empty when `clusterIP` is not specified", "SVC-2"),
    range_names_address: true,
    release_at_policy: true,
    ..TEXTS_1_22
};

pub(super) static ERA: Timeline<ServiceEra> = Timeline::new(&[
    row(16, ServiceEra::SingleFamily, "recorded 1.16.3"),
    row(20, ServiceEra::ValidatedFirst, "recorded 1.20.8"),
    row(23, ServiceEra::AllocatedFirst, "storage v1.23.1"),
]);
static DUAL_STACK_GATE: Timeline<DualStackGate> = Timeline::new(&[
    row(16, DualStackGate::Off, "gates v1.16"),
    row(21, DualStackGate::On, "gates v1.21"),
    row(23, DualStackGate::Locked, "gates v1.23"),
]);
pub(super) static VALUE_SYNTAX: Timeline<ValueSyntax> = Timeline::new(&[
    row(16, ValueSyntax::Go, "apimachinery field/errors.go v1.16"),
    row(34, ValueSyntax::Json, "apimachinery field/errors.go v1.34"),
]);
static FAMILY_MUST_BE_CONFIGURED: Timeline<bool> = Timeline::new(&[
    row(16, false, "recorded 1.16.3 and 1.18.20"),
    row(
        19,
        true,
        "kubernetes/kubernetes#91400, val conditional_validation.go v1.19",
    ),
]);
static DECODE_COMPLETES_FAMILIES: Timeline<bool> = Timeline::new(&[
    row(16, false, "def v1.16"),
    row(20, true, "recorded 1.20.8"),
    row(21, false, "recorded 1.21.1"),
]);
pub(super) static TWO_FAMILIES_REQUIRE_BOTH: Timeline<bool> = Timeline::new(&[
    row(16, false, "def v1.16"),
    row(21, true, "recorded 1.21.1"),
    row(23, false, "alloc v1.23.1"),
]);
static HEADLESS_PREFERENCE: Timeline<HeadlessPreference> = Timeline::new(&[
    row(16, HeadlessPreference::WhereConfigured, "recorded 1.20.8"),
    row(21, HeadlessPreference::Always, "recorded 1.21.1"),
]);
static PREFER_DUAL_STACK_KEPT: Timeline<bool> = Timeline::new(&[
    row(16, false, "recorded 1.21.1"),
    row(22, true, "kubernetes/kubernetes#102898, rest v1.22"),
]);
static ALLOCATED_VALUES_KEPT: Timeline<bool> = Timeline::new(&[
    row(16, false, "recorded 1.21.1"),
    row(22, true, "kubernetes/kubernetes#103532, strat v1.22"),
]);
/// The patch releases to which keeping allocated values was backported: minor version, first patch level.
const ALLOCATED_VALUES_KEPT_FROM_PATCH: &[(u8, u16)] = &[
    (20, 11), // kubernetes/kubernetes#104674
    (21, 5),  // kubernetes/kubernetes#104673
];
pub(super) static READ_DEFAULTS: Timeline<ReadDefaults> = Timeline::new(&[
    row(16, ReadDefaults::None, "rest v1.16"),
    row(20, ReadDefaults::PreferDualStack, "storage v1.20"),
    row(23, ReadDefaults::RequireDualStack, "storage v1.23.1"),
]);
static OLD_DEFAULTED_ON_UPDATE: Timeline<bool> = Timeline::new(&[
    row(16, true, "rest v1.20"),
    row(23, false, "storage v1.23.1"),
    row(24, true, "storage v1.24"),
]);
static TEXTS: Timeline<ServiceTexts> = Timeline::new(&[
    row(16, TEXTS_1_16, "recorded 1.20.8 and 1.21.1"),
    row_with(22, TEXTS_1_22, "rest v1.22", Unverified),
    row(23, TEXTS_1_23, "val v1.23.1, recorded 1.27.7"),
]);
pub(super) static ALLOCATOR: Timeline<AllocatorKind> = Timeline::new(&[
    row(16, AllocatorKind::Bitmap, "ipallocator/allocator.go v1.16"),
    row(
        33,
        AllocatorKind::ObjectsAndBitmap,
        "ipallocator/cidrallocator.go v1.33",
    ),
    row(34, AllocatorKind::Objects, "gates v1.34"),
]);
pub(super) static STATIC_BAND: Timeline<bool> = Timeline::new(&[
    row(16, false, "ipallocator/allocator.go v1.16"),
    row(25, true, "KEP-3070, ipallocator/bitmap.go v1.25"),
]);
static NODE_PORT_STATIC_BAND: Timeline<bool> = Timeline::new(&[
    row(16, false, "portallocator v1.16"),
    row(28, true, "KEP-3668, portallocator v1.28"),
]);
static NO_ADDRESS_ERROR: Timeline<NoAddressError> = Timeline::new(&[
    row(16, NoAddressError::Internal, "rest v1.16"),
    row(35, NoAddressError::InternalWhenFull, "alloc v1.35"),
    row(36, NoAddressError::InternalWhenFullNamed, "alloc v1.36"),
]);
static EXISTING_VALUES_KEPT: Timeline<bool> =
    Timeline::new(&[row(16, false, "val v1.16"), row(33, true, "val v1.33")]);
pub(super) static STRICT_ADDRESSES: Timeline<bool> = Timeline::new(&[
    row(16, false, "val v1.16"),
    row(36, true, "gates v1.36, StrictIPCIDRValidation"),
]);
static ADDRESS_EXAMPLE: Timeline<&'static str> = Timeline::new(&[
    row(16, "must be a valid IP address, (e.g. 10.9.8.7)", "val v1.16"),
    row(
        20,
        "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
        "recorded 1.20.8",
    ),
]);
static TRAFFIC_RULES: Timeline<TrafficRules> = Timeline::new(&[
    row(16, TrafficRules::AfterAllocation, "val and rest v1.16 to v1.22"),
    row(23, TrafficRules::ByType, "val v1.23.1"),
    row_with(
        29,
        TrafficRules::ByReachability,
        "kubernetes/kubernetes#119150",
        Changelog,
    ),
]);
static KUBELET_PORT_REFUSED: Timeline<bool> = Timeline::new(&[
    row(16, true, "val v1.16"),
    row(33, false, "kubernetes/kubernetes#129174"),
]);
static MIXED_PROTOCOLS: Timeline<MixedProtocols> = Timeline::new(&[
    row(16, MixedProtocols::Refused, "val v1.16"),
    row(
        20,
        MixedProtocols::RefusedAnew,
        "gates v1.20, MixedProtocolLBService",
    ),
    row(
        24,
        MixedProtocols::Accepted,
        "gates v1.24, MixedProtocolLBService",
    ),
]);
static LOAD_BALANCER_PROTOCOL_CHECKED: Timeline<bool> = Timeline::new(&[
    row(16, true, "val v1.16"),
    row_with(26, false, "val v1.33", Unverified),
]);
static SOURCE_RANGES: Timeline<SourceRangeCheck> = Timeline::new(&[
    row(16, SourceRangeCheck::WholeList, "val v1.16"),
    row(33, SourceRangeCheck::EachEntry, "val v1.33"),
]);
static APP_PROTOCOL: Timeline<AppProtocol> = Timeline::new(&[
    row(16, AppProtocol::Unknown, "val v1.16"),
    row(18, AppProtocol::Refused, "gates v1.18, ServiceAppProtocol"),
    row(19, AppProtocol::Accepted, "gates v1.19, ServiceAppProtocol"),
]);
static SCTP: Timeline<bool> = Timeline::new(&[
    row(16, false, "gates v1.16, SCTPSupport"),
    row(19, true, "gates v1.19, SCTPSupport"),
]);
static LOAD_BALANCER_FIELDS: Timeline<bool> = Timeline::new(&[
    row(
        16,
        false,
        "gates v1.20 and v1.21: ServiceLBNodePortControl, ServiceLoadBalancerClass off",
    ),
    row(22, true, "gates v1.22: both on"),
]);
pub(super) static INTERNAL_TRAFFIC_POLICY: Timeline<bool> = Timeline::new(&[
    row(16, false, "gates v1.21: ServiceInternalTrafficPolicy off"),
    row(22, true, "gates v1.22: on"),
]);
pub(super) static TRAFFIC_DISTRIBUTION: Timeline<&'static [&'static str]> = Timeline::new(&[
    row(16, &[], "gates v1.30: ServiceTrafficDistribution off"),
    row(31, &["PreferClose"], "gates v1.31: on"),
    row(
        34,
        &["PreferClose", "PreferSameZone", "PreferSameNode"],
        "gates v1.34: PreferSameTrafficDistribution on",
    ),
]);
static TOPOLOGY_ANNOTATIONS_MATCH: Timeline<bool> =
    Timeline::new(&[row(16, false, "val v1.26"), row(27, true, "val v1.27")]);
pub(super) static EXTERNAL_NAME_TRAFFIC: Timeline<ExternalNameTraffic> = Timeline::new(&[
    row(16, ExternalNameTraffic::Defaulted, "def v1.22"),
    row(
        23,
        ExternalNameTraffic::DroppedOnRead,
        "kubernetes/kubernetes#104846, storage v1.23",
    ),
]);
static DRY_RUN: Timeline<DryRunAllocation> = Timeline::new(&[
    row(16, DryRunAllocation::NoAddress, "rest v1.16 to v1.22"),
    row(
        23,
        DryRunAllocation::NetworkAddress,
        "alloc v1.23, ipallocator v1.23",
    ),
]);

static ENDPOINT_SLICES: Timeline<bool> = Timeline::new(&[
    row(16, false, "gates v1.16: EndpointSlice off"),
    row(17, true, "gates v1.17: EndpointSlice on"),
]);

/// The gate of dual-stack, up to 1.22.
pub const DUAL_STACK: &str = "IPv6DualStack";

/// The number of minor versions that are known.
const MINORS: usize = (Version::NEWEST.minor() - Version::OLDEST.minor()) as usize + 1;

/// The Service API of one version, resolved to plain fields.
#[derive(Clone, Copy, Debug)]
pub struct ServiceApi {
    /// The era: the fields, and the order of the steps.
    pub era: ServiceEra,
    /// Whether the dual-stack fields are in use.
    pub dual_stack: bool,
    /// The syntax of values in errors.
    pub value_syntax: ValueSyntax,
    /// Whether `spec.ipFamily` must be a family of the cluster, whose range gives the address.
    pub family_must_be_configured: bool,
    /// Whether decoding adds a policy to two families, and a second family to `RequireDualStack`.
    pub decode_completes_families: bool,
    /// Whether two families without a policy mean `RequireDualStack`.
    pub two_families_require_both: bool,
    /// The families of headless Services without selector.
    pub headless_preference: HeadlessPreference,
    /// Whether an update that changes nothing about a `PreferDualStack` Service leaves its families alone.
    pub prefer_dual_stack_kept: bool,
    /// Whether an update that leaves out allocated values keeps them.
    pub allocated_values_kept: bool,
    /// The defaults of fields that were not stored.
    pub read_defaults: ReadDefaults,
    /// Whether the stored object gets those defaults before an update is compared with it.
    pub old_defaulted_on_update: bool,
    /// The texts that changed.
    pub texts: ServiceTexts,
    /// The store that hands out addresses.
    pub allocator: AllocatorKind,
    /// Whether the lowest addresses of a range are kept for explicit requests.
    pub static_band: bool,
    /// Whether the lowest node ports are kept for explicit requests.
    pub node_port_static_band: bool,
    /// The answer if no address can be allocated.
    pub no_address_error: NoAddressError,
    /// Whether values that are stored already are not checked again.
    pub existing_values_kept: bool,
    /// Whether leading zeros, IPv4-mapped addresses and host bits are refused.
    pub strict_addresses: bool,
    /// The error text about a text that is not an address.
    pub not_an_address: &'static str,
    /// The checks of external traffic fields.
    pub traffic_rules: TrafficRules,
    /// Whether a load balancer must not expose port 10250.
    pub kubelet_port_refused: bool,
    /// The treatment of several protocols on one load balancer.
    pub mixed_protocols: MixedProtocols,
    /// Whether a load balancer's protocols are checked a second time.
    pub load_balancer_protocol_checked: bool,
    /// The checks of source ranges.
    pub source_ranges: SourceRangeCheck,
    /// The treatment of `ports[].appProtocol`.
    pub app_protocol: AppProtocol,
    /// Whether SCTP ports are accepted.
    pub sctp: bool,
    /// Whether `allocateLoadBalancerNodePorts` and `loadBalancerClass` are in use.
    pub load_balancer_fields: bool,
    /// Whether `internalTrafficPolicy` is in use.
    pub internal_traffic_policy: bool,
    /// The values of `trafficDistribution`; empty if the field is not in use.
    pub traffic_distribution: &'static [&'static str],
    /// The warnings about unusual but accepted values.
    pub warnings: WarningRules,
    /// Whether the control plane writes EndpointSlices.
    pub endpoint_slices: bool,
    /// The checks of the metadata.
    pub metadata: MetadataRules,
    /// Whether the two annotations about topology must have one value.
    pub topology_annotations_match: bool,
    /// The treatment of `internalTrafficPolicy` of an ExternalName Service.
    pub external_name_traffic: ExternalNameTraffic,
    /// The cluster IP of a Service in a dry run.
    pub dry_run: DryRunAllocation,
}

impl ServiceApi {
    /// Returns the API of that version with these gates set. A gate that is locked, removed or not yet known has no
    /// effect.
    pub fn with_gates(version: Version, given: &GateSettings) -> ServiceApi {
        let plain = ServiceApi::at(version, given.given(DUAL_STACK));
        // Gates of the tables; a gate that is not named has the default of the version.
        let is_on = |name: &str, otherwise: bool| match gates::state(name, version) {
            GateState::Known(_) => given.is_on(name, version),
            GateState::Unknown | GateState::Untracked => otherwise,
        };
        let rules = ClusterIpRules::with_gates(version, |name| given.given(name));
        ServiceApi {
            metadata: MetadataRules {
                relaxed_names: is_on(RELAXED_NAMES, plain.metadata.relaxed_names),
                ..plain.metadata
            },
            strict_addresses: is_on("StrictIPCIDRValidation", plain.strict_addresses),
            node_port_static_band: is_on("ServiceNodePortStaticSubrange", plain.node_port_static_band),
            static_band: rules.bands != BandRule::NoBands,
            allocator: match rules.allocator {
                ServiceAllocator::Bitmap => AllocatorKind::Bitmap,
                ServiceAllocator::IpAddress => AllocatorKind::Objects,
                ServiceAllocator::DualWrite => AllocatorKind::ObjectsAndBitmap,
            },
            ..plain
        }
    }

    /// Returns the API of that version. `dual_stack_gate` is the value of `--feature-gates=IPv6DualStack=`, if given.
    /// It has no effect if the gate is locked or removed.
    pub fn at(version: Version, dual_stack_gate: Option<bool>) -> ServiceApi {
        // Service after Service is sent to the same version, and its rows are some forty searches.
        static PLAIN: [OnceLock<ServiceApi>; 3 * MINORS] = [const { OnceLock::new() }; 3 * MINORS];
        let resolved = || ServiceApi::resolved(version, dual_stack_gate);
        let minor = usize::from(version.minor().saturating_sub(Version::OLDEST.minor()));
        let gate = match dual_stack_gate {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        };
        match PLAIN.get(3 * minor + gate) {
            Some(kept) if version.patch().is_none() => *kept.get_or_init(resolved),
            _ => resolved(),
        }
    }

    fn resolved(version: Version, dual_stack_gate: Option<bool>) -> ServiceApi {
        let kept_in_patch = ALLOCATED_VALUES_KEPT_FROM_PATCH
            .iter()
            .any(|(minor, patch)| version.minor() == *minor && version.patch().is_some_and(|p| p >= *patch));
        ServiceApi {
            era: ERA.at(version),
            dual_stack: match DUAL_STACK_GATE.at(version) {
                DualStackGate::Off => dual_stack_gate.unwrap_or(false),
                DualStackGate::On => dual_stack_gate.unwrap_or(true),
                DualStackGate::Locked => true,
            },
            value_syntax: VALUE_SYNTAX.at(version),
            family_must_be_configured: FAMILY_MUST_BE_CONFIGURED.at(version),
            decode_completes_families: DECODE_COMPLETES_FAMILIES.at(version),
            two_families_require_both: TWO_FAMILIES_REQUIRE_BOTH.at(version),
            headless_preference: HEADLESS_PREFERENCE.at(version),
            prefer_dual_stack_kept: PREFER_DUAL_STACK_KEPT.at(version),
            allocated_values_kept: ALLOCATED_VALUES_KEPT.at(version) || kept_in_patch,
            read_defaults: READ_DEFAULTS.at(version),
            old_defaulted_on_update: OLD_DEFAULTED_ON_UPDATE.at(version),
            texts: TEXTS.at(version),
            allocator: ALLOCATOR.at(version),
            static_band: STATIC_BAND.at(version),
            node_port_static_band: NODE_PORT_STATIC_BAND.at(version),
            no_address_error: NO_ADDRESS_ERROR.at(version),
            existing_values_kept: EXISTING_VALUES_KEPT.at(version),
            strict_addresses: STRICT_ADDRESSES.at(version),
            not_an_address: ADDRESS_EXAMPLE.at(version),
            traffic_rules: TRAFFIC_RULES.at(version),
            kubelet_port_refused: KUBELET_PORT_REFUSED.at(version),
            mixed_protocols: MIXED_PROTOCOLS.at(version),
            load_balancer_protocol_checked: LOAD_BALANCER_PROTOCOL_CHECKED.at(version),
            source_ranges: SOURCE_RANGES.at(version),
            app_protocol: APP_PROTOCOL.at(version),
            sctp: SCTP.at(version),
            load_balancer_fields: LOAD_BALANCER_FIELDS.at(version),
            internal_traffic_policy: INTERNAL_TRAFFIC_POLICY.at(version),
            traffic_distribution: TRAFFIC_DISTRIBUTION.at(version),
            warnings: WarningRules::at(version),
            endpoint_slices: ENDPOINT_SLICES.at(version),
            metadata: MetadataRules::at(version),
            topology_annotations_match: TOPOLOGY_ANNOTATIONS_MATCH.at(version),
            external_name_traffic: EXTERNAL_NAME_TRAFFIC.at(version),
            dry_run: DRY_RUN.at(version),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(version: &str, gate: Option<bool>) -> ServiceApi {
        ServiceApi::at(version.parse().unwrap(), gate)
    }

    #[test]
    fn the_gate_counts_until_it_is_locked() {
        assert!(!at("1.20", None).dual_stack);
        assert!(at("1.20", Some(true)).dual_stack);
        assert!(at("1.21", None).dual_stack);
        assert!(!at("1.22", Some(false)).dual_stack);
        assert!(at("1.23", Some(false)).dual_stack);
    }

    #[test]
    fn gates_that_are_set_change_what_they_are_about() {
        let with = |version: &str, name: &str, on: bool| {
            ServiceApi::with_gates(
                version.parse().unwrap(),
                &GateSettings::from_iter([(name.to_owned(), on)]),
            )
        };
        assert!(!with("1.36", "StrictIPCIDRValidation", false).strict_addresses);
        assert!(with("1.35", "StrictIPCIDRValidation", true).strict_addresses);
        assert!(!with("1.32", "StrictIPCIDRValidation", true).strict_addresses);
        assert_eq!(
            with("1.31", "MultiCIDRServiceAllocator", true).allocator,
            AllocatorKind::ObjectsAndBitmap
        );
        assert_eq!(
            with("1.33", "DisableAllocatorDualWrite", true).allocator,
            AllocatorKind::Objects
        );
        assert!(
            with("1.34", "RelaxedServiceNameValidation", true)
                .metadata
                .relaxed_names
        );
        assert!(
            !with("1.36", "RelaxedServiceNameValidation", false)
                .metadata
                .relaxed_names
        );
        assert!(
            with("1.37", "RelaxedServiceNameValidation", false)
                .metadata
                .relaxed_names
        );
        assert!(
            !with("1.33", "RelaxedServiceNameValidation", true)
                .metadata
                .relaxed_names
        );
        assert!(with("1.24", "ServiceIPStaticSubrange", true).static_band);
        assert!(!with("1.28", "ServiceNodePortStaticSubrange", false).node_port_static_band);
        assert!(with("1.29", "ServiceNodePortStaticSubrange", false).node_port_static_band);
    }

    #[test]
    fn without_gates_it_is_the_version_as_it_comes() {
        for version in Version::all() {
            let (plain, with) = (
                ServiceApi::at(version, None),
                ServiceApi::with_gates(version, &GateSettings::default()),
            );
            assert_eq!(format!("{plain:?}"), format!("{with:?}"), "{version}");
        }
    }

    #[test]
    fn a_patch_release_that_took_a_fix_back_has_it() {
        assert!(!at("1.20.8", None).allocated_values_kept);
        assert!(at("1.20.11", None).allocated_values_kept);
        assert!(!at("1.21", None).allocated_values_kept);
        assert!(at("1.22", None).allocated_values_kept);
        assert!(!at("1.19.16", None).allocated_values_kept);
    }
}
