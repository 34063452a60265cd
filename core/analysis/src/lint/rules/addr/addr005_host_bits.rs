use crate::lint::meta::STRICT_FROM_1_36;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::Oddity;

declare_rule! {
    /// ## What it checks
    /// A range is written with bits set behind its prefix.
    /// ## Why
    /// Components drop the bits silently, so the range starts below what was meant: `10.196.216.0/19` is really
    /// `10.196.192.0/19`. From 1.36 the API refuses such values in objects.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.196.216.0/19]
    /// ```
    rule HostBits {
        code: "ADDR005",
        severity: STRICT_FROM_1_36,
        needs: Plan,
        component: Planner,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#25394", "kubernetes/kubernetes#137053"],
        upstream: [
            "IPPool CIDR is not strictly masked",
        ],
        fixes: ["canonical"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx
        .written_ranges()
        .filter(|range| range.read.oddities.contains(&Oddity::HostBits))
    {
        out.at(&range.pointer)
            .param("text", range.text)
            .param("network", range.read.cidr)
            .fix_replace("canonical", &range.pointer, range.read.cidr, true)
            .file();
    }
}
