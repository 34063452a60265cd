//! Differences between versions in kube-proxy: modes, local-traffic detection, validation of its configuration
//! (`cmd/kube-proxy/app`, `pkg/proxy/apis/config/validation/validation.go`; for 1.37 the release notes).

use super::{Confidence, Timeline, Version, row, row_with};

/// The validation of the cluster CIDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterCidrRule {
    /// With the gate in kube-proxy's own `featureGates`, each entry alone; otherwise the whole text as one CIDR.
    EachEntry,
    /// One CIDR, or a pair with the gate.
    PairWithGate,
    /// One CIDR or a pair.
    Pair,
    /// A list, which is read only in the mode `ClusterCIDR`.
    DetectLocalList,
}

/// The validation of `nodePortAddresses`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodePortAddressRule {
    /// CIDRs; the first invalid one is reported with the whole list.
    WholeList,
    /// CIDRs; every invalid one is reported.
    EachEntry,
    /// CIDRs, each reported if invalid, or the keyword `primary` alone.
    PrimaryAlone,
    /// CIDRs and the keywords `primary`, `localhost`, `all` in any combination.
    Keywords,
}

/// The proxy modes in which dual-stack works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DualStackModes {
    /// `ipvs` only, with the gate.
    IpvsWithGate,
    /// `iptables` or `ipvs`, with the gate.
    BothWithGate,
    /// Every mode that the host supports.
    Any,
}

pub(super) static CLUSTER_CIDR: Timeline<ClusterCidrRule> = Timeline::new(&[
    row(
        16,
        ClusterCidrRule::EachEntry,
        "kubernetes/kubernetes#79033, pkg/proxy/apis/config/validation v1.16",
    ),
    row(
        18,
        ClusterCidrRule::PairWithGate,
        "kubernetes/kubernetes#87353, pkg/proxy/apis/config/validation v1.18",
    ),
    row(
        23,
        ClusterCidrRule::Pair,
        "pkg/proxy/apis/config/validation v1.23.1",
    ),
    row(
        31,
        ClusterCidrRule::DetectLocalList,
        "pkg/proxy/apis/config/validation v1.31, v1.36; recorded from 1.36.2",
    ),
]);

pub(super) static NODE_PORT_ADDRESSES: Timeline<NodePortAddressRule> = Timeline::new(&[
    row(
        16,
        NodePortAddressRule::WholeList,
        "pkg/proxy/apis/config/validation v1.16, v1.18",
    ),
    row_with(
        19,
        NodePortAddressRule::WholeList,
        "pkg/proxy/apis/config/validation v1.18",
        Confidence::Unverified,
    ),
    row(
        23,
        NodePortAddressRule::EachEntry,
        "pkg/proxy/apis/config/validation v1.23.1",
    ),
    row(
        31,
        NodePortAddressRule::PrimaryAlone,
        "pkg/proxy/apis/config/validation v1.31, v1.36; recorded from 1.36.2",
    ),
    row(
        37,
        NodePortAddressRule::Keywords,
        "kubernetes/kube-proxy config/v1alpha1/types.go @d37b2e7",
    ),
]);

/// The modes of Linux without a gate, sorted, and the separator between them in the error text.
pub(super) static MODES: Timeline<(&[&str], &str)> = Timeline::new(&[
    row(
        16,
        (&["iptables", "ipvs", "userspace"], ","),
        "pkg/proxy/apis/config/validation v1.16, v1.18",
    ),
    row(
        26,
        (&["iptables", "ipvs"], ","),
        "pkg/proxy/apis/config/validation v1.26",
    ),
    row(
        28,
        (&["iptables", "ipvs"], ", "),
        "pkg/proxy/apis/config/validation v1.28",
    ),
]);

pub(super) static DETECT_LOCAL_MODES: Timeline<&[&str]> = Timeline::new(&[
    row(16, &[], "no such setting before 1.18"),
    row(
        18,
        &["ClusterCIDR", "NodeCIDR"],
        "cmd/kube-proxy/app/server.go v1.18",
    ),
    row(
        24,
        &[
            "ClusterCIDR",
            "NodeCIDR",
            "BridgeInterface",
            "InterfaceNamePrefix",
        ],
        "cmd/kube-proxy/app/server.go v1.24, v1.36",
    ),
]);

pub(super) static DETECT_LOCAL_MODE_IS_VALIDATED: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kube-proxy/app/server.go v1.18–v1.24"),
    row_with(
        25,
        false,
        "cmd/kube-proxy/app/server.go v1.24",
        Confidence::Unverified,
    ),
    row(
        28,
        true,
        "pkg/proxy/apis/config/validation v1.28; recorded from 1.36.2",
    ),
]);

pub(super) static INTERFACE_FIELDS: Timeline<Option<&str>> = Timeline::new(&[
    row(16, None, "no such setting before 1.24"),
    row(24, Some(""), "pkg/proxy/apis/config/validation v1.24"),
    row_with(
        25,
        Some(""),
        "pkg/proxy/apis/config/validation v1.24",
        Confidence::Unverified,
    ),
    row(
        28,
        Some("DetectLocalConfiguration."),
        "pkg/proxy/apis/config/validation v1.28, v1.36",
    ),
]);

