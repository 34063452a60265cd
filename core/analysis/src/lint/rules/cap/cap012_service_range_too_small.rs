use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A range is smaller than a component takes: the first Service range needs 8 addresses for kube-apiserver, each
    /// Service range 10 and each pod range 14 for kubeadm.
    /// ## Why
    /// The tenth address is the cluster DNS by convention. With fewer, the installer or the API server refuses.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/30]
    /// podCIDRs: [10.244.0.0/16]
    /// ```
    rule ServiceRangeTooSmall {
        code: "CAP012",
        severity: ERROR,
        needs: Plan,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["cmd/kubeadm/app/apis/kubeadm/validation/validation.go", "cmd/kube-apiserver/app/options/options.go"],
        covers: ["KAS-P2", "KA-4"],
        upstream: [
            "subnet with %d{addresses} address(es) is too small, the minimum is %d{minimum}",
            "subnet is too small",
            "the service cluster IP range must be at least %d{minimum} IP addresses",
        ],
        fixes: ["grow"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for kind in [RangeKind::Services, RangeKind::Pods] {
        for (index, range) in cx.ranges(kind).enumerate() {
            let network = range.cidr.to_string();
            let by_kubeadm = cx
                .failed_checks
                .iter()
                .find(|check| check.id == "KA-4" && check.text.contains(&network));
            let by_server = cx
                .refused("KAS-P2")
                .filter(|_| kind == RangeKind::Services && index == 0 && range.cidr.host_bits() < 3);
            let Some(check) = by_server.or(by_kubeadm) else {
                continue;
            };
            let report = out
                .at(&range.pointer)
                .component(check.component)
                .upstream(check.text.clone())
                .param("range", range.cidr)
                .param("component", check.component.as_str());
            let larger = range
                .cidr
                .family()
                .width()
                .saturating_sub(if kind == RangeKind::Pods { 16 } else { 12 });
            report
                .fix_places("grow", &range.pointer, cx.places(range, larger))
                .file();
        }
    }
}
