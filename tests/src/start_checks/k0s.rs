//! k0s.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{Each, Holds, OneOf, Requires};
use super::Source::Refuses;
use super::Where::{All, Is};
use super::{Document, StartCheck, is_network, is_placeholder, same_families};

const K0S: &[&str] = &["k0s"];

fn all_of(spec: &Document, path: &str, family: IpFamily) -> bool {
    spec.cidrs(path).iter().all(|cidr| cidr.family() == family)
}

fn one_family(spec: &Document) -> bool {
    let pods = spec.cidrs("spec/network/podCIDR");
    let services = spec.cidrs("spec/network/serviceCIDR");
    pods.len() == 1 && same_families(&pods, &services)
}

fn dual_stack(spec: &Document) -> bool {
    let one = |path: &str| spec.cidrs(path).len() == 1;
    !spec.is_on("spec/network/dualStack/enabled")
        || (all_of(spec, "spec/network/podCIDR", IpFamily::IPv4)
            && all_of(spec, "spec/network/serviceCIDR", IpFamily::IPv4)
            && all_of(spec, "spec/network/dualStack/IPv6podCIDR", IpFamily::IPv6)
            && all_of(spec, "spec/network/dualStack/IPv6serviceCIDR", IpFamily::IPv6)
            && one("spec/network/dualStack/IPv6podCIDR")
            && one("spec/network/dualStack/IPv6serviceCIDR"))
}

/// The two checks ask for opposite things: of one family the prefix is at most 108, of two families at least that.
fn service_size(spec: &Document) -> bool {
    let dual = spec.cidrs("spec/network/dualStack/IPv6serviceCIDR");
    let single = spec.cidrs("spec/network/serviceCIDR");
    let takes = |cidr: &Cidr| cidr.family() == IpFamily::IPv4 || cidr.prefix_len() <= 108;
    dual.iter().all(|cidr| cidr.host_bits() <= 20) && single.iter().all(takes)
}

fn is_address(text: &str) -> bool {
    let address = text.parse::<std::net::IpAddr>();
    is_placeholder(text) || address.is_ok_and(|address| !address.is_unspecified())
}

fn is_external_address(text: &str) -> bool {
    // A port may follow: `ExternalHost` cuts it off.
    let is_any = matches!(text, "0.0.0.0" | "::");
    !is_any && text.parse::<dualstack_core::request::Endpoint>().is_ok()
}

/// Rows of k0s.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:96"),
        text: "provider: Unsupported value: …: supported values: \"kuberouter\", \"calico\", \"custom\"",
        check: OneOf("spec/network/provider", &["kuberouter", "calico", "custom"]),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:102, :108, :145, :151"),
        text: "invalid CIDR address",
        check: Holds(|spec| {
            let paths = [
                "podCIDR",
                "serviceCIDR",
                "dualStack/IPv6podCIDR",
                "dualStack/IPv6serviceCIDR",
            ];
            paths.into_iter().all(|path| {
                let written = spec.list(&format!("spec/network/{path}"));
                written.iter().all(|text| is_network(text))
            })
        }),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:116"),
        text: "podCIDR and serviceCIDR must be both IPv4 or IPv6",
        check: Holds(one_family),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:147, :153, :165, :168"),
        text: "must be an IPv6 CIDR, not IPv4; if DualStack is enabled, podCIDR must be IPv4; if DualStack is enabled, \
               serviceCIDR must be IPv4",
        check: Holds(dual_stack),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:124, :160"),
        text: "IPv6 service CIDR prefix must be <= 108",
        check: Holds(service_size),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:141"),
        text: "dual-stack for calico is only supported for mode `bird`",
        check: Requires(
            All(&[
                Is("spec/network/provider", "calico"),
                Is("spec/network/dualStack/enabled", "true"),
            ]),
            Is("spec/network/calico/mode", "bird"),
        ),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/api.go:152, :155"),
        text: "invalid IP address; invalid INADDR_ANY",
        check: Each("spec/api/address", is_address),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/api.go:162, :168"),
        text: "invalid IP address / DNS name; invalid INADDR_ANY",
        check: Each("spec/api/externalAddress", is_external_address),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:174"),
        text: "addressFamily: Unsupported value: …: supported values: \"IPv4\", \"IPv6\"",
        check: OneOf("spec/network/primaryAddressFamily", &["IPv4", "IPv6"]),
    },
    StartCheck {
        targets: K0S,
        file: "",
        kind: "ClusterConfig",
        source: Refuses("k0s dff90cee pkg/apis/k0s/v1beta1/network.go:212"),
        text: "failed to calculate DNS address: CIDR too narrow: …",
        // The tenth address of ranges of 16 and more, the second of smaller ones.
        check: Holds(|spec| {
            let ranges = spec.cidrs("spec/network/serviceCIDR");
            ranges.iter().all(|range| match range.host_bits() {
                0..=1 => false,
                2..=3 => range.address(2).is_some(),
                _ => range.address(10).is_some(),
            })
        }),
    },
];
