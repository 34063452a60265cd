//! Plugins on Open Virtual Network: OVN-Kubernetes and Kube-OVN.
//!
//! From `go-controller/pkg/{config,node,ovn,util,clustermanager}` of OVN-Kubernetes, and `pkg/{util,controller,daemon}`
//! of Kube-OVN.

use super::super::guard::Guard;
use super::{Text, text};

const NAME: &str = "OVN-Kubernetes";
const KUBE_OVN: &str = "Kube-OVN";

pub(super) const TEXTS: &[Text] = &[
    text(
        NAME,
        &["ORD011", "SVC002"],
        &[
            "illegal network configuration: IPv%d{family} cluster subnet, ",
            "illegal network configuration: IPv%d{family} service subnet, ",
        ],
    ),
    text(
        NAME,
        &["ADDR017"],
        &[
            "overlaps built-in join subnet",
            "overlaps masquerade subnet",
            "overlaps transit switch subnet",
            "built-in join subnet %q{range} overlaps",
            "masquerade subnet %q{range} overlaps",
            "transit switch subnet %q{range} overlaps",
            "invalid gateway v%d{family} join subnet specified, subnet: %s{range}:",
            "invalid gateway v%d{family} masquerade subnet specified, subnet: %s{range}:",
            "invalid transit switch v%d{family} subnet specified, subnet: %s{range}:",
            "cluster and join subnet must be valid",
            "pod or join subnet overlaps with already configured internal subnets",
        ],
    ),
    text(
        NAME,
        &["ADDR001"],
        &[
            "cluster subnet %q{range} overlaps service subnet %q{network}",
            "service subnet %q{network} overlaps cluster subnet %q{range}",
        ],
    ),
    text(
        NAME,
        &["ADDR008"],
        &["cluster subnet %q{range} overlaps cluster subnet %q{network}"],
    ),
    text(NAME, &["ADDR017", "ORD011"], &["illegal network configuration: "]).weak(),
    text(NAME, &["CNI015"], &["IPv6 only supports /64 host subnets"]),
    text(
        NAME,
        &["CAP005", "CNI015"],
        &["cannot use a host subnet length mask shorter than or equal to the cluster subnet mask"],
    ),
    text(NAME, &["START002", "CNI015"], &["cluster subnet invalid: "]).weak(),
    text(
        NAME,
        &["START002"],
        &[
            "invalid host subnet, IPv4 subnet must be < 32",
            "kubernetes service network CIDR %q{range} invalid",
            "kubernetes service-cidrs is required",
            "cluster subnet is required",
        ],
    ),
    text(
        NAME,
        &["ADDR008", "ADDR009"],
        &["kubernetes service-cidrs must contain either a single CIDR or else an IPv4/IPv6 pair"],
    ),
    // Blocks of nodes.
    text(
        NAME,
        &["CAP003", "CAP002"],
        &[
            "no subnets available",
            "error allocating network for node %s{node}",
        ],
    )
    .only(Guard::Says(&["ovn", "subnet", "hostsubnet"])),
    text(
        NAME,
        &["CAP003", "CAP002", "MIG001"],
        &[
            "could not find \"k8s.ovn.org/node-subnets\"",
            "has no \"k8s.ovn.org/node-subnets\" annotation",
            "failed to get expected host subnets for node %s{node}; expected v4",
        ],
    ),
    text(
        NAME,
        &["MIG004"],
        &["hostSubnet %s{block} due to lack of %s{family} cluster networks"],
    ),
    // Addresses of nodes.
    text(
        NAME,
        &["NODE001", "NODE003"],
        &[
            "%s{node} doesn't have an address with type InternalIP or ExternalIP",
            "failed to read node %q{node} InternalIP",
        ],
    ),
    text(
        NAME,
        &["NODE001", "NODE006"],
        &[
            "unable to determine IPv%d{family} physical IP of host",
            "no physical IPs found for gateway",
            "failed to find valid IP family match for join subnet IP",
            "failed to find valid external IP family match for join subnet IP",
            "retrieve gateway IP for node: %s{node}, protocol is IPv6: ",
        ],
    ),
    // Kube-OVN.
    text(
        KUBE_OVN,
        &["CAP008", "CAP016"],
        &["NoAvailableAddress", "AddressOutOfRange", "AcquireAddressFailed"],
    ),
    text(
        KUBE_OVN,
        &["CAP008"],
        &["no address allocated to pod %s{pod} provider"],
    )
    .weak(),
    text(
        KUBE_OVN,
        &["CAP008"],
        &[
            "Subnet address space has been exhausted",
            "is configured with /32 or /128 netmask",
        ],
    ),
    text(
        KUBE_OVN,
        &["ADDR002"],
        &[
            "subnet %s{subnet} cidr %s{range} conflict with node %s{node} address %s{address}",
            "NodeAddressConflictWithSubnet",
        ],
    ),
    text(
        KUBE_OVN,
        &["ADDR001"],
        &["cidr %s{range} conflicts with k8s apiserver svc ip %s{address}"],
    ),
    text(
        KUBE_OVN,
        &["ADDR017"],
        &["cidr %s{range} is conflict with subnet join cidr %s{network}"],
    ),
    text(
        KUBE_OVN,
        &["START002"],
        &["cidr %s{range} is conflict with subnet %s{subnet} cidr %s{network}"],
    ),
    text(
        KUBE_OVN,
        &["ADDR001", "ADDR017"],
        &["cidr %s{range} is conflict with cidr %s{network}"],
    ),
    text(
        KUBE_OVN,
        &["ADDR015"],
        &[
            "conflict with v4 broadcast cidr",
            "conflict with v4 link local cidr",
            "conflict with v4 localnet cidr",
            "conflict with v4 loopback cidr",
            "conflict with v4 multicast cidr",
            "conflict with v6 link local cidr",
            "conflict with v6 loopback cidr",
            "conflict with v6 multicast cidr",
            "conflict with v6 unspecified cidr",
        ],
    ),
    text(
        KUBE_OVN,
        &["ADDR008"],
        &[
            "invalid dual-stack cidrBlock %q{range} or gateway",
            "invalid dualstack cidr %s{range}",
        ],
    ),
    text(
        KUBE_OVN,
        &["CNI011"],
        &["is below the IPv6 minimum %d{least}; IPv6 traffic on default subnets will be dropped"],
    ),
    text(
        KUBE_OVN,
        &["WIN001", "WIN002"],
        &["IPv6 tunnel is not supported on Windows currently"],
    ),
    text(
        NAME,
        &["NODE001", "NODE006"],
        &[
            "failed to find IPv%d{family} address on interface",
            "could not find IPv6 address on subnet",
            "failed to find an IPv%d{family} address for gateway route interface in node",
        ],
    ),
    text(
        NAME,
        &["SVC002", "START001"],
        &["is attempting to use ipv%d{family} subnets but the cluster does not support ipv%d{same}"],
    ),
    text(
        NAME,
        &["NODE008"],
        &["could not set the correct global forwarding value for ipv6"],
    ),
    text(
        NAME,
        &["MIG001", "CAP002"],
        &[
            "Management port configured with neither IPv4 nor IPv6 subnets",
            "as either single-stack or dual-stack",
        ],
    ),
    text(
        NAME,
        &["START001"],
        &["failed to parse any CIDRs from %q{ranges}"],
    ),
    text(
        KUBE_OVN,
        &["START002"],
        &[
            "is the broadcast ip in cidr %s{range}",
            "is the network number ip in cidr %s{range}",
            "CIDRBlock: %q{range} format error",
            "address family is conflict with CIDR",
            "ip %s{address} should be dualstack",
            "ip %s{address} should be singlestack",
            "protocol of cidr %s{range} and %s{other} not match",
            "invalid zero cidr %q{range}",
            "invalid broadcast cidr %q{range}",
        ],
    ),
    text(KUBE_OVN, &["CNI011"], &["is below the IPv6 minimum"]),
    text(
        KUBE_OVN,
        &["CAP008", "CAP016"],
        &["no free v%d{family} ip in ip pool"],
    ),
    text(
        KUBE_OVN,
        &["LB002"],
        &["the loadbalancer IP %s{address} is not in the range of subnet"],
    ),
    text(
        KUBE_OVN,
        &["MIG006", "NODE006"],
        &[
            "requested ip family %s{family} does not match subnet",
            "does not match requested ip family",
        ],
    ),
];
