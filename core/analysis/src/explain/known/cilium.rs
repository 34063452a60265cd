//! Cilium: its agent, its operator, its chart.
//!
//! From `pkg/node`, `pkg/k8s`, `pkg/option`, `pkg/datapath/linux`, `daemon/cmd` (1.0 to 1.17),
//! `operator/pkg/ipam/allocator/{clusterpool,multipool,podcidr}` and `operator/pkg/lbipam`.

use super::super::guard::Guard;
use super::{Text, text};

const NAME: &str = "Cilium";
/// Words of records of the agent and the operator.
const SAYS: Guard = Guard::Says(&["cilium", "daemon", "ipam", "level=", "subsys"]);

pub(super) const TEXTS: &[Text] = &[
    text(
        NAME,
        &["CNI005", "CAP002", "MIG001"],
        &[
            "required IPv6 PodCIDR not available",
            "IPv6 allocation CIDR is not configured. Please specificy --ipv6-range",
            "IPv6 per node allocation prefix is not configured. Please specificy --ipv6-range",
        ],
    ),
    text(
        NAME,
        &["CAP003", "MIG001"],
        &[
            "required IPv4 PodCIDR not available",
            "IPv4 allocation CIDR is not configured. Please specificy --ipv4-range",
        ],
    ),
    text(
        NAME,
        &["CAP003", "CAP002", "MIG001"],
        &[
            "unable to derive PodCIDR via Node or CiliumNode resource",
            "unable to derive PodCIDR from Kubernetes node resource",
        ],
    ),
    text(
        NAME,
        &["CNI005"],
        &[
            "IPv6 allocation disabled",
            "IPv4 allocation disabled",
            "either IPv4 or IPv6 addressing must be enabled",
            "IPv6 is not enabled",
            "SRv6 requires IPv6",
        ],
    )
    .only(SAYS),
    text(NAME, &["CNI005"], &["requires IPv4 support"]).only(Guard::Has(&["cilium", "subsys"])),
    // Addresses of the node itself.
    text(
        NAME,
        &["NODE001", "NODE006", "CNI005"],
        &[
            "external IPv%d{family} node address could not be derived",
            "external node address could not be derived, please configure via --ipv4-node or --ipv6-node",
            "No IPv6 support on node as ipv6 address is nil",
            "failed to determine IPv%d{family} of %s{interface} for NodePort",
            "failed to determine IPv%d{family} of %s{interface} for BPF masq",
        ],
    ),
    text(
        NAME,
        &["NODE001", "NODE006", "CNI005"],
        &[
            "node %s{node} does not have an IPv6 address",
            "Invalid IPv6 node address",
        ],
    )
    .only(Guard::Has(&["cilium", "daemon", "level=", "subsys"])),
    // Routes to other nodes.
    text(
        NAME,
        &["CNI016"],
        &["route to destination contains gateway, skipping route as not directly reachable"],
    ),
    text(
        NAME,
        &["NODE001", "CNI016"],
        &["failed to enable direct routes for ipv%d{family}"],
    ),
    text(
        NAME,
        &["CNI016", "NODE001"],
        &["Unable to install direct node route"],
    )
    .weak(),
    // Native routing, masquerade, the chart.
    text(
        NAME,
        &["CNI007"],
        &[
            "native routing cidr must be configured with option --%s{option} in combination with",
            "native routing cidr must be configured",
            "must be configured with option --ipv6-native-routing-cidr",
            "ipv4NativeRoutingCIDR or ipv6NativeRoutingCIDR must be set when routingMode is native",
        ],
    ),
    text(NAME, &["CNI007"], &["NativeRoutingCIDR"]).only(Guard::Has(&["execution error at (cilium"])),
    text(
        NAME,
        &["START002"],
        &[
            "BPF masquerade is not supported for IPv6",
            "cannot be used with tunneling. Packets must be routed through the tunnel device",
        ],
    ),
    text(NAME, &["START002"], &["execution error at (cilium/templates/"]).weak(),
    text(
        NAME,
        &["CNI008"],
        &["source and destination ip are not the same IP family"],
    ),
    text(
        NAME,
        &["CNI008"],
        &["gateway, source, and destination ip are not the same IP family"],
    )
    .only(Guard::Has(&["cilium", "daemon", "subsys"])),
    // Pools of the operator.
    text(
        NAME,
        &["CNI006", "CNI005"],
        &[
            "cluster-pool-ipv%d{family}-cidr must be provided when using ClusterPool",
            "CIDR is not v6 family: %s{range}",
            "CIDR is not v4 family: %s{range}",
        ],
    ),
    text(
        NAME,
        &["CNI005"],
        &["cluster-pool-ipv%d{family}-cidr must not be set if IPv"],
    ),
    text(
        NAME,
        &["START002"],
        &["requested CIDR %s{range} collides with clusterCIDR: %s{network},"],
    ),
    text(
        NAME,
        &["CAP001"],
        &["SubNetMask is invalid, should be lower or equal to 32 for IPv4 and to 128 for IPv6"],
    ),
    text(
        NAME,
        &["CAP001", "CNI006"],
        &["unable to initialize IPv%d{family} allocator"],
    )
    .weak(),
    text(
        NAME,
        &["MIG004", "CNI005"],
        &["unable to allocate CIDR %s{block} since allocator for %s{family} addresses does not exist"],
    ),
    text(
        NAME,
        &["MIG003", "CNI006"],
        &[
            "allocator not configured for the requested CIDR %s{block}",
            "node has CIDRs allocated (%s{block}) that conflict with requested CIDRs",
            "considered for restoration does not belong in the Pod CIDR of the node. Discarding old router IP",
        ],
    ),
    text(
        NAME,
        &["CAP003", "CAP002"],
        &["Unable to allocate node CIDR for node %s{node}. IPAMInfo"],
    ),
    text(NAME, &["CAP003", "CAP002"], &["allocator full"])
        .only(Guard::Says(&["cilium", "ipam", "cidr", "subsys"])),
    text(
        NAME,
        &["CAP003"],
        &["failed to allocate ipv4 address for node %q{node} from pool %q{pool}"],
    ),
    text(
        NAME,
        &["CAP002"],
        &["failed to allocate ipv6 address for node %q{node} from pool %q{pool}"],
    ),
    text(
        NAME,
        &["CAP003", "CAP002"],
        &["Failed to allocate PodCIDRs to node"],
    )
    .weak(),
    text(
        NAME,
        &["CAP014"],
        &["cannot change IPv%d{family} mask size in existing pool"],
    ),
    text(
        NAME,
        &["CAP008", "CNI006"],
        &[
            "all pod CIDR ranges are exhausted",
            "all CIDR ranges are exhausted",
        ],
    )
    .only(Guard::Says(&["cilium", "ipam", "cidr"])),
    // Ranges of the agent's flags, up to 1.17.
    text(
        NAME,
        &["START002"],
        &[
            "Invalid IPv4 allocation prefix",
            "Invalid IPv6 allocation prefix",
            "Invalid IPv4 service prefix",
            "Invalid IPv6 service prefix",
        ],
    )
    .only(SAYS),
    text(NAME, &["CNI015"], &["Invalid per node IPv6 allocation prefix"]),
    text(
        NAME,
        &["LB001", "LB002"],
        &[
            "There are no enabled CiliumLoadBalancerIPPools that match this service",
            "All enabled CiliumLoadBalancerIPPools that match this service ran out of allocatable IPs",
        ],
    ),
    text(NAME, &["LB001", "LB002"], &["no_pool", "out_of_ips"]).only(Guard::Says(&[
        "ciliumloadbalancerippool",
        "lb-ipam",
        "lbipam",
        "satisfied",
    ])),
    // `pkg/datapath/iptables`; without the modules of IPv6 the agent ends.
    text(
        NAME,
        &["NODE009"],
        &["IPv6 is enabled and ip6tables modules initialization failed"],
    ),
    // pkg/ipam and daemon/cmd: the block of the node is used up.
    text(
        NAME,
        &["CAP008"],
        &["unable to allocate router IP for family %s{family}: range is full"],
    ),
];
