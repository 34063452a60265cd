//! Kube-OVN and OVN-Kubernetes.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{AsMany, Each, Holds, OneOf};
use super::Source::{Differs, Refuses};
use super::{Document, StartCheck, apart_from, disjoint, one_of_each_family};

const KUBE_OVN: &[&str] = &["kube-ovn"];
const OVN_KUBERNETES: &[&str] = &["ovn-kubernetes"];

/// The join, pod and Service networks of the chart.
fn of_values(values: &Document) -> Vec<Cidr> {
    ["JOIN_CIDR", "POD_CIDR", "SVC_CIDR"]
        .map(|key| values.cidrs(&format!("*/{key}")))
        .concat()
}

/// The join, pod and Service networks of the chart of version 2.
fn of_values_v2(values: &Document) -> Vec<Cidr> {
    ["join", "pods", "services"]
        .map(|key| values.cidrs(&format!("networking/{key}/cidr/*")))
        .concat()
}

/// What no network of Kube-OVN may share addresses with.
const SPECIAL: [&str; 9] = [
    "255.255.255.255/32",
    "224.0.0.0/4",
    "127.0.0.0/8",
    "0.0.0.0/32",
    "169.254.0.0/16",
    "::/128",
    "::1/128",
    "ff00::/8",
    "fe80::/10",
];

fn are_ordinary(cidrs: &[Cidr]) -> bool {
    cidrs.iter().all(|cidr| apart_from(cidr, &SPECIAL))
}

/// Returns the ranges of pods of OVN-Kubernetes, without the prefix of nodes behind each.
fn pods(values: &Document) -> Vec<Cidr> {
    let entries = values.list("podNetwork");
    let ranges = entries.iter().filter_map(|entry| entry.rsplit_once('/'));
    ranges.filter_map(|(range, _)| range.parse().ok()).collect()
}

fn all_of_ovn_kubernetes(values: &Document) -> Vec<Cidr> {
    let internal = ["JoinSubnet", "MasqueradeSubnet", "TransitSubnet"];
    let mut all = pods(values);
    all.extend(values.cidrs("serviceNetwork"));
    for name in internal {
        all.extend(values.cidrs(&format!("global/v4{name}")));
        all.extend(values.cidrs(&format!("global/v6{name}")));
    }
    all
}

/// Returns whether the prefix of nodes behind a range of pods is longer than the range's, and 64 in IPv6.
fn is_cut(entry: &str) -> bool {
    let Some((range, mask)) = entry.rsplit_once('/') else {
        return false;
    };
    let range = range.parse::<Cidr>().ok();
    range.zip(mask.parse::<u8>().ok()).is_some_and(|(range, mask)| {
        let bounds = match range.family() {
            IpFamily::IPv4 => mask <= 32,
            IpFamily::IPv6 => mask == 64,
        };
        bounds && range.prefix_len() < mask
    })
}

