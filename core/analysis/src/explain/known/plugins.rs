//! Network plugins: flannel, Calico, Cilium, OVN-Kubernetes, Antrea, Kube-OVN, kube-router, and the plugins of
//! containernetworking.

use super::super::guard::Guard;
use super::{Text, text};

pub(super) const TEXTS: &[Text] = &[
    text(
        "flannel",
        &["CAP003", "CAP002", "CNI001"],
        &[
            "node %q{node} pod cidr not assigned",
            "node %s{node} pod cidr not assigned",
            "pod cidr not assigned",
        ],
    ),
    text(
        "flannel",
        &["NODE009", "NODE006", "NODE002"],
        &[
            "failed to find IPv6 address for interface",
            "failed to find IPv4 address for interface",
            "Unable to find default v6 route",
            "Failed to get default v6 interface",
        ],
    ),
    text(
        "flannel",
        &["CNI001"],
        &[
            "please define a correct Network parameter in the flannel config",
            "please define a correct IPv6Network parameter in the flannel config",
            "specified in the flannel net config doesn't contain",
            "but doesn't exist in the flannel net config of the",
        ],
    ),
    text(
        "Calico",
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
        "Calico",
        &["CAP016", "CNI002"],
        &[
            "pool size is too small (min /%d{limit}) for use with Calico IPAM",
            "IPPool CIDR is not strictly masked",
            "IPPool CIDR must be a valid subnet",
        ],
    )
    .only(Guard::Says(&["ippool", "ip pool", "calico"])),
    text(
        "Calico",
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
        "Calico",
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
        "Calico",
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
        "Cilium",
        &["CNI005", "CAP002", "MIG001"],
        &["required IPv6 PodCIDR not available"],
    ),
    text(
        "Cilium",
        &["CAP003", "MIG001"],
        &["required IPv4 PodCIDR not available"],
    ),
    text(
        "Cilium",
        &["CNI005"],
        &[
            "IPv6 allocation disabled",
            "IPv4 allocation disabled",
            "either IPv4 or IPv6 addressing must be enabled",
            "IPv6 is not enabled",
        ],
    )
    .only(Guard::Says(&["cilium", "daemon", "ipam", "level="])),
    text(
        "Cilium",
        &["CNI007"],
        &[
            "native routing cidr must be configured with option --%s{option} in combination with",
            "native routing cidr must be configured",
            "must be configured with option --ipv6-native-routing-cidr",
        ],
    ),
    text(
        "Cilium",
        &["CAP008", "CNI006"],
        &["all pod CIDR ranges are exhausted"],
    )
    .only(Guard::Says(&["cilium", "ipam", "cidr"])),
    text(
        "Cilium",
        &["LB001", "LB002"],
        &[
            "There are no enabled CiliumLoadBalancerIPPools that match this service",
            "no_pool",
            "out_of_ips",
        ],
    )
    .only(Guard::Says(&[
        "ciliumloadbalancerippool",
        "lb-ipam",
        "lbipam",
        "satisfied",
    ])),
    text(
        "Cilium",
        &["CNI008"],
        &["source and destination ip are not the same IP family"],
    ),
    text(
        "OVN-Kubernetes",
        &["ORD011", "SVC002"],
        &[
            "illegal network configuration: IPv%d{family} cluster subnet, ",
            "illegal network configuration: IPv%d{family} service subnet, ",
        ],
    ),
    text(
        "OVN-Kubernetes",
        &["ADDR017"],
        &[
            "overlaps built-in join subnet",
            "illegal network configuration: %s{first} %q{range} overlaps %s{second} %q{network}",
        ],
    ),
    text(
        "OVN-Kubernetes",
        &["ADDR017", "ORD011"],
        &["illegal network configuration: "],
    )
    .weak(),
    text(
        "OVN-Kubernetes",
        &["CAP003", "CAP002"],
        &[
            "no subnets available",
            "error allocating network for node %s{node}",
        ],
    )
    .only(Guard::Says(&["ovn", "subnet", "hostsubnet"])),
    text(
        "Antrea",
        &["CAP003", "CAP002"],
        &[
            "Spec.PodCIDR is empty for Node %s{node}. Please make sure --allocate-node-cidrs is enabled",
            "Spec.PodCIDR is empty for Node",
        ],
    ),
    text(
        "Kube-OVN",
        &["CAP008", "CAP016"],
        &["NoAvailableAddress", "AddressOutOfRange", "AcquireAddressFailed"],
    ),
    text(
        "kube-router",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
        &[
            "IPv6 was enabled but no IPv6 address was found on node",
            "IPv4 was enabled but no IPv4 address was found on node",
            "IPv6 was enabled, but no IPv6 address was found on node",
            "IPv4 was enabled, but no IPv4 address was found on node",
        ],
    ),
    text(
        "kube-router",
        &["CAP003", "CAP002"],
        &[
            "Failed to get pod CIDR from node spec. kube-router relies on kube-controller-manager to allocate pod CIDR for the node",
            "node.Spec.PodCIDR not set for node",
        ],
    ),
    text(
        "host-local",
        &["CAP008"],
        &["no IP addresses available in range set"],
    ),
    text(
        "CNI plugin",
        &["MIG003", "CAP014"],
        &["already has an IP address different from %s{address}"],
    ),
    text(
        "CNI plugin",
        &["NODE009"],
        &[
            "failed to add IP addr {Version:6",
            "failed to set bridge addr: could not add IP address to \"cni0\": permission denied",
            "could not add IP address to %q{interface}: permission denied",
        ],
    ),
    text(
        "CNI plugin",
        &["ADDR008", "CNI009"],
        &[
            "mixed address families",
            "does not support more than 1 address per family",
        ],
    ),
];
