use super::overlaps_between;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A pool of load balancer addresses shares addresses with a pod range or a Service range.
    /// ## Why
    /// The API server hands out the addresses of a Service range and the pod network those of a pod range, neither of
    /// them looks at the pools of a load balancer. Two Services, or a Service and a pod, get one address, and routers
    /// outside of the cluster send to it whatever was meant for the other. A pool inside the network of the nodes is
    /// normal: announced on their link, it has to lie there.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16]
    /// loadBalancerCIDRs: [10.96.200.0/24]
    /// ```
    rule LoadBalancerOverlap {
        code: "ADDR026",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["spec.loadBalancerCIDRs of the plan file", "pkg/registry/core/service/ipallocator", "metallb/metallb controller/service.go"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for kind in [RangeKind::Pods, RangeKind::Services] {
        for overlap in overlaps_between(cx, kind, RangeKind::LoadBalancers) {
            out.at(&overlap.second.pointer)
                .variant(kind.as_str())
                .param("pool", overlap.second.cidr)
                .param("range", overlap.first.cidr)
                .param("shared", overlap.shared)
                .file();
        }
    }
}
