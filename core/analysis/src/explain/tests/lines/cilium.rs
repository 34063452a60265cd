//! Cilium.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "level=warning msg=\"Waiting for k8s node information\" error=\"required IPv6 PodCIDR not available\" subsys=k8s",
        &["CNI005", "CAP002", "MIG001"],
    ),
    (
        "level=fatal msg=\"Cannot autocomplete node addresses\" error=\"IPv6 allocation CIDR is not configured. Please specificy --ipv6-range\" subsys=daemon",
        &["CNI005", "CAP002", "MIG001"],
    ),
    (
        "level=fatal msg=\"Cannot autocomplete node addresses\" error=\"IPv6 per node allocation prefix is not configured. Please specificy --ipv6-range\" subsys=daemon",
        &["CNI005", "CAP002", "MIG001"],
    ),
    (
        "level=warning msg=\"Waiting for k8s node information\" error=\"required IPv4 PodCIDR not available\" subsys=k8s",
        &["CAP003", "MIG001"],
    ),
    (
        "level=fatal msg=\"Cannot autocomplete node addresses\" error=\"IPv4 allocation CIDR is not configured. Please specificy --ipv4-range\" subsys=daemon",
        &["CAP003", "MIG001"],
    ),
    (
        "time=2026-11-22T09:12:01Z level=error msg=\"Start hook failed\" error=\"daemon creation failed: unable to connect to get node spec from apiserver: unable to derive PodCIDR via Node or CiliumNode resource\"",
        &["CAP003", "MIG001", "CAP002"],
    ),
    (
        "level=fatal msg=\"Unable to derive PodCIDR from Kubernetes node resource, giving up\" subsys=k8s",
        &["CAP003", "MIG001", "CAP002"],
    ),
    (
        "level=warning msg=\"Unable to allocate IP\" error=\"IPv6 allocation disabled\" subsys=ipam",
        &["CNI005"],
    ),
    (
        "level=fatal msg=\"Either IPv4 or IPv6 addressing must be enabled\" subsys=daemon",
        &["CNI005"],
    ),
    (
        "level=fatal msg=\"SRv6 requires IPv6.\" subsys=daemon",
        &["CNI005"],
    ),
    (
        "level=fatal msg=\"install-no-conntrack-iptables-rules requires IPv4 support.\" subsys=daemon",
        &["CNI005"],
    ),
    (
        "level=fatal msg=\"postinit failed\" error=\"external IPv4 node address could not be derived, please configure via --ipv4-node\" subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "level=fatal msg=\"failed to start: postinit failed: external IPv6 node address could not be derived, please configure via --ipv6-node\" subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "time=2026-11-22T09:12:01Z level=error msg=\"Start hook failed\" error=\"postinit failed: external node address could not be derived, please configure via --ipv4-node or --ipv6-node\"",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "time=\"2025-02-23T06:17:49.806446531Z\" level=error msg=\"No IPv6 support on node as ipv6 address is nil\" ipAddr.ipv4=10.0.0.7 ipAddr.ipv6=\"<nil>\" nodeName=node-1 subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "time=\"2025-02-23T06:17:49.806464032Z\" level=error msg=\"unable to connect to get node spec from apiserver\" error=\"node node-1 does not have an IPv6 address\" subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "level=fatal msg=\"Failed to initialize NodePort addrs\" error=\"Failed to determine IPv6 of enp0s8 for NodePort\" subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "level=fatal msg=\"Error while creating daemon\" error=\"Failed to determine IPv4 of eth1 for BPF masq\" subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "level=fatal msg=\"Invalid IPv6 node address\" ipAddr=192.168.1.11 subsys=daemon",
        &["NODE001", "NODE006", "CNI005"],
    ),
    (
        "level=warning msg=\"Unable to install direct node route {Ifindex: 0 Dst: fd00:10:244:1::/64}\" error=\"route to destination 2a10:4741::7 contains gateway fe80::1, must be directly reachable. Add `direct-routing-skip-unreachable` to skip unreachable routes\" subsys=linux-datapath",
        &["CNI016"],
    ),
    (
        "level=warning msg=\"route to destination contains gateway, skipping route as not directly reachable\" nodeIP=\"fd00:192:168:2::12\" gatewayIP=\"fe80::1\" subsys=linux-datapath",
        &["CNI016"],
    ),
    (
        "time=2024-08-31T20:26:09Z level=error msg=\"Start hook failed\" function=\"cmd.newDaemonPromise.func1 (cmd/daemon_main.go:1726) (agent.controlplane.daemon)\" error=\"daemon creation failed: error while initializing daemon: failed while reinitializing datapath: failed to enable direct routes for ipv6: invalid argument\"",
        &["NODE001", "CNI016"],
    ),
    (
        "level=warning msg=\"Unable to install direct node route {Ifindex: 0 Dst: fd00:10:244:1::/64 Src: <nil> Gw: <nil> Flags: [] Table: 0}\" error=\"invalid argument\" subsys=linux-datapath",
        &["CNI016", "NODE001"],
    ),
    (
        "level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration: native routing cidr must be configured with option --native-routing-cidr in combination with --masquerade --tunnel=disabled --ipam=hostscope-legacy\" subsys=daemon",
        &["CNI007"],
    ),
    (
        "Error: Unable to install Cilium: execution error at (cilium/templates/cilium-configmap.yaml:525:8): ipv4NativeRoutingCIDR or ipv6NativeRoutingCIDR must be set when routingMode is native",
        &["CNI007"],
    ),
    (
        "Error: INSTALLATION FAILED: execution error at (cilium/templates/validate.yaml:120:5): ipv6NativeRoutingCIDR is required",
        &["CNI007"],
    ),
    (
        "Error: INSTALLATION FAILED: execution error at (cilium/templates/validate.yaml:200:5): ipam.mode=multi-pool needs routingMode=native",
        &["START002"],
    ),
    (
        "level=fatal msg=\"BPF masquerade is not supported for IPv6.\" subsys=daemon",
        &["START002"],
    ),
    (
        "level=fatal msg=\"auto-direct-node-routes cannot be used with tunneling. Packets must be routed through the tunnel device.\" subsys=daemon",
        &["START002"],
    ),
    (
        "level=fatal msg=\"unable to run agent: failed to start: daemon configuration failed: failed to allocate router IPs: failed to configure router IP rules and routes: unable to install ip rule: gateway, source, and destination ip are not the same IP family\" subsys=daemon",
        &["CNI008"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"cluster-pool-ipv6-cidr must be provided when using ClusterPool\" subsys=cilium-operator-generic",
        &["CNI006", "CNI005"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"unable to initialize IPv6 allocator: CIDR is not v6 family: 10.244.0.0/16\" subsys=cilium-operator-generic",
        &["CNI006", "CNI005"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"unable to initialize IPv4 allocator: CIDR is not v4 family: fd00:10:244::/56\" subsys=cilium-operator-generic",
        &["CNI006", "CNI005"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"cluster-pool-ipv6-cidr must not be set if IPv6 is disabled\" subsys=cilium-operator-generic",
        &["CNI005"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"unable to initialize IPv4 allocator: requested CIDR 10.244.128.0/17 collides with clusterCIDR: 10.244.0.0/16, nodeMask: 24\" subsys=cilium-operator-generic",
        &["START002"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"unable to initialize IPv6 allocator: SubNetMask is invalid, should be lower or equal to 32 for IPv4 and to 128 for IPv6\" subsys=cilium-operator-generic",
        &["CAP001"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"unable to initialize IPv6 allocator New CIDR set failed; the node CIDR size is too big\" subsys=cilium-operator-generic",
        &["CAP001"],
    ),
    (
        "level=fatal msg=\"Unable to init cluster-pool allocator\" error=\"unable to initialize IPv6 allocator: netip.ParsePrefix(\\\"fd00:10:244::\\\"): no '/'\" subsys=cilium-operator-generic",
        &["CAP001", "CNI006"],
    ),
    (
        "status: {ipam: {operator-status: {error: \"unable to allocate CIDR [fd00:10:244:3::/64] since allocator for IPv6 addresses does not exist\"}}}",
        &["MIG004", "CNI005"],
    ),
    (
        "status: {ipam: {operator-status: {error: \"allocator not configured for the requested CIDR 10.0.3.0/24\"}}}",
        &["MIG003", "CNI006"],
    ),
    (
        "status: {ipam: {operator-status: {error: \"node has CIDRs allocated ([10.244.3.0/24]) that conflict with requested CIDRs [10.0.3.0/24]\"}}}",
        &["MIG003", "CNI006"],
    ),
    (
        "level=info msg=\"The router IP (10.0.3.91) considered for restoration does not belong in the Pod CIDR of the node. Discarding old router IP.\" cidr=\"[10.244.3.0/24]\" subsys=node",
        &["MIG003", "CNI006"],
    ),
    (
        "level=warning msg=\"unable to allocate\" error=\"Unable to allocate node CIDR for node worker-9. IPAMInfo: {IPv4: [clusterCIDR: 10.244.0.0/16, nodeMask: 24], IPv6: []}. Please check that your configuration is correct\" subsys=pod-cidr",
        &["CAP003", "CAP002"],
    ),
    (
        "level=error msg=\"Unable to update CiliumNode resource\" ipam=\"unable to allocate podCIDR: allocator full\" subsys=cilium-operator",
        &["CAP003", "CAP002"],
    ),
    (
        "{\"error\":\"failed to allocate ipv4 address for node \\\"worker-9\\\" from pool \\\"default\\\": pool empty\",\"level\":\"warning\",\"msg\":\"Failed to allocate PodCIDRs to node\",\"nodeName\":\"worker-9\",\"subsys\":\"ipam-allocator-multi-pool\"}",
        &["CAP003"],
    ),
    (
        "{\"error\":\"failed to allocate ipv6 address for node \\\"worker-9\\\" from pool \\\"default\\\": pool empty\",\"level\":\"warning\",\"msg\":\"Failed to allocate PodCIDRs to node\",\"nodeName\":\"worker-9\",\"subsys\":\"ipam-allocator-multi-pool\"}",
        &["CAP002"],
    ),
    (
        "{\"error\":\"cannot release from non-existing pool: default\",\"level\":\"warning\",\"msg\":\"Failed to allocate PodCIDRs to node\",\"nodeName\":\"worker-9\",\"subsys\":\"ipam-allocator-multi-pool\"}",
        &["CAP003", "CAP002"],
    ),
    (
        "level=error msg=\"failed to upsert pool\" error=\"cannot change IPv6 mask size in existing pool \\\"default\\\"\" subsys=cilium-operator",
        &["CAP014"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Unable to allocate IP\",\"error\":\"all pod CIDR ranges are exhausted\",\"subsys\":\"ipam\"}",
        &["CAP008", "CNI006"],
    ),
    (
        "level=fatal msg=\"Invalid IPv4 allocation prefix\" error=\"invalid CIDR address: 10.0.0.0\" v4Prefix=10.0.0.0 subsys=daemon",
        &["START002"],
    ),
    (
        "level=fatal msg=\"Invalid IPv6 allocation prefix\" error=\"invalid CIDR address: f00d::\" v6Prefix=\"f00d::\" subsys=daemon",
        &["START002"],
    ),
    (
        "level=fatal msg=\"Invalid IPv4 service prefix\" error=\"invalid CIDR address: 10.96.0.0\" subsys=daemon",
        &["START002"],
    ),
    (
        "level=fatal msg=\"Invalid IPv6 service prefix\" error=\"invalid CIDR address: fd00:10:96::\" subsys=daemon",
        &["START002"],
    ),
    (
        "level=fatal msg=\"Invalid per node IPv6 allocation prefix\" error=\"prefix length must be /96\" v6Prefix=\"f00d::a0a:0:0:0/64\" subsys=daemon",
        &["CNI015"],
    ),
    (
        "    message: There are no enabled CiliumLoadBalancerIPPools that match this service",
        &["LB001", "LB002"],
    ),
    (
        "    message: All enabled CiliumLoadBalancerIPPools that match this service ran out of allocatable IPs",
        &["LB001", "LB002"],
    ),
    (
        "{\"type\":\"cilium.io/IPAMRequestSatisfied\",\"status\":\"False\",\"reason\":\"no_pool\"}",
        &["LB001", "LB002"],
    ),
    (
        "{\"type\":\"cilium.io/IPAMRequestSatisfied\",\"status\":\"False\",\"reason\":\"out_of_ips\"}",
        &["LB001", "LB002"],
    ),
    (
        "level=warning msg=\"Unable to allocate IP\" error=\"IPv4 allocation disabled\" subsys=ipam",
        &["CNI005"],
    ),
    (
        "level=error msg=\"Unable to process\" error=\"IPv6 is not enabled\" subsys=daemon",
        &["CNI005"],
    ),
    (
        "level=fatal msg=\"native routing cidr must be configured with option --ipv6-native-routing-cidr in combination with --enable-ipv6 --enable-ipv6-masquerade --routing-mode=native --ipam=cluster-pool --enable-ipv6=true\"",
        &["CNI007"],
    ),
    (
        "level=fatal msg=\"failed to start: daemon creation failed: source and destination ip are not the same IP family\" subsys=daemon",
        &["CNI008"],
    ),
    (
        "plugin type=\"cilium-cni\" failed (add): unable to allocate IP via local cilium agent: [POST /ipam][502] postIpamFailure \"all CIDR ranges are exhausted\"",
        &["CAP008", "CNI006"],
    ),
    (
        "level=fatal msg=\"failed to start: IPv6 is enabled and ip6tables modules initialization failed: could not load module ip6table_mangle: exit status 1\" subsys=daemon",
        &["NODE009"],
    ),
    (
        "level=warning msg=\"failed to allocate router IPs: unable to allocate router IP for family ipv6: range is full\" subsys=daemon",
        &["CAP008"],
    ),
];
