use super::pod_ranges;
use crate::diagnostic::Severity;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A pool of Calico that pods use lies outside the pod ranges of the plan. In an Installation an error: the
    /// operator refuses it.
    /// ## Why
    /// Everything else in the cluster takes the pod ranges for what pods have: kube-proxy, policies, routes,
    /// masquerade.
    /// ## Example
    /// ```yaml
    /// apiVersion: operator.tigera.io/v1
    /// kind: Installation
    /// metadata: {name: default}
    /// spec:
    ///   calicoNetwork:
    ///     ipPools:
    ///       - cidr: 192.168.0.0/16
    /// ```
    rule CalicoPoolOutside {
        code: "CNI002",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Install,
        since: "0.1.0",
        sources: ["projectcalico/calico#3878", "labring/sealos#2685", "projectcalico/calico#962", "kubernetes/kubernetes#71249", "tigera/operator pkg/controller/ippool/validation.go"],
        reads: ["IPPool", "Installation"],
        upstream: ["IPPool %s{pool} is not within the platform's configured pod network CIDR(s)"],
        fixes: ["range"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let pods = pod_ranges(cx);
    let pools = cx.calico_pools();
    for pool in pools.iter().filter(|pool| pool.is_for_pods()) {
        if pods.iter().any(|range| range.contains(&pool.cidr)) {
            continue;
        }
        let place = pool.place.key("cidr");
        let mut report = out.at_object(&pool.object, &place).param("pool", pool.cidr);
        if pool.by_operator {
            report = report.severity(Severity::Error);
        }
        let family = pods.iter().find(|range| range.family() == pool.cidr.family());
        let free = family.filter(|range| !pools.iter().any(|other| other.cidr.overlaps(range)));
        if let Some(range) = free {
            report.fix_replace("range", &place, range, false).file();
        }
    }
}
