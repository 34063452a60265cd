use super::{field, with_ipv4_first, with_one_family};
use crate::catalog::LoadBalancers;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The distribution of the plan cannot build the planned combination of families: no dual-stack, no IPv6 first,
    /// no IPv6 alone, or no dual-stack on this provider.
    /// ## Why
    /// Installers refuse the configuration, or have no field for it. EKS and AKS have rules of their own (LB014,
    /// LB015).
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56", 10.244.0.0/16]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// distribution: kind
    /// ```
    rule StackNotOffered {
        code: "LB017",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Install,
        since: "0.1.0",
        sources: ["kubernetes/minikube#8535", "kubernetes/kops docs/networking/ipv6.md", "openshift/installer pkg/types/validation/installconfig.go"],
        fixes: ["swap", "ipv4", "ipv6"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let (Some(distribution), Some(services)) = (spec.distribution, spec.services()) else {
        return;
    };
    let row = distribution.row();
    let own_rule =
        row.load_balancers == Some(LoadBalancers::Azure) || (!row.stacks.dual && row.families_fixed);
    if own_rule {
        return;
    }
    let ipv6_first = services.primary_family() == IpFamily::IPv6;
    let provider = spec
        .provider
        .filter(|provider| !row.dual_stack_on.contains(&provider.id()));
    let elsewhere = provider.filter(|_| !row.dual_stack_on.is_empty());
    let variant = match (services.is_dual_stack(), ipv6_first) {
        (true, _) if !row.stacks.dual => "dual",
        (true, _) if elsewhere.is_some() => "provider",
        (true, true) if !row.stacks.ipv6_first => "first",
        (false, true) if !row.stacks.ipv6_only => "only",
        _ => return,
    };
    let report = out
        .at(&field("serviceCIDRs"))
        .param("distribution", distribution.title())
        .param(
            "provider",
            elsewhere.map(|provider| provider.title()).unwrap_or_default(),
        );
    match variant {
        "first" => {
            with_ipv4_first(report, cx).file();
        }
        "only" => {
            report.variant(variant).file();
        }
        _ => {
            let report = with_one_family(report.variant(variant), cx, IpFamily::IPv4);
            if row.stacks.ipv6_only {
                with_one_family(report, cx, IpFamily::IPv6).file();
            }
        }
    }
}
