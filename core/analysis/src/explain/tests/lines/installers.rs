//! kOps, k0s, eksctl and RKE2, when they refuse what they are given.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": Network is not an IPv6 CIDR",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": IPv6 CIDR subnet is not parsable",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": Cluster does not have nonMasqueradeCIDR set",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": Cluster did not have podCIDR set",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": Cluster did not have serviceClusterIPRange set",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": NonMasqueradeCIDR not set; can't auto-assign dependent subnets",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": error parsing NonMasqueradeCIDR \"fd00:10::/64\"",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": could not find any non-overlapping CIDRs in parent NetworkCIDR",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": CIDRs remaining for automatic CIDR allocation to subnet",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": privateIPv4Address is not part of the subnet CIDR",
        &["START002"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Invalid value: \"x\": cannot route IPv4 to an EgressOnlyInternetGateway",
        &["START002"],
    ),
    (
        "Error: spec.kubeAPIServer: Invalid value: \"10.96.0.0/12\": kubeAPIServer serviceClusterIPRange did not match cluster serviceClusterIPRange",
        &["ORD004"],
    ),
    (
        "W1122 09:12:01.118230    1234 executor.go:139] error running task \"VPCAmazonIPv6CIDRBlock/AmazonIPv6\" (9m59s remaining to succeed): IPv6 CIDR block provided by Amazon not found",
        &["NODE006"],
    ),
    (
        "Error: spec: network: controlPlaneLoadBalancing: keepalived: VirtualIPs must be a CIDR. Got: 192.168.7.9",
        &["START002"],
    ),
    (
        "Error: couldn't create cluster provider from options: Ipv6Cidr and Ipv6Pool must both be configured to use a custom IPv6 CIDR and address pool",
        &["START002"],
    ),
    (
        "Error: couldn't create cluster provider from options: cannot provide VPC.IPv6Cidr when using a pre-existing VPC.ID",
        &["START002"],
    ),
    (
        "Error: couldn't create cluster provider from options: invalid value \"6\" for ipFamily; allowed are",
        &["START002"],
    ),
    (
        "Error: couldn't create cluster provider from options: CIDR block size must be between a /16 netmask and /28 netmask",
        &["START002"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"the passed CIDRs are routed in different interfaces [10.42.0.0/16 fd42::/56]\"",
        &["NODE006"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"no interface routes cidrs: [10.42.0.0/16 fd42::/56]\"",
        &["NODE006"],
    ),
];
