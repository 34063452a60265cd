//! Load balancers on bare metal: MetalLB, kube-vip and its cloud provider.
//!
//! From `internal/{allocator,config,bgp,layer2}` and `controller` of MetalLB (0.9 to 0.15), `pkg/{vip,cluster,services,
//! networkinterface}` of kube-vip, and `pkg/{ipam,provider}` of kube-vip-cloud-provider.

use super::super::guard::Guard;
use super::{Text, text};

const METALLB: &str = "MetalLB";
const KUBE_VIP: &str = "kube-vip";

pub(super) const TEXTS: &[Text] = &[
    text(
        METALLB,
        &["LB001", "LB002"],
        &[
            "Failed to allocate IP for %q{service}: no available IPs",
            "unknown pool %q{pool}",
        ],
    )
    .only(Guard::Says(&["allocat", "metallb", "pool"])),
    text(
        METALLB,
        &["LB002", "LB001"],
        &[
            "no available IPs in pool %s{pool} for %s{family} IPFamily",
            "no available IPs in pool",
            "no suitable pool for %s{family} IPFamily",
        ],
    ),
    text(
        METALLB,
        &["LB002", "LB001"],
        &["pool %s{pool} not compatible for ip assignment"],
    ),
    text(
        METALLB,
        &["LB003"],
        &[
            "does not match the ipFamily of the service",
            "is not compatible with requested address pool %s{pool}",
            "IP for wrong family assigned",
        ],
    ),
    text(
        METALLB,
        &["ADDR026", "LB002"],
        &["overlaps with already defined CIDR %q{range}"],
    ),
    text(
        KUBE_VIP,
        &["LB001", "LB002"],
        &[
            "no address pools could be found",
            "no addresses available in [%s{pool}] range [%s{range}]",
            "no addresses available in",
        ],
    )
    .only(Guard::Says(&["kube-vip", "kubevip", "pool", "range ["])),
    text(
        KUBE_VIP,
        &["LB002", "LB001"],
        &[
            "could not find suitable pool for the IP family of the service",
            "service requires dual-stack, but the configuration does not have both IPv4 and IPv6 pools listed for the namespace",
            "could not allocate required IP addresses for RequireDualStack service",
            "PreferDualStack service will be single-stack because of error",
            "could not allocate any IP address for PreferDualStack service",
        ],
    ),
    text(
        KUBE_VIP,
        &["NODE006", "NODE009"],
        &[
            "failed to find IPv%d{family} address on the interface %q{interface}",
            "failed to get non link-local IPv%d{family} address",
        ],
    ),
    text(KUBE_VIP, &["ORD010"], &["no matching ] found for IPv6 BGP Peer"]),
    text(
        METALLB,
        &["SVC004", "SVC005"],
        &[
            "Service requires dual stack but not enough clusterips",
            "requires dual stack but clusterips are not dual stack",
        ],
    ),
    text(
        METALLB,
        &["LB003", "LB002"],
        &["Failed to retrieve LBIPs IPFamily for %q{addresses}"],
    ),
    text(
        METALLB,
        &["LB003"],
        &["IPFamilyForAddresses: same address family %q{addresses}"],
    ),
    text(
        METALLB,
        &["SVC009"],
        &[
            "Failed to retrieve ClusterIPs IPFamily for %q{addresses}",
            "invalid ClusterIPs [%s{first}] [%s{second}], can't determine family",
        ],
    ),
    text(
        METALLB,
        &["LB002", "LB017"],
        &[
            "has ipv6 CIDR %s{range}, native bgp mode does not support ipv6",
            "has dualstackaddressfamily flag set on native bgp mode",
        ],
    ),
    text(
        METALLB,
        &["START002"],
        &[
            "invalid CIDR %q{range} in pool %q{pool}",
            "invalid IP range %q{range}",
            "invalid aggregation length %q{length} for IPv6",
            "invalid aggregation length %q{length} for IPv4",
        ],
    ),
];
