use super::exempt;
use crate::document::write::to_yaml;
use crate::lint::meta::ERROR;
use crate::lint::plugins::handles_ipv6;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{IpFamily, lenient};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// `nonMasqueradeCIDRs` of ip-masq-agent lacks pod or node ranges of the plan.
    /// ## Why
    /// The agent decides by destination alone. What is not in the list is masqueraded, traffic between pods too,
    /// and policies then see nodes instead of pods. The list replaces the defaults, which have no IPv6 at all.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: ip-masq-agent, namespace: kube-system}
    /// data:
    ///   config: |
    ///     nonMasqueradeCIDRs:
    ///       - 10.244.0.0/16
    ///       - 10.96.0.0/16
    /// ```
    rule MasqueradedInside {
        code: "EGR003",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes-sigs/ip-masq-agent#9", "cilium/cilium#23219", "kubernetes/kops#15032", "cmd/ip-masq-agent/ip-masq-agent.go"],
        reads: ["ConfigMap", "DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"],
        fixes: ["add"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let agents = cx.masq_agents();
    let ipv6 = agents.is_empty() || agents.iter().any(|(_, _, container)| handles_ipv6(container));
    for (object, key, config) in cx.masq_config() {
        let defaults = vec!["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
        let list = exempt(&config).unwrap_or(defaults);
        let covered = |range: &crate::net::Cidr| {
            list.iter()
                .filter_map(|text| lenient::parse_cidr(text))
                .any(|read| read.cidr.contains(range))
        };
        let missing: Vec<String> = [RangeKind::Pods, RangeKind::Nodes]
            .into_iter()
            .flat_map(|kind| cx.ranges(kind))
            .filter(|range| ipv6 || range.cidr.family() == IpFamily::IPv4)
            .filter(|range| !covered(&range.cidr))
            .map(|range| range.cidr.to_string())
            .collect();
        if missing.is_empty() {
            continue;
        }
        let all: Vec<&str> = list
            .iter()
            .copied()
            .chain(missing.iter().map(String::as_str))
            .collect();
        let mut mended = config.clone();
        if let Some(fields) = mended.as_object_mut() {
            fields.insert("nonMasqueradeCIDRs".to_owned(), all.into());
        }
        let place = object.at(&["data", key]);
        let patch = object.set(&place, to_yaml(&mended).into());
        out.at_object(&object, &place)
            .param("ranges", missing.join(", "))
            .fix("add", [("to", missing.join(", ").into())], false, patch)
            .file();
    }
}
