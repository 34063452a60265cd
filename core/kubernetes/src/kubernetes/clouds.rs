//! Abilities of managed clusters that depend on the Kubernetes version.

use super::{Timeline, row};

/// Whether Azure CNI Powered by Cilium runs with both families.
pub static AKS_CILIUM_DUAL_STACK: Timeline<bool> = Timeline::new(&[
    row(16, false, "azure-aks-docs azure-cni-powered-by-cilium.md"),
    row(
        29,
        true,
        "azure-aks-docs azure-cni-powered-by-cilium.md: Kubernetes version 1.29 or later",
    ),
]);

/// Whether GKE creates IPv6-only clusters, from the patch level 1.37.1-gke.3020000 on.
pub static GKE_IPV6_ONLY: Timeline<bool> = Timeline::new(&[
    row(
        16,
        false,
        "docs.cloud.google.com kubernetes-engine/docs/how-to/single-stack-ipv6",
    ),
    row(
        37,
        true,
        "docs.cloud.google.com kubernetes-engine/docs/how-to/single-stack-ipv6",
    ),
]);
