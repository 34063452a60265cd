use super::{field, with_ipv4_first, with_one_family};
use crate::catalog::{Distribution, LoadBalancers};
use crate::diagnostic::Diagnostic;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::needs;
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The distribution of the plan cannot build the planned combination of families: no dual-stack, no IPv6 first,
    /// no IPv6 alone, or no dual-stack on this provider or in this version.
    /// ## Why
    /// Installers refuse the configuration, or have no field for it. AKS has a rule of its own (LB015); on EKS pods
    /// have one family (LB014).
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56", 10.244.0.0/16]
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// distribution: microk8s
    /// ```
    rule StackNotOffered {
        code: "LB017",
        severity: ERROR,
        needs: Plan,
        component: Planner,
        stage: Install,
        since: "0.1.0",
        sources: ["kubernetes/minikube#8535", "kubernetes/kops docs/networking/ipv6.md", "openshift/installer pkg/types/validation/installconfig.go"],
        refusals: ["EXP022", "EXP033", "EXP088", "EXP089", "EXP102", "EXP103", "EXP091.platform"],
        fixes: ["swap", "ipv4", "ipv6"],
        check: check,
    }
}

/// Returns whether the plan has IPv6 first of both families, which swapping the ranges mends.
fn is_order(refusal: &Diagnostic) -> bool {
    matches!(refusal.code, "EXP088" | "EXP102")
}

fn explains(refusal: &Diagnostic) -> bool {
    let ids = RULE.meta.refusals;
    ids.contains(&refusal.code) || ids.contains(&refusal.message.id.as_ref())
}

/// Returns whether the tool takes the plan with the ranges of that family alone.
fn takes_alone(cx: &LintContext<'_>, family: IpFamily) -> bool {
    let mut plan = cx.plan.clone();
    for ranges in [&mut plan.spec.pod_cidrs, &mut plan.spec.service_cidrs] {
        ranges.retain(|range| range.family() == family);
    }
    !needs::of_own_tools(&plan).iter().any(explains)
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    // AKS has a rule of its own.
    let here = |distribution: Distribution| distribution.row().load_balancers != Some(LoadBalancers::Azure);
    let Some(refusal) = cx
        .own_refusals()
        .find(|refusal| explains(refusal))
        .filter(|_| spec.distribution.is_some_and(here))
    else {
        return;
    };
    let mut report = out.at(&field("serviceCIDRs")).words_of(refusal);
    if is_order(refusal) {
        report = with_ipv4_first(report, cx);
    } else if spec.is_dual_stack() {
        for family in IpFamily::ALL {
            if takes_alone(cx, family) {
                report = with_one_family(report, cx, family);
            }
        }
    }
    report.file();
}
