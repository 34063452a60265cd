//! Differences between versions in installers and distributions: the clusters that they build at a Kubernetes
//! version, and the form of their files. Each row names the installer's own file.

use super::{Confidence, Timeline, Version, row, row_with};

static KIND_DUAL_STACK: Timeline<bool> = Timeline::new(&[
    row(16, false, "kind pkg/cluster/internal/kubeadm/config.go"),
    row(20, true, "kind pkg/cluster/internal/kubeadm/config.go"),
]);

/// The treatment of ranges of both families by K3s, and by RKE2, which runs its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RancherDualStack {
    /// The flags accept one range of each kind only.
    Absent,
    /// Accepted while neither the bundled plugin nor the network policy controller runs; otherwise refused with that
    /// text, if it is known.
    WithoutBundled(Option<&'static str>),
    /// Accepted with all bundled components.
    Full,
}

static K3S_DUAL_STACK: Timeline<RancherDualStack> = Timeline::new(&[
    row(
        16,
        RancherDualStack::Absent,
        "k3s-io/docs basic-network-options.md",
    ),
    row(
        21,
        RancherDualStack::WithoutBundled(Some(
            "flannel CNI and network policy enforcement are not compatible with dual-stack operation; server must be \
             restarted with --flannel-backend=none --disable-network-policy and an alternative CNI plugin deployed",
        )),
        "k3s-io/docs basic-network-options.md, k3s pkg/cli/server/server.go v1.21",
    ),
    row(
        22,
        RancherDualStack::WithoutBundled(None),
        "k3s-io/k3s#3158, k3s-io/docs basic-network-options.md (stable from 1.23.7)",
    ),
    row(23, RancherDualStack::Full, "k3s-io/docs basic-network-options.md"),
]);

static K3S_IPV6_ONLY: Timeline<bool> = Timeline::new(&[
    row(16, false, "k3s-io/docs basic-network-options.md"),
    row(22, true, "k3s-io/docs basic-network-options.md (1.22.9)"),
]);

static RKE2_DUAL_STACK: Timeline<bool> = Timeline::new(&[
    row(16, false, "rancher/rke2#870"),
    row_with(21, true, "rancher/rke2#870", Confidence::Unverified),
]);

static RKE2_FLANNEL: Timeline<bool> = Timeline::new(&[
    row(16, false, "rancher/rke2-docs basic_network_options.md"),
    row(26, true, "rancher/rke2-docs basic_network_options.md (1.26.14)"),
]);

static K0S_PRIMARY_FIELD: Timeline<bool> = Timeline::new(&[
    row(16, false, "k0s pkg/apis/k0s/v1beta1/network.go v1.33.1"),
    row(34, true, "k0s pkg/apis/k0s/v1beta1/network.go v1.34.1"),
]);

static K0S_IPV6_ONLY: Timeline<bool> = Timeline::new(&[
    row(16, false, "k0s pkg/apis/k0s/v1beta1/network.go v1.33.1"),
    row(34, true, "k0s docs/ipv6-single-stack.md, gate IPv6SingleStack"),
]);

static K0S_KUBE_ROUTER_DUAL_STACK: Timeline<bool> = Timeline::new(&[
    row(16, false, "k0s docs/dual-stack.md"),
    row(31, true, "k0s docs/dual-stack.md since 2ba6c65 (July 2024)"),
]);

static K0S_PODS_FOLLOW_PRIMARY: Timeline<bool> = Timeline::new(&[
    row(16, false, "k0s pkg/apis/k0s/v1beta1/network.go BuildPodCIDR"),
    row(36, true, "k0sproject/k0s#7927"),
]);

static K0S_IPV6_MASK: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "110",
        "k0s pkg/component/controller/controllermanager.go v1.33.1",
    ),
    row(
        34,
        "117",
        "k0s pkg/component/controller/controllermanager.go v1.34.1",
    ),
]);

static TALOS_PATCH: Timeline<bool> = Timeline::new(&[
    row(16, true, "talos pkg/machinery/compatibility/talos113 and older"),
    row(37, false, "talos pkg/machinery/compatibility/talos113"),
]);

static TALOS_DOCUMENTS: Timeline<bool> = Timeline::new(&[
    row(16, false, "talos pkg/machinery/compatibility/talos114"),
    row(32, true, "talos pkg/machinery/compatibility/talos114"),
]);

static OPENSHIFT_AWS_DUAL_STACK: Timeline<bool> = Timeline::new(&[
    row(
        16,
        false,
        "openshift/installer pkg/types/validation/installconfig.go, release 4.19",
    ),
    row(
        36,
        true,
        "openshift/installer#10207, #10241: platform.aws.ipFamily; a Technology Preview in 4.22 (1.35)",
    ),
]);

static KOPS_IPV6: Timeline<bool> = Timeline::new(&[
    row(16, false, "kops docs/networking/ipv6.md"),
    row(23, true, "kops docs/networking/ipv6.md"),
]);

