//! What installers, clouds and plugins print when they refuse the ranges of a plan, before anything of Kubernetes starts. The
//! same texts are predicted for plans (`needs` of the crate below).

use super::super::guard::Guard;
use super::{Text, text};

const CODES: &[&str] = &["START002"];

pub(super) const TEXTS: &[Text] = &[
    text(
        "AWS",
        CODES,
        &["VPC CIDR prefix must be between /%d{shortest} and /%d{longest}"],
    ),
    text(
        "k0s",
        CODES,
        &[
            "IPv6 service CIDR prefix must be <= 108",
            "podCIDR and serviceCIDR must be both IPv4 or IPv6",
        ],
    ),
    text(
        "Kubespray",
        CODES,
        &[
            "cannot be the same network segment as kube_service_addresses",
            "IPs are available for the desired node count",
            "Do not schedule more pods on a node than inet addresses are available",
        ],
    ),
    text(
        "kOps",
        CODES,
        &[
            "amazon-vpc-routed-eni networking does not support IPv6",
            "Flannel does not support IPv6",
            "kube-router does not support IPv6",
            "Kubenet does not support IPv6",
            "Flannel is not supported for Kubernetes >= 1.28",
            "nonMasqueradeCIDR %q{range} cannot overlap with networkCIDR %q{network}",
            "cidr %q{cidr} must not overlap serviceClusterIPRange %q{services}",
        ],
    ),
    text(
        "MicroShift",
        CODES,
        &[
            "error validating networks: %s{cause}",
            "network.serviceNetwork and network.clusterNetwork have different cardinality",
            "network.serviceNetwork can not have more than 2 entries",
            "mismatched IP families in network.ServiceNetwork[%d{index}] and network.ClusterNetwork[%d{index}]",
            "invalid number of entries of the same IP family in network.serviceNetwork and network.clusterNetwork",
            "invalid IP family in apiServer.AdvertiseAddress: does not match first network.ServiceNetwork IP family",
        ],
    ),
    text(
        "OpenShift",
        CODES,
        &[
            "must not overlap with OVNKubernetes default %s{name} subnet %s{range}",
            "subnet size for IPv4 service network must be /12 or greater",
            "subnet size for IPv6 service network should be /112",
            "must not overlap with any of the machine networks",
            "cluster network host subnetwork prefix must not be larger size than CIDR %s{range}",
            "cluster network host subnetwork prefix must be 64 for IPv6 networks",
            "when installing dual-stack IPv4/IPv6 you must provide two service networks",
            "dual-stack IPv4/IPv6 is not supported for this platform, specify only one type of address",
            "dual-stack IPv4/IPv6 requires an %s{family} network in this list",
            "IPv4 addresses must be listed before IPv6 addresses",
            "single-stack IPv6 is not supported for this platform",
            "only one service network can be specified",
            "spec.clusterNetwork and spec.serviceNetwork must either both be IPv4-only, both be IPv6-only, or both be \
             dual-stack",
        ],
    ),
    text(
        "OpenShift",
        CODES,
        &[
            "must not overlap with %s{name} %s{range}",
            "networking%s{field}: Invalid value: %s{value}: must not overlap with",
            "address must be specified",
        ],
    )
    .only(Guard::Says(&[
        "networking",
        "network.",
        "clusternetwork",
        "servicenetwork",
        "machinenetwork",
        "apivip",
        "ingressvip",
        "microshift",
        "openshift",
    ])),
    text(
        "Antrea",
        CODES,
        &[
            "the Node %s{family} CIDR mask size %d{mask} is invalid, should be between %d{shortest} and %d{longest}",
            "the Node IPv6 CIDR size is too big, the cluster CIDR mask size cannot be greater than 16 more than the Node IPv6 \
             CIDR mask size",
        ],
    ),
    text(
        "Calico",
        CODES,
        &[
            "IPPool(%s{pool}) CIDR overlaps with IPPool(%s{other}) CIDR %s{range}",
            "IP pool %s{range} is specified more than once",
        ],
    ),
    text(
        "kube-router",
        CODES,
        &[
            "failed to get parse --service-cluster-ip-range parameter",
            "too many CIDRs provided in --service-cluster-ip-range parameter",
        ],
    ),
    text(
        "Cilium",
        CODES,
        &["requested CIDR %s{range} collides with clusterCIDR: %s{cidr}, nodeMask: %s{mask}"],
    ),
    text(
        "OVN-Kubernetes",
        CODES,
        &[
            "IPv6 only supports /64 host subnets",
            "invalid host subnet, IPv4 subnet must be < 32",
            "cannot use a host subnet length mask shorter than or equal to the cluster subnet mask",
            "kubernetes service-cidrs must contain either a single CIDR or else an IPv4/IPv6 pair",
        ],
    ),
    text(
        "Talos",
        CODES,
        &[
            "invalid subnet: %s{range} is smaller than the per-node pod CIDR mask size /%d{mask}",
            "invalid subnet: %s{range} is too large for the per-node pod CIDR mask size /%d{mask}",
            "invalid subnet: %s{range} is too large, it must be at least /%d{mask}",
            "invalid subnet: /%d{length} is too small, it must be larger than /%d{mask}",
            "the number of pod subnets must match the number of service subnets",
        ],
    ),
];
