use super::{field, with_ipv4_first};
use crate::catalog::LoadBalancers;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A plan for AKS has IPv6 alone, or IPv6 first.
    /// ## Why
    /// AKS builds IPv4 clusters and dual-stack clusters with IPv4 first (Azure CNI Overlay); `--ip-families` takes
    /// nothing else.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56", 10.244.0.0/16]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// distribution: aks
    /// ```
    rule AksFamilies {
        code: "LB015",
        severity: ERROR,
        needs: Plan,
        component: CloudProvider,
        stage: Install,
        since: "0.1.0",
        sources: ["Azure/AKS#2732", "Azure/AKS#4389", "Azure/AKS#5722", "azure-aks-docs configure-dual-stack.md"],
        refusals: ["EXP102", "EXP103"],
        fixes: ["swap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let on_azure = spec
        .distribution
        .is_some_and(|it| it.row().load_balancers == Some(LoadBalancers::Azure));
    let Some(services) = spec.services().filter(|_| on_azure) else {
        return;
    };
    if services.primary_family() == IpFamily::IPv4 {
        return;
    }
    let report = out.at(&field("serviceCIDRs"));
    if services.is_dual_stack() {
        with_ipv4_first(report, cx).file();
    } else {
        report.variant("only").file();
    }
}
