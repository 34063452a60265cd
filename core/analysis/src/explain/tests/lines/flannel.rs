//! flannel, and what CNI plugins say where it did not start.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: failed to configure interface flannel-v6.1: IPv6 is enabled but the lease has no IPv6",
        &["MIG001", "CAP002"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=fatal msg=\"flannel exited: failed to configure wg interface: IPv6 is enabled but the lease has no IPv6\"",
        &["MIG001", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: failed to configure interface flannel.1: IPv4 is enabled but the lease has no IPv4",
        &["MIG001", "CAP003"],
    ),
    (
        "panic: runtime error: invalid memory address or nil pointer dereference github.com/flannel-io/flannel/pkg/subnet/kube.(*kubeSubnetManager).nodeToLease",
        &["MIG001", "CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] Failed to find interface to use that matches the interfaces and/or regexes provided: failed to find IPv4 address for interface eth0",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] Failed to find any valid interface to use: failed to find IPv6 address for interface eth0",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] Failed to get default v6 interface: Unable to find default v6 route",
        &["NODE006", "NODE009", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] error looking up v6 interface fd00::11: no interface with given IPv6 found",
        &["NODE009", "NODE006", "NODE002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] v6 default route interface eth1 must be the same with v4 default route interface eth0",
        &["START002", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] v6 interface eth1 must be the same with v4 interface eth0",
        &["START002", "NODE006"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: please define a correct Network parameter in the flannel config",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: please define a correct IPv6Network parameter in the flannel config",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: could not find an ipv4 network in the flannel configuration",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: could not find an ipv6 network in the flannel configuration",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: could not find flannel ipv6 networks matching subnet fd00:10:244:3::/64",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:384] Error registering network: could not find flannel networks matching subnet 10.10.3.0/24",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:284] none defined stack",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:276] Failed to find any valid interface to use: none matched ip stack",
        &["CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: network must be able to accommodate at least four subnets",
        &["CAP003", "CAP005", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: Network is too small. Minimum useful network prefix is /28",
        &["CAP003", "CAP005", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: IPv6Network is too small. Minimum useful network prefix is /124",
        &["CAP003", "CAP005", "CAP002"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: SubnetLen must be less than /127",
        &["START002", "CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: IPv6SubnetMin is not in the range of the IPv6Network",
        &["START002", "CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: SubnetMax is not in the range of the Network",
        &["START002", "CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: SubnetMin is not on a SubnetLen boundary: 10.5.0.1",
        &["START002", "CNI001"],
    ),
    (
        "E1122 09:12:01.118230       1 main.go:251] Failed to create SubnetManager: error parsing subnet config: IPv6SubnetMax is not on a SubnetLen boundary: fd00::1",
        &["START002", "CNI001"],
    ),
    (
        "E1122 09:12:01.482190       1 main.go:333] Error registering network: failed to acquire lease: subnet \"10.244.0.0/16\" specified in the flannel net config doesn't contain \"10.10.0.0/24\" PodCIDR of the \"w-1\" node",
        &["CNI001"],
    ),
    (
        "Error registering network: failed to acquire lease: subnet \"2001:db8:42::/64\" specified in the PodCIDR, but doesn't exist in the flannel net config of the \"node1\" node",
        &["CNI001"],
    ),
    (
        "E0622 08:11:20.115322       1 main.go:359] Error registering network: failed to configure interface flannel-v6.1: failed to ensure v6 address of interface flannel-v6.1: failed to add v6 IP address fd00:10:244::/128 to flannel-v6.1: permission denied",
        &["NODE009"],
    ),
    (
        "E1122 09:00:00.000000       1 main.go:359] Error registering network: failed to configure interface flannel-v6.1: failed to set interface flannel-v6.1 to UP state: permission denied",
        &["NODE009"],
    ),
    (
        "E1122 09:00:00.000000       1 iptables.go:79] failed to setup IPTables. ip6tables binary was not found: exec: \"ip6tables\": executable file not found in $PATH",
        &["NODE009"],
    ),
    (
        "E1122 09:00:00.000000       1 iptables.go:258] Failed to setup IP6Tables. Error on creating the chain: exit status 3",
        &["NODE009"],
    ),
    (
        "E1122 09:00:00.000000       1 nftables.go:144] nftables: couldn't setup forward rules (ipv6): operation not supported",
        &["NODE009"],
    ),
    (
        "E1122 09:00:00.000000       1 main.go:270] Failed to find any valid interface to use: error looking up interface eth1: no interface with given IP found",
        &["NODE006", "NODE002"],
    ),
    (
        "E1122 09:00:00.000000       1 main.go:275] Failed to find interface to use that matches the interfaces and/or regexes provided",
        &["NODE006", "NODE002"],
    ),
    (
        "E1122 09:00:00.000000       1 match.go:285] invalid public IP address: 10.0.0.300",
        &["NODE003"],
    ),
    (
        "E1122 09:00:00.000000       1 match.go:298] invalid public IPv6 address: 10.0.0.3",
        &["NODE003"],
    ),
];
