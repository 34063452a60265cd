use super::pod_range;
use crate::diagnostic::Severity;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::AddressCount;

declare_rule! {
    /// ## What it checks
    /// The families give room for different numbers of nodes.
    /// ## Why
    /// A node needs a block of every family, so the cluster stops growing where the smaller family ends, however much the
    /// other one has left.
    ///
    /// Which of the two it is matters: kube-controller-manager takes a block of the first range, then one of the second.
    /// Where the second has none left, it does not give the first one back, and tries again for every Node that waits: in
    /// 1.5 seconds a running one went from 10.192.5.0 to 10.192.9.128. Once that range is used up too, a larger second
    /// range alone helps nobody until kube-controller-manager is started again.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10::/48"]
    /// ```
    rule SmallerFamily {
        code: "CAP004",
        severity: INFO,
        needs: Plan,
        component: KubeControllerManager,
        stage: Run,
        since: "0.1.0",
        sources: ["pkg/controller/nodeipam/ipam/range_allocator.go"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let [a, b] = cx.families() else { return };
    let (small, large) = if a.nodes <= b.nodes { (a, b) } else { (b, a) };
    if small.nodes == large.nodes || super::cuts_no_blocks(cx) {
        return;
    }
    let Some(range) = pod_range(cx, small.family) else {
        return;
    };
    // Within a tenth of the planned number of nodes the difference matters.
    let planned = u128::from(cx.plan.spec.nodes.planned());
    let tight = small.nodes < AddressCount::from(planned + planned / 10);
    let report = out
        .at(&range.pointer)
        .param("family", small.family)
        .param("nodes", small.nodes)
        .param("other", large.family)
        .param("others", large.nodes);
    let second_ends = cx
        .plan
        .spec
        .pod_cidrs
        .get(1)
        .is_some_and(|second| second.family() == small.family);
    let report = if second_ends {
        report.variant("second").help("help-second")
    } else {
        report
    };
    if tight {
        report.severity(Severity::Warning).file();
    }
}
