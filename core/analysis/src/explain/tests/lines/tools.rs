//! Installers, clouds and plugins that refuse the ranges of a plan before anything of Kubernetes starts.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "Error: could not create cluster provider from options: VPC CIDR prefix must be between /16 and /24",
        &["START002"],
    ),
    (
        "fatal: [node1]: FAILED! => {\"assertion\": \"kube_pods_subnet\", \"changed\": false, \"msg\": \"kube_pods_subnet cannot be the same network segment as kube_service_addresses\"}",
        &["START002"],
    ),
    (
        "fatal: [node1]: FAILED! => {\"changed\": false, \"msg\": \"Make sure that there are enough IPs: only 16 IPs are available for the desired node count\"}",
        &["START002"],
    ),
    (
        "fatal: [node1]: FAILED! => {\"changed\": false, \"msg\": \"Do not schedule more pods on a node than inet addresses are available.\"}",
        &["START002"],
    ),
    (
        "Error: spec.networking.flannel: Forbidden: Flannel is not supported for Kubernetes >= 1.28",
        &["START002"],
    ),
    (
        "Error: invalid configuration: error validating networks: network.serviceNetwork and network.clusterNetwork have different cardinality",
        &["START002"],
    ),
    (
        "Error: invalid configuration: error validating networks: network.serviceNetwork can not have more than 2 entries",
        &["START002"],
    ),
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking.serviceNetwork[0]: Invalid value: \"10.0.0.0/11\": subnet size for IPv4 service network must be /12 or greater",
        &["START002"],
    ),
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking.serviceNetwork[0]: Invalid value: \"10.96.0.1/16\": address must be specified",
        &["START002"],
    ),
    (
        "Could not render the Calico installation: IP pool 10.244.0.0/16 is specified more than once",
        &["START002"],
    ),
    (
        "Failed to run kube-router: failed to get parse --service-cluster-ip-range parameter: invalid CIDR address: 10.96.0.0",
        &["START002"],
    ),
];
