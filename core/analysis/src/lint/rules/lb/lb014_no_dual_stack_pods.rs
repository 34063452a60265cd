use super::{field, with_one_family};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The pod ranges are of both families, and the CNI plugin or the managed cloud gives pods one family.
    /// ## Why
    /// An EKS cluster is IPv4 or IPv6, fixed when it is created. Pods reach the other family through NAT only.
    /// ## Example
    /// ```yaml
    /// distribution: eks
    /// cni: aws-vpc
    /// ```
    rule NoDualStackPods {
        code: "LB014",
        severity: ERROR,
        needs: Cni,
        component: Cni,
        stage: Install,
        since: "0.1.0",
        sources: ["aws/amazon-vpc-cni-k8s#3615", "aws/amazon-vpc-cni-k8s README", "aws/containers-roadmap#835"],
        fixes: ["ipv4", "ipv6"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let plugin = spec
        .cni
        .filter(|cni| !cni.row().dual_stack_pods)
        .map(|cni| cni.title());
    let cloud = spec
        .distribution
        .filter(|distribution| !distribution.row().stacks.dual && distribution.row().families_fixed)
        .map(|distribution| distribution.title());
    let Some(who) = plugin.or(cloud) else { return };
    if spec.pods().is_none_or(|pods| !pods.is_dual_stack()) {
        return;
    }
    let report = out.at(&field("podCIDRs")).param("who", who);
    let report = with_one_family(report, cx, IpFamily::IPv4);
    with_one_family(report, cx, IpFamily::IPv6).file();
}
