use super::{with_elsewhere, with_network};
use crate::catalog::clouds::EKS_SERVICE_PREFIXES;
use crate::diagnostic::Severity;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// On EKS the IPv4 Service range is not private, or not between /24 and /12; or an IPv6 Service range is given,
    /// which AWS assigns itself.
    /// ## Why
    /// The call that creates the cluster is refused, and it is the only time the range can be chosen.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/25]
    /// podCIDRs: [10.244.0.0/16]
    /// distribution: eks
    /// ```
    rule EksServiceRange {
        code: "ADDR019",
        severity: ERROR,
        needs: Cni,
        component: CloudProvider,
        stage: Install,
        since: "0.1.0",
        sources: ["EKS API: KubernetesNetworkConfigRequest", "awsdocs/amazon-eks-user-guide network-reqs"],
        refusals: ["EXP111"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx.plan.spec.distribution.is_none_or(|found| found.id() != "eks") {
        return;
    }
    for range in cx.ranges(RangeKind::Services) {
        let private = special::containing(&range.cidr).is_some_and(|block| block.purpose == Purpose::Private);
        let prefix_len = range.cidr.prefix_len();
        if range.cidr.family() == IpFamily::IPv4 && private && EKS_SERVICE_PREFIXES.contains(&prefix_len) {
            continue;
        }
        let report = out.at(&range.pointer).param("range", range.cidr);
        match range.cidr.family() {
            IpFamily::IPv6 => report.variant("assigned").severity(Severity::Warning).file(),
            IpFamily::IPv4 if !private => with_elsewhere(report, cx, range),
            IpFamily::IPv4 => {
                let network = if prefix_len < *EKS_SERVICE_PREFIXES.start() {
                    Cidr::containing(range.cidr.network(), 16)
                } else {
                    cx.free_network_near(range, 20)
                };
                with_network(report.variant("size"), range, network);
            }
        }
    }
}
