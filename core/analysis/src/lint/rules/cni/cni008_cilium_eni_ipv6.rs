use super::data;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// Cilium takes pod addresses from AWS network interfaces (`ipam: eni`), and an IPv6 native routing network is
    /// set.
    /// ## Why
    /// Cilium 1.20 stops with an error in this combination. Which version runs is not part of a plan, so this is a
    /// warning.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   ipam: eni
    ///   enable-ipv6: "true"
    ///   ipv6-native-routing-cidr: fd00:10:244::/56
    /// ```
    rule CiliumEniIpv6 {
        code: "CNI008",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#48243", "cilium/cilium#48709"],
        reads: ["ConfigMap"],
        upstream: ["source and destination ip are not the same IP family"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for config in cx
        .cilium()
        .filter(|config| config.text(&["data", "ipam"]) == Some("eni"))
    {
        let key = "ipv6-native-routing-cidr";
        if config.text(&["data", key]).is_some_and(|value| !value.is_empty()) {
            out.at_object(&config, &data(&config, key)).file();
        }
    }
}
