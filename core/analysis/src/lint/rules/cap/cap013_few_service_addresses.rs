use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::AddressCount;

declare_rule! {
    /// ## What it checks
    /// A family has a Service range of 254 addresses or fewer, and ServiceCIDR objects beside the plan add none.
    /// ## Why
    /// Charts bring Services by the dozen, each keeps its address, and up to 1.32 the range cannot be enlarged without
    /// making the cluster anew.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/24]
    /// podCIDRs: [10.244.0.0/16]
    /// ```
    rule FewServiceAddresses {
        code: "CAP013",
        severity: WARNING,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["Azure/AKS#762", "kubernetes/website: Service ClusterIP allocation"],
        upstream: [
            "failed to allocate a serviceIP: range is full",
            "ervice CIDR %s{range} is full; you must widen the CIDR in order to create new services",
        ],
        fixes: ["grow"],
        check: check,
    }
}

/// The number of addresses of a family from which on there is nothing to say, less one: those of an IPv4 /24, and of an
/// IPv6 /120.
const FEW: u64 = 255;

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for bands in &cx.addresses.services {
        // Smaller ranges are refused, which another rule reports.
        if bands.range.host_bits() > 8 || bands.range.host_bits() < 4 {
            continue;
        }
        // What ServiceCIDR objects add counts.
        let room = cx.addresses.service_room(bands.family);
        if bands.object.is_some() || room.is_some_and(|room| room.usable > AddressCount::from(FEW)) {
            continue;
        }
        let Some(range) = cx
            .addresses
            .declared
            .iter()
            .find(|range| range.cidr == bands.range)
        else {
            continue;
        };
        let band =
            |band: Option<crate::clusterip::AddressBand>| band.map_or(AddressCount::ZERO, |band| band.count);
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("static", band(bands.static_band))
            .param("dynamic", band(bands.dynamic_band));
        let larger = range.cidr.family().width() - 12;
        report
            .fix_places("grow", &range.pointer, cx.places(range, larger))
            .file();
    }
}
