//! OpenShift and MicroShift: the installer, the network operator, MicroShift's configuration.
//!
//! From `pkg/types/validation` of openshift/installer, `pkg/network` of cluster-network-operator, and `pkg/config` of
//! MicroShift.

use super::super::guard::Guard;
use super::{Text, text};

const OPENSHIFT: &str = "OpenShift";
const MICROSHIFT: &str = "MicroShift";

pub(super) const TEXTS: &[Text] = &[
    text(
        OPENSHIFT,
        &["CNI015"],
        &["cluster network host subnetwork prefix must be 64 for IPv6 networks"],
    ),
    text(
        OPENSHIFT,
        &["CAP005"],
        &[
            "cluster network host subnetwork prefix must not be larger size than CIDR %s{range}",
            "hostPrefix %d{mask} is larger than its cidr %s{range}",
        ],
    ),
    text(
        OPENSHIFT,
        &["CAP008", "CNI015"],
        &["hostPrefix %d{mask} is too small, must be a /%d{limit} or larger"],
    ),
    text(
        OPENSHIFT,
        &["LB017"],
        &[
            "dual-stack IPv4/IPv6 is not supported for this platform",
            "single-stack IPv6 is not supported for this platform",
            "Azure Stack does not support IPv6",
            "is not one of the supported platforms for dual stack",
            "does not allow conversion to dual-stack cluster",
        ],
    ),
    text(
        OPENSHIFT,
        &["ORD007"],
        &["IPv4 addresses must be listed before IPv6 addresses"],
    ),
    text(
        OPENSHIFT,
        &["NODE006", "START002"],
        &["networking.machineNetwork: Invalid value: %q{range}: dual-stack IPv4/IPv6 requires an IPv"],
    ),
    text(
        OPENSHIFT,
        &["START002"],
        &[
            "dual-stack IPv4/IPv6 requires an IPv%d{family} network in this list",
            "dual-stack IPv4/IPv6 requires an IPv%d{family} address in this list",
            "when installing dual-stack IPv4/IPv6 you must provide two service networks, one for each IP address type",
            "ClusterNetwork and ServiceNetwork must have matching IP families",
            "and ClusterNetwork must have matching IP families",
            "must either both be IPv4-only, both be IPv6-only, or both be dual-stack",
        ],
    ),
    text(
        OPENSHIFT,
        &["CAP009", "CAP012"],
        &["subnet size for IPv6 service network should be /112"],
    ),
    text(
        OPENSHIFT,
        &["ADDR017"],
        &[
            "must not overlap with OVNKubernetes default internal subnet %s{network}",
            "must not overlap with OVNKubernetes default transit subnet %s{network}",
            "must not overlap with OVNKubernetes default masquerade subnet %s{network}",
            "whole or subset of %s{field} CIDR %s{range} is already in use",
        ],
    ),
    text(
        OPENSHIFT,
        &["ADDR004"],
        &["overlaps with default Docker Bridge subnet"],
    ),
    text(
        OPENSHIFT,
        &["ADDR003"],
        &["service network must not overlap with any of the machine networks"],
    ),
    text(
        OPENSHIFT,
        &["ADDR002"],
        &["cluster network must not overlap with any of the machine networks"],
    ),
    text(
        OPENSHIFT,
        &["ADDR001"],
        &["cluster network must not overlap with service network"],
    ),
    text(
        OPENSHIFT,
        &["ADDR008"],
        &[
            "ServiceNetwork must have either a single CIDR or a dual-stack pair of CIDRs",
            "spec.serviceNetwork must contain at most one IPv4 and one IPv6 network",
            "only one service network can be specified",
        ],
    ),
    text(
        OPENSHIFT,
        &["ORD005", "MIG002"],
        &[
            "cannot change primary ClusterNetwork when migrating to/from dual-stack",
            "cannot change primary ServiceNetwork when migrating to/from dual-stack",
            "cannot add additional ClusterNetwork values of original IP family when migrating to dual stack",
        ],
    ),
    text(
        OPENSHIFT,
        &["MIG003"],
        &[
            "modifying IP network value for clusterNetwork CIDR is unsupported",
            "reducing IP range with a larger CIDR mask for clusterNetwork CIDR is unsupported",
        ],
    ),
    text(
        OPENSHIFT,
        &["CAP014"],
        &["modifying a clusterNetwork's hostPrefix value is unsupported"],
    ),
    // MicroShift.
    text(
        MICROSHIFT,
        &["ORD001"],
        &[
            "invalid IP family in apiServer.AdvertiseAddress: does not match first network.ServiceNetwork IP family",
        ],
    ),
    text(
        MICROSHIFT,
        &["ORD011"],
        &["mismatched IP families in network.ServiceNetwork[%d] and network.ClusterNetwork[%d]"],
    ),
    text(MICROSHIFT, &["ORD011"], &["have mismatched IP families"]).only(Guard::Says(&["network"])),
    text(
        MICROSHIFT,
        &["ADDR008", "SVC002"],
        &[
            "invalid number of entries of the same IP family in network.serviceNetwork and network.clusterNetwork",
        ],
    ),
    text(
        MICROSHIFT,
        &["NODE001"],
        &[
            "dual stack detected, address must be configured",
            "dual stack not detected, address must not be configured",
        ],
    ),
    text(
        MICROSHIFT,
        &["CAP012"],
        &["service cidr must have at least 10 distinct host addresses"],
    ),
];
