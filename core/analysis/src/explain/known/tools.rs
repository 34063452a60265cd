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
        &["Flannel is not supported for Kubernetes >= 1.28"],
    ),
    text(
        "MicroShift",
        CODES,
        &[
            "error validating networks: %s{cause}",
            "network.serviceNetwork and network.clusterNetwork have different cardinality",
            "network.serviceNetwork can not have more than 2 entries",
        ],
    ),
    text(
        "OpenShift",
        CODES,
        &[
            "must not overlap with OVNKubernetes default %s{name} subnet %s{range}",
            "subnet size for IPv4 service network must be /12 or greater",
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
];