pub(super) static DUAL_STACK_MODES: Timeline<DualStackModes> = Timeline::new(&[
    row(
        16,
        DualStackModes::IpvsWithGate,
        "cmd/kube-proxy/app/server_others.go v1.16, v1.17",
    ),
    row(
        18,
        DualStackModes::BothWithGate,
        "cmd/kube-proxy/app/server_others.go v1.18, v1.20",
    ),
    row(
        21,
        DualStackModes::Any,
        "cmd/kube-proxy/app/server_others.go v1.21, v1.23.1",
    ),
]);

pub(super) static PREFERRED_MODE: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "ipvs",
        "cmd/kube-proxy/app/server_others.go v1.16: the only dual-stack mode",
    ),
    row(18, "iptables", "cmd/kube-proxy/app/server.go v1.18: the default"),
]);

pub(super) static UNSET_MODE_WARNS: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kube-proxy/app/server_linux.go"),
    row_with(
        37,
        true,
        "kubernetes/kubernetes#139957, KEP-5343",
        Confidence::Changelog,
    ),
]);

pub(super) static IPVS_IS_DEPRECATED: Timeline<bool> = Timeline::new(&[
    row(16, false, "KEP-5495"),
    row(35, true, "CHANGELOG-1.35 #134539"),
]);

/// What it writes to its log about settings that leave out a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfigLog {
    /// Nothing.
    None,
    /// A line about settings of the other family than the node's.
    OneLine,
    /// A line about `nodePortAddresses`, and one about the others.
    TwoLines,
}

pub(super) static CONFIG_LOG: Timeline<ConfigLog> = Timeline::new(&[
    row(16, ConfigLog::None, "cmd/kube-proxy/app/server.go v1.27"),
    row(
        28,
        ConfigLog::OneLine,
        "kubernetes/kubernetes#119003, cmd/kube-proxy/app/server.go v1.28–v1.30",
    ),
    row(
        31,
        ConfigLog::TwoLines,
        "cmd/kube-proxy/app/server.go v1.31–v1.36; recorded from 1.36.3",
    ),
]);

/// kube-proxy in one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KubeProxyProfile {
    /// The validation of the cluster CIDR.
    pub cluster_cidr: ClusterCidrRule,
    /// The validation of `nodePortAddresses`.
    pub node_port_addresses: NodePortAddressRule,
    /// The modes of Linux that need no gate, sorted.
    pub modes: &'static [&'static str],
    /// The separator between the modes in the error text.
    pub mode_separator: &'static str,
    /// The values of `detectLocalMode`; empty if the setting does not exist.
    pub detect_local_modes: &'static [&'static str],
    /// Whether an unknown `detectLocalMode` is a validation error; before, it was a start error.
    pub detect_local_mode_is_validated: bool,
    /// The place of the fields for interface names below `KubeProxyConfiguration`; `None` if they do not exist.
    pub interface_fields: Option<&'static str>,
    /// The modes in which dual-stack works.
    pub dual_stack_modes: DualStackModes,
    /// The mode to write if the plan names none.
    pub preferred_mode: &'static str,
    /// Whether leaving the mode unset prints a warning.
    pub unset_mode_warns: bool,
    /// Whether `ipvs` is deprecated.
    pub ipvs_is_deprecated: bool,
    /// What is written to the log about settings that leave out a family.
    pub config_log: ConfigLog,
}

impl KubeProxyProfile {
    pub(super) fn at(version: Version) -> KubeProxyProfile {
        let (modes, mode_separator) = MODES.at(version);
        KubeProxyProfile {
            cluster_cidr: CLUSTER_CIDR.at(version),
            node_port_addresses: NODE_PORT_ADDRESSES.at(version),
            modes,
            mode_separator,
            detect_local_modes: DETECT_LOCAL_MODES.at(version),
            detect_local_mode_is_validated: DETECT_LOCAL_MODE_IS_VALIDATED.at(version),
            interface_fields: INTERFACE_FIELDS.at(version),
            dual_stack_modes: DUAL_STACK_MODES.at(version),
            preferred_mode: PREFERRED_MODE.at(version),
            unset_mode_warns: UNSET_MODE_WARNS.at(version),
            ipvs_is_deprecated: IPVS_IS_DEPRECATED.at(version),
            config_log: CONFIG_LOG.at(version),
        }
    }
}

/// Returns the confidence in the check of that id at that version.
pub(super) fn confidence(id: &str, version: Version) -> Confidence {
    match id {
        "KP-1" | "KP-2" | "KP-3" | "KP-4" | "KP-5" | "KP-6a" | "KP-6b" => {
            CLUSTER_CIDR.row_at(version).confidence
        }
        "KP-10" | "KP-11" => NODE_PORT_ADDRESSES.row_at(version).confidence,
        "KP-13" => DETECT_LOCAL_MODE_IS_VALIDATED.row_at(version).confidence,
        "KP-16" | "KP-19" | "KP-21" => CONFIG_LOG.row_at(version).confidence,
        "KP-14" => INTERFACE_FIELDS.row_at(version).confidence,
        _ => Confidence::Verified,
    }
}
