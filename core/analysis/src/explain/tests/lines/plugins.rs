//! flannel, Antrea, kube-router, and the plugins of containernetworking.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "E0711 10:00:00.000000       1 main.go:384] Error registering network: failed to acquire lease: node \"n2\" pod cidr not assigned",
        &["CNI001"],
    ),
    (
        "I1122 09:12:01.118230       1 kube.go:304] Error turning node \"n1\" to lease: missing IPv6 address on n.Spec.PodCIDRs",
        &["MIG001", "CAP002"],
    ),
    (
        "I1122 09:12:01.118230       1 kube.go:304] Error turning node \"n1\" to lease: missing IPv4 address on n.Spec.PodCIDRs",
        &["MIG001", "CAP003"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: failed to acquire lease: node \"n1\" pod cidrs should be IPv4/IPv6 only or dualstack",
        &["ADDR009", "ADDR008"],
    ),
    ("panic: Address is not an IPv6 address", &["ORD007"]),
    (
        "W1122 09:12:01.118230       1 iface.go:71] no IPv6 address found for given interface",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "W1122 09:12:01.118230       1 iface.go:71] No IPv4 address found for given interface",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "W1122 09:12:01.118230       1 iface.go:71] no IPv6 addresses found for interface eth0, retrying",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "W1122 09:12:01.118230       1 iface.go:71] no IPv4 addresses found for interface eth0, retrying",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 kube.go:641] cannot add unknown CIDR to config: 10.10.0.0/16",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: failed to acquire lease: max retries reached trying to acquire a subnet",
        &["CAP003", "CAP005", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: failed to acquire lease: out of subnets",
        &["CAP003", "CAP002"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Error running agent: error initializing agent: PodCIDR is empty for Node n1",
        &["CAP003", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 agent.go:1301] \"Spec.PodCIDR is empty for Node. Please make sure --allocate-node-cidrs is enabled for kube-controller-manager and --cluster-cidr specifies a sufficient CIDR range\" nodeName=\"n1\"",
        &["CAP003", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 noderoute_controller.go:301] \"Failed\" err=\"failed to find valid IPv4 PodCIDR\"",
        &["CAP003", "MIG001"],
    ),
    (
        "F0101 10:00:00.000000       1 main.go:53] Error running agent: error initializing agent: K8s Node should have an IPv6 address if IPv6 Pod CIDR is defined",
        &["NODE001", "NODE006"],
    ),
    (
        "W1122 09:12:01.118230       1 npl_controller.go:201] \"Node does not have IP for family\" ipFamily=\"IPv6\"",
        &["NODE001", "NODE006"],
    ),
    (
        "E0715 15:34:18.049419       1 node_route_controller.go:344] Error syncing Node zhecheng-ipv6-1-0, requeuing. Error: failed to install route to peer zhecheng-ipv6-1-0 (10.176.26.41) with netlink. Route config: {Ifindex: 0 Dst: 2001:db8:42::/64 Src: <nil> Gw: 10.176.26.41 Flags: [] Table: 0}. Error: gateway, source, and destination ip are not the same IP family",
        &["NODE001"],
    ),
    (
        "E0715 15:34:18.049419       1 node_route_controller.go:344] Error syncing Node n2, requeuing. Error: failed to install route to peer n2 (192.168.1.12) with netlink. Route config: {Ifindex: 0}. Error: invalid argument",
        &["NODE001"],
    ),
    (
        "W1122 09:12:01.118230       1 node_config.go:120] One IPv6 PodCIDR is already configured on this Node, ignore the IPv6 subnet CIDR fd00:10:245::/64",
        &["ADDR008"],
    ),
    (
        "W1122 09:12:01.118230       1 agent.go:1320] \"One IPv4 PodCIDR is already configured on this Node, ignoring the IPv4 Subnet CIDR\" subnet=\"10.245.0.0/24\"",
        &["ADDR008"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: at most one cluster CIDR may be specified for each IP family",
        &["ADDR008"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: at most two cluster CIDRs may be specified",
        &["ADDR009"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: the Node IPv6 CIDR size is too big, the cluster CIDR mask size cannot be greater than 16 more than the Node IPv6 CIDR mask size",
        &["CAP001"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: the Node IPv6 CIDR mask size 60 is invalid, should be between 64 and 126",
        &["CAP001"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: at least one cluster CIDR must be specified",
        &["START001"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: the Service CIDR 10.96.0.0 is invalid",
        &["START001"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Error running agent: Service CIDR v6 fd00:10:96:: is invalid",
        &["START001"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: cluster CIDRs [10.244.0.0] is invalid",
        &["START001"],
    ),
    (
        "plugin type=\"antrea\" failed (add): failed to allocate IPv6 address for Pod default/web: all IPPools exhausted",
        &["CAP008"],
    ),
    (
        "plugin type=\"antrea\" failed (add): failed to allocate IP: Pool pool-1 is exausted",
        &["CAP008"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Error running agent: IPv6 is not supported on Windows",
        &["WIN001", "WIN002"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Failed to validate: Multicast is not supported on an IPv6-only cluster",
        &["START002"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Antrea Mutli-cluster doesn't not support IPv6 only cluster",
        &["START002"],
    ),
    (
        "W1122 09:12:01.118230       1 nftables.go:88] \"NFTables IPv6 not supported on this Node\" err=\"exit status 1\"",
        &["NODE009"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:53] Error running agent: IPv6 forwarding is not enabled",
        &["NODE008"],
    ),
    (
        "Failed to run kube-router: Failed to create network routing controller: IPv6 was enabled, but no IPv6 address was found on the node",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "Failed to run kube-router: Failed to create network routing controller: IPv4 was enabled, but no IPv4 address was found on the node",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "Failed to run kube-router: IPv4 was enabled, but no IPv4 address was found on node",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "Failed to run kube-router: IPv6 was enabled, but no IPv6 address was found on node",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "W1122 09:12:01.118230       1 network_routes_controller.go:1001] List of local addresses did not contain a valid IPv6 address, but IPv6 was enabled in kube-router's CLI options. BGP may not work as expected!",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 network_routes_controller.go:701] previous logic marked this node as IPv6 capable, but we couldn't find any available IPv6 node IPs, this shouldn't happen",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 ecmp_vip.go:301] error advertising IP: \"fd00:10:96::a\", error: could not find an IPv6 address on node to set as nexthop for vip: fd00:10:96::a",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 network_routes_controller.go:501] not able to find an appropriate configured IP address on node for destination IP family: IPv6",
        &["NODE001", "NODE006"],
    ),
    (
        "2025-11-13T12:27:06.433971867+08:00 stderr F E1113 04:27:06.433945  789979 network_routes_controller.go:393] Error advertising route: invalid nexthop address: <nil>",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 linux_networking.go:301] nodeIP 192.168.1.11 does not match family for VIP IP: fd00:10:96::a, unable to proceed",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 network_routes_controller.go:601] not able to add route as destination fd00:10:244:1::/64 and gateway 192.168.1.12 are not in the same IP family - this shouldn't ever happen from IPs that kube-router advertises, but if it does report it as a bug",
        &["NODE001", "NODE006"],
    ),
    (
        "W1122 09:12:01.118230       1 bgp_peers.go:120] Not peering with Node n2 as it's primary IP (fd00::12) uses a different protocol than our primary IP (192.168.1.11)",
        &["NODE001", "NODE006"],
    ),
    (
        "W1122 09:12:01.118230       1 network_routes_controller.go:1020] was configured to listen on fd00::11, but node is not enabled for IPv6 or does not have any IPv6 addresses configured for it, skipping",
        &["NODE001", "NODE006"],
    ),
    (
        "Failed to run kube-router: Failed to create network routing controller: Failed find the subnet of the node IP and interface onwhich its configured: Failed to find interface with specified node ip",
        &["NODE006", "NODE010"],
    ),
    (
        "Failed to run kube-router: primary node IP 203.0.113.7 is not assigned to any interface",
        &["NODE006", "NODE010"],
    ),
    (
        "Failed to run kube-router: failed find the subnet of the node IP and interface onwhich its configured: Link not found",
        &["NODE006", "NODE010"],
    ),
    (
        "Failed to run kube-router: Failed to create network routing controller: Router-id must be specified in ipv6 operation",
        &["START002"],
    ),
    (
        "Failed to run kube-router: Failed to create network routing controller: router-id must be specified when primary node IP is an IPv6 address",
        &["START002"],
    ),
    (
        "Failed to run kube-router: IPv6 CIDR fd00:10:96::/112 specified in --service-cluster-ip-range while IPv6 is disabled",
        &["START002"],
    ),
    (
        "time=\"2020-09-14T20:28:03Z\" level=fatal msg=\"failed to listen grpc port: listen tcp: address 2a0a:e5c0:2:2:0:84ff:fe41:f263:50051: too many colons in address\"",
        &["ORD010", "START002"],
    ),
    (
        "Failed to run kube-router: too many CIDRs provided in --service-cluster-ip-range parameter, only two addresses are allowed at once for dual-stack",
        &["ADDR009"],
    ),
    (
        "E1122 09:12:01.118230       1 lballoc.go:401] can not allocate address for web in default: unable to allocate dual-stack addresses: IPv6: IPv6 address required, but no IPv6 ranges available",
        &["LB002", "LB001"],
    ),
    (
        "E1122 09:12:01.118230       1 lballoc.go:401] unable to allocate dual-stack addresses: no IPs left",
        &["LB002", "LB001"],
    ),
    (
        "W1122 09:12:01.118230       1 service_validation.go:88] Service default/web: rejecting externalIP 10.96.3.4: conflicts with cluster IP range",
        &["ADDR026"],
    ),
    (
        "E1122 09:12:01.118230       1 kube-router.go:201] Failed to set /proc/sys/net/ipv6/conf/all/disable_ipv6. IPv6 may not work: no such file or directory",
        &["NODE009"],
    ),
    (
        "F1122 09:12:01.118230       1 kube-router.go:301] Failed to allocate IPv6 iptables handler: exec failed",
        &["NODE009"],
    ),
    (
        "F1122 09:12:01.118230       1 kube-router.go:301] Failed to allocate IPv6 ipset handler: exec failed",
        &["NODE009"],
    ),
    (
        "F1122 09:12:01.118230       1 network_routes_controller.go:301] Failed to get pod CIDRs from node spec. kube-router relies on kube-controller-manager toallocate pod CIDRs for the node or an annotation `kube-router.io/pod-cidrs`. Error: none",
        &["CAP003", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 network_routes_controller.go:301] node.Spec.PodCIDR not set for node: n1",
        &["CAP003", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 network_routes_controller.go:301] node.Spec.PodCIDRs empty for node: n1",
        &["CAP003", "CAP002"],
    ),
    (
        "W1122 09:12:01.118230       1 network_routes_controller.go:301] Couldn't determine PodCIDR of the n1 node",
        &["CAP003", "CAP002"],
    ),
    (
        "W1122 09:12:01.118230       1 network_routes_controller.go:301] Couldn't determine any Pod CIDRs for the n1 node, skipping",
        &["CAP003", "CAP002"],
    ),
    (
        "Failed to run kube-router: failed to get pod CIDR details from Node.spec: nodes \"n1\" not found",
        &["CAP003", "CAP002"],
    ),
    (
        "Failed to run kube-router: failed to get pod CIDRs detail from Node.spec: nodes \"n1\" not found",
        &["CAP003", "CAP002"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"bridge\" failed (add): plugin host-local: no IP ranges specified",
        &["CAP003", "MIG001", "CAP002"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"host-local\" failed (add): invalid range set 0: Network has host bits set. For a subnet mask of length 24 the network address is 10.244.1.0",
        &["ADDR005"],
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to add IP addr {Version:6 Interface:0xc00 Address:{IP:fd00::2}} to \"eth0\": permission denied",
        &["NODE009"],
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to set bridge addr: could not add IP address fd00:10:244::1/64 to \"cni0\": permission denied",
        &["NODE009"],
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to enable IPv6 for interface \"eth0\" (net/ipv6/conf/eth0/disable_ipv6=0): read-only file system",
        &["NODE009"],
    ),
    (
        "plugin type=\"host-local\" failed (add): failed to parse: mixed address families",
        &["ADDR008", "CNI009"],
    ),
    (
        "plugin type=\"bridge\" failed (add): CNI version 0.2.0 does not support more than 1 address per family",
        &["ADDR008", "CNI009"],
    ),
    (
        "plugin type=\"win-overlay\" failed (add): win-overlay doesn't support IPv6 now",
        &["WIN001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] failed to acquire lease: node n2 pod cidr not assigned",
        &["CAP003", "CNI001", "CAP002"],
    ),
    (
        "F1122 antrea-agent: error initializing agent: Spec.PodCIDR is empty for Node n1. Please make sure --allocate-node-cidrs is enabled for kube-controller-manager and --cluster-cidr specifies a sufficient CIDR range",
        &["CAP003", "CAP002"],
    ),
    (
        "time=\"2025-05-18T16:23:42+08:00\" level=fatal msg=\"unable to initialize network policy controller: IPv6 was enabled but no IPv6 address was found on node\"",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "Failed to run kube-router: IPv4 was enabled but no IPv4 address was found on node",
        &["NODE001", "NODE006", "NODE009", "NODE002"],
    ),
    (
        "E1113 04:27:06.433945  789979 ecmp_vip.go:93] invalid nexthop address: <nil>",
        &["NODE001", "NODE006"],
    ),
    (
        "Failed to get pod CIDR from node spec. kube-router relies on kube-controller-manager to allocate pod CIDR for the node or an annotation `kube-router.io/pod-cidr`. Error: node.Spec.PodCIDR not set for node: n1",
        &["CAP003", "CAP002"],
    ),
    (
        "networkPlugin cni failed to set up pod \"coredns-abc\" network: failed to allocate for range 0: no IP addresses available in range set: 10.244.0.1-10.244.0.254",
        &["CAP008"],
    ),
    (
        "failed to set bridge addr: \"cni0\" already has an IP address different from 10.244.2.1/24",
        &["MIG003", "CAP014"],
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to set bridge addr: could not add IP address to \"cni0\": permission denied",
        &["NODE009"],
    ),
    (
        "plugin type=\"bridge\" failed (add): could not add IP address to \"eth1\": permission denied",
        &["NODE009"],
    ),
    (
        "E1122 09:12:01.118230       1 wireguard_network.go:150] failed to setup ipv6 peer (10.0.0.7): operation not supported",
        &["NODE009", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 wireguard_network.go:150] failed to add ipv6 route to (10.0.0.7): operation not supported",
        &["NODE009", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 wireguard_network.go:150] error getting IPv6 addresses for (10.0.0.7): operation not supported",
        &["NODE009", "NODE006"],
    ),
    (
        "plugin type=\"bridge\" failed (add): failed to add IP addr {Interface:0xc0000a {IP:fd00:10:244::5 Mask:ffffffffffffffff0000000000000000} Gateway:fd00:10:244::1} to \"eth0\": permission denied",
        &["NODE009"],
    ),
    (
        "F1122 09:00:00.000000       1 network_services_controller.go:301] Failed to enable ip6tables for bridge. Network policies and service proxy may not work: no such file",
        &["NODE009"],
    ),
    (
        "E1122 09:00:00.000000       1 npc_nftables.go:401] IPv6 is enabled but nftables interface for IPv6 is not initialized",
        &["NODE009"],
    ),
    (
        "F1122 09:00:00.000000       1 kube-router.go:90] too many CIDRs provided in --service-cluster-ip-range parameter, only two addresses are allowed at once for dual-stack",
        &["ADDR009"],
    ),
    (
        "E1122 09:00:00.000000       1 lballoc.go:295] no IPv6 ranges specified",
        &["LB002"],
    ),
    (
        "E1122 09:00:00.000000       1 lballoc.go:292] no IPv4 ranges specified",
        &["LB002"],
    ),
    (
        "failed to setup network for sandbox \"ab\": plugin type=\"portmap\" failed (add): neither iptables nor ip6tables is usable",
        &["NODE009"],
    ),
    (
        "CNI request failed with status 400: '[kube-system/coredns-6d8c4cb4d-wqdvh 53503b62] failed to configure pod interface: failed to add IP addr 2000:1024:0:1::4/64 to eth0: permission denied",
        &["NODE009"],
    ),
];
