//! MetalLB, kube-vip's cloud provider and the load balancers of Cilium.

use super::Check::{Each, Holds};
use super::Source::Refuses;
use super::{StartCheck, disjoint};

/// Rows of the load balancers.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: &["metallb"],
        file: "",
        kind: "IPAddressPool",
        source: Refuses("metallb 7938d3f8 internal/config/config.go:346"),
        text: "CIDR … in pool … overlaps with already defined CIDR …",
        check: Holds(|pool| disjoint(&pool.cidrs("spec/addresses"))),
    },
    StartCheck {
        targets: &["metallb"],
        file: "",
        kind: "IPAddressPool",
        source: Refuses("metallb 7938d3f8 internal/config/config.go:532, :546, :553"),
        text: "missing pool name; pool has no prefixes defined; invalid CIDR … in pool …: …",
        check: Holds(|pool| {
            let written = pool.list("spec/addresses");
            pool.has("metadata/name")
                && !written.is_empty()
                && written.len() == pool.cidrs("spec/addresses").len()
        }),
    },
    StartCheck {
        targets: &["kube-vip"],
        file: "",
        kind: "ConfigMap",
        // The provider hands on what Go's `netip.ParsePrefix` says; its own words in line 17 are never said.
        source: Refuses("kube-vip-cloud-provider d3522c6f pkg/ipam/addressbuilder.go:23-25"),
        text: "netip.ParsePrefix(…): …",
        check: Each("data/cidr-global", |text| {
            text.parse::<dualstack_core::net::Cidr>().is_ok()
        }),
    },
    StartCheck {
        targets: &["cilium-lb-ipam"],
        file: "",
        kind: "CiliumLoadBalancerIPPool",
        source: Refuses("cilium 2f5530ff operator/pkg/lbipam/lbipam.go:1852"),
        text: "Pool conflicts since range '…' overlaps range '…' from IP Pool '…'",
        check: Holds(|pool| disjoint(&pool.cidrs("spec/blocks/*/cidr"))),
    },
];
