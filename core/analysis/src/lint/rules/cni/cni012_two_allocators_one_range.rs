use super::{data, networks};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// Two plugins of the file hand out addresses of overlapping pools.
    /// ## Why
    /// Chained plugins such as Kube-OVN with Cilium each keep their own list. Two pods then get one address.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   ipam: cluster-pool
    ///   enable-ipv6: "true"
    ///   cluster-pool-ipv4-cidr: 10.244.0.0/16
    ///   cluster-pool-ipv6-cidr: fd00:10:244::/56
    /// ---
    /// apiVersion: kubeovn.io/v1
    /// kind: Subnet
    /// metadata: {name: ovn-default}
    /// spec:
    ///   protocol: Dual
    ///   cidrBlock: 10.244.0.0/16
    /// ```
    rule TwoAllocatorsOneRange {
        code: "CNI012",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cozystack/cozystack#3740"],
        reads: ["ConfigMap", "IPPool", "Installation", "Subnet"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let mut pools = Vec::new();
    for pool in cx.calico_pools().into_iter().filter(|pool| pool.is_for_pods()) {
        pools.push((
            "Calico",
            pool.object.clone(),
            pool.place.key("cidr"),
            vec![pool.cidr],
        ));
    }
    for config in cx
        .cilium()
        .filter(|config| config.text(&["data", "ipam"]) == Some("cluster-pool"))
    {
        for key in ["cluster-pool-ipv4-cidr", "cluster-pool-ipv6-cidr"] {
            if let Some(list) = config.text(&["data", key]) {
                pools.push(("Cilium", config.clone(), data(&config, key), networks(list)));
            }
        }
    }
    for subnet in cx
        .objects(&["Subnet"])
        .filter(|subnet| subnet.group() == "kubeovn.io")
    {
        if let Some(list) = subnet.text(&["spec", "cidrBlock"]) {
            pools.push((
                "Kube-OVN",
                subnet.clone(),
                subnet.at(&["spec", "cidrBlock"]),
                networks(list),
            ));
        }
    }
    for (i, (plugin, object, place, ranges)) in pools.iter().enumerate() {
        for (other, _, _, others) in pools.iter().take(i).filter(|(other, ..)| other != plugin) {
            let shared = ranges
                .iter()
                .find(|range| others.iter().any(|other| other.overlaps(range)));
            if let Some(range) = shared {
                out.at_object(object, place)
                    .param("range", *range)
                    .param("first", *plugin)
                    .param("second", *other)
                    .file();
            }
        }
    }
}
