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
        sources: ["aws/amazon-vpc-cni-k8s#3615", "aws/amazon-vpc-cni-k8s README", "aws/containers-roadmap#835", "amazon-eks-user-guide cni-ipv6"],
        refusals: ["EXP110"],
        fixes: ["ipv4", "ipv6"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let ids = RULE.meta.refusals;
    let cloud = cx.own_refusals().find(|refusal| ids.contains(&refusal.code));
    let plugin = spec
        .cni
        .filter(|cni| !cni.row().dual_stack_pods && spec.pods().is_some_and(|pods| pods.is_dual_stack()));
    let place = field("podCIDRs");
    let report = match (cloud, plugin) {
        (Some(refusal), _) => out.at(&place).words_of(refusal),
        (None, Some(cni)) => out.at(&place).param("who", cni.title()),
        (None, None) => return,
    };
    let report = with_one_family(report, cx, IpFamily::IPv4);
    with_one_family(report, cx, IpFamily::IPv6).file();
}
