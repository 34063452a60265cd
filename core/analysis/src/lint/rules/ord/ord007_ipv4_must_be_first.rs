use super::field;
use crate::diagnostic::PatchOperation;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{Cidr, IpFamily};
use crate::order;

declare_rule! {
    /// ## What it checks
    /// The pods have IPv6 first, and the plugin or the distribution can only do it the other way round: Flannel,
    /// Kube-OVN, AKS, GKE.
    /// ## Why
    /// Flannel took the first address for an IPv4 one and crashed; the others have no way to say it.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56", 10.244.0.0/16]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// cni: flannel
    /// ```
    rule Ipv4MustBeFirst {
        code: "ORD007",
        severity: ERROR,
        needs: Cni,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["flannel-io/flannel#1629", "kubeovn/docs docs/guide/dual-stack.en.md", "hashicorp/terraform-provider-google container_cluster", "MicrosoftDocs/azure-aks-docs configure-dual-stack.md"],
        upstream: [
            "Observed a panic: %sAddress is not an IPv4 address",
        ],
        fixes: ["ipv4-first"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    if spec
        .pods()
        .is_none_or(|pods| !pods.is_dual_stack() || pods.primary_family() == IpFamily::IPv4)
    {
        return;
    }
    let plugin = spec
        .cni
        .filter(|cni| ["flannel", "kube-ovn"].contains(&cni.id()))
        .map(|cni| cni.title());
    let distribution = spec
        .distribution
        .filter(|found| ["aks", "gke"].contains(&found.id()))
        .map(|found| found.title());
    let Some(owner) = plugin.or(distribution) else {
        return;
    };
    let mut report = out.at(&field("podCIDRs")).param("owner", owner);
    if plugin == Some("Flannel") {
        report = report.upstream("Observed a panic: Address is not an IPv4 address");
    }
    // The Services follow, unless the API server's own address keeps them where they are.
    let services_may_follow = spec.advertise_address.is_none_or(|address| address.is_ipv4());
    let ipv4_first = |name: &str, cidrs: &[Cidr]| {
        let mut sorted = cidrs.to_vec();
        order::sort_by_key(&mut sorted, Cidr::family);
        let texts: Vec<String> = sorted.iter().map(Cidr::to_string).collect();
        PatchOperation::Replace {
            path: field(name),
            value: texts.into(),
        }
    };
    let mut patch = vec![ipv4_first("podCIDRs", &spec.pod_cidrs)];
    if services_may_follow
        && spec
            .services()
            .is_some_and(|services| services.primary_family() == IpFamily::IPv6)
    {
        patch.push(ipv4_first("serviceCIDRs", &spec.service_cidrs));
    }
    report.fix("ipv4-first", [], false, patch).file();
}
