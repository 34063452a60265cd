//! eksctl.

use super::Check::{Excludes, Holds, OneOf, Requires};
use super::Source::Refuses;
use super::Where::{All, Any, Has, Is};
use super::{StartCheck, Where, is_network};

const EKS: &[&str] = &["eks"];
/// eksctl compares families without regard to case; exports have these spellings.
const IPV6: Where = Any(&[
    Is("kubernetesNetworkConfig/ipFamily", "IPv6"),
    Is("kubernetesNetworkConfig/ipFamily", "ipv6"),
]);

/// Rows of eksctl.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: EKS,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("eksctl 99984adb pkg/apis/eksctl.io/v1alpha5/validation.go:817"),
        text: "invalid value … for ipFamily; allowed are IPv4 and IPv6",
        check: OneOf("kubernetesNetworkConfig/ipFamily", &["IPv4", "IPv6"]),
    },
    StartCheck {
        targets: EKS,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("eksctl 99984adb pkg/apis/eksctl.io/v1alpha5/validation.go:769, :773"),
        text: "service IPv4 CIDR is not supported with IPv6; invalid IPv4 CIDR for kubernetesNetworkConfig.serviceIPv4CIDR: …",
        check: Holds(|cluster| {
            let ranges = cluster.list("kubernetesNetworkConfig/serviceIPv4CIDR");
            let family = cluster.text("kubernetesNetworkConfig/ipFamily");
            let is_ipv6 = family.is_some_and(|family| family.eq_ignore_ascii_case("IPv6"));
            ranges.is_empty() || !is_ipv6 && ranges.iter().all(|text| is_network(text))
        }),
    },
    StartCheck {
        targets: EKS,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("eksctl 99984adb pkg/apis/eksctl.io/v1alpha5/validation.go:782"),
        text: "the default core addons must be defined for IPv6; missing addon(s): …; either define them or use EKS Auto Mode",
        check: Requires(IPV6, Is("addons/*/name", "coredns")),
    },
    StartCheck {
        targets: EKS,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("eksctl 99984adb pkg/apis/eksctl.io/v1alpha5/validation.go:788"),
        text: "either pod identity or oidc needs to be enabled if IPv6 is set; set either one or use EKS Auto Mode",
        check: Requires(
            All(&[IPV6, Is("addons/*/name", "vpc-cni")]),
            Any(&[
                Is("iam/withOIDC", "true"),
                Is("addons/*/name", "eks-pod-identity-agent"),
            ]),
        ),
    },
    StartCheck {
        targets: EKS,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("eksctl 99984adb pkg/apis/eksctl.io/v1alpha5/validation.go:105, :515, :521"),
        text: "remoteNetworkConfig is not supported on EKS cluster configured with IPv6 address family; auto allocate ipv6 is \
               not supported with IPv6; setting NAT is not supported with IPv6",
        check: Excludes(
            IPV6,
            Any(&[
                Has("remoteNetworkConfig"),
                Is("vpc/autoAllocateIPv6", "true"),
                Has("vpc/nat"),
            ]),
        ),
    },
    StartCheck {
        targets: EKS,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("eksctl 99984adb pkg/apis/eksctl.io/v1alpha5/validation.go:492, :510"),
        text: "cannot specify vpc.extraIPv6CIDRs with an IPv4 cluster; Ipv6Cidr and Ipv6CidrPool are only supported when \
               IPFamily is set to IPv6",
        check: Requires(
            Any(&[
                Has("vpc/extraIPv6CIDRs"),
                Has("vpc/ipv6Cidr"),
                Has("vpc/ipv6Pool"),
            ]),
            IPV6,
        ),
    },
];
