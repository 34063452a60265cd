//! MetalLB and kube-vip.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "{\"caller\":\"service.go:140\",\"error\":\"no available IPs in pool \\\"v4\\\" for IPv6 IPFamily\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"op\":\"allocateIPs\"}",
        &["LB002", "LB001"],
    ),
    (
        "Warning  AllocationFailed  2m  metallb-controller  Failed to allocate IP for \"default/web\": no available IPs in pool \"v4\"",
        &["LB001", "LB002"],
    ),
    (
        "{\"caller\":\"service.go:140\",\"error\":\"no suitable pool for IPv6 IPFamily\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"op\":\"allocateIPs\"}",
        &["LB002", "LB001"],
    ),
    (
        "{\"caller\":\"service.go:140\",\"error\":\"pool v4 not compatible for ip assignment\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"op\":\"allocateIPs\"}",
        &["LB002", "LB001"],
    ),
    (
        "Warning  AllocationFailed  2m  metallb-controller  Failed to allocate IP for \"default/web\": no available IPs",
        &["LB001", "LB002"],
    ),
    (
        "Warning  AllocationFailed  2m  metallb-controller  Failed to allocate IP for \"default/web\": unknown pool \"dual\"",
        &["LB001", "LB002"],
    ),
    (
        "{\"caller\":\"service.go:140\",\"error\":\"requested loadBalancer IP(s) [\\\"192.0.2.4\\\"] is not compatible with requested address pool v6\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"op\":\"allocateIPs\"}",
        &["LB003"],
    ),
    (
        "{\"caller\":\"service.go:150\",\"error\":\"IP for wrong family assigned alloc IPv4 service family IPv6\",\"level\":\"error\",\"msg\":\"bug\"}",
        &["LB003"],
    ),
    (
        "Warning  AllocationFailed  2m  metallb-controller  Failed to allocate IP for \"default/web\": requested spec.loadBalancerIP \"192.0.2.4\" does not match the ipFamily of the service",
        &["LB003"],
    ),
    (
        "{\"caller\":\"config.go:88\",\"error\":\"CIDR \\\"192.168.1.0/24\\\" in pool \\\"b\\\" overlaps with already defined CIDR \\\"192.168.1.0/25\\\"\",\"level\":\"error\",\"msg\":\"configuration is invalid\"}",
        &["ADDR026", "LB002"],
    ),
    (
        "I1122 09:12:01.118230       1 loadBalancer.go:201] kube-vip-cloud-provider: no address pools could be found",
        &["LB001", "LB002"],
    ),
    (
        "E1122 09:12:01.118230       1 ipam.go:88] no addresses available in [default] range [192.168.1.200-192.168.1.210]",
        &["LB001", "LB002"],
    ),
    (
        "E1122 09:12:01.118230       1 loadBalancer.go:301] could not find suitable pool for the IP family of the service",
        &["LB002", "LB001"],
    ),
    (
        "E1122 09:12:01.118230       1 loadBalancer.go:301] service requires dual-stack, but the configuration does not have both IPv4 and IPv6 pools listed for the namespace",
        &["LB002", "LB001"],
    ),
    (
        "E1122 09:12:01.118230       1 loadBalancer.go:301] could not allocate required IP addresses for RequireDualStack service: no addresses",
        &["LB002", "LB001"],
    ),
    (
        "W1122 09:12:01.118230       1 loadBalancer.go:301] PreferDualStack service will be single-stack because of error: no addresses",
        &["LB002", "LB001"],
    ),
    (
        "E1122 09:12:01.118230       1 loadBalancer.go:301] could not allocate any IP address for PreferDualStack service: no addresses",
        &["LB002", "LB001"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=error msg=\"failed to find IPv6 address on the interface \\\"eth0\\\"\"",
        &["NODE006", "NODE009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=error msg=\"failed to get non link-local IPv6 address: none\"",
        &["NODE006", "NODE009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"parsing BGP peers: no matching ] found for IPv6 BGP Peer\"",
        &["ORD010"],
    ),
    (
        "E1122 09:12:01.118230       1 ipam.go:88] kube-vip: no addresses available in pool",
        &["LB001", "LB002"],
    ),
    (
        "{\"caller\":\"service.go:99\",\"error\":\"Service requires dual stack but not enough clusterips [10.96.4.7]\",\"level\":\"error\",\"msg\":\"IP allocation failed\",\"op\":\"allocateIPs\"}",
        &["SVC004", "SVC005"],
    ),
    (
        "{\"caller\":\"service.go:99\",\"error\":\"requires dual stack but clusterips are not dual stack\",\"level\":\"error\",\"msg\":\"IP allocation failed\"}",
        &["SVC004", "SVC005"],
    ),
    (
        "Warning  LoadBalancerFailed  2m  metallb-controller  Failed to retrieve LBIPs IPFamily for \"[10.96.4.7 10.96.4.8 10.96.4.9]\": IPFamilyForAddresses: invalid ips length 3",
        &["LB003", "LB002"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"IPFamilyForAddresses: same address family \\\"[10.96.4.7 10.96.4.8 10.96.4.9]\\\"\"}",
        &["LB003"],
    ),
    (
        "{\"level\":\"error\",\"op\":\"setBalancer\",\"error\":\"Failed to retrieve ClusterIPs IPFamily for \\\"[10.96.4.7 10.96.4.8 10.96.4.9]\\\"\"}",
        &["SVC009"],
    ),
    (
        "{\"level\":\"error\",\"op\":\"setBalancer\",\"error\":\"invalid ClusterIPs [10.96.4.7] [10.96.4.8], can't determine family\"}",
        &["SVC009"],
    ),
    (
        "{\"level\":\"error\",\"error\":\"pool \\\"v6\\\" has ipv6 CIDR fd00:10::/64, native bgp mode does not support ipv6\",\"msg\":\"failed to parse the configuration\"}",
        &["LB002", "LB017"],
    ),
    (
        "{\"level\":\"error\",\"error\":\"pool \\\"v6\\\" has dualstackaddressfamily flag set on native bgp mode\",\"msg\":\"failed to parse the configuration\"}",
        &["LB002", "LB017"],
    ),
    (
        "admission webhook \"ipaddresspoolvalidationwebhook.metallb.io\" denied the request: invalid CIDR \"fd00:10::/64\" in pool \"v6\"",
        &["START002"],
    ),
    (
        "admission webhook \"ipaddresspoolvalidationwebhook.metallb.io\" denied the request: invalid IP range \"fd00:10::/64\"",
        &["START002"],
    ),
    (
        "admission webhook \"ipaddresspoolvalidationwebhook.metallb.io\" denied the request: invalid aggregation length \"129\" for IPv6",
        &["START002"],
    ),
    (
        "admission webhook \"ipaddresspoolvalidationwebhook.metallb.io\" denied the request: invalid aggregation length \"129\" for IPv4",
        &["START002"],
    ),
];
