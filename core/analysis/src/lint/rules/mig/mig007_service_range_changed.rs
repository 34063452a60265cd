use super::previous;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// The Service range of a family is another than before.
    /// ## Why
    /// Services keep the cluster IPs they have. Those outside the new range stay in use but belong to no range any
    /// more; from 1.33 on the default ServiceCIDR object does not follow the flag.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.97.0.0/16, "fd00:10:96::/112"]
    /// ```
    /// ```yaml previous
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// ```
    rule ServiceRangeChanged {
        code: "MIG007",
        severity: WARNING,
        needs: PreviousPlan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/enhancements KEP-1880", "rancher/rke2#2326", "pkg/registry/core/service/ipallocator/controller/repairip.go"],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    for range in cx.ranges(RangeKind::Services) {
        let before = old
            .services()
            .and_then(|services| services.of(range.cidr.family()));
        if let Some(before) = before.filter(|before| *before != range.cidr) {
            out.at(&range.pointer)
                .param("before", before)
                .param("after", range.cidr)
                .fix_replace("keep", &range.pointer, before, false)
                .file();
        }
    }
}
