//! Differences between versions in kube-controller-manager's node IPAM controller: start-up checks, their texts,
//! default masks and the retry of nodes that got nothing (`cmd/kube-controller-manager/app/core.go`,
//! `pkg/controller/nodeipam`).

use super::{Confidence, Row, Timeline, Version, row, row_with};
use crate::net::IpFamily;

/// Prefix length of a node's block where nobody gives one: the default of kube-controller-manager from 1.17 on.
pub const fn default_node_mask(family: IpFamily) -> u8 {
    match family {
        IpFamily::IPv4 => 24,
        IpFamily::IPv6 => 64,
    }
}

/// The form of the error about an unreadable entry of `--cluster-cidr`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseErrorShape {
    /// `failed to parse cidr value:"x" with error:…`
    Value,
    /// `invalid CIDR[0]: <nil> (…)`
    Indexed,
}

/// The rule by which the node masks are chosen from the three mask flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaskPolicy {
    /// `--node-cidr-mask-size`, 24 by default, applies to both families; there are no other flags.
    OneForBoth,
    /// The gate `IPv6DualStack` decides which flags may be used, for any `--cluster-cidr`.
    ByGate,
    /// The number of pod CIDRs decides; a single-stack cluster accepts only `--node-cidr-mask-size`.
    ByClusterCidrs,
    /// The number of pod CIDRs decides; a single-stack cluster may also use the flag of its own family.
    FamilyFlagsEverywhere,
}

/// A feature gate that can be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SwitchableGate {
    /// The name of the gate.
    pub name: &'static str,
    /// Whether the gate is on by default.
    pub default_on: bool,
    /// The group that switches the gate too: `AllAlpha` or `AllBeta`.
    pub group: &'static str,
}

/// The retry of a failed node, and the form of the log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryStyle {
    /// Event handlers: a retry when the Node object changes, otherwise at the informer's resync (hours).
    OnNodeUpdate,
    /// A work queue: a retry after 5 ms, doubling up to 1000 s. The log line is the error.
    QueuePlainLog,
    /// A work queue with a structured log line.
    QueueStructuredLog,
}

const DUAL_STACK_GATE: Timeline<Option<SwitchableGate>> = Timeline::new(&[
    row(
        16,
        Some(gate("IPv6DualStack", false, "AllAlpha")),
        "pkg/features/kube_features.go v1.16",
    ),
    row(
        21,
        Some(gate("IPv6DualStack", true, "AllBeta")),
        "pkg/features/kube_features.go v1.21",
    ),
    row(23, None, "pkg/features/kube_features.go v1.23: locked to on"),
]);

const ENDPOINT_SLICE_GATE: Timeline<Option<SwitchableGate>> = Timeline::new(&[
    row(
        16,
        None,
        "not asked for by node IPAM before 1.20, cmd/kube-controller-manager/app/core.go v1.16",
    ),
    row(
        20,
        Some(gate("EndpointSlice", true, "AllBeta")),
        "pkg/features/kube_features.go v1.20",
    ),
    row(21, None, "pkg/features/kube_features.go v1.21: locked to on"),
]);

const MULTI_CIDR_ALLOCATOR_GATE: Timeline<Option<SwitchableGate>> = Timeline::new(&[
    row(16, None, "does not exist"),
    row(
        25,
        Some(gate("MultiCIDRRangeAllocator", false, "AllAlpha")),
        "pkg/features/kube_features.go v1.25",
    ),
    row(29, None, "pkg/features/kube_features.go v1.29: removed"),
]);

const DUAL_STACK_OFF: Timeline<Option<&str>> = Timeline::new(&[
    row(
        16,
        Some("len of ClusterCIDRs==%v and dualstack feature is not enabled"),
        "cmd/kube-controller-manager/app/core.go v1.16",
    ),
    row(
        20,
        Some("len of ClusterCIDRs==%v and dualstack or EndpointSlice feature is not enabled"),
        "cmd/kube-controller-manager/app/core.go v1.20, v1.21",
    ),
    row_with(
        22,
        Some("len of ClusterCIDRs==%v and dualstack or EndpointSlice feature is not enabled"),
        "cmd/kube-controller-manager/app/core.go v1.21, not read in v1.22",
        Confidence::Unverified,
    ),
    row(23, None, "cmd/kube-controller-manager/app/core.go v1.23.1"),
]);

const SECONDARY_SERVICE_RANGE_OFF: Timeline<Option<&str>> = Timeline::new(&[
    row(
        16,
        Some("secondary service cidr is provided and IPv6DualStack feature is not enabled"),
        "cmd/kube-controller-manager/app/core.go v1.16",
    ),
    row(23, None, "cmd/kube-controller-manager/app/core.go v1.23.1"),
]);

pub(super) const PARSE_ERROR: Timeline<ParseErrorShape> = Timeline::new(&[
    row(
        16,
        ParseErrorShape::Value,
        "k8s.io/utils net.ParseCIDRs as vendored by v1.20",
    ),
    row(
        27,
        ParseErrorShape::Indexed,
        "k8s.io/utils net.ParseCIDRs as vendored by v1.27; recorded from 1.27.7",
    ),
]);

