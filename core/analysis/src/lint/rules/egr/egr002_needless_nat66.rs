use crate::lint::meta::WARNING;
use crate::lint::plugins::global_pods;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// IPv6 pods have addresses that the Internet routes, and their traffic is masqueraded all the same: by Cilium,
    /// by a Calico pool with `natOutgoing`, or by the plugin's default.
    /// ## Why
    /// NAT66 hides the pods for nothing, and eBPF masquerade drops ICMPv6, path MTU discovery with it.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "2a01:4f8:10:2400::/56"]
    /// ---
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   enable-ipv6: "true"
    ///   enable-ipv6-masquerade: "true"
    /// ```
    rule NeedlessNat66 {
        code: "EGR002",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#26816", "cilium/cilium#48243", "tigera/operator api/v1/installation_types.go"],
        reads: ["ConfigMap", "IPPool", "Installation"],
        upstream: ["Unsupported protocol for NAT masquerade DROPPED"],
        fixes: ["off"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(range) = global_pods(cx) else { return };
    let mut configured = false;
    for config in cx.cilium() {
        configured = true;
        if config.text(&["data", "enable-ipv6-masquerade"]) != Some("false") {
            let place = config.at(&["data", "enable-ipv6-masquerade"]);
            let patch = config.set(&place, "false".into());
            out.at_object(&config, &place)
                .param("range", range)
                .fix("off", [], false, patch)
                .file();
        }
    }
    for pool in cx.calico_pools() {
        configured = true;
        if range.contains(&pool.cidr) && pool.nat_outgoing() {
            let place = pool.place.key("natOutgoing");
            let patch = pool.object.set(&place, pool.nat_value(false));
            out.at_object(&pool.object, &place)
                .param("range", range)
                .fix("off", [], false, patch)
                .file();
        }
    }
    let by_default = cx
        .plan
        .spec
        .cni
        .filter(|cni| cni.row().masquerades_ipv6 == Some(true) && !configured);
    for declared in cx
        .ranges(RangeKind::Pods)
        .filter(|declared| declared.cidr == range)
    {
        if let Some(cni) = by_default {
            out.at(&declared.pointer)
                .variant("plugin")
                .param("cni", cni.title())
                .param("range", range)
                .file();
        }
    }
}
