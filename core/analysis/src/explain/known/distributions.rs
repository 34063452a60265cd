//! K3s, RKE2, k0s, Talos, kOps, kind and what they print before a component starts.

use super::super::guard::Guard;
use super::{Text, text};

pub(super) const TEXTS: &[Text] = &[
    text(
        "K3s, RKE2",
        &["NODE002"],
        &[
            "must share the same IP version (IPv4, IPv6 or dual-stack)",
            "must share the same IP version",
        ],
    )
    .only(Guard::Says(&["cluster-cidr", "node-ip", "service-cidr"])),
    text(
        "K3s, RKE2",
        &["WIN001", "WIN002"],
        &["dual-stack or IPv6 are not supported on Windows node"],
    ),
    text(
        "K3s, RKE2",
        &["START001", "ADDR009"],
        &[
            "failed to validate cluster-cidr",
            "failed to validate service-cidr",
            "failed to validate node-ip",
            "invalid cluster-cidr %s{range}",
            "invalid service-cidr %s{range}",
            "invalid cluster-dns %s{address}",
            "invalid node-ip %s{address}",
        ],
    ),
    text(
        "K3s, RKE2",
        &["ORD004"],
        &[
            "critical configuration value mismatch between servers",
            "critical configuration mismatched: %s{field}",
        ],
    ),
    text(
        "K3s, RKE2",
        &["CNI013"],
        &["are not compatible with dual-stack operation"],
    ),
    text(
        "k0s",
        &["CNI013", "VER005"],
        &["dual-stack for calico is only supported for mode `bird`"],
    ),
    text(
        "k0s",
        &["START001"],
        &[
            "network: podCIDR: Invalid value",
            "network: serviceCIDR: Invalid value",
            "spec: network: ",
        ],
    ),
    text(
        "kind",
        &["NODE009"],
        &[
            "is docker configured to use IPv6 correctly?",
            "could not find an available, non-overlapping IPv6 address pool",
            "could not find an available, non-overlapping IPv4 address pool",
            "invalid pool request: Pool overlaps with other one on this address space",
        ],
    ),
];
