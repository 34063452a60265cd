//! kind.

use super::Check::{Each, Holds, OneOf, Requires};
use super::Source::Refuses;
use super::Where::{Has, Is};
use super::{Document, StartCheck, counts};

const KIND: &[&str] = &["kind"];

fn subnets(cluster: &Document) -> bool {
    let family = cluster.text("networking/ipFamily").unwrap_or_default();
    ["networking/podSubnet", "networking/serviceSubnet"]
        .into_iter()
        .all(|path| {
            let subnets = cluster.cidrs(path);
            subnets.len() == cluster.list(path).len()
                && match family.as_str() {
                    "ipv4" => counts(&subnets) == [1, 0],
                    "ipv6" => counts(&subnets) == [0, 1],
                    _ => subnets.len() == 1 || counts(&subnets) == [1, 1],
                }
        })
}

/// Rows of kind.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: KIND,
        file: "",
        kind: "Cluster",
        source: Refuses("kind fed26882 pkg/internal/apis/config/validate.go:42"),
        text: "'…' is not a valid cluster name, cluster names must match `^[a-z0-9.-]+$`",
        check: Each("name", |name| {
            name.bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'.' || c == b'-')
        }),
    },
    StartCheck {
        targets: KIND,
        file: "",
        kind: "Cluster",
        source: Refuses("kind fed26882 pkg/internal/apis/config/validate.go:57"),
        text: "invalid ipFamily: …",
        check: OneOf("networking/ipFamily", &["ipv4", "ipv6", "dual"]),
    },
    StartCheck {
        targets: KIND,
        file: "",
        kind: "Cluster",
        source: Refuses(
            "kind fed26882 pkg/internal/apis/config/validate.go:228, :240, :247, :251, :253, :255",
        ),
        text: "failed to parse cidr value:… with error: …; expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for \
               dual-stack networking; only one CIDR allowed for single-stack networking; expected IPv4 CIDR for IPv4 family; \
               expected IPv6 CIDR for IPv6 family",
        check: Holds(subnets),
    },
    StartCheck {
        targets: KIND,
        file: "",
        kind: "Cluster",
        source: Refuses("kind fed26882 pkg/internal/apis/config/validate.go:73"),
        text: "invalid kubeProxyMode: …",
        check: OneOf(
            "networking/kubeProxyMode",
            &["iptables", "ipvs", "nftables", "none"],
        ),
    },
    StartCheck {
        targets: KIND,
        file: "",
        kind: "Cluster",
        source: Refuses("kind fed26882 pkg/internal/apis/config/validate.go:95"),
        text: "must have at least one control-plane node",
        check: Requires(Has("nodes"), Is("nodes/*/role", "control-plane")),
    },
    StartCheck {
        targets: KIND,
        file: "",
        kind: "Cluster",
        source: Refuses("kind fed26882 pkg/internal/apis/config/validate.go:114"),
        text: "\"…\" is not a valid node role",
        check: Holds(|cluster| {
            let roles = cluster.list("nodes/*/role");
            roles
                .iter()
                .all(|role| matches!(role.as_str(), "control-plane" | "worker"))
        }),
    },
];
