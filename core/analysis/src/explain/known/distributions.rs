//! K3s, RKE2, k0s, Talos, kOps, kind, eksctl and what they print before a component starts.
//!
//! From `pkg/{cli,agent,util,daemons}` of K3s (1.21 to 1.33), `pkg/apis/k0s` and `pkg/component` of k0s,
//! `pkg/machinery/config` and `internal/app/machined` of Talos, `pkg/apis/kops/validation` of kOps, and `pkg/apis/eksctl.io` of
//! eksctl.

use super::super::guard::Guard;
use super::{Text, text};

const K3S: &str = "K3s, RKE2";
const K0S: &str = "k0s";
const TALOS: &str = "Talos";
const KOPS: &str = "kOps";
const KIND: &str = "kind";
const EKSCTL: &str = "eksctl";

/// Words of records of K3s and RKE2.
const K3S_SAYS: Guard = Guard::Says(&["k3s", "rke2", "cluster-cidr", "service-cidr"]);

pub(super) const TEXTS: &[Text] = &[
    text(
        K3S,
        &["NODE002"],
        &[
            "must share the same IP version (IPv4, IPv6 or dual-stack)",
            "must share the same IP version",
        ],
    )
    .only(Guard::Says(&["cluster-cidr", "node-ip", "service-cidr"])),
    text(
        K3S,
        &["WIN001", "WIN002"],
        &["dual-stack or IPv6 are not supported on Windows node"],
    ),
    text(
        K3S,
        &["START001", "ADDR009"],
        &[
            "failed to validate cluster-cidr",
            "failed to validate service-cidr",
            "failed to validate cluster-dns",
            "failed to validate node-ip",
            "invalid cluster-cidr %s{range}",
            "invalid service-cidr %s{range}",
            "invalid cluster-dns %s{address}",
            "invalid node-ip %s{address}",
        ],
    ),
    text(K3S, &["DNS002"], &["invalid cluster-dns address %s{address}"]),
    text(
        K3S,
        &["NODE003"],
        &["invalid node-ip: invalid ip format '%s{address}'"],
    ),
    text(
        K3S,
        &["CAP012"],
        &["cannot configure default cluster-dns address"],
    ),
    text(
        K3S,
        &["ORD004"],
        &[
            "critical configuration value mismatch between servers",
            "critical configuration mismatched: %s{field}",
        ],
    ),
    text(
        K3S,
        &["CNI013"],
        &[
            "are not compatible with dual-stack operation",
            "is not compatible with dual-stack operation",
        ],
    ),
    text(K3S, &["LB017"], &["is not compatible with IPv6 only operation"]),
    text(
        K3S,
        &["START002", "DNS001"],
        &["dual-stack cluster-dns is not supported"],
    ),
    text(
        K3S,
        &["LB017", "CNI013"],
        &["no IPv4 CIDRs found", "no IPv6 CIDRs found"],
    )
    .only(K3S_SAYS),
    text(
        K3S,
        &["ADDR008", "ADDR009"],
        &[
            "Failed checking netMode",
            "error checking netMode",
            "failed to check netMode for flannel",
        ],
    ),
    text(
        K3S,
        &["CAP003", "CAP002"],
        &["failed to wait for PodCIDR assignment"],
    ),
    text(
        K3S,
        &["NODE006", "NODE009"],
        &[
            "does not have a correct global unicast ip",
            "tailscale does not provide an ipv6 address",
            "tailscale does not provide an ipv4 address",
        ],
    ),
    // k0s.
    text(
        K0S,
        &["START002"],
        &[
            "dual-stack for calico is only supported for mode `bird`",
            "network dual stack is supported only for calico mode `bird`",
        ],
    ),
    text(
        K0S,
        &["ORD007"],
        &[
            "if DualStack is enabled, podCIDR must be IPv4",
            "if DualStack is enabled, serviceCIDR must be IPv4",
        ],
    ),
    text(K0S, &["ADDR008"], &["must be an IPv6 CIDR, not IPv4"]),
    text(
        K0S,
        &["START002", "LB017"],
        &[
            "podCIDR and serviceCIDR must be both IPv4 or IPv6",
            "feature gate IPv6SingleStack must be explicitly enabled to use IPv6 single stack",
        ],
    ),
    text(
        K0S,
        &["CAP009", "CAP012"],
        &["IPv6 service CIDR prefix must be <= 108"],
    ),
    text(
        K0S,
        &["CAP012"],
        &[
            "failed to calculate DNS address: CIDR too narrow: %s{range}",
            "failed to calculate a valid DNS address: %s{range}",
        ],
    ),
    text(
        K0S,
        &["START001"],
        &[
            "network: podCIDR: Invalid value",
            "network: serviceCIDR: Invalid value",
            "spec: network: ",
            "can't parse service CIDR to build internal API address",
            "invalid pod IPv6 CIDR %s{range}",
            "invalid service IPv6 CIDR %s{range}",
            "invalid pod CIDR %s{range}",
            "invalid service CIDR %s{range}",
        ],
    ),
    text(
        K0S,
        &["NODE001", "NODE006"],
        &["node name IP address lookup didn't return addresses for both families"],
    ),
    // Talos.
    text(
        TALOS,
        &["NODE010", "ADDR002"],
        &[
            "no suitable node IP found, please make sure .machine.kubelet.nodeIP filters and pod/service subnets are set up correctly",
        ],
    ),
    text(
        TALOS,
        &["NODE001"],
        &["node IP skipped, please use .machine.kubelet.nodeIP to provide explicit subnet for the node IP"],
    ),
    text(TALOS, &["NODE003"], &["nodeIP subnet is not valid: %q{range}"]),
    text(
        TALOS,
        &["ADDR008"],
        &["at most one IPv4 and one IPv6 subnet can be specified for dual-stack clusters"],
    ),
    text(
        TALOS,
        &["ADDR009"],
        &["at most two subnets can be specified for dual-stack clusters"],
    ),
    text(
        TALOS,
        &["START002"],
        &["the number of pod subnets must match the number of service subnets"],
    ),
    text(
        TALOS,
        &["CAP005"],
        &["invalid subnet: %s{range} is smaller than the per-node pod CIDR mask size /%d{mask}"],
    ),
    text(
        TALOS,
        &["CAP001"],
        &["invalid subnet: %s{range} is too large for the per-node pod CIDR mask size /%d{mask}"],
    ),
    text(
        TALOS,
        &["CAP009"],
        &["invalid subnet: %s{range} is too large, it must be at least /%d{limit}"],
    ),
    text(
        TALOS,
        &["CAP012"],
        &["invalid subnet: /%d{length} is too small, it must be larger than /%d{limit}"],
    ),
    text(
        TALOS,
        &["START001"],
        &[
            "nodeCIDRMaskSizeIPv4 must be between 1 and 32",
            "nodeCIDRMaskSizeIPv6 must be between 1 and 128",
            "error parsing podCIDR",
            "error parsing serviceCIDR",
            "failed to process Service CIDRs",
        ],
    ),
    text(
        TALOS,
        &["START001"],
        &["invalid subnet: %s{range} is not a valid CIDR"],
    )
    .only(Guard::Says(&["talos", "machine config", "subnets"])),
    // kOps.
    text(
        KOPS,
        &["START002", "LB017"],
        &[
            "Kubenet does not support IPv6",
            "Kopeio does not support IPv6",
            "kube-router does not support IPv6",
            "amazon-vpc-routed-eni networking does not support IPv6",
            "Flannel does not support IPv6",
            "Cilium ENI IPAM does not support IPv6",
            "GCP networking does not support IPv6",
            "IPv6 requires an encapsulationMode of \"none\"",
            "encapsulationMode \"none\" is only supported for IPv6 clusters",
            "awsSrcDstCheck may only be \"DoNothing\" for IPv6 clusters",
            "encryption is not supported on IPv6 clusters",
            "WireGuard is not supported on IPv6 clusters",
            "IP-based node names are not supported on IPv6-only clusters",
            "IPv6 clusters must have a nonMasqueradeCIDR of \"::/0\"",
            "must be a subnet of nonMasqueradeCIDR %q{range}",
        ],
    ),
    text(
        KOPS,
        &["LB017"],
        &[
            "IPv6 support is available only on AWS",
            "ipv6CIDR can only be specified for AWS",
            "subnet type DualStack may only be used in IPv6 clusters",
            "IPv6-only subnets require Kubernetes 1.22+",
        ],
    ),
    text(
        KOPS,
        &["ADDR002"],
        &["cidr %q{network} must not overlap podCIDR %q{range}"],
    ),
    text(
        KOPS,
        &["ADDR003"],
        &[
            "cidr %q{network} must not overlap serviceClusterIPRange %q{range}",
            "ipv6CIDR %q{network} must not overlap serviceClusterIPRange %q{range}",
        ],
    ),
    text(
        KOPS,
        &["ADDR001"],
        &["serviceClusterIPRange %q{range} must not overlap podCIDR %q{network}"],
    ),
    text(
        KOPS,
        &["ADDR002", "ADDR003"],
        &["nonMasqueradeCIDR %q{range} cannot overlap with "],
    ),
    text(KOPS, &["DNS002"], &["must contain the DNS Server IP %q{address}"]),
    text(
        KOPS,
        &["START001"],
        &[
            "cluster had an invalid kubeControllerManager.clusterCIDR",
            "cluster had an invalid serviceClusterIPRange",
            "Cluster had an invalid nonMasqueradeCIDR",
        ],
    ),
    text(
        KOPS,
        &["NODE009", "NODE006"],
        &["no ipv6 address found on interface %q{interface}"],
    ),
    // kind.
    text(
        KIND,
        &["NODE009"],
        &[
            "is docker configured to use IPv6 correctly?",
            "configured to use IPv6 correctly?",
            "could not find an available, non-overlapping IPv6 address pool",
            "could not find an available, non-overlapping IPv4 address pool",
            "exhausted attempts trying to find a non-overlapping subnet",
            "invalid pool request: Pool overlaps with other one on this address space",
        ],
    ),
    text(
        KIND,
        &["START002"],
        &[
            "expected IPv4 CIDR for IPv4 family",
            "expected IPv6 CIDR for IPv6 family",
            "unknown cluster IP family: %s{family}",
        ],
    ),
    text(
        KIND,
        &["START001"],
        &["invalid pod subnet %s{range}", "invalid service subnet %s{range}"],
    )
    .only(Guard::Says(&["subnet"])),
    // eksctl.
    text(
        EKSCTL,
        &["START002"],
        &[
            "IPv6 is not supported on Outposts",
            "localZones are not supported with IPv6",
            "auto allocate ipv6 is not supported with IPv6",
            "setting NAT is not supported with IPv6",
            "managed nodegroups cannot be created on IPv6 unowned clusters",
            "unmanaged nodegroups are not supported with IPv6 clusters",
            "needs to be enabled if IPv6 is set",
            "the default core addons must be defined for IPv6; missing addon(s)",
            "version must be at least version %s{version} for IPv6",
            "Ipv6Cidr and Ipv6CidrPool are only supported when IPFamily is set to IPv6",
            "cannot specify vpc.extraIPv6CIDRs with an IPv4 cluster",
            "remoteNetworkConfig is not supported on EKS cluster configured with IPv6 address family",
        ],
    ),
    text(
        EKSCTL,
        &["NODE006"],
        &["VPC %q{network} does not have any associated IPv6 CIDR blocks"],
    ),
    text(
        EKSCTL,
        &["ADDR019"],
        &[
            "service IPv4 CIDR is not supported with IPv6",
            "invalid IPv4 CIDR for kubernetesNetworkConfig.serviceIPv4CIDR",
        ],
    ),
    text(
        KOPS,
        &["START002"],
        &[
            "Network is not an IPv6 CIDR",
            "IPv6 CIDR subnet is not parsable",
            "Cluster does not have nonMasqueradeCIDR set",
            "Cluster did not have podCIDR set",
            "Cluster did not have serviceClusterIPRange set",
            "NonMasqueradeCIDR not set; can't auto-assign dependent subnets",
            "error parsing NonMasqueradeCIDR %q{range}",
            "could not find any non-overlapping CIDRs in parent NetworkCIDR",
            "CIDRs remaining for automatic CIDR allocation to subnet",
            "privateIPv4Address is not part of the subnet CIDR",
            "cannot route IPv4 to an EgressOnlyInternetGateway",
        ],
    ),
    text(
        KOPS,
        &["ORD004"],
        &["kubeAPIServer serviceClusterIPRange did not match cluster serviceClusterIPRange"],
    ),
    text(
        KOPS,
        &["NODE006"],
        &["IPv6 CIDR block provided by Amazon not found"],
    ),
    text(K0S, &["START002"], &["VirtualIPs must be a CIDR. Got:"]),
    text(
        EKSCTL,
        &["START002"],
        &[
            "Ipv6Cidr and Ipv6Pool must both be configured to use a custom IPv6 CIDR and address pool",
            "cannot provide VPC.IPv6Cidr when using a pre-existing VPC.ID",
            "invalid value %q{family} for ipFamily; allowed are",
            "CIDR block size must be between a /16 netmask and /28 netmask",
        ],
    ),
    text(
        K3S,
        &["NODE006"],
        &[
            "the passed CIDRs are routed in different interfaces",
            "no interface routes cidrs:",
        ],
    ),
];
