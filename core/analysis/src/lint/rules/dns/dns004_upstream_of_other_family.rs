use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: in an IPv6-only cluster the name servers of the nodes have IPv6 addresses.
    /// ## Why
    /// Cluster DNS forwards to the name servers of its node. Pods without IPv4 do not reach IPv4 ones.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56"]
    /// ```
    rule UpstreamOfOtherFamily {
        code: "DNS004",
        severity: WARNING,
        needs: Hosts,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes-sigs/kind#3114"],
    }
}
