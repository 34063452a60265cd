//! Calico: calico-node, Felix, the IPAM and CNI plugins, and the Tigera operator.
//!
//! From `node/pkg/lifecycle/startup`, `cni-plugin/pkg`, `libcalico-go/lib/{ipam,clientv3,validator}` (3.x) and
//! `tigera/operator` `pkg/controller/{installation,ippool}`.

use super::super::guard::Guard;
use super::{Text, text};

const NAME: &str = "Calico";
const OPERATOR: &str = "Tigera operator";

pub(super) const TEXTS: &[Text] = &[
    text(
        NAME,
        &["CNI010"],
        &[
            "IPIPMode other than 'Never' is not supported on an IPv6 IP pool",
            "VXLANMode other than 'Never' is not supported on an IPv6 IP pool",
            "IPIP is not supported on an IPv6 IP pool",
            "IPIPMode and VXLANMode cannot both be enabled on the same IP pool",
            "IPIP encapsulation is not supported by IPv6 pools",
        ],
    ),
    text(
        OPERATOR,
        &["CNI010"],
        &["Encapsulation is not supported by IPv6 pools, but it is set for %s{range}"],
    ),
    text(
        NAME,
        &["CAP016", "CNI002"],
        &[
            "pool size is too small (min /%d{limit}) for use with Calico IPAM",
            "IPPool CIDR is not strictly masked",
            "IPPool CIDR must be a valid subnet",
        ],
    )
    .only(Guard::Says(&["ippool", "ip pool", "calico"])),
    text(NAME, &["CAP016"], &["IP pool size is too small"]),
    text(
        NAME,
        &["CAP016", "CAP008"],
        &[
            "failed to request IPv%d{family} addresses: ",
            "failed to request %d{count} IPv%d{family} addresses. IPAM allocated only %d{given}",
            "Assigned 0 out of 1 requested IPv%d{family} addresses",
            "no configured Calico pools for node %s{node}",
            "No IPs available in pools: %s{pools}",
        ],
    )
    .only(Guard::Says(&["ip", "calico"])),
    text(
        NAME,
        &["CAP016", "CNI002"],
        &["cannot find a qualified ippool", "no configured Calico pools for"],
    ),
    text(
        NAME,
        &["CAP016"],
        &[
            "No free blocks found in any pool",
            "All addresses exhausted in pool %s{range}",
        ],
    )
    .only(Guard::Says(&["calico", "ipam", "block"])),
    // Node addresses.
    text(
        NAME,
        &["NODE009", "NODE006", "NODE001"],
        &[
            "Couldn't autodetect an IPv6 address. If auto-detecting, choose a different autodetection method. Otherwise provide an explicit address",
            "Couldn't autodetect an IPv4 address. If auto-detecting, choose a different autodetection method. Otherwise provide an explicit address",
            "Unable to auto-detect an IPv6 address",
            "Unable to auto-detect an IPv4 address",
            "no valid IPv6 addresses found on the host interfaces",
            "no valid IPv4 addresses found on the host interfaces",
        ],
    ),
    text(
        NAME,
        &["NODE006", "NODE009", "NODE001"],
        &[
            "Unable to auto-detect IPv%d{family} address by connecting to %s{address}: dial",
            "Autodetection of IPv%d{family} address failed, keeping existing value",
            "autodetected IPv%d{family} address does not match any addresses found on local interfaces",
            "address for IP autodetection does not resolve to an IPv%d{family} address",
            "No IPv4 or IPv6 addresses configured or detected, required for Calico networking",
        ],
    ),
    text(
        NAME,
        &["NODE009"],
        &["failed to set net.ipv6.conf.%s.disable_ipv6=0"],
    ),
    // Blocks of nodes, where IPAM is host-local.
    text(
        NAME,
        &["MIG001", "CAP002"],
        &[
            "usePodCidrIPv6 found but there is no IPv6 CIDR configured",
            // What plugins say that do not know the word (rancher/rke2#2524).
            "invalid CIDR address: usePodCidrIPv6",
        ],
    ),
    text(
        NAME,
        &["MIG001", "CAP003"],
        &["usePodCidr found but there is no IPv4 CIDR configured"],
    ),
    text(NAME, &["CAP003", "CAP002"], &["no podCidr for node %s{node}"]),
    // Pools.
    text(
        NAME,
        &["CNI002"],
        &[
            "is not within the platform's configured pod network CIDR(s)",
            "Could not resolve CalicoNetwork IPPool and kubeadm configuration",
            "CALICO_IPV6POOL_CIDR",
            "CALICO_IPV4POOL_CIDR",
        ],
    )
    .only(Guard::Says(&[
        "is not within",
        "could not resolve",
        "invalid",
        "error",
        "fatal",
        "not valid",
    ])),
    text(
        NAME,
        &["ADDR015"],
        &[
            "IP pool range overlaps with IPv4 Link Local range 169.254.0.0/16",
            "IP pool range overlaps with IPv6 Link Local range fe80::/10",
        ],
    ),
    text(NAME, &["ADDR005"], &["IP pool CIDR is not strictly masked"]),
    text(NAME, &["MIG003"], &["IPPool CIDR cannot be modified"]),
    text(
        NAME,
        &["CAP014"],
        &[
            "IPPool BlockSize cannot be modified",
            "IPPool blocksSize conflicts with existing allocations that use a different blockSize",
        ],
    ),
    text(
        NAME,
        &["START002"],
        &["CIDR overlaps with IPPool(%s{pool}) CIDR %s{range}"],
    ),
    text(
        NAME,
        &["ADDR008"],
        &["ClusterCIDR contains two ranges of the same type"],
    ),
    text(
        NAME,
        &["LB002", "LB001"],
        &["No ippools with allowedUse LoadBalancer found"],
    ),
    text(
        OPERATOR,
        &["ADDR008"],
        &[
            "multiple IPv4 IPPools detected: only one IPPool per version is allowed",
            "multiple IPv6 pools detected: only one IPPool per version is allowed",
        ],
    ),
    text(
        OPERATOR,
        &["START002"],
        &[
            "pool block size must be greater than %d{least} and less than or equal to %d{most}",
            "ipPool.blockSize must be greater than %d{least} and less than or equal to %d{most}",
            "is invalid for ipPool.encapsulation",
            "Unencapsulated IP pools require that BGP is enabled",
        ],
    ),
    text(
        OPERATOR,
        &["LB014"],
        &[
            "bpf dataplane does not support dual stack",
            "IPv6 IP pool is specified but eBPF mode does not support IPv6",
        ],
    ),
    text(
        OPERATOR,
        &["WIN001"],
        &["IPv4 IPPool encapsulation %s{mode} is not supported by Calico for Windows"],
    ),
    text(
        NAME,
        &["NODE008"],
        &[
            "Failed to set IPv6 forwarding sysctl",
            "failed to set net.ipv6.conf.%s{interface}.forwarding=1",
            "failed to set net.ipv6.conf.%s{interface}.proxy_ndp=1",
        ],
    ),
    text(
        NAME,
        &["NODE009", "NODE006"],
        &[
            "failed to add IPv6 route for %s{pod} via %s{gateway}",
            "Error listing IPv6 addresses for the host side of the pod interface",
            "failed to get IPv6 addresses for host side of the pod interface",
        ],
    ),
    text(NAME, &["CAP002", "MIG001"], &["Failed to ipv6 getPodCidrs"]),
    text(
        NAME,
        &["CNI002", "CAP016"],
        &[
            "Unable to autoassign an IPv6 address",
            "Unable to autoassign an IPv4 address",
        ],
    ),
    text(
        NAME,
        &["CNI002"],
        &[
            "provided IPv4 IPPools list contains one or more IPv6 IPPools",
            "provided IPv6 IPPools list contains one or more IPv4 IPPools",
            "The provided IP address is not in a configured pool",
            "the provided IP address %s{address} is not in a configured pool",
            "failed to create default IPv6 ippool",
            "failed to create default IPv4 ippool",
        ],
    ),
    text(
        NAME,
        &["LB003"],
        &["at max only one ipv4 and one ipv6 address can be specified"],
    ),
    text(
        NAME,
        &["NODE010"],
        &["ReachableBy address family does not match PeerIP"],
    ),
    text(
        NAME,
        &["START002"],
        &[
            "IP pool CIDR (%s{range}) is invalid",
            "Failed to parse platform's pod network CIDR",
            "invalid CIDR provided for node address autodetection",
        ],
    ),
];
