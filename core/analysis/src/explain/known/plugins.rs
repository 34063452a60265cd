//! Other network plugins: flannel, Antrea, kube-router, and the plugins of containernetworking.
//!
//! From `pkg/{subnet,ipmatch,ip,backend}` of flannel (0.13 to 0.27), `cmd/antrea-controller`, `pkg/agent` and
//! `pkg/util/k8s` of Antrea, `pkg/{controllers,bgp,utils}` of kube-router (0.4 to 2.x), and `plugins` of
//! containernetworking/plugins.

use super::super::guard::Guard;
use super::{Text, text};

const FLANNEL: &str = "flannel";
const ANTREA: &str = "Antrea";
const KUBE_ROUTER: &str = "kube-router";
const PLUGIN: &str = "CNI plugin";

pub(super) const TEXTS: &[Text] = &[
    text(
        FLANNEL,
        &["CAP003", "CAP002", "CNI001"],
        &[
            "node %q{node} pod cidr not assigned",
            "node %s{node} pod cidr not assigned",
            "pod cidr not assigned",
        ],
    ),
    text(
        FLANNEL,
        &["MIG001", "CAP002"],
        &[
            "IPv6 is enabled but the lease has no IPv6",
            "missing IPv6 address on n.Spec.PodCIDRs",
        ],
    ),
    text(
        FLANNEL,
        &["MIG001", "CAP003"],
        &[
            "IPv4 is enabled but the lease has no IPv4",
            "missing IPv4 address on n.Spec.PodCIDRs",
        ],
    ),
    text(
        FLANNEL,
        &["MIG001", "CNI001"],
        &["flannel/pkg/subnet/kube.(*kubeSubnetManager)"],
    )
    .only(Guard::Has(&["panic", "nil pointer"])),
    text(
        FLANNEL,
        &["ADDR009", "ADDR008"],
        &["node %q{node} pod cidrs should be IPv4/IPv6 only or dualstack"],
    ),
    // pkg/backend/vxlan, pkg/ip/iface.go and pkg/trafficmngr of 0.27: IPv6 is switched off on the host, or its tools are not there.
    text(
        FLANNEL,
        &["NODE009"],
        &[
            "failed to ensure v6 address of interface %s{interface}",
            "failed to add v6 IP address %s{address} to %s{interface}",
            "failed to set interface flannel-v6%s{interface} to UP state",
            "failed to setup IPTables. ip6tables binary was not found",
            "Failed to setup IP6Tables.",
            "nftables: couldn't setup forward rules (ipv6)",
        ],
    ),
    text(
        FLANNEL,
        &["NODE006", "NODE002"],
        &["no interface with given IP found"],
    ),
    text(
        FLANNEL,
        &["NODE006", "NODE002"],
        &["Failed to find interface to use that matches the interfaces and/or regexes provided"],
    )
    .weak(),
    text(
        FLANNEL,
        &["NODE003"],
        &[
            "invalid public IP address: %s{address}",
            "invalid public IPv6 address: %s{address}",
        ],
    ),
    text(FLANNEL, &["ORD007"], &["Address is not an IPv6 address"]).only(Guard::Has(&["panic", "flannel"])),
    text(
        FLANNEL,
        &["NODE009", "NODE006", "NODE002"],
        &[
            "failed to find IPv6 address for interface",
            "failed to find IPv4 address for interface",
            "Unable to find default v6 route",
            "Failed to get default v6 interface",
            "no IPv6 address found for given interface",
            "no IPv4 address found for given interface",
            "no IPv6 addresses found for interface %s{interface}, retrying",
            "no IPv4 addresses found for interface %s{interface}, retrying",
            "no interface with given IPv6 found",
        ],
    ),
    text(
        FLANNEL,
        &["START002", "NODE006"],
        &[
            "v6 default route interface %s{second} must be the same with v4 default route interface %s{first}",
            "v6 interface %s{second} must be the same with v4 interface %s{first}",
        ],
    ),
    text(
        FLANNEL,
        &["CNI001"],
        &[
            "please define a correct Network parameter in the flannel config",
            "please define a correct IPv6Network parameter in the flannel config",
            "specified in the flannel net config doesn't contain",
            "but doesn't exist in the flannel net config of the",
            "could not find an ipv4 network in the flannel configuration",
            "could not find an ipv6 network in the flannel configuration",
            "could not find flannel ipv6 networks matching subnet %s{block}",
            "could not find flannel networks matching subnet %s{block}",
            "cannot add unknown CIDR to config: %s{range}",
            "none defined stack",
            "none matched ip stack",
        ],
    ),
    text(
        FLANNEL,
        &["CAP003", "CAP002", "CAP005"],
        &[
            "network must be able to accommodate at least four subnets",
            "Network is too small. Minimum useful network prefix is /28",
            "Network is too small. Minimum useful network prefix is /124",
            "max retries reached trying to acquire a subnet",
        ],
    ),
    text(FLANNEL, &["CAP003", "CAP002"], &["out of subnets"])
        .only(Guard::Says(&["flannel", "acquire lease"])),
    text(
        FLANNEL,
        &["START002", "CNI001"],
        &[
            "SubnetLen must be less than /",
            "SubnetMin is not in the range of the",
            "SubnetMax is not in the range of the",
            "SubnetMin is not on a SubnetLen boundary",
            "SubnetMax is not on a SubnetLen boundary",
        ],
    ),
    // Antrea.
    text(
        ANTREA,
        &["CAP003", "CAP002"],
        &[
            "Spec.PodCIDR is empty for Node %s{node}. Please make sure --allocate-node-cidrs is enabled",
            "PodCIDR is empty for Node",
        ],
    ),
    text(
        ANTREA,
        &["CAP003", "MIG001"],
        &["failed to find valid IPv4 PodCIDR"],
    ),
    text(
        ANTREA,
        &["NODE001", "NODE006"],
        &[
            "K8s Node should have an IPv%d{family} address if IPv%d{pods} Pod CIDR is defined",
            "Node does not have IP for family",
        ],
    ),
    text(
        ANTREA,
        &["NODE001"],
        &["failed to install route to peer %s{node} (%s{address}) with netlink"],
    ),
    text(
        ANTREA,
        &["NODE001"],
        &["gateway, source, and destination ip are not the same IP family"],
    )
    .only(Guard::Has(&[
        "antrea",
        "route to peer",
        "node_route",
        "kube-router",
    ])),
    text(
        ANTREA,
        &["ADDR008"],
        &[
            "One IPv6 PodCIDR is already configured on this Node, ignor",
            "One IPv4 PodCIDR is already configured on this Node, ignor",
            "at most one cluster CIDR may be specified for each IP family",
        ],
    ),
    text(
        ANTREA,
        &["ADDR009"],
        &["at most two cluster CIDRs may be specified"],
    ),
    text(
        ANTREA,
        &["CAP001"],
        &[
            "the Node IPv6 CIDR size is too big, the cluster CIDR mask size cannot be greater than 16 more than",
            "the Node IPv%d{family} CIDR mask size %d{mask} is invalid, should be between",
        ],
    ),
    text(
        ANTREA,
        &["START001"],
        &[
            "at least one cluster CIDR must be specified",
            "the Service CIDR %s{range} is invalid",
            "Service CIDR v6 %s{range} is invalid",
            "cluster CIDRs %s{ranges} is invalid",
        ],
    ),
    text(
        ANTREA,
        &["CAP008"],
        &[
            "address for Pod %s{pod}: all IPPools exhausted",
            "failed to allocate IP: Pool %s{pool} is ex",
        ],
    ),
    text(
        ANTREA,
        &["WIN001", "WIN002"],
        &["IPv6 is not supported on Windows"],
    ),
    text(
        ANTREA,
        &["START002"],
        &[
            "Multicast is not supported on an IPv6-only cluster",
            "doesn't not support IPv6 only cluster",
        ],
    ),
    text(
        ANTREA,
        &["NODE009"],
        &["NFTables IPv6 not supported on this Node"],
    ),
    text(ANTREA, &["NODE008"], &["IPv6 forwarding is not enabled"]),
    // kube-router.
    text(
        KUBE_ROUTER,
        &["NODE001", "NODE006", "NODE009", "NODE002"],
        &[
            "IPv6 was enabled but no IPv6 address was found on node",
            "IPv4 was enabled but no IPv4 address was found on node",
            "IPv6 was enabled, but no IPv6 address was found on node",
            "IPv4 was enabled, but no IPv4 address was found on node",
            "IPv6 was enabled, but no IPv6 address was found on the node",
            "IPv4 was enabled, but no IPv4 address was found on the node",
            "List of local addresses did not contain a valid IPv%d{family} address, but IPv%d{enabled} was enabled in kube-router",
            "but we couldn't find any available IPv%d{family} node IPs",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["NODE001", "NODE006"],
        &[
            "could not find an IPv%d{family} address on node to set as nexthop for vip: %s{address}",
            "not able to find an appropriate configured IP address on node for destination IP family",
            "Error advertising route: invalid nexthop address",
            "invalid nexthop address: <nil>",
            "does not match family for VIP IP: %s{address}, unable to proceed",
            "not able to add route as destination %s{range} and gateway %s{address} are not in the same IP family",
            "uses a different protocol than our primary IP",
            "but node is not enabled for IPv%d{family} or does not have any IPv%d{addresses} addresses configured for it",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["NODE006", "NODE010"],
        &[
            "failed to find interface with specified node ip",
            "primary node IP %s{address} is not assigned to any interface",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["NODE006", "NODE010"],
        &["failed find the subnet of the node IP and interface onwhich its configured"],
    )
    .weak(),
    text(
        KUBE_ROUTER,
        &["START002"],
        &[
            "router-id must be specified in ipv6 operation",
            "router-id must be specified when primary node IP is an IPv6 address",
            "specified in %s{flag} while IPv%d{family} is disabled",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["ORD010", "START002"],
        &["failed to listen grpc port: listen tcp: address %s{address}: too many colons in address"],
    ),
    text(
        KUBE_ROUTER,
        &["ADDR009"],
        &[
            "too many CIDRs provided in %s{flag} parameter, only two addresses are allowed at once for dual-stack",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["LB002", "LB001"],
        &[
            "IPv%d{family} address required, but no IPv%d{ranges} ranges available",
            "unable to allocate dual-stack addresses",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["ADDR026"],
        &["%s{address}: conflicts with cluster IP range"],
    ),
    text(
        KUBE_ROUTER,
        &["NODE009"],
        &[
            "Failed to set /proc/sys/net/ipv6/conf/all/disable_ipv6. IPv6 may not work",
            "Failed to allocate IPv6 iptables handler",
            "Failed to allocate IPv6 ipset handler",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["CAP003", "CAP002"],
        &[
            "Failed to get pod CIDR from node spec. kube-router relies on kube-controller-manager to allocate pod CIDR for the node",
            "Failed to get pod CIDRs from node spec. kube-router relies on kube-controller-manager to",
            "node.Spec.PodCIDR not set for node",
            "node.Spec.PodCIDRs empty for node",
            "Couldn't determine PodCIDR of the %s{node} node",
            "Couldn't determine any Pod CIDRs for the %s{node} node",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["CAP003", "CAP002"],
        &[
            "failed to get pod CIDR details from Node.spec",
            "failed to get pod CIDRs detail from Node.spec",
        ],
    )
    .weak(),
    // containernetworking/plugins.
    text(
        "host-local",
        &["CAP008"],
        &["no IP addresses available in range set"],
    ),
    text(
        "host-local",
        &["CAP003", "CAP002", "MIG001"],
        &["no IP ranges specified"],
    )
    .only(Guard::Says(&["host-local", "cni", "plugin", "sandbox"])),
    text(
        "host-local",
        &["ADDR005"],
        &[
            "Network has host bits set. For a subnet mask of length %d{length} the network address is %s{address}",
        ],
    ),
    text(
        PLUGIN,
        &["MIG003", "CAP014"],
        &["already has an IP address different from %s{address}"],
    ),
    text(
        PLUGIN,
        &["NODE009"],
        &[
            "failed to add IP addr {Version:6",
            "failed to add IP addr %s{address} to %s{interface}: permission denied",
            "failed to add IP addr %s{address} to %q{interface}: permission denied",
            "failed to set bridge addr: could not add IP address to \"cni0\": permission denied",
            "could not add IP address to %q{interface}: permission denied",
            "could not add IP address %s{address} to %q{interface}: permission denied",
            "failed to enable IPv6 for interface %q{interface}",
        ],
    ),
    text(
        PLUGIN,
        &["ADDR008", "CNI009"],
        &[
            "mixed address families",
            "does not support more than 1 address per family",
        ],
    ),
    text(
        "win-overlay",
        &["WIN001"],
        &["win-overlay doesn't support IPv6 now"],
    ),
    text(
        FLANNEL,
        &["NODE009", "NODE006"],
        &[
            "failed to setup ipv6 peer",
            "failed to add ipv6 route to",
            "error getting IPv6 addresses for",
        ],
    ),
    // kube-router: pkg/controllers/{routing,netpol,lballoc} and pkg/svcip of 2.7.
    text(
        KUBE_ROUTER,
        &["NODE009"],
        &[
            "Failed to enable ip6tables for bridge",
            "IPv%d{family} is enabled but nftables interface for IPv%d{same} is not initialized",
        ],
    ),
    text(
        KUBE_ROUTER,
        &["ADDR009"],
        &["too many CIDRs provided in %s{flag} parameter, only two"],
    ),
    text(
        KUBE_ROUTER,
        &["LB002"],
        &["no IPv6 ranges specified", "no IPv4 ranges specified"],
    ),
    // plugins/meta/portmap of containernetworking.
    text(
        PLUGIN,
        &["NODE009"],
        &["neither iptables nor ip6tables is usable"],
    ),
];
