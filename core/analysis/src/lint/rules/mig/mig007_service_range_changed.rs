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
        upstream: [
            "the cluster IP %s{address} for service %s{service} is not within the service CIDR %s{range}; please recreate",
            "Cluster IP %s{address} is not within the service CIDR %s{range}; please recreate service",
            "Cluster IP [%s{family}]: %s{address} is not within any configured Service CIDR; please recreate service",
            "the ClusterIP [%s{family}]: %s{address} for Service %s{service} is not within any service CIDR; please recreate",
            "Cluster IP %s{address} is of ip family that is no longer configured on cluster; please recreate service",
            "the provided network does not match the current range",
            "The default ServiceCIDR [%s{object}] does not match the controller flag configurations [%s{flag}]",
            "The default ServiceCIDR can not be upgraded from %s{object} to dual stack %s{flag} : ",
        ],
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
