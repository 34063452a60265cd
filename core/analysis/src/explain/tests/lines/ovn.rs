//! OVN-Kubernetes and Kube-OVN.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: IPv4 cluster subnet, IPv6 service subnet",
        &["ORD011", "SVC002"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: IPv6 service subnet, IPv4 cluster subnet",
        &["ORD011", "SVC002"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: built-in join subnet \"100.64.0.0/16\" overlaps service subnet \"100.64.0.0/16\"",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:138] invalid gateway v6 join subnet specified, subnet: fd98::: error: invalid CIDR address: fd98::",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:138] invalid gateway v4 masquerade subnet specified, subnet: 169.254.169.0: error: invalid CIDR address: 169.254.169.0",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:138] invalid transit switch v6 subnet specified, subnet: fd97::: error: invalid CIDR address: fd97::",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:138] invalid IPv6 config - v6 cluster and join subnet must be valid",
        &["ADDR017"],
    ),
    (
        "E1122 09:12:01.000001       1 udn_controller.go:201] pod or join subnet overlaps with already configured internal subnets: illegal",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:138] illegal network configuration: unknown",
        &["ADDR017", "ORD011"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] cluster subnet invalid: IPv6 only supports /64 host subnets",
        &["CNI015"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] cluster subnet invalid: cannot use a host subnet length mask shorter than or equal to the cluster subnet mask. host subnet length: 64, cluster subnet length: 64",
        &["CAP005", "CNI015"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] cluster subnet invalid: CIDR \"fd00\" not properly formatted",
        &["START002", "CNI015"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] cluster subnet invalid: invalid host subnet, IPv4 subnet must be < 32",
        &["START002"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] kubernetes service network CIDR \"10.96.0.0\" invalid: invalid CIDR address: 10.96.0.0",
        &["START002"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] kubernetes service-cidrs is required",
        &["START002"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] cluster subnet is required",
        &["START002"],
    ),
    (
        "F1028 10:18:51.401566       1 ovnkube.go:130] kubernetes service-cidrs must contain either a single CIDR or else an IPv4/IPv6 pair",
        &["ADDR008", "ADDR009"],
    ),
    (
        "E1122 09:12:01.000001       1 obj_retry.go:623] error allocating network for node worker-9: no subnets available",
        &["CAP003", "CAP002"],
    ),
    (
        "E0323 15:43:50.335552      58 obj_retry.go:623] Failed to update *v1.Node, old=ovn-worker2, new=ovn-worker2, error: nodeAdd: error adding node \"ovn-worker2\": could not find \"k8s.ovn.org/node-subnets\" annotation",
        &["CAP003", "MIG001", "CAP002"],
    ),
    (
        "E1122 09:12:01.000001       1 node_allocator.go:301] failed to get expected host subnets for node worker-9; expected v4 true have true, expected v6 true have false",
        &["CAP003", "MIG001", "CAP002"],
    ),
    (
        "W1122 09:12:01.000001       1 node_allocator.go:280] Ignoring IPv6 hostSubnet fd00:10:244:3::/64 due to lack of IPv6 cluster networks",
        &["MIG004"],
    ),
    (
        "F0903 17:41:46.149835    5622 ovnkube.go:138] failed to run ovnkube: [failed to start network controller: failed to start default network controller - while waiting for any node to have zone: \"i-041d879bce674db11.ec2.internal\", error: context canceled, failed to start node network controller: failed to init default node network controller: i-041d879bce674db11.ec2.internal doesn't have an address with type InternalIP or ExternalIP]",
        &["NODE001", "NODE003"],
    ),
    (
        "E1122 09:12:01.000001       1 ho_node_windows.go:88] failed to read node \"win-1\" InternalIP",
        &["NODE001", "NODE003"],
    ),
    (
        "E1122 09:12:01.000001       1 gateway_init.go:501] unable to determine IPv6 physical IP of host: no IPv6 IP available",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.000001       1 gateway.go:212] no physical IPs found for gateway GR_worker-1",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.000001       1 gateway.go:212] failed to find valid IP family match for join subnet IP: fd98::2 on gateway router: GR_worker-1, provided IPs: []",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.000001       1 gateway.go:212] failed to find valid external IP family match for join subnet IP: fd98::2 on gateway router: GR_worker-1",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.000001       1 egressip.go:2603] unable to retrieve gateway IP for node: worker-1, protocol is IPv6: true, err: no IP",
        &["NODE001", "NODE006"],
    ),
    (
        "Warning  AcquireAddressFailed  2m  kube-ovn-controller  NoAvailableAddress",
        &["CAP008", "CAP016"],
    ),
    (
        "Warning  AcquireAddressFailed  2m  kube-ovn-controller  AddressOutOfRange",
        &["CAP008", "CAP016"],
    ),
    (
        "E1122 09:12:01.000001       1 pod.go:1201] Subnet address space has been exhausted",
        &["CAP008"],
    ),
    (
        "E1122 09:12:01.000001       1 subnet.go:310] subnet ovn-default is configured with /32 or /128 netmask",
        &["CAP008"],
    ),
    (
        "E1122 09:12:01.000001       1 subnet.go:561] subnet ovn-default cidr 192.168.0.0/16 conflict with node n1 address 192.168.1.11",
        &["ADDR002"],
    ),
    (
        "Warning  NodeAddressConflictWithSubnet  5s  kube-ovn-cni  Internal IP address 192.168.1.11 of node n1 is in CIDR 192.168.0.0/16 of subnet ovn-default",
        &["ADDR002"],
    ),
    (
        "E1122 09:12:01.000001       1 subnet.go:111] subnet ovn-default cidr 10.96.0.0/14 conflicts with k8s apiserver svc ip 10.96.0.1",
        &["ADDR001"],
    ),
    (
        "E1122 09:12:01.000001       1 subnet.go:557] subnet ovn-default cidr 100.64.0.0/10 is conflict with subnet join cidr 100.64.0.0/16",
        &["ADDR017"],
    ),
    (
        "E1122 09:12:01.000001       1 subnet.go:557] subnet web cidr 10.16.4.0/24 is conflict with subnet ovn-default cidr 10.16.0.0/16",
        &["START002"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: cidr 10.16.0.0/16 is conflict with cidr 10.16.0.0/12",
        &["ADDR001", "ADDR017"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: 255.255.255.0/24 conflict with v4 broadcast cidr 255.255.255.255/32",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: 169.254.0.0/17 conflict with v4 link local cidr 169.254.0.0/16",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: 0.0.0.0/8 conflict with v4 localnet cidr 0.0.0.0/8",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: 127.0.0.0/16 conflict with v4 loopback cidr 127.0.0.0/8",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: 224.0.0.0/16 conflict with v4 multicast cidr 224.0.0.0/4",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: fe80::/64 conflict with v6 link local cidr fe80::/10",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: ::1/128 conflict with v6 loopback cidr ::1/128",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: ff00::/64 conflict with v6 multicast cidr ff00::/8",
        &["ADDR015"],
    ),
    (
        "E1122 09:12:01.000001       1 cmd.go:61] check system cidr failed: ::/64 conflict with v6 unspecified cidr ::/128",
        &["ADDR015"],
    ),
    (
        "admission webhook \"subnet-ip-validaing.kube-ovn.io\" denied the request: invalid dual-stack cidrBlock \"10.16.0.0/16,10.17.0.0/16\" or gateway \"10.16.0.1,10.17.0.1\"",
        &["ADDR008"],
    ),
    (
        "E1122 09:12:01.000001       1 ip.go:88] invalid dualstack cidr 10.16.0.0/16,10.17.0.0/16",
        &["ADDR008"],
    ),
    (
        "W1122 09:12:01.000001       1 config.go:288] auto-computed MTU 1230 on interface eth0 is below the IPv6 minimum 1280; IPv6 traffic on default subnets will be dropped",
        &["CNI011"],
    ),
    (
        "E1122 09:12:01.000001       1 init_windows.go:44] IPv6 tunnel is not supported on Windows currently",
        &["WIN001", "WIN002"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: cluster subnet \"100.64.0.0/14\" overlaps built-in join subnet \"100.64.0.0/16\"",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: masquerade subnet \"169.254.169.0/29\" overlaps cluster subnet \"169.254.0.0/16\"",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: service subnet \"169.254.0.0/16\" overlaps masquerade subnet \"169.254.169.0/29\"",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: cluster subnet \"100.88.0.0/14\" overlaps transit switch subnet \"100.88.0.0/16\"",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: transit switch subnet \"100.88.0.0/16\" overlaps service subnet \"100.88.0.0/16\"",
        &["ADDR017"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: cluster subnet \"10.244.0.0/16\" overlaps service subnet \"10.244.0.0/20\"",
        &["ADDR001"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: service subnet \"10.244.0.0/20\" overlaps cluster subnet \"10.244.0.0/16\"",
        &["ADDR001"],
    ),
    (
        "F1122 09:12:01.000001       1 ovnkube.go:133] illegal network configuration: cluster subnet \"10.244.0.0/16\" overlaps cluster subnet \"10.244.128.0/17\"",
        &["ADDR008"],
    ),
    (
        "E1122 09:12:01.000001       1 obj_retry.go:623] failed to allocate host subnet: no subnets available",
        &["CAP003", "CAP002"],
    ),
    (
        "Warning  IPAM  2m  kube-ovn-controller  NoAvailableAddress",
        &["CAP008", "CAP016"],
    ),
    (
        "Warning  IPAM  2m  kube-ovn-controller  AddressOutOfRange",
        &["CAP008", "CAP016"],
    ),
    (
        "Failed to create pod sandbox: plugin type=\"kube-ovn\" failed (add): RPC failed; no address allocated to pod default/web provider ovn, please see kube-ovn-controller logs to find errors",
        &["CAP008"],
    ),
    (
        "E1122 09:12:01.118230    3021 ovnkube.go:390] failed to start node network controller: failed to find IPv6 address on interface: br-ex",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230    3021 ovnkube.go:390] failed to start node network controller: could not find IPv6 address on subnet: br-ex",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230    3021 ovnkube.go:390] failed to start node network controller: failed to find an IPv6 address for gateway route interface in node: br-ex",
        &["NODE001", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230    3021 network_controller.go:90] network tenant is attempting to use ipv6 subnets but the cluster does not support ipv6",
        &["SVC002", "START001"],
    ),
    (
        "E1122 09:12:01.118230    3021 ovnkube.go:390] could not set the correct global forwarding value for ipv6: exit status 255",
        &["NODE008"],
    ),
    (
        "E1122 09:12:01.118230    3021 ovnkube.go:390] could not parse \"k8s.ovn.org/node-subnets\" annotation \"{}\" Management port configured with neither IPv4 nor IPv6 subnets: unexpected end of JSON input",
        &["MIG001", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230    3021 ovnkube.go:390] could not parse \"k8s.ovn.org/node-subnets\" annotation \"{}\" as either single-stack or dual-stack: unexpected end of JSON input",
        &["MIG001", "CAP002"],
    ),
    (
        "F1122 09:12:01.118230       1 ovnkube.go:139] cluster subnet is invalid: failed to parse any CIDRs from \"10.1/16\"",
        &["START001"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 is the broadcast ip in cidr fd00:10::/64",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 is the network number ip in cidr fd00:10::/64",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 CIDRBlock: \"fd00:10::/64\" format error",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 address family is conflict with CIDR",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 ip 10.16.0.9 should be dualstack",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 ip 10.16.0.9 should be singlestack",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 protocol of cidr fd00:10::/64 and 10.16.0.0/16 not match",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 invalid zero cidr \"fd00:10::/64\"",
        &["START002"],
    ),
    (
        "E1122 09:12:01.118230       1 subnet.go:300] failed to validate subnet ovn-default: 10.16.255.255 invalid broadcast cidr \"fd00:10::/64\"",
        &["START002"],
    ),
    (
        "W1122 09:12:01.118230       1 subnet.go:330] subnet ovn-default mtu 1200 is below the IPv6 minimum 1280; IPv6 traffic will be dropped on pod interfaces",
        &["CNI011"],
    ),
    (
        "E1122 09:12:01.118230       1 ipam.go:120] no free v6 ip in ip pool v6",
        &["CAP008", "CAP016"],
    ),
    (
        "E1122 09:12:01.118230       1 service_lb.go:120] the loadbalancer IP 10.16.0.9 is not in the range of subnet ovn-default, cidr 10.16.0.0/16",
        &["LB002"],
    ),
    (
        "E1122 09:12:01.118230       1 pod.go:900] requested ip family IPv6 does not match subnet ovn-default protocol IPv4",
        &["MIG006", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 pod.go:900] does not match requested ip family ovn-default protocol IPv4",
        &["MIG006", "NODE006"],
    ),
    (
        "I0526 22:10:14.321885    9440 node.go:291] Waiting for node ovn-worker2 to start, no annotation found on node for subnet: node \"ovn-worker2\" has no \"k8s.ovn.org/node-subnets\" annotation",
        &["CAP003", "MIG001", "CAP002"],
    ),
];
