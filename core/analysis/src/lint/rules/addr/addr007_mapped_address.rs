use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::Oddity;

declare_rule! {
    /// ## What it checks
    /// An IPv4 range is written as IPv4-mapped IPv6.
    /// ## Why
    /// Components disagree on the family of such a value: some count it as IPv4, some build IPv6 rules from it.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["::ffff:10.244.0.0/112"]
    /// ```
    rule MappedAddress {
        code: "ADDR007",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/enhancements#4899"],
        fixes: ["canonical"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx
        .written_ranges()
        .filter(|range| range.read.oddities.contains(&Oddity::Ipv4Mapped))
    {
        out.at(&range.pointer)
            .param("text", range.text)
            .param("network", range.read.cidr)
            .fix_replace("canonical", &range.pointer, range.read.cidr, true)
            .file();
    }
}
