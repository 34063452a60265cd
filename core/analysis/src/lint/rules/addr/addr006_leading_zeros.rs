use crate::lint::meta::STRICT_FROM_1_36;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::Oddity;

declare_rule! {
    /// ## What it checks
    /// An octet or the prefix length has leading zeros.
    /// ## Why
    /// Some software reads `010` as eight, some as ten (CVE-2021-29923). Kubernetes reads ten, and refuses new values
    /// from 1.36.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [010.096.0.0/16]
    /// ```
    rule LeadingZeros {
        code: "ADDR006",
        severity: STRICT_FROM_1_36,
        needs: Plan,
        component: Planner,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#108074", "kubernetes/kubernetes#100895"],
        fixes: ["canonical"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx
        .written_ranges()
        .filter(|range| range.read.oddities.contains(&Oddity::LeadingZeros))
    {
        out.at(&range.pointer)
            .param("text", range.text)
            .param("network", range.read.cidr)
            .fix_replace("canonical", &range.pointer, range.read.cidr, true)
            .file();
    }
}
