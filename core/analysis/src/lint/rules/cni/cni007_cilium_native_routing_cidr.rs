use super::{data, is_on, per_family};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// Cilium routes natively and masquerades a family, and is not told which addresses of that family need no
    /// masquerade.
    /// ## Why
    /// `ipv4-native-routing-cidr` and `ipv6-native-routing-cidr` are required then, each with one network; the
    /// agent does not start without.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   routing-mode: native
    ///   enable-ipv6: "true"
    ///   enable-ipv4-masquerade: "true"
    ///   enable-ipv6-masquerade: "true"
    ///   ipv4-native-routing-cidr: 10.244.0.0/16
    /// ```
    rule CiliumNativeRoutingCidr {
        code: "CNI007",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Start,
        since: "0.1.0",
        sources: ["cilium/cilium#26179", "cilium/cilium#27747", "cilium/cilium#24000", "cilium/charts templates/cilium-configmap.yaml"],
        reads: ["ConfigMap"],
        fixes: ["range"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let native = |config: &crate::lint::Object<'_>| {
        let text = |key: &str| config.text(&["data", key]);
        (text("routing-mode") == Some("native") || text("tunnel") == Some("disabled"))
            && !is_on(config, "enable-ip-masq-agent", false)
            && !is_on(config, "native-routing-cidr-from-cluster-pool", false)
    };
    for config in cx.cilium().filter(native) {
        for range in cx.plan.spec.pod_cidrs.clone() {
            let family = range.family();
            let masquerade = per_family(family, "enable-ipv4-masquerade", "enable-ipv6-masquerade");
            let key = per_family(family, "ipv4-native-routing-cidr", "ipv6-native-routing-cidr");
            let given = config.text(&["data", key]).is_some_and(|value| !value.is_empty());
            if is_on(&config, masquerade, true) && !given {
                let place = data(&config, key);
                let patch = config.set(&place, range.to_string().into());
                out.at_object(&config, &place)
                    .param("key", key)
                    .fix("range", [("to", range.into())], false, patch)
                    .file();
            }
        }
    }
}
