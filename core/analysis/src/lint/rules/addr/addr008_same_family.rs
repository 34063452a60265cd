use super::remove;
use crate::diagnostic::Component;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// Two pod ranges, or two Service ranges, of the same family.
    /// ## Why
    /// A second range is there for the second family. Two of one family are refused by every component that reads them.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, 10.245.0.0/16]
    /// ```
    rule SameFamily {
        code: "ADDR008",
        severity: ERROR,
        needs: Plan,
        component: KubeControllerManager,
        stage: Start,
        since: "0.1.0",
        sources: ["cmd/kube-controller-manager/app/core.go", "cmd/kubeadm/app/apis/kubeadm/validation/validation.go"],
        covers: ["KAS-6", "KCM-3", "KCM-6", "KP-3", "KP-6a", "KA-2", "KA-2b"],
        upstream: [
            "len of ClusterCIDRs==%d{count} and they are not configured as dual stack (at least one from each IPFamily",
            "--service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP family",
            "expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking",
            "serviceCIDR and secondaryServiceCIDR are not dualstack (from different IPfamiles)",
        ],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (kind, component, check) in [
        (RangeKind::Pods, Component::KubeControllerManager, "KCM-3"),
        (RangeKind::Services, Component::KubeApiserver, "KAS-6"),
    ] {
        let mut ranges = cx.ranges(kind);
        let (Some(first), Some(second), None) = (ranges.next(), ranges.next(), ranges.next()) else {
            continue;
        };
        if first.cidr.family() != second.cidr.family() {
            continue;
        }
        let report = out
            .at(&second.pointer)
            .component(component)
            .refused(cx, check)
            .param("first", first.cidr)
            .param("second", second.cidr)
            .param("family", first.cidr.family());
        [second, first]
            .into_iter()
            .fold(report, |report, range| {
                let removed = [("range", range.cidr.into())];
                report.fix("remove", removed, false, remove(&range.pointer))
            })
            .file();
    }
}
