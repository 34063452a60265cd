use crate::diagnostic::Pointer;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The cluster is dual-stack, and the networks given for the nodes are of one family only.
    /// ## Why
    /// Pods, host-network pods and NodePorts reach the other family only when the machines have addresses and routes of it.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// nodeCIDRs: [192.168.1.0/24]
    /// ```
    rule MissingNodeFamily {
        code: "NODE006",
        severity: WARNING,
        needs: Plan,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website: IPv4/IPv6 dual-stack, prerequisites"],
        upstream: [
            "failed to get default v6 interface: ",
            "node IP: %q{address} not found in the host's network interfaces",
            "Node IP: %q{address} not found in the host's network interfaces",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    if spec.node_cidrs.is_empty() || !spec.pods().is_some_and(|pods| pods.is_dual_stack()) {
        return;
    }
    // If the distribution refuses such nodes, NODE002 reports it.
    if spec
        .distribution
        .is_some_and(|distribution| distribution.row().node_families_checked)
    {
        return;
    }
    for family in IpFamily::ALL {
        if spec.node_cidrs_of(family).next().is_none() {
            out.at(&Pointer::root().key("spec").key("nodeCIDRs"))
                .param("family", family)
                .file();
        }
    }
}