static KOPS_FLANNEL: Timeline<bool> = Timeline::new(&[
    row(16, true, "kops pkg/apis/kops/validation/validation.go"),
    row(28, false, "kops pkg/apis/kops/validation/validation.go"),
]);

static KOPS_SERVICES_OUTSIDE: Timeline<bool> = Timeline::new(&[
    row(16, false, "kops pkg/apis/kops/validation/legacy.go"),
    row(
        31,
        true,
        "kops pkg/apis/kops/validation/validation.go, kubernetes/kops#16340",
    ),
]);

static KOPS_RECONCILES: Timeline<bool> = Timeline::new(&[
    row(16, false, "kops docs/operations/updates_and_upgrades.md"),
    row(31, true, "kops docs/operations/updates_and_upgrades.md"),
]);

/// The installers and distributions of the releases for one Kubernetes version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstallerProfile {
    /// Whether kind builds dual-stack clusters.
    pub kind_dual_stack: bool,
    /// The treatment of ranges of both families by K3s.
    pub k3s_dual_stack: RancherDualStack,
    /// Whether K3s and RKE2 build IPv6-only clusters.
    pub k3s_ipv6_only: bool,
    /// Whether RKE2 builds dual-stack clusters.
    pub rke2_dual_stack: bool,
    /// Whether RKE2 includes Flannel.
    pub rke2_flannel: bool,
    /// Whether k0s has `primaryAddressFamily`; without it the family of `spec.api.address` decides.
    pub k0s_primary_field: bool,
    /// Whether k0s builds IPv6-only clusters, behind a gate.
    pub k0s_ipv6_only: bool,
    /// Whether the kube-router that k0s includes is dual-stack.
    pub k0s_kube_router_dual_stack: bool,
    /// Whether k0s orders the pod ranges by the primary family; otherwise IPv6 is always first.
    pub k0s_pods_follow_primary: bool,
    /// The node mask that k0s gives IPv6 if none is set.
    pub k0s_ipv6_mask: &'static str,
    /// Whether a Talos that keeps networks in the machine configuration (1.13 or older) runs the version.
    pub talos_patch: bool,
    /// Whether a Talos that keeps networks in separate documents (1.14 or newer) runs the version.
    pub talos_documents: bool,
    /// Whether OpenShift builds dual-stack clusters on AWS without a feature set for previews.
    pub openshift_aws_dual_stack: bool,
    /// Whether kOps can put nodes into IPv6-only subnets.
    pub kops_ipv6: bool,
    /// Whether kOps still accepts Flannel.
    pub kops_flannel: bool,
    /// Whether kOps accepts a Service range outside `nonMasqueradeCIDR`.
    pub kops_services_outside: bool,
    /// Whether kOps has `reconcile cluster`, which upgrades instance groups in the order of the skew policy.
    pub kops_reconciles: bool,
}

impl InstallerProfile {
    pub(super) fn at(version: Version) -> InstallerProfile {
        InstallerProfile {
            kind_dual_stack: KIND_DUAL_STACK.at(version),
            k3s_dual_stack: K3S_DUAL_STACK.at(version),
            k3s_ipv6_only: K3S_IPV6_ONLY.at(version),
            rke2_dual_stack: RKE2_DUAL_STACK.at(version),
            rke2_flannel: RKE2_FLANNEL.at(version),
            k0s_primary_field: K0S_PRIMARY_FIELD.at(version),
            k0s_ipv6_only: K0S_IPV6_ONLY.at(version),
            k0s_kube_router_dual_stack: K0S_KUBE_ROUTER_DUAL_STACK.at(version),
            k0s_pods_follow_primary: K0S_PODS_FOLLOW_PRIMARY.at(version),
            k0s_ipv6_mask: K0S_IPV6_MASK.at(version),
            talos_patch: TALOS_PATCH.at(version),
            talos_documents: TALOS_DOCUMENTS.at(version),
            openshift_aws_dual_stack: OPENSHIFT_AWS_DUAL_STACK.at(version),
            kops_ipv6: KOPS_IPV6.at(version),
            kops_flannel: KOPS_FLANNEL.at(version),
            kops_services_outside: KOPS_SERVICES_OUTSIDE.at(version),
            kops_reconciles: KOPS_RECONCILES.at(version),
        }
    }
}

/// The way in which an inventory sets the families of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KubesprayStacks {
    /// It cannot: clusters are IPv4.
    IPv4Only,
    /// By `enable_dual_stack_networks`, which adds IPv6 to IPv4.
    DualStackFlag,
    /// By `ipv4_stack` and `ipv6_stack`.
    StackFlags,
}

// A release installs three minor versions: v2.14 1.16 to 1.18, v2.27 1.29 to 1.31, v2.28 1.30 to 1.32.
static STACKS: Timeline<KubesprayStacks> = Timeline::new(&[
    row(
        16,
        KubesprayStacks::IPv4Only,
        "kubespray docs/vars.md before v2.14",
    ),
    // kubeadm accepts a second Service subnet from that version on.
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
    /// Returns the form of an inventory for that version.
    pub fn at(version: Version) -> KubesprayStacks {
        STACKS.at(version)
    }
}
