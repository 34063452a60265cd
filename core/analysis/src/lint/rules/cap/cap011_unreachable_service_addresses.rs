use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{Cidr, IpFamily};

declare_rule! {
    /// ## What it checks
    /// An IPv6 Service range is larger than the part of it that the allocator of the version hands out.
    /// ## Why
    /// The bitmap numbers 65,536 addresses and no more: a /108 gives exactly as many Services as a /112.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.30"
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/108"]
    /// ```
    rule UnreachableServiceAddresses {
        code: "CAP011",
        severity: WARNING,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#90115", "pkg/registry/core/service/ipallocator/bitmap.go"],
        fixes: ["shrink"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for bands in cx
        .addresses
        .services
        .iter()
        .filter(|bands| bands.family == IpFamily::IPv6)
    {
        // The first address of a range is never handed out.
        let (Some(usable), true) = (bands.usable, bands.unusable_count > 1u32.into()) else {
            continue;
        };
        let Some(range) = cx
            .addresses
            .declared
            .iter()
            .find(|range| range.cidr == bands.range)
        else {
            continue;
        };
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("usable", usable.count);
        if let Some(smaller) = Cidr::containing(range.cidr.network(), 112) {
            report
                .fix_replace("shrink", &range.pointer, smaller, false)
                .file();
        }
    }
}
