//! Calico and the Tigera operator.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "error with field IPPool.Spec.IPIPMode = 'Always' (IPIPMode and VXLANMode cannot both be enabled on the same IP pool)",
        &["CNI010"],
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"IPIP encapsulation is not supported by IPv6 pools, but it is set for fd00:10:244::/56\"}",
        &["CNI010"],
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2021-11-22T09:12:01Z\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"Encapsulation is not supported by IPv6 pools, but it is set for fd00:10:244::/56\"}",
        &["CNI010"],
    ),
    (
        "error with field IPPool.Spec.CIDR = '10.244.0.0' (IPPool CIDR must be a valid subnet)",
        &["CAP016", "CNI002"],
    ),
    (
        "[error with field IPpool.CIDR = 'fd00:10:244::/124' (IP pool size is too small for use with Calico IPAM. It must be equal to or greater than the block size.)]",
        &["CAP016"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): failed to request 1 IPv4 addresses. IPAM allocated only 0",
        &["CAP016", "CAP008"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): no configured Calico pools for node worker-1",
        &["CAP016", "CAP008"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): cannot find a qualified ippool",
        &["CAP016", "CNI002"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): no configured Calico pools for host:worker-1",
        &["CAP016", "CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][4021] ipam/ipam.go 601: No free blocks found in any pool.",
        &["CAP016"],
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][4021] ipam/ipam.go 780: All addresses exhausted in pool 10.244.0.0/24",
        &["CAP016"],
    ),
    (
        "[WARNING][9] startup/startup.go 505: Couldn't autodetect an IPv4 address. If auto-detecting, choose a different autodetection method. Otherwise provide an explicit address.",
        &["NODE009", "NODE006", "NODE001"],
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][9] startup/autodetection_methods.go 103: Unable to auto-detect an IPv4 address using interface regexes [eth.*]: no valid host interfaces found",
        &["NODE009", "NODE006", "NODE001"],
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][9] startup/autodetection_methods.go 99: Unable to auto-detect an IPv4 address: no valid IPv4 addresses found on the host interfaces",
        &["NODE009", "NODE006", "NODE001"],
    ),
    (
        "[WARNING][9] startup/autodetection_methods.go 140: Unable to auto-detect IPv4 address by connecting to 2a01:4f8:242:3ce9::2: dial udp4: address 2a01:4f8:242:3ce9::2: no suitable address found",
        &["NODE006", "NODE009", "NODE001"],
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][64] monitor-addresses/startup.go 402: Autodetection of IPv6 address failed, keeping existing value: fd00:192:168:1::11",
        &["NODE006", "NODE009", "NODE001"],
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][9] startup/startup.go 420: autodetected IPv6 address does not match any addresses found on local interfaces: fd00:192:168:1::99",
        &["NODE006", "NODE009", "NODE001"],
    ),
    (
        "Error executing command: address for IP autodetection does not resolve to an IPv6 address: example.org",
        &["NODE006", "NODE009", "NODE001"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][9] startup/startup.go 151: No IPv4 or IPv6 addresses configured or detected, required for Calico networking",
        &["NODE006", "NODE009", "NODE001"],
    ),
    (
        "failed to set net.ipv6.conf.all.disable_ipv6=0: open /proc/sys/net/ipv6/conf/all/disable_ipv6: no such file or directory",
        &["NODE009"],
    ),
    (
        "plugin type=\"calico\" failed (add): usePodCidrIPv6 found but there is no IPv6 CIDR configured",
        &["MIG001", "CAP002"],
    ),
    (
        "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox \"8fcb9966\": invalid CIDR address: usePodCidrIPv6",
        &["MIG001", "CAP002"],
    ),
    (
        "plugin type=\"calico\" failed (add): usePodCidr found but there is no IPv4 CIDR configured",
        &["MIG001", "CAP003"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): no podCidr for node worker-1",
        &["CAP003", "CAP002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Could not resolve CalicoNetwork IPPool and kubeadm configuration\"}",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [FATAL][9] startup/startup.go 1012: Invalid CIDR specified in CALICO_IPV6POOL_CIDR 'fd00:10:244::'",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [FATAL][9] startup/startup.go 1008: Invalid CIDR specified in CALICO_IPV4POOL_CIDR '10.244.0.0'",
        &["CNI002"],
    ),
    (
        "error with field IPpool.CIDR = '169.254.0.0/17' (IP pool range overlaps with IPv4 Link Local range 169.254.0.0/16)",
        &["ADDR015"],
    ),
    (
        "error with field IPpool.CIDR = 'fe80::/64' (IP pool range overlaps with IPv6 Link Local range fe80::/10)",
        &["ADDR015"],
    ),
    (
        "error with field IPpool.CIDR = '10.244.0.1/16' (IP pool CIDR is not strictly masked)",
        &["ADDR005"],
    ),
    (
        "error with field IPPool.Spec.CIDR = '10.0.0.0/16' (IPPool CIDR cannot be modified)",
        &["MIG003"],
    ),
    (
        "error with field IPPool.Spec.BlockSize = '28' (IPPool BlockSize cannot be modified)",
        &["CAP014"],
    ),
    (
        "error with field IPPool.Spec.BlockSize = '28' (IPPool blocksSize conflicts with existing allocations that use a different blockSize)",
        &["CAP014"],
    ),
    (
        "error with field IPPool.Spec.CIDR = '10.244.0.0/16' (IPPool(extra) CIDR overlaps with IPPool(default-ipv4-ippool) CIDR 10.244.0.0/16)",
        &["START002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][9] startup.go 201: ClusterCIDR contains two ranges of the same type",
        &["ADDR008"],
    ),
    (
        "2026-11-22 09:12:01.118 [INFO][1] loadbalancer_controller.go 512: No ippools with allowedUse LoadBalancer found. Skipping IP assignment for Service default/web",
        &["LB002", "LB001"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"multiple IPv4 IPPools detected: only one IPPool per version is allowed\"}",
        &["ADDR008"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"multiple IPv6 pools detected: only one IPPool per version is allowed\"}",
        &["ADDR008"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_ippool\",\"msg\":\"Invalid Installation provided\",\"error\":\"IPv6 pool block size must be greater than 115 and less than or equal to 128\"}",
        &["START002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"ipPool.blockSize must be greater than 115 and less than or equal to 128\"}",
        &["START002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"IPIP is invalid for ipPool.encapsulation with AmazonVPC CNI and AmazonVPC IPAM\"}",
        &["START002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"Unencapsulated IP pools require that BGP is enabled\"}",
        &["START002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"bpf dataplane does not support dual stack\"}",
        &["LB014"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"IPv6 IP pool is specified but eBPF mode does not support IPv6\"}",
        &["LB014"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"IPv4 IPPool encapsulation IPIP is not supported by Calico for Windows\"}",
        &["WIN001"],
    ),
    (
        "error with field IPPool.Spec.CIDR = '10.244.0.1/16' (IPPool CIDR is not strictly masked)",
        &["ADDR005", "CAP016", "CNI002"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): failed to request IPv6 addresses: Assigned 0 out of 1 requested IPv6 addresses; No IPs available in pools: [fd00:10:244::/122]",
        &["CAP016", "CAP008"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"calico\" failed (add): Assigned 0 out of 1 requested IPv4 addresses",
        &["CAP016", "CAP008"],
    ),
    (
        "Couldn't autodetect an IPv6 address. If auto-detecting, choose a different autodetection method. Otherwise provide an explicit address.",
        &["NODE009", "NODE006", "NODE001"],
    ),
    (
        "Unable to auto-detect an IPv6 address: no valid IPv6 addresses found on the host interfaces",
        &["NODE009", "NODE006", "NODE001"],
    ),
    (
        "IPPool 192.168.0.0/16 is not within the platform's configured pod network CIDR(s)",
        &["CNI002"],
    ),
    (
        "Failed to create 'IPPool' resource: [error with field IPpool.IPIPMode = 'Always' (IPIPMode other than 'Never' is not supported on an IPv6 IP pool)]",
        &["CNI010"],
    ),
    (
        "Failed to apply 'IPPool' resource: [error with field IPpool.VXLANMode = 'Always' (VXLANMode other than 'Never' is not supported on an IPv6 IP pool)]",
        &["CNI010"],
    ),
    (
        "error with field IPPool.Spec.IPIPMode = 'Always' (IPIP is not supported on an IPv6 IP pool)",
        &["CNI010"],
    ),
    (
        "[error with field IPpool.CIDR = 'fd00:10:244::/124' (IPv6 pool size is too small (min /122) for use with Calico IPAM)]",
        &["CAP016"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] felix/int_dataplane.go 2400: Failed to set IPv6 forwarding sysctl: read-only file system",
        &["NODE008"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] felix/int_dataplane.go 2400: failed to set net.ipv6.conf.eth0.forwarding=1: read-only file system",
        &["NODE008"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] felix/int_dataplane.go 2400: failed to set net.ipv6.conf.eth0.proxy_ndp=1: read-only file system",
        &["NODE008"],
    ),
    (
        "plugin type=\"calico\" failed (add): failed to add IPv6 route for fd00::7/128 via fe80::1: permission denied",
        &["NODE009", "NODE006"],
    ),
    (
        "plugin type=\"calico\" failed (add): Error listing IPv6 addresses for the host side of the pod interface: permission denied",
        &["NODE009", "NODE006"],
    ),
    (
        "plugin type=\"calico\" failed (add): failed to get IPv6 addresses for host side of the pod interface: permission denied",
        &["NODE009", "NODE006"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] cni-plugin/utils.go 300: Failed to ipv6 getPodCidrs: no podCidr for node wk-1",
        &["CAP002", "MIG001", "CAP003"],
    ),
    (
        "2026-11-22 09:12:01.118 [FATAL][9] tunnel-ip-allocator/allocateip.go 400: Unable to autoassign an IPv6 address for vxlan tunnel address - pools are likely exhausted.",
        &["CNI002", "CAP016"],
    ),
    (
        "2026-11-22 09:12:01.118 [FATAL][9] tunnel-ip-allocator/allocateip.go 400: Unable to autoassign an IPv4 address for vxlan tunnel address - pools are likely exhausted.",
        &["CNI002", "CAP016"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] ipam/ipam.go 300: provided IPv4 IPPools list contains one or more IPv6 IPPools",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] ipam/ipam.go 300: provided IPv6 IPPools list contains one or more IPv4 IPPools",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] ipam/ipam.go 300: The provided IP address is not in a configured pool",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] ipam/ipam.go 300: the provided IP address 10.16.0.9 is not in a configured pool",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] ipam/ipam.go 300: failed to create default IPv6 ippool",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][60] ipam/ipam.go 300: failed to create default IPv4 ippool",
        &["CNI002"],
    ),
    (
        "2026-11-22 09:12:01.118 [ERROR][1] loadbalancer/loadbalancer_controller.go 800: at max only one ipv4 and one ipv6 address can be specified. Received 2 ipv4 and 0 ipv6 addresses",
        &["LB003"],
    ),
    (
        "2026-11-22 09:12:01.118 [WARNING][80] confd/client.go 700: ReachableBy address family does not match PeerIP",
        &["NODE010"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"IP pool CIDR (fd00:10::/64) is invalid\"}",
        &["START002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"Failed to parse platform's pod network CIDR\"}",
        &["START002"],
    ),
    (
        "{\"level\":\"error\",\"logger\":\"controller_installation\",\"msg\":\"Invalid Installation provided\",\"error\":\"invalid CIDR provided for node address autodetection\"}",
        &["START002"],
    ),
];
