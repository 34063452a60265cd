//! Talos Linux.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{Each, Holds, OneOf};
use super::Source::Refuses;
use super::{Document, StartCheck, one_of_each_family};

const TALOS: &[&str] = &["talos"];

fn as_many(network: &Document) -> bool {
    network.list("podSubnets").len() == network.list("serviceSubnets").len()
}

fn one_of_each(network: &Document) -> bool {
    ["podSubnets", "serviceSubnets"].into_iter().all(|path| {
        let subnets = network.cidrs(path);
        (1..=2).contains(&network.list(path).len()) && one_of_each_family(&subnets)
    })
}

fn mask_of(network: &Document, family: IpFamily) -> u64 {
    // Without a key it is the default of kube-controller-manager.
    let (key, default) = match family {
        IpFamily::IPv4 => ("nodeCIDRMaskSizeIPv4", 24),
        IpFamily::IPv6 => ("nodeCIDRMaskSizeIPv6", 64),
    };
    network.number(key).filter(|mask| *mask != 0).unwrap_or(default)
}

fn masks(network: &Document) -> bool {
    network.cidrs("podSubnets").iter().all(|range| {
        let mask = mask_of(network, range.family());
        let bits = mask.checked_sub(u64::from(range.prefix_len()));
        bits.is_some_and(|bits| bits <= 16)
    })
}

fn sizes(network: &Document) -> bool {
    let services = network.cidrs("serviceSubnets");
    let all = [network.cidrs("podSubnets"), services.clone()].concat();
    all.iter().all(|range| range.host_bits() >= 4) && services.iter().all(|range| range.host_bits() <= 20)
}

/// A network or an address, and `!` before what is to be left out.
fn is_subnet(text: &str) -> bool {
    let text = text.strip_prefix('!').unwrap_or(text);
    text.parse::<Cidr>().is_ok() || text.parse::<std::net::IpAddr>().is_ok()
}

/// Rows of Talos.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: TALOS,
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: Refuses("talos ad882317 pkg/machinery/config/types/k8s/network.go:191"),
        text: "the number of pod subnets must match the number of service subnets",
        check: Holds(as_many),
    },
    StartCheck {
        targets: TALOS,
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: Refuses("talos ad882317 pkg/machinery/config/types/k8s/network.go:259, :263, :282"),
        text: "at least one subnet must be specified; at most two subnets can be specified for dual-stack clusters; at most \
               one IPv4 and one IPv6 subnet can be specified for dual-stack clusters",
        check: Holds(one_of_each),
    },
    StartCheck {
        targets: TALOS,
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: Refuses("talos ad882317 pkg/machinery/config/types/k8s/network.go:175, :179"),
        text: "nodeCIDRMaskSizeIPv4 must be between 1 and 32; nodeCIDRMaskSizeIPv6 must be between 1 and 128",
        check: Holds(|network| {
            let takes = |key: &str, most: u64| network.number(key).is_none_or(|mask| mask <= most);
            takes("nodeCIDRMaskSizeIPv4", 32) && takes("nodeCIDRMaskSizeIPv6", 128)
        }),
    },
    StartCheck {
        targets: TALOS,
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: Refuses("talos ad882317 pkg/machinery/config/types/k8s/network.go:224, :232"),
        text: "invalid subnet: … is smaller than the per-node pod CIDR mask size …; invalid subnet: … is too large for the \
               per-node pod CIDR mask size …, the difference must be at most … bits",
        check: Holds(masks),
    },
    StartCheck {
        targets: TALOS,
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: Refuses("talos ad882317 pkg/machinery/config/types/k8s/network.go:246, :302"),
        text: "invalid subnet: … is too large, it must be at least … (at most … host identifier bits); invalid subnet: … is \
               too small, it must be larger than …",
        check: Holds(sizes),
    },
    StartCheck {
        targets: TALOS,
        file: "1.14-and-later",
        kind: "KubeNodeConfig",
        source: Refuses("talos ad882317 pkg/machinery/config/types/k8s/node.go:165"),
        text: "nodeIP subnet is not valid: …",
        check: Each("nodeIP/validSubnets", is_subnet),
    },
    StartCheck {
        targets: TALOS,
        file: "1.13-and-earlier",
        kind: "",
        source: Refuses("talos ad882317 pkg/machinery/config/types/v1alpha1/v1alpha1_validation.go:504"),
        text: "cni name should be one of [\"flannel\", \"custom\", \"none\"]",
        check: OneOf("cluster/network/cni/name", &["flannel", "custom", "none"]),
    },
    StartCheck {
        targets: TALOS,
        file: "1.13-and-earlier",
        kind: "",
        source: Refuses("talos ad882317 pkg/machinery/config/types/v1alpha1/v1alpha1_validation.go:922"),
        text: "kubelet nodeIP subnet is not valid: …",
        check: Each("machine/kubelet/nodeIP/validSubnets", is_subnet),
    },
];
