use super::too_few_nodes;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The IPv4 pod range holds fewer node blocks than nodes are planned.
    /// ## Why
    /// A node without a block of every family gets none at all and stays NotReady where the plugin needs it; the event is
    /// `CIDRNotAvailable`.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/22]
    /// nodes: {count: 5}
    /// ```
    rule Ipv4Nodes {
        code: "CAP003",
        severity: ERROR,
        needs: Plan,
        component: KubeControllerManager,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#85866", "kubernetes/kubernetes#76761", "projectcalico/calico#7134"],
        refusals: ["EXP108", "EXP109"],
        upstream: [
            "Node %s{node} status is now: CIDRNotAvailable",
            "failed to allocate cidr from cluster cidr at idx:%d{index}: CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
            "CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
        ],
        fixes: ["range", "mask"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    too_few_nodes(cx, out, IpFamily::IPv4);
}
