use crate::diagnostic::Pointer;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// K3s or RKE2, with networks for nodes whose families are not those of the pod ranges.
    /// ## Why
    /// Both compare `node-ip` with `cluster-cidr` when they start, and refuse.
    /// ## Example
    /// ```yaml
    /// nodeCIDRs: [192.168.1.0/24]
    /// distribution: k3s
    /// ```
    rule NodeFamiliesRefused {
        code: "NODE002",
        severity: ERROR,
        needs: Plan,
        component: Kubelet,
        stage: Start,
        since: "0.1.0",
        sources: ["k3s-io/k3s#11735", "k3d-io/k3d#1185", "mysticaltech/terraform-hcloud-kube-hetzner#2245", "k3s-io/k3s#5943"],
        upstream: [
            "cluster-cidr: %s{ranges} and node-ip: %s{addresses}, must share the same IP version (IPv4, IPv6 or dual-stack)",
            "cluster-cidr: %s{ranges} and service-cidr: %s{services}, must share the same IP version (IPv4, IPv6 or dual-stack)",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let Some(distribution) = spec.distribution.filter(|it| it.row().node_families_checked) else {
        return;
    };
    let Some(pods) = spec.pods().filter(|_| !spec.node_cidrs.is_empty()) else {
        return;
    };
    for family in IpFamily::ALL {
        if pods.of(family).is_some() && spec.node_cidrs_of(family).next().is_none() {
            out.at(&Pointer::root().key("spec").key("nodeCIDRs"))
                .param("distribution", distribution.title())
                .param("family", family)
                .file();
        }
    }
}
