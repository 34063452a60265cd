//! The pools of the plan, and the findings about them that all load balancers share.

use crate::diagnostic::{Diagnostic, Severity};
use crate::export::{ExportContext, ExportRefusal, Support, finding};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

const FIELD: &str = "loadBalancerCIDRs";

/// Returns the pools in the plan's order. A pool inside another one is left out: it adds nothing, and MetalLB and
/// LB-IPAM refuse both.
pub(super) fn pools(cx: &ExportContext<'_>) -> Vec<Cidr> {
    let all = &cx.plan.spec.load_balancer_cidrs;
    let adds = |(index, pool): &(usize, &Cidr)| {
        !all.iter().enumerate().any(|(other, outer)| {
            let twice = outer == *pool && other < *index;
            twice || (outer != *pool && outer.contains(pool))
        })
    };
    all.iter()
        .enumerate()
        .filter(adds)
        .map(|(_, pool)| *pool)
        .collect()
}

/// Returns the findings about families.
///
/// # Errors
/// Returns a refusal if there are no pools.
pub(super) fn findings(cx: &ExportContext<'_>, target: &'static str) -> Support {
    let pools = pools(cx);
    if pools.is_empty() {
        let message = Message::new("EXP068").with("target", target);
        return Err(ExportRefusal::from(finding(
            "EXP068",
            Severity::Error,
            FIELD,
            message,
        )));
    }
    let has = |cidrs: &[Cidr], family| cidrs.iter().any(|cidr| cidr.family() == family);
    let mut found = Vec::new();
    for family in IpFamily::ALL {
        let code = match (has(&cx.plan.spec.service_cidrs, family), has(&pools, family)) {
            (true, false) => "EXP069",
            (false, true) => "EXP070",
            _ => continue,
        };
        let message = Message::new(code).with("family", family);
        found.push(finding(code, Severity::Warning, FIELD, message));
    }
    Ok(found)
}

/// Returns the warning about pools outside of the nodes' networks, whose addresses neighbours resolve on the link.
/// `None` if there are none.
pub(super) fn off_link(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let nodes = &cx.plan.spec.node_cidrs;
    let outside: Vec<String> = pools(cx)
        .iter()
        .filter(|pool| !nodes.iter().any(|network| network.contains(pool)))
        .map(Cidr::to_string)
        .collect();
    let message = Message::new("EXP071").with("pools", outside.join(", "));
    (!nodes.is_empty() && !outside.is_empty()).then(|| finding("EXP071", Severity::Warning, FIELD, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::context;

    #[test]
    fn pools_inside_others_are_left_out() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.load_balancer_cidrs = [
            "192.168.1.248/29",
            "fd00::/124",
            "192.168.1.240/28",
            "fd00::/124",
            "192.168.1.224/28",
        ]
        .map(|pool| pool.parse().unwrap())
        .to_vec();
        let pools: Vec<String> = pools(&context(&plan, &[])).iter().map(Cidr::to_string).collect();
        assert_eq!(pools, ["fd00::/124", "192.168.1.240/28", "192.168.1.224/28"]);
    }

    fn codes(services: &[&str], pools: &[&str]) -> Vec<&'static str> {
        let mut plan = plan("1.36", &["10.244.0.0/16"], services);
        plan.spec.load_balancer_cidrs = pools.iter().map(|pool| pool.parse().unwrap()).collect();
        let cx = context(&plan, &[]);
        match findings(&cx, "metallb") {
            Ok(found) | Err(ExportRefusal(found)) => found.iter().map(|found| found.code).collect(),
        }
    }

    #[test]
    fn families_without_pools_and_pools_without_family_are_said() {
        let dual = ["10.96.0.0/16", "fd00:10:96::/112"];
        assert_eq!(codes(&dual, &[]), ["EXP068"]);
        assert_eq!(codes(&dual, &["192.168.1.240/28"]), ["EXP069"]);
        assert_eq!(codes(&dual[..1], &["192.168.1.240/28", "fd00::/124"]), ["EXP070"]);
        assert!(codes(&dual, &["192.168.1.240/28", "fd00::/124"]).is_empty());
    }

    #[test]
    fn pools_off_the_link_of_the_nodes_are_said() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.load_balancer_cidrs = vec!["192.168.1.240/28".parse().unwrap()];
        assert_eq!(off_link(&context(&plan, &[])), None);
        plan.spec.load_balancer_cidrs = vec!["203.0.113.0/28".parse().unwrap()];
        assert!(off_link(&context(&plan, &[])).is_some());
        plan.spec.node_cidrs.clear();
        assert_eq!(off_link(&context(&plan, &[])), None);
    }
}