/// Rows of Kube-OVN and OVN-Kubernetes.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: KUBE_OVN,
        file: "values.yaml",
        kind: "",
        source: Refuses("kube-ovn 1533681d pkg/util/net.go:658"),
        text: "check system cidr failed, cidr … is conflict with cidr …",
        check: Holds(|values| disjoint(&of_values(values))),
    },
    StartCheck {
        targets: KUBE_OVN,
        file: "values-v2",
        kind: "",
        source: Refuses("kube-ovn 1533681d pkg/util/net.go:658"),
        text: "check system cidr failed, cidr … is conflict with cidr …",
        check: Holds(|values| disjoint(&of_values_v2(values))),
    },
    StartCheck {
        targets: KUBE_OVN,
        file: "values.yaml",
        kind: "",
        source: Refuses("kube-ovn 1533681d pkg/util/net.go:616-641"),
        text: "check system cidr failed, … conflict with v4 link local cidr 169.254.0.0/16; …",
        check: Holds(|values| are_ordinary(&of_values(values))),
    },
    StartCheck {
        targets: KUBE_OVN,
        file: "values-v2",
        kind: "",
        source: Refuses("kube-ovn 1533681d pkg/util/net.go:616-641"),
        text: "check system cidr failed, … conflict with v4 link local cidr 169.254.0.0/16; …",
        check: Holds(|values| are_ordinary(&of_values_v2(values))),
    },
    StartCheck {
        targets: KUBE_OVN,
        file: "values.yaml",
        kind: "",
        // Where the file has none, there is one for each range; what the file has is taken as it is.
        source: Differs("kube-ovn 1533681d pkg/controller/config.go:402"),
        text: "if config.DefaultGateway == \"\"",
        check: AsMany("*/POD_GATEWAY", "*/POD_CIDR"),
    },
    StartCheck {
        targets: OVN_KUBERNETES,
        file: "",
        kind: "",
        source: Refuses("ovn-kubernetes 6c366bb4 go-controller/pkg/config/utils.go:62, :96, :100, :104"),
        text: "CIDR … not properly formatted; IPv6 only supports /64 host subnets; invalid host subnet, IPv4 subnet must be < \
               32; cannot use a host subnet length mask shorter than or equal to the cluster subnet mask. …",
        check: Each("podNetwork", is_cut),
    },
    StartCheck {
        targets: OVN_KUBERNETES,
        file: "",
        kind: "",
        source: Refuses("ovn-kubernetes 6c366bb4 go-controller/pkg/config/config.go:1811, :1817, :1819"),
        text: "kubernetes service network CIDR … invalid: …; kubernetes service-cidrs must contain either a single CIDR or else \
               an IPv4/IPv6 pair",
        check: Holds(|values| {
            let services = values.cidrs("serviceNetwork");
            services.len() == values.list("serviceNetwork").len() && one_of_each_family(&services)
        }),
    },
    StartCheck {
        targets: OVN_KUBERNETES,
        file: "",
        kind: "",
        source: Refuses("ovn-kubernetes 6c366bb4 go-controller/pkg/config/utils.go:216"),
        text: "illegal network configuration: … … overlaps … …",
        check: Holds(|values| disjoint(&all_of_ovn_kubernetes(values))),
    },
    StartCheck {
        targets: OVN_KUBERNETES,
        file: "",
        kind: "",
        source: Refuses("ovn-kubernetes 6c366bb4 go-controller/pkg/config/utils.go:263"),
        text: "illegal network configuration: … cluster subnet, … service subnet",
        check: Holds(|values| {
            let has = |cidrs: &[Cidr]| super::counts(cidrs).map(|count| count > 0);
            has(&pods(values)) == has(&values.cidrs("serviceNetwork"))
        }),
    },
    StartCheck {
        targets: OVN_KUBERNETES,
        file: "",
        kind: "",
        source: Refuses(
            "ovn-kubernetes 6c366bb4 go-controller/pkg/config/config.go:1916, :1921, :1929, :1937, :2111, :2116",
        ),
        text: "invalid gateway v4 join subnet specified, subnet: …; invalid gateway v6 join subnet specified, subnet: …; \
               invalid gateway v4 masquerade subnet specified, subnet: …; invalid gateway v6 masquerade subnet specified, \
               subnet: …; invalid transit switch v4 subnet specified, subnet: …; invalid transit switch v6 subnet specified, \
               subnet: …",
        check: Holds(|values| {
            [("v4", IpFamily::IPv4), ("v6", IpFamily::IPv6)]
                .into_iter()
                .all(|(prefix, family)| {
                    ["JoinSubnet", "MasqueradeSubnet", "TransitSubnet"]
                        .into_iter()
                        .all(|name| {
                            let path = format!("global/{prefix}{name}");
                            let cidrs = values.cidrs(&path);
                            cidrs.len() == values.list(&path).len()
                                && cidrs.iter().all(|cidr| cidr.family() == family)
                        })
                })
        }),
    },
    StartCheck {
        targets: OVN_KUBERNETES,
        file: "",
        kind: "",
        source: Refuses("ovn-kubernetes 6c366bb4 go-controller/pkg/config/config.go:1891"),
        text: "invalid gateway mode …: expect one of …",
        check: OneOf("global/gatewayMode", &["", "local", "shared"]),
    },
];
