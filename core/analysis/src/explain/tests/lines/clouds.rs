//! AWS, Google, Azure, OpenStack, Hetzner.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"name\":\"web\",\"error\":\"ValidationError: You must specify subnets with an associated IPv6 CIDR block.\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"ingress\",\"error\":\"IPv6 addresses can only be set for dualstack load balancers\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"gateway\",\"error\":\"IPv6Allocation can only be set for dualstack load balancers\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"subnets [subnet-0a1b] do not have an associated IPv6 CIDR block, which is required for dualstack load balancers\"}",
        &["LB004", "NODE006"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"unable to resolve at least one subnet. Evaluated 3 subnets: 1 are tagged for other clusters, 0 have insufficient available IP addresses, and 2 don't have an associated IPv6 CIDR block, which is required for dualstack load balancers\"}",
        &["LB004", "NODE006", "CAP018"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"ingress\",\"error\":\"unsupported v6 cidr 2001:db8::/32 when lb is not dualstack\"}",
        &["LB004", "LB012"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"unknown IPAddressType: ipv6\"}",
        &["LB007"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"targetGroupBinding\",\"error\":\"unsupported IPAddressType: dualstack\"}",
        &["LB007"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"ingress\",\"error\":\"conflicting IPAddressType: [dualstack ipv4]\"}",
        &["LB007"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"ingress\",\"error\":\"conflicting IngressClassParams ip-address-type: \\\"ipv4\\\" vs \\\"dualstack\\\"\"}",
        &["LB007"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"targetGroupBinding\",\"error\":\"invalid IP address type dualstack for TargetGroup web\"}",
        &["LB007"],
    ),
    (
        "api error ValidationError: 1 validation error detected: Value 'dualstack' at 'ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, ipv6]",
        &["LB007", "LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"enable-prefix-for-ipv6-source-nat annotation is only applicable to Network Load Balancers using Dualstack IP address type.\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"Invalid enable-prefix-for-ipv6-source-nat value: yes. Valid values are ['on', 'off'].\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"source-nat-ipv6-prefixes annotation can only be set for Network Load Balancers using Dualstack IP address type.\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"Invalid value in source-nat-ipv6-prefixes: 2001:db8::/64. Prefix length must be 80, but 64 is specified.\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"Number of values in source-nat-ipv6-prefixes (1) must match the number of subnets (3).\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"To enable prefix for source NAT, all associated subnets must have an IPv6 CIDR. Subnets without IPv6 CIDR: [subnet-0a1b].\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"gateway\",\"error\":\"SourceNatIPv6Prefix is only supported for Network LoadBalancers\"}",
        &["LB008"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"unable to resolve at least one subnet. Evaluated 3 subnets: 0 are tagged for other clusters, and 3 have insufficient available IP addresses\"}",
        &["CAP018"],
    ),
    (
        "E1122 09:12:01.118230       1 instances_v2.go:76] no Ipv6Addresses associated with the eni",
        &["NODE006", "NODE001"],
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"caller\":\"aws-k8s-agent/main.go:42\",\"msg\":\"IPv4 and IPv6 are both enabled. VPC CNI currently does not support dual stack mode\"}",
        &["LB014"],
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2022-11-22T09:12:01Z\",\"caller\":\"aws-k8s-agent/main.go:42\",\"msg\":\"IPv4 and IPv6 are both enabled. VPC CNI currently doesn't support dual stack mode\"}",
        &["LB014"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"aws-k8s-agent/main.go:42\",\"msg\":\"IPv4 and IPv6 are both disabled. One of them have to be enabled\"}",
        &["LB014"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"ipamd/ipamd.go:310\",\"msg\":\"IPv6 is supported only in Prefix Delegation mode. Custom Networking is not supported in IPv6 mode. Please set the env variables accordingly.\"}",
        &["START002", "CAP017"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"ipamd/ipamd.go:320\",\"msg\":\"Prefix Delegation is not supported on non-nitro instance t2.large. IPv6 is only supported in Prefix delegation Mode. \"}",
        &["START002", "CAP017"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=warning msg=\"To support IPv6 egress, node primary ENI must have a global IPv6 address, error: not found\"",
        &["NODE006", "EGR005"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"global unicast IPv6 not found in host primary interface which is mandatory to support IPv6 egress\"}",
        &["NODE006", "EGR005"],
    ),
    (
        "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to set up sandbox container network for pod \"web\": plugin type=\"aws-cni\" name=\"aws-cni\" failed (add): add cmd: failed to assign an IP address to container",
        &["CAP008", "CAP018"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"datastore/data_store.go:607\",\"msg\":\"DataStore has no available IP/Prefix addresses\"}",
        &["CAP008", "CAP018"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"datastore/data_store.go:607\",\"msg\":\"DataStore has no available IP addresses\"}",
        &["CAP008", "CAP018"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"datastore/data_store.go:590\",\"msg\":\"AssignPodIPv6Address: no available IP addresses\"}",
        &["CAP008", "CAP018"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"ipamd/ipamd.go:801\",\"msg\":\"Unable to attach IPs/Prefixes for the ENI, subnet doesn't seem to have enough IPs/Prefixes. Consider using new subnet or carve a reserved range using create-subnet-cidr-reservation\"}",
        &["CAP008", "CAP018"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Failed to CreateNetworkInterface InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.\"}",
        &["CAP018"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Failed to allocate a private IP/Prefix addresses on ENI eni-0a1b: InsufficientCidrBlocks: The specified subnet does not have enough free cidr blocks to satisfy the request.\"}",
        &["CAP018"],
    ),
    (
        "plugin type=\"aws-cni\" failed (add): setupVeth network: failed to enable IPv6 on container veth interface: permission denied",
        &["NODE009"],
    ),
    (
        "{\"level\":\"error\",\"caller\":\"entrypoint\",\"msg\":\"Failed to enable IPv6 forwarding\"}",
        &["NODE008"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=error msg=\"Failed to enable IPv6 accept_ra on primary ENI\"",
        &["NODE007"],
    ),
    (
        "E1122 09:12:01.118230       1 cloud_cidr_allocator.go:301] failed to allocate cidr: Node n1 has no ranges from which CIDRs can be allocated for the cluster stack family IPv4_IPv6",
        &["MIG001", "CAP003", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 cloud_cidr_allocator.go:340] err: IPs are not dual stack, CIDRS: [10.4.0.0/24]",
        &["MIG001", "CAP003", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 timeout.go:88] Node.Spec.PodCIDR != cloud alias (10.4.0.0/24 != 10.8.0.0/24)",
        &["MIG003"],
    ),
    (
        "E1122 09:12:01.118230       1 node.go:120] Inconsistency detected between node PodCIDR and node alias (10.4.0.0/24 != 10.8.0.0/24)",
        &["MIG003"],
    ),
    (
        "googleapi: Error 400: IP_SPACE_EXHAUSTED: IP space is exhausted",
        &["CAP003", "ADDR020"],
    ),
    (
        "googleapi: Error 400: Invalid IPCidrRange: 10.207.16.0/20 conflicts with existing subnetwork 'nodes' in region 'us-central1'., invalid",
        &["ADDR020"],
    ),
    (
        "{\"code\":\"InsufficientSubnetSize\",\"message\":\"Pre-allocated IPs 4000 exceeds IPs available 251 in Subnet Cidr 10.0.0.0/24\"}",
        &["CAP018"],
    ),
    (
        "{\"code\":\"SubnetIsFull\",\"message\":\"Subnet nodes with address prefix 10.0.0.0/24 does not have enough capacity for 5 IP addresses.\"}",
        &["CAP018"],
    ),
    (
        "{\"code\":\"ServiceCidrOverlapExistingSubnetsCidr\",\"message\":\"The specified service CIDR 10.0.0.0/16 is conflicted with an existing subnet CIDR 10.0.0.0/24\"}",
        &["ADDR003"],
    ),
    (
        "E1122 09:12:01.118230       1 azure_standard.go:248] failed to determine the ipconfig(IPv6=true). nicname=\"aks-nic-1\"",
        &["NODE006", "NODE001"],
    ),
    (
        "E1122 09:12:01.118230       1 azure_vmss.go:1068] failed to find a primary IP configuration (IPv6=true) for the VMSS VM or VMSS \"aks-vmss-1\"",
        &["NODE006", "NODE001"],
    ),
    (
        "E1122 09:12:01.118230       1 azure_routes.go:560] no match found matching the ipfamily requested",
        &["NODE006", "NODE001"],
    ),
    (
        "E1122 09:12:01.118230       1 node_controller.go:301] not all specified Node IP [192.168.1.11] not found in cloudprovider for node \"aks-1\": specified Node IP 192.168.1.11 not found in cloudprovider for node \"aks-1\"",
        &["NODE003", "NODE004"],
    ),
    (
        "E1122 09:12:01.118230       1 node_controller.go:301] Specified Node IP not found in cloudprovider for node \"aks-1\"",
        &["NODE003", "NODE004"],
    ),
    (
        "E1122 09:12:01.118230       1 node_controller.go:301] failed to find kubelet node IP from cloud provider",
        &["NODE003", "NODE004"],
    ),
    (
        "E1122 09:12:01.118230       1 azure_cloud_cidr.go:88] updateNodeSubnetMaskSizes: invalid ipv6 mask size 48 of node aks-1 because it is out of the range of the cluster CIDR with the mask size 56",
        &["CAP005"],
    ),
    (
        "E1122 09:12:01.118230       1 controller.go:310] security rule source addresses and destination addresses must be from the same IP family",
        &["LB012"],
    ),
    (
        "E1122 09:12:01.118230       1 controller.go:310] security rule source addresses must be from the same IP family",
        &["LB012"],
    ),
    (
        "E1122 09:12:01.118230       1 azure_routes.go:160] unmanaged nodes are not supported in dual stack mode",
        &["START002"],
    ),
    (
        "plugin type=\"azure-vnet-ipam\" failed (add): [ipam] Failed to retrieve subnet, node does an IPv6 subnet allocated from Kubernetes",
        &["MIG001", "CAP002"],
    ),
    (
        "plugin type=\"azure-vnet-ipam\" failed (add): Incompatible Kubernetes version for dual stack",
        &["VER005"],
    ),
    (
        "E1122 09:12:01.118230       1 route_controller.go:210] openstack: could not create route for node n1: no address found for host",
        &["NODE001", "LB011"],
    ),
    (
        "E1122 09:12:01.118230       1 node_controller.go:245] Error getting node addresses for node \"n1\": openstack: IPv6 support is disabled",
        &["NODE001"],
    ),
    (
        "E1122 09:12:01.118230       1 route_controller.go:210] hcloud/CreateRoute: can't create route \"fd00:10:244:1::/64\" via node \"n1\": private networks do not support IPv6",
        &["START002"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:75] invalid value for \"HCLOUD_INSTANCES_ADDRESS_FAMILY\", expect one of: ipv4,ipv6,dualstack",
        &["NODE001"],
    ),
    (
        "F1122 09:12:01.118230       1 main.go:75] HCLOUD_INSTANCES_ADDRESS_FAMILY: Invalid value, expected one of: ipv4,ipv6,dualstack",
        &["NODE001"],
    ),
    (
        "Warning  ClusterCIDRMisconfigured  2m  hcloud-cloud-controller-manager  route CIDR 10.245.1.0/24 is not contained within cluster CIDR 10.244.0.0/16",
        &["ORD004"],
    ),
    (
        "{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"name\":\"web\",\"error\":\"unsupported IPv6 configuration, lb not dual-stack\"}",
        &["LB004"],
    ),
    (
        "Warning  FailedDeployModel  2m  service  Failed deploy model due to InvalidConfigurationRequest: You cannot associate an IPv6 target group with a load balancer that has an 'ipv4' IP address type",
        &["LB004"],
    ),
    (
        "Failed deploy model due to InvalidTarget: The following targets cannot be used with this IPv6 target group because of missing primary IPv6 addresses: i-0a1b2c3d4e5f",
        &["LB006"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"IPv6Allocation is only supported for Network LoadBalancers: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"Subnet has invalid IPv6 CIDRs: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"count of IPv6 addresses (3) and subnets (2) must match: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"Unable to assign IPv6 addresses we have: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"IPv6 addresses must be valid IPv6 address: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"IPv6 addresses must be valid IP address: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"expect one IPv6 address configured for subnet: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "{\"level\":\"error\",\"msg\":\"Reconciler error\",\"controller\":\"service\",\"error\":\"Either specify all ipv6 allocations or none: 2001:db8::7\"}",
        &["LB004"],
    ),
    (
        "Warning  SyncLoadBalancerFailed  34s (x6 over 3m10s)  service-controller  Error syncing load balancer: failed to ensure load balancer: ensure(nginx/nginx-ipv6-internal): lb(kubernetes-internal) - internal load balancers does not support IPv6",
        &["LB009"],
    ),
    (
        "\"code\": \"ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies\",",
        &["LB012", "LB013"],
    ),
    (
        "\"message\": \"Resource /subscriptions/s/resourceGroups/mc/providers/Microsoft.Network/networkSecurityGroups/aks-agentpool-nsg/securityRules/x-TCP-80-Internet contains IP addresses or prefixes that belong to different address families. All IP addresses or prefixes in the resource should belong to the same address family.\",",
        &["LB012", "LB013"],
    ),
];
