//! What changes in Kubespray with the Kubernetes versions that its releases install (spec/distros.md §10).

use super::{Confidence, Timeline, Version, row, row_with};

/// How an inventory says which families a cluster has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KubesprayStacks {
    /// Not at all: IPv4.
    IPv4Only,
    /// `enable_dual_stack_networks`, which adds IPv6 to IPv4.
    DualStackFlag,
    /// `ipv4_stack` and `ipv6_stack`.
    StackFlags,
}

// A release installs three minor versions: v2.14 1.16 to 1.18, v2.27 1.29 to 1.31, v2.28 1.30 to 1.32.
static STACKS: Timeline<KubesprayStacks> = Timeline::new(&[
    row(
        16,
        KubesprayStacks::IPv4Only,
        "kubespray docs/vars.md before v2.14",
    ),
    // kubeadm takes a second Service subnet from there on.
    row_with(
        18,
        KubesprayStacks::DualStackFlag,
        "kubespray docs/vars.md v2.14, enable_dual_stack_networks",
        Confidence::Unverified,
    ),
    row(
        30,
        KubesprayStacks::StackFlags,
        "kubespray docs/ansible/vars.md v2.28; kube_version_min_required v1.29 in v2.27",
    ),
]);

impl KubesprayStacks {
    /// The form for that version.
    pub fn at(version: Version) -> KubesprayStacks {
        STACKS.at(version)
    }
}
