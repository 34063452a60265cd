use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A range lies in `fc00::/8`.
    /// ## Why
    /// RFC 4193 defines only `fd00::/8` for addresses one generates oneself; the other half was never assigned.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fc00:10:244::/56"]
    /// ```
    rule UndefinedUla {
        code: "ADDR011",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website#16801", "RFC 4193"],
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
            special::containing(&range.cidr).filter(|block| block.purpose == Purpose::UniqueLocalUndefined)
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
