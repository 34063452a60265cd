//! K3s, RKE2, k0s, Talos, kOps, kind, eksctl.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"failed to validate cluster-dns: expected IPs\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"invalid cluster-cidr 10.42.0.0: invalid CIDR address: 10.42.0.0\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"invalid service-cidr 10.43.0.0: invalid CIDR address: 10.43.0.0\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"invalid cluster-dns address 10.43.0\"",
        &["DNS002"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"invalid node-ip: invalid ip format '192.168.1'\"",
        &["NODE003"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"cannot configure default cluster-dns address: can't generate IP with index 10 from subnet. subnet too small. subnet: \\\"10.43.0.0/29\\\"\"",
        &["CAP012"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"starting kubernetes: preparing server: failed to validate server configuration: critical configuration value mismatch between servers\"",
        &["ORD004"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"critical configuration mismatched: cluster-cidr\"",
        &["ORD004"],
    ),
    (
        "time=\"2021-05-02T09:12:01Z\" level=fatal msg=\"network policy enforcement is not compatible with dual-stack operation; server must be restarted with --disable-network-policy\"",
        &["CNI013"],
    ),
    (
        "time=\"2021-11-22T09:12:01Z\" level=fatal msg=\"Flannel is not compatible with IPv6 only operation; server must be restarted with --flannel-backend=none\"",
        &["LB017"],
    ),
    (
        "time=\"2021-11-22T09:12:01Z\" level=fatal msg=\"dual-stack cluster-dns is not supported\"",
        &["START002", "DNS001"],
    ),
    (
        "time=\"2022-01-22T09:12:01Z\" level=fatal msg=\"cannot configure IPv4 cluster-cidr: no IPv4 CIDRs found\"",
        &["LB017", "CNI013"],
    ),
    (
        "Jan 22 09:12:01 node-1 k3s[2140]: time=\"2022-01-22T09:12:01Z\" level=fatal msg=\"no IPv6 CIDRs found\"",
        &["LB017", "CNI013"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"Flannel error checking netMode: Failed checking netMode\"",
        &["ADDR008", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"failed to check netMode for flannel: expected\"",
        &["ADDR008", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"flannel failed to wait for PodCIDR assignment: timed out waiting for the condition\"",
        &["CAP003", "CAP002"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"interface tailscale0 does not have a correct global unicast ip: can't find ip for interface tailscale0\"",
        &["NODE006", "NODE009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"tailscale does not provide an ipv6 address\"",
        &["NODE006", "NODE009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"tailscale does not provide an ipv4 address\"",
        &["NODE006", "NODE009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"dual-stack or IPv6 are not supported on Windows node\"",
        &["WIN001", "WIN002"],
    ),
    (
        "Error: spec: network: calico.mode: Forbidden: dual-stack for calico is only supported for mode `bird`",
        &["START002"],
    ),
    (
        "Error: network dual stack is supported only for calico mode `bird`",
        &["START002"],
    ),
    (
        "Error: spec: network: podCIDR: Invalid value: \"fd00:10:244::/56\": if DualStack is enabled, podCIDR must be IPv4",
        &["ORD007"],
    ),
    (
        "Error: spec: network: serviceCIDR: Invalid value: \"fd00:10:96::/112\": if DualStack is enabled, serviceCIDR must be IPv4",
        &["ORD007"],
    ),
    (
        "Error: spec: network: dualStack.IPv6podCIDR: Invalid value: \"10.244.0.0/16\": must be an IPv6 CIDR, not IPv4",
        &["ADDR008"],
    ),
    (
        "Error: spec: network: podCIDR: Invalid value: \"fd00:10:244::/56\": podCIDR and serviceCIDR must be both IPv4 or IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec: network: podCIDR: Invalid value: \"fd00:10:244::/56\": feature gate IPv6SingleStack must be explicitly enabled to use IPv6 single stack",
        &["START002", "LB017"],
    ),
    (
        "Error: spec: network: dualStack.IPv6serviceCIDR: Invalid value: \"fd00:10:96::/64\": IPv6 service CIDR prefix must be <= 108",
        &["CAP009", "CAP012"],
    ),
    (
        "time=\"2026-11-22 09:12:01\" level=error msg=\"failed to calculate DNS address: CIDR too narrow: 10.96.0.0/30\"",
        &["CAP012"],
    ),
    (
        "time=\"2021-11-22 09:12:01\" level=error msg=\"failed to get DNS address for kubelet config: failed to calculate a valid DNS address: 10.96.0.0/30\"",
        &["CAP012"],
    ),
    (
        "Error: spec: network: podCIDR: Invalid value: \"10.244.0.0\": invalid CIDR address",
        &["START001"],
    ),
    (
        "Error: spec: network: serviceCIDR: Invalid value: \"10.96.0.0\": invalid CIDR address",
        &["START001"],
    ),
    (
        "Error: can't parse service CIDR to build internal API address: invalid CIDR address: 10.96.0.0",
        &["START001"],
    ),
    ("Error: invalid pod IPv6 CIDR fd00:10:244::", &["START001"]),
    ("Error: invalid service IPv6 CIDR fd00:10:96::", &["START001"]),
    ("Error: invalid pod CIDR 10.244.0.0", &["START001"]),
    ("Error: invalid service CIDR 10.96.0.0", &["START001"]),
    (
        "time=\"2026-11-22 09:12:01\" level=error msg=\"failed to detect node IPs: node name IP address lookup didn't return addresses for both families: IPv4: 192.168.1.11, IPv6: <nil>\"",
        &["NODE001", "NODE006"],
    ),
    (
        "[talos] controller failed {\"component\": \"controller-runtime\", \"controller\": \"k8s.NodeIPController\", \"error\": \"no suitable node IP found, please make sure .machine.kubelet.nodeIP filters and pod/service subnets are set up correctly\"}",
        &["NODE010", "ADDR002"],
    ),
    (
        "[talos] node IP skipped, please use .machine.kubelet.nodeIP to provide explicit subnet for the node IP {\"component\": \"controller-runtime\", \"address\": \"fd00::11\"}",
        &["NODE001"],
    ),
    (
        "error validating machine config: kubelet nodeIP subnet is not valid: \"192.168.1\"",
        &["NODE003"],
    ),
    (
        "error validating machine config: pod subnets: at most one IPv4 and one IPv6 subnet can be specified for dual-stack clusters",
        &["ADDR008"],
    ),
    (
        "error validating machine config: pod subnets: at most two subnets can be specified for dual-stack clusters",
        &["ADDR009"],
    ),
    (
        "error validating machine config: the number of pod subnets must match the number of service subnets",
        &["START002"],
    ),
    (
        "error validating machine config: pod subnets: invalid subnet: fd00:10:244::/80 is smaller than the per-node pod CIDR mask size /64",
        &["CAP005"],
    ),
    (
        "error validating machine config: pod subnets: invalid subnet: fd00:10::/40 is too large for the per-node pod CIDR mask size /64, the difference must be at most 16 bits",
        &["CAP001"],
    ),
    (
        "error validating machine config: service subnets: invalid subnet: fd00:10:96::/64 is too large, it must be at least /108 (at most 20 host identifier bits)",
        &["CAP009"],
    ),
    (
        "error validating machine config: service subnets: invalid subnet: /127 is too small, it must be larger than /124",
        &["CAP012"],
    ),
    (
        "error validating machine config: service subnets: invalid subnet: 10.96.0.0 is not a valid CIDR",
        &["START001"],
    ),
    (
        "error validating machine config: nodeCIDRMaskSizeIPv4 must be between 1 and 32",
        &["START001"],
    ),
    (
        "error validating machine config: nodeCIDRMaskSizeIPv6 must be between 1 and 128",
        &["START001"],
    ),
    (
        "[talos] controller failed {\"controller\": \"k8s.NodeIPConfigController\", \"error\": \"error parsing podCIDR: netip.ParsePrefix(\\\"10.244.0.0\\\"): no '/'\"}",
        &["START001"],
    ),
    (
        "[talos] controller failed {\"controller\": \"k8s.NodeIPConfigController\", \"error\": \"error parsing serviceCIDR: netip.ParsePrefix(\\\"10.96.0.0\\\"): no '/'\"}",
        &["START001"],
    ),
    (
        "[talos] task generateConfig: failed, failed to process Service CIDRs: invalid CIDR",
        &["START001"],
    ),
    (
        "Error: spec.networking.kubenet: Forbidden: Kubenet does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.kopeio: Forbidden: Kopeio does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.kubeRouter: Forbidden: kube-router does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.amazonVPC: Forbidden: amazon-vpc-routed-eni networking does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.flannel: Forbidden: Flannel does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.cilium.ipam: Forbidden: Cilium ENI IPAM does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.gcp: Forbidden: GCP networking does not support IPv6",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.calico.encapsulationMode: Forbidden: IPv6 requires an encapsulationMode of \"none\"",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.calico.encapsulationMode: Forbidden: encapsulationMode \"none\" is only supported for IPv6 clusters",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.calico.awsSrcDstCheck: Forbidden: awsSrcDstCheck may only be \"DoNothing\" for IPv6 clusters",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.cilium.enableEncryption: Forbidden: encryption is not supported on IPv6 clusters",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.calico.wireguardEnabled: Forbidden: WireGuard is not supported on IPv6 clusters",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.cloudProvider.aws: Forbidden: IP-based node names are not supported on IPv6-only clusters",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.nonMasqueradeCIDR: Forbidden: IPv6 clusters must have a nonMasqueradeCIDR of \"::/0\"",
        &["START002", "LB017"],
    ),
    (
        "Error: spec.networking.podCIDR: Forbidden: podCIDR \"10.244.0.0/16\" must be a subnet of nonMasqueradeCIDR \"100.64.0.0/10\"",
        &["START002", "LB017"],
    ),
    ("Error: IPv6 support is available only on AWS", &["LB017"]),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Forbidden: ipv6CIDR can only be specified for AWS",
        &["LB017"],
    ),
    (
        "Error: spec.networking.subnets[0].type: Forbidden: subnet type DualStack may only be used in IPv6 clusters",
        &["LB017"],
    ),
    (
        "Error: spec.networking.subnets[0].cidr: Forbidden: IPv6-only subnets require Kubernetes 1.22+",
        &["LB017"],
    ),
    (
        "Error: spec.networking.subnets[0].cidr: Forbidden: subnet \"a\" cidr \"10.244.0.0/20\" must not overlap podCIDR \"10.244.0.0/16\"",
        &["ADDR002"],
    ),
    (
        "Error: spec.networking.subnets[0].cidr: Forbidden: subnet \"a\" cidr \"10.96.0.0/20\" must not overlap serviceClusterIPRange \"10.96.0.0/16\"",
        &["ADDR003"],
    ),
    (
        "Error: spec.networking.subnets[0].ipv6CIDR: Forbidden: ipv6CIDR \"fd00:10:96::/64\" must not overlap serviceClusterIPRange \"fd00:10:96::/108\"",
        &["ADDR003"],
    ),
    (
        "Error: spec.networking.serviceClusterIPRange: Forbidden: serviceClusterIPRange \"10.244.0.0/20\" must not overlap podCIDR \"10.244.0.0/16\"",
        &["ADDR001"],
    ),
    (
        "Error: spec.networking.nonMasqueradeCIDR: Forbidden: nonMasqueradeCIDR \"10.0.0.0/8\" cannot overlap with networkCIDR \"10.0.0.0/16\"",
        &["ADDR002", "ADDR003"],
    ),
    (
        "Error: spec.kubeDNS.serverIP: Forbidden: ServiceClusterIPRange \"10.96.0.0/16\" must contain the DNS Server IP \"10.97.0.10\"",
        &["DNS002"],
    ),
    (
        "Error: spec.kubeControllerManager.clusterCIDR: Invalid value: \"10.244.0.0\": cluster had an invalid kubeControllerManager.clusterCIDR",
        &["START001"],
    ),
    (
        "Error: spec.networking.serviceClusterIPRange: Invalid value: \"10.96.0.0\": Cluster had an invalid serviceClusterIPRange",
        &["START001"],
    ),
    (
        "Error: spec.networking.nonMasqueradeCIDR: Invalid value: \"100.64.0.0\": Cluster had an invalid nonMasqueradeCIDR",
        &["START001"],
    ),
    (
        "W1122 09:12:01.118230       1 main.go:133] got error running nodeup (will retry in 30s): no ipv6 address found on interface \"eth0\"",
        &["NODE009", "NODE006"],
    ),
    (
        "ERROR: failed to create cluster: failed to get IPv6 address for node kind-control-plane; is podman configured to use IPv6 correctly?",
        &["NODE009"],
    ),
    (
        "ERROR: failed to create cluster: failed to ensure docker network: could not find an available, non-overlapping IPv6 address pool",
        &["NODE009"],
    ),
    (
        "ERROR: failed to create cluster: failed to ensure docker network: could not find an available, non-overlapping IPv4 address pool",
        &["NODE009"],
    ),
    (
        "ERROR: failed to create cluster: exhausted attempts trying to find a non-overlapping subnet",
        &["NODE009"],
    ),
    (
        "Error response from daemon: invalid pool request: Pool overlaps with other one on this address space",
        &["NODE009"],
    ),
    (
        "ERROR: failed to create cluster: expected IPv4 CIDR for IPv4 family",
        &["START002"],
    ),
    (
        "ERROR: failed to create cluster: expected IPv6 CIDR for IPv6 family",
        &["START002"],
    ),
    ("panic: unknown cluster IP family: ipv5", &["START002"]),
    (
        "ERROR: failed to create cluster: invalid configuration: invalid pod subnet 10.244.0.0",
        &["START001"],
    ),
    (
        "ERROR: failed to create cluster: invalid configuration: invalid service subnet 10.96.0.0",
        &["START001"],
    ),
    ("Error: IPv6 is not supported on Outposts", &["START002"]),
    ("Error: localZones are not supported with IPv6", &["START002"]),
    (
        "Error: auto allocate ipv6 is not supported with IPv6",
        &["START002"],
    ),
    ("Error: setting NAT is not supported with IPv6", &["START002"]),
    (
        "Error: managed nodegroups cannot be created on IPv6 unowned clusters",
        &["START002"],
    ),
    (
        "Error: unmanaged nodegroups are not supported with IPv6 clusters",
        &["START002"],
    ),
    ("Error: oidc needs to be enabled if IPv6 is set", &["START002"]),
    (
        "Error: the default core addons must be defined for IPv6; missing addon(s): vpc-cni, coredns, kube-proxy; either define them or use EKS Auto Mode",
        &["START002"],
    ),
    (
        "Error: vpc-cni version must be at least version 1.10.0 for IPv6",
        &["START002"],
    ),
    (
        "Error: Ipv6Cidr and Ipv6CidrPool are only supported when IPFamily is set to IPv6",
        &["START002"],
    ),
    (
        "Error: cannot specify vpc.extraIPv6CIDRs with an IPv4 cluster",
        &["START002"],
    ),
    (
        "Error: remoteNetworkConfig is not supported on EKS cluster configured with IPv6 address family",
        &["START002"],
    ),
    (
        "Error: VPC \"vpc-0a1b2c3d\" does not have any associated IPv6 CIDR blocks",
        &["NODE006"],
    ),
    (
        "Error: service IPv4 CIDR is not supported with IPv6",
        &["ADDR019"],
    ),
    (
        "Error: invalid IPv4 CIDR for kubernetesNetworkConfig.serviceIPv4CIDR: invalid CIDR address: 10.100.0.0",
        &["ADDR019"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16 fd00:42::/56] and node-ip: [10.255.0.101], must share the same IP version (IPv4, IPv6 or dual-stack)\"",
        &["NODE002"],
    ),
    (
        "time=\"2022-05-17T22:37:32Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16] and service-cidr: [2001:db8:43::/112], must share the same IP version\"",
        &["NODE002"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"failed to validate cluster-cidr: expected IPs\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"failed to validate service-cidr: expected IPs\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"failed to validate node-ip: expected IPs\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"invalid cluster-dns 10.43.0\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"invalid node-ip 192.168.1\"",
        &["START001", "ADDR009"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"flannel CNI and network policy enforcement are not compatible with dual-stack operation; server must be restarted with --flannel-backend=none --disable-network-policy and an alternative CNI plugin deployed\"",
        &["CNI013"],
    ),
    (
        "Error: spec: network: kubeProxy: mode: Unsupported value: \"x\"",
        &["START001"],
    ),
    (
        "ERROR: failed to create cluster: failed to get IPv6 address for node kind-control-plane; is docker configured to use IPv6 correctly?",
        &["NODE009"],
    ),
];
