//! The fixed address properties of managed clusters, for every Kubernetes version. Each fact names the provider's
//! page or source file.

/// The number of pods that GKE allows on a node (Standard clusters; "Configure maximum Pods per node").
pub const GKE_PODS_PER_NODE: std::ops::RangeInclusive<u32> = 8..=256;
/// The prefix lengths of a Service range that Google names. /27 is the smallest range. The source for /16 as the
/// largest is about GKE on Azure only.
pub const GKE_SERVICE_PREFIXES: std::ops::RangeInclusive<u8> = 16..=27;
/// The prefix length of a node's IPv6 block on GKE (kubernetes/cloud-provider-gcp providers/gce/gce_instances.go).
pub const GKE_NODE_MASK_IPV6: u8 = 112;

/// Returns the prefix length of a node's IPv4 block on GKE: twice as many addresses as pods, between /28 and /23.
///
/// ```
/// use dualstack_kubernetes::catalog::clouds::gke_node_mask;
/// assert_eq!([8, 9, 16, 17, 110, 128, 129].map(gke_node_mask), [28, 27, 27, 26, 24, 24, 23]);
/// ```
pub const fn gke_node_mask(max_pods: u32) -> u8 {
    // 31 − ⌈log2(pods)⌉
    match max_pods {
        0..=8 => 28,
        9..=16 => 27,
        17..=32 => 26,
        33..=64 => 25,
        65..=128 => 24,
        _ => 23,
    }
}

/// The prefix length of a node's IPv4 block on AKS (azure-aks-docs azure-cni-overlay.md).
pub const AKS_NODE_MASK_IPV4: u8 = 24;
/// The prefix length of an IPv6 pod range on AKS, the only one in the documentation (azure-aks-docs
/// configure-dual-stack.md).
pub const AKS_POD_PREFIX_IPV6: u8 = 64;
/// The number of pods that AKS allows on a node (azure-aks-docs concepts-network-ip-address-planning.md).
pub const AKS_PODS_PER_NODE: std::ops::RangeInclusive<u32> = 10..=250;
/// The number of pods that the first pool needs room for (azure-aks-docs concepts-network-ip-address-planning.md).
pub const AKS_PODS_PER_POOL: u64 = 30;
/// The largest number of nodes of a cluster (azure-aks-docs azure-cni-overlay.md).
pub const AKS_NODES: u32 = 5000;
/// The largest number of nodes of one pool (Azure's container-service-limits; from general knowledge, not from the
/// list).
pub const AKS_NODES_PER_POOL: u32 = 1000;
/// The prefix length than which the IPv4 Service range has to be longer (azure-aks-docs azure-cni-overlay.md).
pub const AKS_SERVICE_PREFIX_IPV4: u8 = 12;
/// The shortest prefix length of the IPv6 Service range (azure-aks-docs configure-dual-stack.md).
pub const AKS_SERVICE_PREFIX_IPV6: u8 = 108;
/// The ranges that AKS reserves (azure-aks-docs configure-azure-cni.md).
pub const AKS_RESERVED: [&str; 4] = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"];

/// The prefix lengths that EKS accepts for the IPv4 Service range (API: KubernetesNetworkConfigRequest).
pub const EKS_SERVICE_PREFIXES: std::ops::RangeInclusive<u8> = 12..=24;
/// The prefix lengths of a VPC that eksctl creates (eksctl pkg/vpc/vpc.go).
pub const EKSCTL_VPC_PREFIXES: std::ops::RangeInclusive<u8> = 16..=24;
/// The VPC that eksctl creates by default (eksctl pkg/apis/eksctl.io/v1alpha5/vpc.go).
pub const EKSCTL_VPC: &str = "192.168.0.0/16";

/// The number of addresses of an IPv4 subnet that Google Cloud reserves: the first two and the last two.
pub const GCP_SUBNET_RESERVED: u32 = 4;
/// The number of addresses of an IPv4 subnet that AWS reserves: the first four and the last.
pub const AWS_SUBNET_RESERVED: u32 = 5;
/// The number of addresses of an IPv4 subnet that Azure reserves: the first four and the last.
pub const AZURE_SUBNET_RESERVED: u32 = 5;