pub(super) const NOT_DUAL_STACK: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "len of ClusterCIDRs==%v and they are not configured as dual stack (at least one from each IPFamily",
        "cmd/kube-controller-manager/app/core.go v1.16",
    ),
    row(
        20,
        "len of ClusterCIDRs==%v and they are not configured as dual stack (at least one from each IPFamily)",
        "cmd/kube-controller-manager/app/core.go v1.20",
    ),
    row(
        26,
        "len of ClusterCIDRs==%v and they are not configured as dual stack (at least one from each IPFamily",
        "cmd/kube-controller-manager/app/core.go v1.26, validateCIDRs; recorded from 1.27.7 and 1.36.2",
    ),
]);

pub(super) const TOO_MANY_CIDRS: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "len of clusters is:%v > more than max allowed of 2",
        "cmd/kube-controller-manager/app/core.go v1.16",
    ),
    row(
        26,
        "length of clusterCIDRs is:%v more than max allowed of 2",
        "cmd/kube-controller-manager/app/core.go v1.26, validateCIDRs",
    ),
]);

pub(super) const MASK_POLICY: Timeline<MaskPolicy> = Timeline::new(&[
    row(
        16,
        MaskPolicy::OneForBoth,
        "cmd/kube-controller-manager/app/options/nodeipamcontroller.go v1.16",
    ),
    row(
        17,
        MaskPolicy::ByGate,
        "kubernetes/kubernetes#79993, cmd/kube-controller-manager/app/core.go",
    ),
    row(
        20,
        MaskPolicy::ByClusterCidrs,
        "cmd/kube-controller-manager/app/core.go v1.20",
    ),
    row(
        23,
        MaskPolicy::FamilyFlagsEverywhere,
        "cmd/kube-controller-manager/app/core.go v1.23.1",
    ),
]);

const CLUSTER_MASK_TOO_LONG: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than --node-cidr-mask-size",
        "pkg/controller/nodeipam/node_ipam_controller.go v1.16",
    ),
    row(
        17,
        "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than or equal to \
         --node-cidr-mask-size configured for CIDR family",
        "pkg/controller/nodeipam/node_ipam_controller.go v1.20; recorded from 1.27.7 and 1.36.2",
    ),
]);

/// The text about `CloudAllocator` without an in-tree cloud provider. `None`: a nil dereference without a text.
const CLOUD_ALLOCATOR_REFUSED: Timeline<Option<&str>> = Timeline::new(&[
    row_with(
        16,
        None,
        "pkg/controller/nodeipam/ipam/cloud_cidr_allocator.go",
        Confidence::Unverified,
    ),
    row(
        27,
        Some("--cidr-allocator-type is set to 'CloudAllocator' but cloud provider is not configured"),
        "cmd/kube-controller-manager/app/core.go v1.27",
    ),
]);

pub(super) const IN_TREE_CLOUDS: Timeline<bool> = Timeline::new(&[
    row(
        16,
        true,
        "cmd/kube-controller-manager/app/cloudproviders.go v1.16",
    ),
    row_with(
        31,
        false,
        "in-tree providers removed, CHANGELOG-1.31",
        Confidence::Changelog,
    ),
]);

/// The gate with which a cloud of their own is refused although the binary has it.
const CLOUDS_OFF_GATE: Timeline<Option<SwitchableGate>> = Timeline::new(&[
    row(16, None, "does not exist"),
    row(
        22,
        Some(gate("DisableCloudProviders", false, "AllAlpha")),
        "pkg/features/kube_features.go v1.22, cmd/kube-controller-manager/app/cloudproviders.go v1.23",
    ),
    row(
        29,
        Some(gate("DisableCloudProviders", true, "AllBeta")),
        "pkg/features/kube_features.go v1.29",
    ),
    row(31, None, "pkg/features/kube_features.go v1.31: locked to on"),
]);

const SERVICE_PARSE_WARNING: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "Unsuccessful parsing of service CIDR %v: %v",
        "cmd/kube-controller-manager/app/core.go v1.16",
    ),
    row(
        27,
        "Warning: unsuccessful parsing of service CIDR",
        "cmd/kube-controller-manager/app/core.go v1.27, structured: the CIDR and the error are keys",
    ),
]);

const RETRY_STYLE: Timeline<RetryStyle> = Timeline::new(&[
    row(
        16,
        RetryStyle::OnNodeUpdate,
        "pkg/controller/nodeipam/ipam/range_allocator.go; recorded from 1.27.7",
    ),
    row_with(
        30,
        RetryStyle::QueuePlainLog,
        "kubernetes/kubernetes#123238",
        Confidence::Changelog,
    ),
    row_with(
        32,
        RetryStyle::QueueStructuredLog,
        "contextual error handling",
        Confidence::Unverified,
    ),
    row(36, RetryStyle::QueueStructuredLog, "recorded from 1.36.2"),
]);

/// The largest difference of masks in bits that kubeadm accepts, for both families; `None` if it does not check.
pub(super) const KUBEADM_MAX_DIFFERENCE: Timeline<Option<u8>> = Timeline::new(&[
    row(
        16,
        None,
        "cmd/kubeadm/app/apis/kubeadm/validation/validation.go v1.16",
    ),
    row(
        20,
        Some(16),
        "cmd/kubeadm/app/apis/kubeadm/validation/validation.go v1.20",
    ),
]);

