//! Differences between versions in kubelet's `--node-ip` check (`cmd/kubelet/app/server.go`,
//! `staging/src/k8s.io/component-helpers/node/util/ips.go`).

use super::{Confidence, Timeline, Version, row, row_with};

/// The way in which `--node-ip` is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeIpRule {
    /// One address.
    Single,
    /// A pair, with one text per fault; entries that cannot be read are skipped.
    PairOwnTexts,
    /// A pair, with every fault in one wrapper.
    PairWrapped,
}

pub(super) static NODE_IP: Timeline<NodeIpRule> = Timeline::new(&[
    row(16, NodeIpRule::Single, "cmd/kubelet/app/options/options.go v1.16"),
    row(
        20,
        NodeIpRule::PairOwnTexts,
        "cmd/kubelet/app/server.go v1.20–v1.26",
    ),
    row(
        27,
        NodeIpRule::PairWrapped,
        "component-helpers/node/util/ips.go v1.27–v1.36, unchanged @master of July 2026",
    ),
]);

pub(super) static NODE_IP_PAIR_GATE: Timeline<Option<&str>> = Timeline::new(&[
    row(16, None, "no pair before 1.20"),
    row(20, Some("IPv6DualStack"), "cmd/kubelet/app/server.go v1.20"),
    row(23, None, "cmd/kubelet/app/server.go v1.23"),
]);

pub(super) static NODE_IP_EXTERNAL_GATE: Timeline<Option<&str>> = Timeline::new(&[
    row(16, None, "no pair with a cloud provider before 1.27"),
    row(27, Some("CloudDualStackNodeIPs"), "KEP-3705"),
    row(30, None, "KEP-3705: locked on"),
]);

pub(super) static EXTERNAL_PROVIDER_PAIR: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kubelet/app/server.go v1.26"),
    row(27, true, "component-helpers/node/util/ips.go v1.27"),
]);

pub(super) static GATE_ERROR_PREFIX: Timeline<&str> = Timeline::new(&[
    row_with(16, "", "cmd/kubelet/app/server.go", Confidence::Unverified),
    row_with(
        23,
        "failed to set feature gates from initial flags-based config: ",
        "cmd/kubelet/app/server.go",
        Confidence::Unverified,
    ),
]);

/// kubelet's `--node-ip` check in one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KubeletProfile {
    /// The way in which `--node-ip` is read.
    pub node_ip: NodeIpRule,
    /// The gate that a pair needs.
    pub node_ip_pair_gate: Option<&'static str>,
    /// Whether a pair can be used with `--cloud-provider=external`.
    pub external_provider_pair: bool,
    /// The gate that a pair with `--cloud-provider=external` needs.
    pub node_ip_external_gate: Option<&'static str>,
    /// The prefix of the error about a gate.
    pub gate_error_prefix: &'static str,
}

impl KubeletProfile {
    pub(super) fn at(version: Version) -> KubeletProfile {
        KubeletProfile {
            node_ip: NODE_IP.at(version),
            node_ip_pair_gate: NODE_IP_PAIR_GATE.at(version),
            external_provider_pair: EXTERNAL_PROVIDER_PAIR.at(version),
            node_ip_external_gate: NODE_IP_EXTERNAL_GATE.at(version),
            gate_error_prefix: GATE_ERROR_PREFIX.at(version),
        }
    }
}
