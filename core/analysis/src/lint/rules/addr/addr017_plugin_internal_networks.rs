use super::with_elsewhere;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A range shares addresses with a network that the plugin itself uses inside: the join, transit and masquerade
    /// networks of OVN-Kubernetes, the join network of Kube-OVN.
    /// ## Why
    /// OVN-Kubernetes does not start; where only IPv6 overlaps, traffic of load balancers ends in a black hole. The
    /// networks can be moved, but only when the cluster is made.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [100.64.0.0/14]
    /// cni: ovn-kubernetes
    /// ```
    rule PluginInternalNetworks {
        code: "ADDR017",
        severity: ERROR,
        needs: Cni,
        component: Cni,
        stage: Start,
        since: "0.1.0",
        sources: ["ovn-kubernetes/ovn-kubernetes#1132", "ovn-kubernetes/ovn-kubernetes#1802", "openshift/hypershift#8421", "go-controller/pkg/config/config.go", "kubeovn/kube-ovn dist/images/install.sh"],
        upstream: [
            "cluster subnet %q{range} overlaps built-in join subnet %q{network}",
        ],
        fixes: ["move"],
        check: check,
    }
}

/// The plugin, the purpose of the network, and the plugin's default network (kubeovn/kube-ovn
/// charts/kube-ovn, ovn-kubernetes go-controller/pkg/config/config.go).
const NETWORKS: &[(&str, &str, &str)] = &[
    ("ovn-kubernetes", "join", "100.64.0.0/16"),
    ("ovn-kubernetes", "join", "fd98::/64"),
    ("ovn-kubernetes", "transit", "100.88.0.0/16"),
    ("ovn-kubernetes", "transit", "fd97::/64"),
    ("ovn-kubernetes", "masquerade", "169.254.0.0/17"),
    ("ovn-kubernetes", "masquerade", "fd69::/112"),
    ("kube-ovn", "join", "100.64.0.0/16"),
    ("kube-ovn", "join", "fd00:100:64::/112"),
];

fn plugin(cx: &LintContext<'_>) -> Option<&'static str> {
    let spec = &cx.plan.spec;
    let of_distribution = || match spec.distribution?.id() {
        "openshift" | "microshift" => Some("ovn-kubernetes"),
        _ => None,
    };
    spec.cni.map(|cni| cni.id()).or_else(of_distribution)
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(plugin) = plugin(cx) else { return };
    for range in cx
        .addresses
        .declared
        .iter()
        .filter(|range| range.kind != RangeKind::Reserved)
    {
        let hit = NETWORKS
            .iter()
            .filter(|(owner, ..)| *owner == plugin)
            .find_map(|(_, role, network)| {
                let network: Cidr = network.parse().ok()?;
                network.overlaps(&range.cidr).then_some((*role, network))
            });
        let Some((role, network)) = hit else { continue };
        let mut report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("network", network)
            .param("role", role)
            .param("plugin", plugin);
        if (plugin, role, range.kind) == ("ovn-kubernetes", "join", RangeKind::Pods) {
            report = report.upstream(format!(
                "illegal network configuration: cluster subnet \"{}\" overlaps built-in join subnet \"{network}\"",
                range.cidr
            ));
        }
        // The networks of the machines and of pools are facts; a fix cannot move them.
        if !matches!(range.kind, RangeKind::Nodes | RangeKind::LoadBalancers) {
            with_elsewhere(report, cx, range);
        }
    }
}
