use super::too_few_nodes;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The IPv6 pod range holds fewer node blocks than nodes are planned.
    /// ## Why
    /// A node without a block of every family gets none at all and stays NotReady where the plugin needs it; the event is
    /// `CIDRNotAvailable`. A /64 with the default mask of /64 serves exactly one node.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/64"]
    /// nodes: {count: 3}
    /// ```
    rule Ipv6Nodes {
        code: "CAP002",
        severity: ERROR,
        needs: Plan,
        component: KubeControllerManager,
        stage: Run,
        since: "0.1.0",
        sources: ["flannel-io/flannel#1688", "pkg/controller/nodeipam/ipam/cidrset/cidr_set.go"],
        refusals: ["EXP108"],
        upstream: [
            "failed to allocate cidr from cluster cidr at idx:%d{index}: CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
            "Node %s{node} status is now: CIDRNotAvailable",
            "CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
        ],
        fixes: ["range", "mask"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    too_few_nodes(cx, out, IpFamily::IPv6);
}
