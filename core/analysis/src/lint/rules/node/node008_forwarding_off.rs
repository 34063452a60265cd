use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: every node forwards packets in each family.
    /// ## Why
    /// Without forwarding nothing reaches pods of other nodes. kubeadm checks it when a node is set up, not later.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// ```
    rule ForwardingOff {
        code: "NODE008",
        severity: WARNING,
        needs: Hosts,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website#26675", "cmd/kubeadm/app/preflight/checks.go"],
        upstream: [
            "/proc/sys/net/ipv6/conf/default/forwarding contents are not set to 1",
            "/proc/sys/net/ipv4/ip_forward contents are not set to 1",
        ],
    }
}
