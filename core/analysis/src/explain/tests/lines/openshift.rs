//! OpenShift and MicroShift.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking.clusterNetwork[1].hostPrefix: Invalid value: 72: cluster network host subnetwork prefix must be 64 for IPv6 networks",
        &["CNI015"],
    ),
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking.clusterNetwork[0].hostPrefix: Invalid value: 12: cluster network host subnetwork prefix must not be larger size than CIDR 10.128.0.0/14",
        &["CAP005"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] Failed to validate Network.operator.openshift.io: invalid configuration: [hostPrefix 12 is larger than its cidr 10.128.0.0/14]",
        &["CAP005"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [hostPrefix 31 is too small, must be a /30 or larger]",
        &["CAP008", "CNI015"],
    ),
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking: Invalid value: \"DualStack\": dual-stack IPv4/IPv6 is not supported for this platform, specify only one type of address",
        &["LB017"],
    ),
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking: Invalid value: \"IPv6\": single-stack IPv6 is not supported for this platform",
        &["LB017"],
    ),
    (
        "ERROR failed to fetch Install Config: invalid \"install-config.yaml\" file: networking: Invalid value: \"IPv6\": Azure Stack does not support IPv6",
        &["LB017"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [AWS is not one of the supported platforms for dual stack]",
        &["LB017"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [OpenShiftSDN does not allow conversion to dual-stack cluster]",
        &["LB017"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.clusterNetwork: Invalid value: \"fd01::/48, 10.128.0.0/14\": IPv4 addresses must be listed before IPv6 addresses",
        &["ORD007"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.machineNetwork: Invalid value: \"192.168.111.0/24\": dual-stack IPv4/IPv6 requires an IPv6 network in this list",
        &["NODE006", "START002"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.clusterNetwork: Invalid value: \"10.128.0.0/14\": dual-stack IPv4/IPv6 requires an IPv6 network in this list",
        &["START002"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.clusterNetwork: Invalid value: \"10.128.0.0/14\": dual-stack IPv4/IPv6 requires an IPv6 address in this list",
        &["START002"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.serviceNetwork: Invalid value: \"172.30.0.0/16\": when installing dual-stack IPv4/IPv6 you must provide two service networks, one for each IP address type",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [ClusterNetwork and ServiceNetwork must have matching IP families]",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [JoinSubnet fd98::/64 and ClusterNetwork must have matching IP families]",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [spec.clusterNetwork and spec.serviceNetwork must either both be IPv4-only, both be IPv6-only, or both be dual-stack]",
        &["START002"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.serviceNetwork[0]: Invalid value: \"ffd1::/48\": subnet size for IPv6 service network should be /112",
        &["CAP009", "CAP012"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.clusterNetwork[0].cidr: Invalid value: \"100.64.0.0/14\": must not overlap with OVNKubernetes default internal subnet 100.64.0.0/16",
        &["ADDR017"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.machineNetwork[0]: Invalid value: \"100.88.0.0/16\": must not overlap with OVNKubernetes default transit subnet 100.88.0.0/16",
        &["ADDR017"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.machineNetwork[0]: Invalid value: \"169.254.0.0/17\": must not overlap with OVNKubernetes default masquerade subnet 169.254.0.0/17",
        &["ADDR017"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [whole or subset of ClusterNetwork CIDR 100.64.0.0/14 is already in use: CIDRs 100.64.0.0/14 and 100.64.0.0/16 overlap]",
        &["ADDR017"],
    ),
    (
        "WARNING networking.serviceNetwork[0]: 172.17.64.0/18 overlaps with default Docker Bridge subnet",
        &["ADDR004"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.serviceNetwork[0]: Invalid value: \"192.168.111.0/24\": service network must not overlap with any of the machine networks",
        &["ADDR003"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.clusterNetwork[0].cidr: Invalid value: \"192.168.0.0/16\": cluster network must not overlap with any of the machine networks",
        &["ADDR002"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.clusterNetwork[0].cidr: Invalid value: \"172.30.0.0/15\": cluster network must not overlap with service network 0",
        &["ADDR001"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [ServiceNetwork must have either a single CIDR or a dual-stack pair of CIDRs]",
        &["ADDR008"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [spec.serviceNetwork must contain at most one IPv4 and one IPv6 network]",
        &["ADDR008"],
    ),
    (
        "ERROR failed to fetch Install Config: networking.serviceNetwork: Invalid value: \"172.30.0.0/16, 172.31.0.0/16\": only one service network can be specified",
        &["ADDR008"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [cannot change primary ClusterNetwork when migrating to/from dual-stack]",
        &["ORD005", "MIG002"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [cannot change primary ServiceNetwork when migrating to/from dual-stack]",
        &["ORD005", "MIG002"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [cannot add additional ClusterNetwork values of original IP family when migrating to dual stack]",
        &["ORD005", "MIG002"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [modifying IP network value for clusterNetwork CIDR is unsupported]",
        &["MIG003"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [reducing IP range with a larger CIDR mask for clusterNetwork CIDR is unsupported]",
        &["MIG003"],
    ),
    (
        "E1122 09:12:01.118230       1 log.go:245] invalid configuration: [modifying a clusterNetwork's hostPrefix value is unsupported]",
        &["CAP014"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] failed to load config: invalid IP family in apiServer.AdvertiseAddress: does not match first network.ServiceNetwork IP family",
        &["ORD001"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] error validating config: mismatched IP families in network.ServiceNetwork[0] and network.ClusterNetwork[0]",
        &["ORD011"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] c2cc.remoteClusters[0]: clusterNetwork[0] and serviceNetwork[0] have mismatched IP families",
        &["ORD011"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] error validating config: invalid number of entries of the same IP family in network.serviceNetwork and network.clusterNetwork",
        &["ADDR008", "SVC002"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] error validating config: node.nodeIPv6: dual stack detected, address must be configured",
        &["NODE001"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] error validating config: node.nodeIPv6: dual stack not detected, address must not be configured",
        &["NODE001"],
    ),
    (
        "F1122 09:12:01.118230       1 run.go:58] service cidr must have at least 10 distinct host addresses 10.43.0.0/29: too small",
        &["CAP012"],
    ),
];