/// The confidence in this whole file for a version.
const SOURCE_READ: Timeline<bool> = Timeline::new(&[
    row(16, true, "cmd/kube-controller-manager/app/core.go"),
    row_with(
        37,
        true,
        "no release note; source not read",
        Confidence::Unverified,
    ),
]);

const fn gate(name: &'static str, default_on: bool, group: &'static str) -> SwitchableGate {
    SwitchableGate {
        name,
        default_on,
        group,
    }
}

/// A value and the confidence in it for the version it was resolved for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// The confidence in the value.
    pub confidence: Confidence,
}

/// The rules of the node IPAM controller for one version.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeIpamRules {
    /// The gate that dual-stack needs, if it can be switched.
    pub dual_stack_gate: Option<SwitchableGate>,
    /// The second gate that dual-stack needs.
    pub endpoint_slice_gate: Option<SwitchableGate>,
    /// The gate of the ClusterCIDR allocator, if it exists.
    pub multi_cidr_allocator_gate: Option<SwitchableGate>,
    /// The text about two pod CIDRs with a gate off.
    pub dual_stack_off: Sourced<Option<&'static str>>,
    /// The text about two Service CIDRs with the gate off.
    pub secondary_service_range_off: Sourced<Option<&'static str>>,
    /// The form of the error about an unreadable pod CIDR.
    pub parse_error: Sourced<ParseErrorShape>,
    /// The text about several pod CIDRs of one family.
    pub not_dual_stack: Sourced<&'static str>,
    /// The text about more than two pod CIDRs.
    pub too_many_cidrs: Sourced<&'static str>,
    /// The rule by which the masks are chosen.
    pub mask_policy: Sourced<MaskPolicy>,
    /// The text about a pod CIDR that is smaller than a node's block.
    pub cluster_mask_too_long: Sourced<&'static str>,
    /// The text about `CloudAllocator` without a cloud provider.
    pub cloud_allocator_refused: Sourced<Option<&'static str>>,
    /// The gate that refuses the in-tree cloud providers of the binary. `None`: there is none.
    pub clouds_off_gate: Option<SwitchableGate>,
    /// Whether the binary has in-tree cloud providers.
    pub in_tree_clouds: bool,
    /// The warning about an unreadable Service CIDR.
    pub service_parse_warning: &'static str,
    /// The retry of a failed node.
    pub retry: RetryStyle,
    /// The largest difference of masks in bits that kubeadm accepts, for both families; `None` if it does not check.
    pub kubeadm_max_mask_difference: Option<u8>,
    /// The confidence in these rules for the version.
    pub confidence: Confidence,
}

impl NodeIpamRules {
    /// Returns the first version with a node mask for each family. `None` if there is none.
    pub fn first_with_family_masks() -> Option<Version> {
        Version::all().find(|version| !NodeIpamRules::at(*version).one_mask_for_both())
    }

    /// Returns whether `--node-cidr-mask-size` is the mask of both families and the only mask flag.
    pub fn one_mask_for_both(&self) -> bool {
        self.mask_policy.value == MaskPolicy::OneForBoth
    }

    /// Returns the rules of a version.
    pub fn at(version: Version) -> NodeIpamRules {
        let overall = SOURCE_READ.row_at(version).confidence;
        NodeIpamRules {
            dual_stack_gate: DUAL_STACK_GATE.at(version),
            endpoint_slice_gate: ENDPOINT_SLICE_GATE.at(version),
            multi_cidr_allocator_gate: MULTI_CIDR_ALLOCATOR_GATE.at(version),
            dual_stack_off: sourced(DUAL_STACK_OFF.row_at(version), overall),
            secondary_service_range_off: sourced(SECONDARY_SERVICE_RANGE_OFF.row_at(version), overall),
            parse_error: sourced(PARSE_ERROR.row_at(version), overall),
            not_dual_stack: sourced(NOT_DUAL_STACK.row_at(version), overall),
            too_many_cidrs: sourced(TOO_MANY_CIDRS.row_at(version), overall),
            mask_policy: sourced(MASK_POLICY.row_at(version), overall),
            cluster_mask_too_long: sourced(CLUSTER_MASK_TOO_LONG.row_at(version), overall),
            cloud_allocator_refused: sourced(CLOUD_ALLOCATOR_REFUSED.row_at(version), overall),
            clouds_off_gate: CLOUDS_OFF_GATE.at(version),
            in_tree_clouds: IN_TREE_CLOUDS.at(version),
            service_parse_warning: SERVICE_PARSE_WARNING.at(version),
            retry: RETRY_STYLE.at(version),
            kubeadm_max_mask_difference: KUBEADM_MAX_DIFFERENCE.at(version),
            confidence: overall,
        }
    }
}

fn sourced<T: Copy>(row: &Row<T>, overall: Confidence) -> Sourced<T> {
    Sourced {
        value: row.value,
        confidence: row.confidence.min(overall),
    }
}
