//! Load balancers and clouds: MetalLB, kube-vip, and the controllers and APIs of AWS, Google, Azure.

use super::super::guard::Guard;
use super::{Text, text};

pub(super) const TEXTS: &[Text] = &[
    text(
        "MetalLB",
        &["LB001", "LB002"],
        &[
            "Failed to allocate IP for %q{service}: no available IPs",
            "unknown pool %q{pool}",
        ],
    )
    .only(Guard::Says(&["allocat", "metallb", "pool"])),
    text(
        "MetalLB",
        &["LB003"],
        &["does not match the ipFamily of the service"],
    ),
    text(
        "MetalLB",
        &["ADDR026", "LB002"],
        &["overlaps with already defined CIDR %q{range}"],
    ),
    text(
        "kube-vip",
        &["LB001", "LB002"],
        &[
            "no address pools could be found",
            "no addresses available in [%s{pool}] range [%s{range}]",
            "no addresses available in",
        ],
    )
    .only(Guard::Says(&["kube-vip", "kubevip", "pool", "range ["])),
    text(
        "AWS",
        &["LB004"],
        &[
            "You must specify subnets with an associated IPv6 CIDR block",
            "unsupported IPv6 configuration",
            "that has an 'ipv4' IP address type",
        ],
    ),
    text("AWS", &["LB006"], &["because of missing primary IPv6 addresses"]),
    text("Google Cloud", &["CAP003", "ADDR020"], &["IP_SPACE_EXHAUSTED"]),
    text(
        "Google Cloud",
        &["ADDR020"],
        &["Invalid IPCidrRange: %s{range} conflicts with existing subnetwork"],
    ),
    text("Azure", &["CAP018"], &["InsufficientSubnetSize", "SubnetIsFull"]),
    text("Azure", &["ADDR003"], &["ServiceCidrOverlapExistingSubnetsCidr"]),
];
