use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;

declare_rule! {
    /// ## What it checks
    /// An IPv6 Service range is shorter than /64 where addresses are kept as IPAddress objects.
    /// ## Why
    /// kube-apiserver starts, logs the text below once, and can then create no Service of that family.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16, "fd00:96::/48"]
    /// ```
    rule ServiceRangeWithoutAllocator {
        code: "CAP010",
        severity: ERROR,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/ipallocator/ipallocator.go"],
        covers: ["KAS-8"],
        upstream: [
            "shortest allowed prefix length for service CIDR is 64, got %d{length}",
        ],
        fixes: ["shrink"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for bands in cx
        .addresses
        .services
        .iter()
        .filter(|bands| bands.allocator.is_none())
    {
        let Some(range) = cx
            .addresses
            .declared
            .iter()
            .find(|range| range.cidr == bands.range)
        else {
            continue;
        };
        let mut report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .refused(cx, "KAS-8");
        if let Some(text) = &bands.upstream {
            report = report.upstream(text.clone());
        }
        // The prefix length that every version and installer accepts.
        if let Some(smaller) = Cidr::containing(range.cidr.network(), 112) {
            report
                .fix_replace("shrink", &range.pointer, smaller, false)
                .file();
        }
    }
}
