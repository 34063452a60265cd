//! What tools of a host print under the components, and what two rules share.

use super::Line;

pub(super) const LINES: &[Line] = &[
    (
        "E0303 22:19:54.261094       1 proxier.go:1507] Failed to execute iptables-restore: exit status 2 (iptables-restore v1.8.3 (legacy): invalid mask `112' specified",
        &["VER005", "LB012"],
    ),
    (
        "E0122 06:42:12.851974       1 proxier.go:1335] Failed to execute iptables-restore: exit status 2 (ip6tables-restore v1.6.0: host/network `192.0.2.4' not found",
        &["LB012", "VER005"],
    ),
    (
        "E1122 09:12:01.118230       1 proxier.go:1634] \"Failed to execute iptables-restore\" err=\"exit status 2 (ip6tables-restore v1.8.7 (nf_tables): host/network `10.244.0.0' not found\"",
        &["LB012", "VER005"],
    ),
    (
        "time=\"2026-11-22T09:12:01Z\" level=warning msg=\"Unable to read iptables chain: exec: \\\"ip6tables\\\": executable file not found in $PATH\"",
        &["NODE009"],
    ),
    (
        "modprobe: FATAL: Module ip6_tables not found in directory /lib/modules/6.1.0-18-cloud-amd64",
        &["NODE009"],
    ),
    (
        "modprobe: FATAL: Module ip6table_nat not found in directory /lib/modules/5.15.0-1051-kvm",
        &["NODE009"],
    ),
    (
        "modprobe: FATAL: Module ip6table_filter not found in directory /lib/modules/5.15.0-1051-kvm",
        &["NODE009"],
    ),
    (
        "E0101 12:00:00.000000       1 server.go:190] \"Error running ProxyServer\" err=\"unable to create proxier: can't set sysctl net/ipv6/conf/all/route_localnet: open /proc/sys/net/ipv6/conf/all/route_localnet: no such file or directory\"",
        &["NODE009"],
    ),
    (
        "sysctl: cannot stat /proc/sys/net/ipv6/conf/all/forwarding: No such file or directory",
        &["NODE009"],
    ),
    (
        "2024/05/03 10:01:12 [emerg] 7#7: socket() [::]:80 failed (97: Address family not supported by protocol)",
        &["NODE009"],
    ),
    (
        "plugin/forward: listen udp [fd00:10:96::a]:53: bind: cannot assign requested address",
        &["NODE009", "NODE006"],
    ),
    (
        "[WARNING] Unsupported CIDR notation: 'fd00:10:244::/57' expands to multiple zones. Using only '0.2.4.4.2.0.0.1.0.0.0.0.d.f.ip6.arpa.'.",
        &["DNS005"],
    ),
    (
        "The Service \"nginx\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.7\"}: failed to allocate IP 10.96.0.7: the provided IP (10.96.0.7) is not in the valid range. The range of valid IPs is 10.97.0.0/16",
        &["ORD004", "SVC014"],
    ),
    (
        "2025-06-12 08:00:00.000 [PANIC][60] felix/table.go 794: Command failed ipVersion=0x6 error=exit status 1: ip6tables-legacy-restore: unable to initialize table 'nat'",
        &["NODE009"],
    ),
    (
        "E0612 08:00:00.000000       1 proxier.go:1500] \"Failed to execute iptables-restore\" err=\"exit status 3: ip6tables-restore v1.8.4 (legacy): ip6tables-restore: unable to initialize table 'nat'\"",
        &["NODE009"],
    ),
    (
        "E0612 08:00:00.000000       1 proxier.go:1500] ip6tables-nft-restore: unable to initialize table 'filter'",
        &["NODE009"],
    ),
    (
        "E1110 22:50:28.892923       1 proxier.go:1570] Failed to execute iptables-restore: exit status 2 (ip6tables-restore v1.8.3 (legacy): Couldn't load target `KUBE-MARK-DROP':No such file or directory",
        &["VER002"],
    ),
];
