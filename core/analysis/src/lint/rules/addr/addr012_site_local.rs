use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A range lies in `fec0::/10`, the site-local addresses.
    /// ## Why
    /// RFC 3879 withdrew them; kubeadm warns, and hosts treat them as they like.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fec0:10:244::/56"]
    /// ```
    rule SiteLocal {
        code: "ADDR012",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["cmd/kubeadm/app/apis/kubeadm/validation/validation.go", "RFC 3879"],
        covers: ["KA-12"],
        upstream: [
            "the subnet %s{range} contains IPv6 site-local addresses that belong to fec0::/10 which has been deprecated by rfc3879",
        ],
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
            special::containing(&range.cidr).filter(|block| block.purpose == Purpose::SiteLocal)
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
