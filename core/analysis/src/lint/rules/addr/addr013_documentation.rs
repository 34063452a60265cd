use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A range is reserved for documentation, such as `2001:db8::/32` or `192.0.2.0/24`.
    /// ## Why
    /// Such addresses are fine in a text or a lab. Routers and filters drop them, so nothing outside ever answers.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["2001:db8:244::/56"]
    /// ```
    rule DocumentationRange {
        code: "ADDR013",
        severity: WARNING,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["flannel-io/flannel#1688", "kubernetes/kubernetes#112167"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx
        .addresses
        .declared
        .iter()
        .filter(|range| range.kind != RangeKind::Reserved)
    {
        let Some(block) =
            special::containing(&range.cidr).filter(|block| block.purpose == Purpose::Documentation)
        else {
            continue;
        };
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("block", block.cidr);
        match cx.usable_network_like(range) {
            Some(free) => report.fix_replace("move", &range.pointer, free, false),
            None => report,
        }
        .file();
    }
}
