use super::{data, is_on, per_family, pod_ranges};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// Cilium's ConfigMap has a family of the pod ranges switched off.
    /// ## Why
    /// `enable-ipv6` is off unless it is switched on. Pods get no address of that family, and nothing says so.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   enable-ipv4: "true"
    ///   enable-ipv6: "false"
    /// ```
    rule CiliumFamilyOff {
        code: "CNI005",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["rancher/rke2#2741", "rancher/docs#4089", "cilium/charts values.yaml"],
        reads: ["ConfigMap"],
        upstream: [
            "required %s{family} PodCIDR not available",
        ],
        fixes: ["enable"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for config in cx.cilium() {
        for range in pod_ranges(cx) {
            let family = range.family();
            let key = per_family(family, "enable-ipv4", "enable-ipv6");
            if !is_on(&config, key, family == IpFamily::IPv4) {
                let place = data(&config, key);
                let patch = config.set(&place, "true".into());
                out.at_object(&config, &place)
                    .param("family", family)
                    .param("key", key)
                    .fix("enable", [], true, patch)
                    .file();
            }
        }
    }
}
