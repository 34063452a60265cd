//! What tools of a host print under the components: iptables, sysctl, kernel modules.

use super::super::guard::Guard;
use super::{Text, text};

const TABLES: Guard = Guard::Says(&["tables"]);

pub(super) const TEXTS: &[Text] = &[
    // kube-proxy up to 1.17 hands the whole list of ranges to iptables, which reads each entry as IPv4 or as IPv6.
    text(
        "iptables",
        &["VER005", "LB012"],
        &["invalid mask `%s{mask}' specified"],
    )
    .only(TABLES),
    // kubelet makes this chain in the families that it knows: in both with the gate IPv6DualStack, or with the gate of its
    // time (kubernetes/kubernetes#96468).
    text(
        "iptables",
        &["VER002"],
        &["Couldn't load target `KUBE-MARK-DROP'"],
    ),
    text("iptables", &["VER005"], &["host/network %s{address} not found"]).only(TABLES),
    text(
        "iptables",
        &["NODE009"],
        &[
            "exec: \"ip6tables",
            "Module ip6_tables not found in directory",
            "ip6tables-restore: unable to initialize table %s{table}",
            "ip6tables-legacy-restore: unable to initialize table %s{table}",
            "ip6tables-nft-restore: unable to initialize table %s{table}",
            "Module ip6table_nat not found in directory",
            "Module ip6table_filter not found in directory",
        ],
    ),
    text(
        "sysctl",
        &["NODE009"],
        &[
            "can't set sysctl net/ipv6/conf/",
            "cannot stat /proc/sys/net/ipv6/conf/",
        ],
    ),
    text(
        "nginx",
        &["NODE009"],
        &["socket() [::]:%s{port} failed (97: Address family not supported by protocol)"],
    ),
    text(
        "CoreDNS",
        &["NODE009", "NODE006"],
        &["listen udp [%s{address}]:%s{port}: bind: cannot assign requested address"],
    )
    .only(Guard::Says(&["dns", "plugin", "kube", "node"])),
    text(
        "CoreDNS",
        &["DNS005"],
        &["Unsupported CIDR notation: '%s{range}' expands to multiple zones"],
    ),
];
