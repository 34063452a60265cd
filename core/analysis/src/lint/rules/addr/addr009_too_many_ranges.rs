use super::remove;
use crate::diagnostic::Component;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// More than two pod ranges or more than two Service ranges.
    /// ## Why
    /// Every component takes at most one range a family. More room for Services needs ServiceCIDR objects (from 1.33).
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112", 10.97.0.0/16]
    /// ```
    rule TooManyRanges {
        code: "ADDR009",
        severity: ERROR,
        needs: Plan,
        component: KubeControllerManager,
        stage: Start,
        since: "0.1.0",
        sources: ["cmd/kube-apiserver/app/options/validation.go", "cmd/kube-controller-manager/app/core.go"],
        covers: ["KAS-2", "KCM-4", "KCM-V", "KP-2"],
        upstream: [
            "length of clusterCIDRs is:%d{count} more than max allowed of 2",
            "len of clusters is:%d{count} > more than max allowed of 2",
            "--service-cluster-ip-range must not contain more than two entries",
            "--service-cluster-ip-range can not contain more than two entries",
        ],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (kind, component, check) in [
        (RangeKind::Pods, Component::KubeControllerManager, "KCM-4"),
        (RangeKind::Services, Component::KubeApiserver, "KAS-2"),
    ] {
        let count = cx.ranges(kind).count();
        for range in cx.ranges(kind).skip(2) {
            out.at(&range.pointer)
                .component(component)
                .refused(cx, check)
                .param("count", count)
                .param("range", range.cidr)
                .fix(
                    "remove",
                    [("range", range.cidr.into())],
                    false,
                    remove(&range.pointer),
                )
                .file();
        }
    }
}
