use super::{data, networks, per_family};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// Cilium hands out pod addresses itself (cluster-pool), from ranges that are not those of the plan, for
    /// instance the defaults `10.0.0.0/8` and `fd00::/104`.
    /// ## Why
    /// The defaults overlap most node networks, and everything else in the cluster is configured for the ranges of
    /// the plan.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   ipam: cluster-pool
    ///   enable-ipv6: "true"
    ///   cluster-pool-ipv4-cidr: 10.244.0.0/16
    ///   cluster-pool-ipv4-mask-size: "24"
    /// ```
    rule CiliumPoolDiffers {
        code: "CNI006",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#42383", "cilium/cilium#13766", "cilium/cilium#15500", "cilium/cilium#17277", "cilium/cilium pkg/ipam/allocator/clusterpool"],
        reads: ["ConfigMap"],
        fixes: ["range"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for config in cx
        .cilium()
        .filter(|config| config.text(&["data", "ipam"]) == Some("cluster-pool"))
    {
        for range in cx.plan.spec.pod_cidrs.clone() {
            let family = range.family();
            let key = per_family(family, "cluster-pool-ipv4-cidr", "cluster-pool-ipv6-cidr");
            let default = match family {
                IpFamily::IPv4 => "10.0.0.0/8",
                IpFamily::IPv6 => "fd00::/104",
            };
            let list = config.text(&["data", key]).unwrap_or(default);
            let given = networks(list);
            if !given.is_empty() && given.iter().all(|network| range.contains(network)) {
                continue;
            }
            let place = data(&config, key);
            let mask = per_family(
                family,
                "cluster-pool-ipv4-mask-size",
                "cluster-pool-ipv6-mask-size",
            );
            let size = cx.plan.spec.node_mask(family).to_string();
            let mut patch = config.set(&place, range.to_string().into());
            if config.text(&["data", mask]) != Some(size.as_str()) {
                patch.extend(config.set(&data(&config, mask), size.into()));
            }
            out.at_object(&config, &place)
                .param("list", list)
                .param("range", range)
                .fix("range", [("to", range.into())], false, patch)
                .file();
        }
    }
}
