use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: nodes that learn their IPv6 default route from router advertisements have
    /// `accept_ra=2` on the interface itself.
    /// ## Why
    /// With forwarding on, which plugins switch on, Linux ignores router advertisements otherwise. The default
    /// route expires some time after the plugin has started.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// ```
    rule RouterAdvertisementsIgnored {
        code: "NODE007",
        severity: WARNING,
        needs: Hosts,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#21819", "projectcalico/calico#6751", "k3s-io/k3s#5019", "siderolabs/talos#3841", "siderolabs/talos#5632"],
    }
}
