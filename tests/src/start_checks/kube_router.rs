//! kube-router.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::Holds;
use super::Source::Refuses;
use super::{Document, StartCheck, is_network};

const KUBE_ROUTER: &[&str] = &["kube-router"];

/// Returns the values of an argument `name=value`, which may be given more than once and with commas.
fn values(set: &Document, name: &str) -> Vec<String> {
    let all = set.values("spec/template/spec/containers/*/args/*");
    let texts = all.into_iter().filter_map(|text| text.as_str());
    let given = texts.filter_map(|text| text.strip_prefix(name)?.strip_prefix('='));
    given
        .flat_map(|value| value.split(',').map(str::to_owned))
        .collect()
}

fn service_ranges(set: &Document) -> Vec<Cidr> {
    let ranges = values(set, "--service-cluster-ip-range");
    ranges.iter().filter_map(|text| text.parse().ok()).collect()
}

/// Returns whether a family is on, which IPv4 is unless it is switched off.
fn is_on(set: &Document, family: IpFamily) -> bool {
    let (name, default) = match family {
        IpFamily::IPv4 => ("--enable-ipv4", true),
        IpFamily::IPv6 => ("--enable-ipv6", false),
    };
    values(set, name).last().map_or(default, |on| on == "true")
}

/// Rows of kube-router.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: KUBE_ROUTER,
        file: "",
        kind: "DaemonSet",
        source: Refuses("kube-router 7c2c2779 pkg/bgp/id.go:38"),
        text: "router-id must be specified when primary node IP is an IPv6 address",
        // Nodes have the family first that Services have first.
        check: Holds(|set| {
            let first = service_ranges(set).first().map(Cidr::family);
            let ipv6_first = first == Some(IpFamily::IPv6) || !is_on(set, IpFamily::IPv4);
            !ipv6_first || !values(set, "--router-id").is_empty()
        }),
    },
    StartCheck {
        targets: KUBE_ROUTER,
        file: "",
        kind: "DaemonSet",
        source: Refuses("kube-router 7c2c2779 pkg/svcip/validator.go:102, :108, :114"),
        text: "failed to parse --service-cluster-ip-range parameter: '…': …; IPv4 CIDR … specified in \
               --service-cluster-ip-range while IPv4 is disabled; IPv6 CIDR … specified in --service-cluster-ip-range while \
               IPv6 is disabled",
        check: Holds(|set| {
            let written = values(set, "--service-cluster-ip-range");
            let ranges = service_ranges(set);
            written.iter().all(|text| is_network(text))
                && ranges.iter().all(|range| is_on(set, range.family()))
        }),
    },
    StartCheck {
        targets: KUBE_ROUTER,
        file: "",
        kind: "DaemonSet",
        source: Refuses("kube-router 7c2c2779 pkg/svcip/validator.go:82, :86"),
        text: "failed to parse --service-cluster-ip-range parameter: the list is empty; too many CIDRs provided in \
               --service-cluster-ip-range parameter, only two addresses are allowed at once for dual-stack",
        check: Holds(|set| (1..=2).contains(&values(set, "--service-cluster-ip-range").len())),
    },
    StartCheck {
        targets: KUBE_ROUTER,
        file: "",
        kind: "DaemonSet",
        source: Refuses("kube-router 7c2c2779 pkg/utils/node.go:235, :240"),
        text: "IPv4 was enabled, but no IPv4 address was found on the node; IPv6 was enabled, but no IPv6 address was found on \
               the node",
        // Nodes of a cluster have addresses of the families of its Services.
        check: Holds(|set| {
            let ranges = service_ranges(set);
            let has = |family| ranges.iter().any(|range| range.family() == family);
            IpFamily::ALL
                .into_iter()
                .all(|family| !is_on(set, family) || has(family))
        }),
    },
];
