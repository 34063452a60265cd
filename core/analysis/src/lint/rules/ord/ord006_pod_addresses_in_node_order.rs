use super::{field, swap_fix};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The pod ranges list one family first, the networks of the nodes the other; or the plugin always reports IPv4
    /// first.
    /// ## Why
    /// kubelet sorts the addresses of a pod by the family of the node's own first address. The order of the pod ranges
    /// does not matter for it.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56", 10.244.0.0/16]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// nodeCIDRs: [192.168.1.0/24, "fd00:192:168:1::/64"]
    /// ```
    rule PodAddressesInNodeOrder {
        code: "ORD006",
        severity: WARNING,
        needs: Cni,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["aojea/kindnet#10", "k3s-io/k3s#8502", "pkg/kubelet/kubelet_pods.go"],
        fixes: ["swap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let Some(pods) = spec.pods().filter(|pods| pods.is_dual_stack()) else {
        return;
    };
    let ipv4_first = spec.cni.filter(|cni| cni.row().reports_ipv4_first);
    if let Some(cni) = ipv4_first {
        if pods.primary_family() == IpFamily::IPv6 {
            out.at(&field("cni"))
                .variant("plugin")
                .param("plugin", cni.title())
                .file();
        }
        return;
    }
    let Some(nodes) = spec.node_networks().filter(|nodes| nodes.is_dual_stack()) else {
        return;
    };
    if nodes.primary_family() == pods.primary_family() {
        return;
    }
    let report = out
        .at(&field("nodeCIDRs"))
        .param("pods", pods.primary_family())
        .param("nodes", nodes.primary_family());
    swap_fix(report, "nodeCIDRs", &spec.node_cidrs).file();
}
