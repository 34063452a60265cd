//! Cilium: the chart, the agent and the operator.

use dualstack_core::net::IpFamily;

use super::Check::{Each, Holds, OneOf, Requires};
use super::Source::{Differs, Refuses};
use super::Where::{All, Any, Has, Is};
use super::{Document, StartCheck, disjoint};

const CILIUM: &[&str] = &["cilium"];
const WITH_RKE2: &[&str] = &["cilium", "rke2"];

fn is_name(text: &str) -> bool {
    let is_end = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let bytes = text.as_bytes();
    bytes.first().copied().is_some_and(is_end)
        && bytes.last().copied().is_some_and(is_end)
        && bytes.iter().all(|c| is_end(*c) || *c == b'-')
}

/// Returns whether a family that is masqueraded without tunnels has a native routing range.
fn native_range(values: &Document, number: &str) -> bool {
    let native = values.text("routingMode").as_deref() == Some("native");
    let masqueraded = native
        && values.is_on(&format!("ipv{number}/enabled"))
        && values.is_on(&format!("enableIPv{number}Masquerade"))
        && !values.is_on("ipMasqAgent/enabled");
    !masqueraded || values.has(&format!("ipv{number}NativeRoutingCIDR"))
}

fn pool(number: &str) -> String {
    format!("ipam/operator/clusterPoolIPv{number}PodCIDRList")
}

/// Returns whether node masks lie in what the allocator of the operator can cut out of its ranges.
fn masks_fit(values: &Document, number: &str) -> bool {
    let ranges = values.cidrs(&pool(number));
    let Some(mask) = values.number(&format!("ipam/operator/clusterPoolIPv{number}MaskSize")) else {
        return ranges.is_empty();
    };
    ranges.iter().all(|range| {
        // A range that is smaller than a block has none; that is said of no node until one is added.
        let bits = mask.checked_sub(u64::from(range.prefix_len()));
        bits.is_some_and(|bits| range.family() == IpFamily::IPv4 || bits <= 16)
    })
}

fn pools_have_their_family(values: &Document) -> bool {
    [("4", IpFamily::IPv4), ("6", IpFamily::IPv6)]
        .into_iter()
        .all(|(number, family)| {
            let ranges = values.cidrs(&pool(number));
            ranges.iter().all(|range| range.family() == family) && disjoint(&ranges)
        })
}

/// Rows of Cilium.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2f5530ff daemon/cmd/daemon_main.go:1274"),
        text: "auto-direct-node-routes cannot be used with tunneling. Packets must be routed through the tunnel device.",
        check: Requires(Is("autoDirectNodeRoutes", "true"), Is("routingMode", "native")),
    },
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2f5530ff daemon/cmd/daemon_main.go:1211"),
        text: "Either IPv4 or IPv6 addressing must be enabled",
        check: Requires(
            Has("ipv4/enabled"),
            Any(&[Is("ipv4/enabled", "true"), Is("ipv6/enabled", "true")]),
        ),
    },
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2efb257c pkg/option/config.go:2999"),
        text: "native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with \
               --enable-ipv4=true --enable-ipv4-masquerade=true --enable-ip-masq-agent=false --routing-mode=native --ipam=…",
        check: Holds(|values| native_range(values, "4")),
    },
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2efb257c pkg/option/config.go:3022"),
        text: "native routing cidr must be configured with option --ipv6-native-routing-cidr in combination with \
               --enable-ipv6=true --enable-ipv6-masquerade=true --enable-ip-masq-agent=false --routing-mode=native",
        check: Holds(|values| native_range(values, "6")),
    },
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2efb257c pkg/option/config.go:2246"),
        text: "invalid routing mode …, valid modes = …",
        // Of the three modes of 1.20 the third one is not written.
        check: OneOf("routingMode", &["native", "tunnel"]),
    },
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2f5530ff pkg/datapath/tunnel/tunnel.go:87"),
        text: "invalid tunnel protocol …",
        check: OneOf("tunnelProtocol", &["vxlan", "geneve"]),
    },
    StartCheck {
        targets: WITH_RKE2,
        file: "",
        kind: "",
        source: Refuses("cilium 2f5530ff pkg/datapath/tunnel/tunnel.go:93"),
        text: "invalid IP family for underlay …",
        check: OneOf("underlayProtocol", &["ipv4", "ipv6"]),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        // The agent takes the addresses of other nodes of that family alone: without it no tunnel has an end.
        source: Differs("cilium 2f5530ff pkg/node/manager/manager.go:814"),
        text: "n.GetNodeIP(m.underlay == tunnel.IPv6)",
        check: Requires(
            All(&[Is("ipv4/enabled", "false"), Is("routingMode", "tunnel")]),
            Is("underlayProtocol", "ipv6"),
        ),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2efb257c pkg/clustermesh/types/types.go:68, :72, :76"),
        text: "must not be empty; must not be more than 32 characters; must consist of lower case alphanumeric characters and \
               '-', and must start and end with an alphanumeric character",
        check: Each("cluster/name", |name| is_name(name) && name.len() <= 32),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2f5530ff install/kubernetes/cilium/templates/validate.yaml:154"),
        text: "The cluster name is invalid: cannot use default value with cluster.id != 0",
        check: Requires(Is("cluster/name", "default"), Is("cluster/id", "0")),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2f5530ff install/kubernetes/cilium/templates/validate.yaml:213"),
        text: "Multi-pool mode requires enable-endpoint-routes",
        check: Requires(
            Is("ipam/mode", "multi-pool"),
            Is("endpointRoutes/enabled", "true"),
        ),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2f5530ff daemon/cmd/daemon.go:590, :609"),
        text: "BPF masquerade requires NodePort (--enable-node-port=\"true\"); BPF masquerade requires \
               (--enable-ipv4-masquerade=\"true\" or --enable-ipv6-masquerade=\"true\")",
        check: Requires(
            Is("bpf/masquerade", "true"),
            All(&[
                Is("kubeProxyReplacement", "true"),
                Any(&[
                    Is("enableIPv4Masquerade", "true"),
                    Is("enableIPv6Masquerade", "true"),
                ]),
            ]),
        ),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2f5530ff pkg/ipam/allocator/clusterpool/clusterpool.go:39, :48, :53, :62"),
        text: "cluster-pool-ipv4-cidr must be provided when using ClusterPool; cluster-pool-ipv4-cidr must not be set if IPv4 \
               is disabled; cluster-pool-ipv6-cidr must be provided when using ClusterPool; cluster-pool-ipv6-cidr must not be \
               set if IPv6 is disabled",
        check: Holds(|values| {
            values.text("ipam/mode").as_deref() != Some("cluster-pool")
                || ["4", "6"].into_iter().all(|number| {
                    values.is_on(&format!("ipv{number}/enabled")) != values.list(&pool(number)).is_empty()
                })
        }),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2f5530ff pkg/ipam/allocator/clusterpool/cidralloc/cidralloc.go:55, :64, :66"),
        text: "ErrCIDRCollision; CIDR is not v6 family: …; CIDR is not v4 family: …",
        check: Holds(pools_have_their_family),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: Refuses("cilium 2f5530ff pkg/ipam/cidrset/cidr_set.go:86"),
        text: "New CIDR set failed; the node CIDR size is too big",
        check: Holds(|values| masks_fit(values, "4") && masks_fit(values, "6")),
    },
];
