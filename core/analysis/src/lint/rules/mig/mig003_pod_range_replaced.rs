use super::previous;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A pod range is no longer contained in the one of its family.
    /// ## Why
    /// Nodes keep their blocks of the old range. kube-controller-manager replays them when it starts, and stops
    /// when one is outside.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.245.0.0/16, "fd00:10:244::/56"]
    /// ```
    /// ```yaml previous
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// ```
    rule PodRangeReplaced {
        code: "MIG003",
        severity: ERROR,
        needs: PreviousPlan,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#75461", "kubernetes/kubernetes#50305", "rancher/rke2#2326", "pkg/controller/nodeipam/ipam/range_allocator.go"],
        upstream: ["cidr %s{block} is out the range of cluster cidr %s{range}"],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    for range in cx.ranges(RangeKind::Pods) {
        let before = old.pods().and_then(|pods| pods.of(range.cidr.family()));
        if let Some(before) = before.filter(|before| !range.cidr.contains(before)) {
            out.at(&range.pointer)
                .param("before", before)
                .param("after", range.cidr)
                .fix_replace("keep", &range.pointer, before, false)
                .file();
        }
    }
}
