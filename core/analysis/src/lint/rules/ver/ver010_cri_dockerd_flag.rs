use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: on nodes with cri-dockerd the process is started with `--ipv6-dual-stack`.
    /// ## Why
    /// Without it pods show one address, although the plugin gave them two. Nothing is logged.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// ```
    rule CriDockerdFlag {
        code: "VER010",
        severity: ERROR,
        needs: Hosts,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["Mirantis/cri-dockerd#504", "rancher-archives/rke#3271"],
    }
}
