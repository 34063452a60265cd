//! Flannel, with the subnets that Kubernetes gives to nodes (`--kube-subnet-mgr`): `CheckNetworkConfig`, which knows more,
//! is not asked then.

use super::Check::{Holds, OneOf, Requires};
use super::Source::{Differs, Refuses};
use super::Where::{Has, Is};
use super::{StartCheck, is_network};

const FLANNEL: &[&str] = &["flannel"];

/// Rows of Flannel.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: FLANNEL,
        file: "",
        kind: "",
        source: Refuses("flannel cdf76059 pkg/subnet/kube/kube.go:500"),
        text: "subnet … specified in the flannel net config doesn't contain … PodCIDR of the … node",
        check: Requires(Is("EnableIPv4", "true"), Has("Network")),
    },
    StartCheck {
        targets: FLANNEL,
        file: "",
        kind: "",
        source: Refuses("flannel cdf76059 pkg/subnet/kube/kube.go:507"),
        text: "subnet … specified in the flannel net config doesn't contain … IPv6 PodCIDR of the … node",
        check: Requires(Is("EnableIPv6", "true"), Has("IPv6Network")),
    },
    StartCheck {
        targets: FLANNEL,
        file: "",
        kind: "",
        source: Refuses("flannel cdf76059 pkg/subnet/kube/kube.go:125"),
        text: "error parsing subnet config: …",
        check: Holds(|config| {
            ["Network", "IPv6Network"].into_iter().all(|key| {
                let ipv6 = key == "IPv6Network";
                let written = config.list(key);
                written
                    .iter()
                    .all(|text| is_network(text) && text.contains(':') == ipv6)
            })
        }),
    },
    StartCheck {
        targets: FLANNEL,
        file: "values",
        kind: "",
        // Without either range the chart writes a configuration of no family.
        source: Differs("flannel cdf76059 chart/kube-flannel/templates/config.yaml:16"),
        text: "\"EnableIPv4\": false,",
        check: Holds(|values| {
            let ranges = [values.list("podCidr"), values.list("podCidrv6")].concat();
            !values.has("podCidr") || !ranges.is_empty()
        }),
    },
    StartCheck {
        targets: FLANNEL,
        file: "values",
        kind: "",
        source: Refuses("flannel cdf76059 pkg/backend/manager.go:63"),
        text: "unknown backend type: …",
        check: OneOf("flannel/backend", &["vxlan", "host-gw", "wireguard", "udp"]),
    },
    StartCheck {
        targets: FLANNEL,
        file: "kube-flannel-cfg",
        kind: "",
        source: Refuses("flannel cdf76059 pkg/backend/manager.go:63"),
        text: "unknown backend type: …",
        check: OneOf("Backend/Type", &["vxlan", "host-gw", "wireguard", "udp"]),
    },
];
