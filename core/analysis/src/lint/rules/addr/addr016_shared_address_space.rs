use super::{allocated_ranges, with_elsewhere};
use crate::diagnostic::Severity;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};

declare_rule! {
    /// ## What it checks
    /// A pod or Service range lies in `100.64.0.0/10`. A warning where the plugin or the cloud of the plan is known to
    /// use that block itself.
    /// ## Why
    /// Carriers put it between themselves and their customers, Tailscale numbers its machines from it, and several
    /// plugins and clouds use parts of it inside.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [100.80.0.0/16]
    /// provider: aws
    /// ```
    rule SharedAddressSpace {
        code: "ADDR016",
        severity: WARNING,
        needs: Cni,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["ovn-kubernetes/ovn-kubernetes#1802", "labring/sealos#2685", "cozystack/cozystack#3740", "RFC 6598"],
        fixes: ["move"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let mut users = vec!["Tailscale"];
    // EKS reaches its control plane from there, and secondary VPC ranges are commonly cut from it.
    match spec.provider.map(|provider| provider.id()) {
        Some("aws") => users.push("AWS"),
        Some("gcp") => users.push("Google Cloud"),
        _ => {}
    }
    match spec.cni.map(|cni| cni.id()) {
        Some("kube-ovn") => users.push("Kube-OVN"),
        Some("ovn-kubernetes") => users.push("OVN-Kubernetes"),
        _ => {}
    }
    for range in allocated_ranges(cx) {
        if !special::overlapping(&range.cidr).any(|block| block.purpose == Purpose::SharedAddress) {
            continue;
        }
        let mut report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("users", users.join(", "));
        if users.len() == 1 {
            report = report.severity(Severity::Info);
        }
        with_elsewhere(report, cx, range);
    }
}
