use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A range shares addresses with a block that has a purpose of its own: loopback, link-local, multicast, reserved,
    /// translation, protocol assignments.
    /// ## Why
    /// Hosts and routers give these addresses a meaning. Cloud metadata (`169.254.169.254`) and node-local DNS live in
    /// link-local space; loopback never leaves the host.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [169.254.0.0/16]
    /// ```
    rule SpecialPurpose {
        code: "ADDR015",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/libcalico-go#862", "RFC 6890"],
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
        let unusable = special::overlapping(&range.cidr).find(|block| {
            !block.usable
                // Other rules report these.
                && !matches!(
                    block.purpose,
                    Purpose::Documentation | Purpose::SiteLocal | Purpose::UniqueLocalUndefined
                )
        });
        let Some(block) = unusable else { continue };
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("block", block.cidr)
            .param("source", block.source);
        match cx.usable_network_like(range) {
            Some(free) => report.fix_replace("move", &range.pointer, free, false),
            None => report,
        }
        .file();
    }
}
