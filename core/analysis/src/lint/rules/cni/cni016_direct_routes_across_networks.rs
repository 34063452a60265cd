use super::{data, is_on};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

const ROUTES: &str = "auto-direct-node-routes";
const SKIP: &str = "direct-routing-skip-unreachable";

declare_rule! {
    /// ## What it checks
    /// Cilium routes to the pods of other nodes directly (`auto-direct-node-routes`), and the nodes are in several
    /// networks of a family.
    /// ## Why
    /// The route to a node's pods names that node as the next hop, which the kernel takes only where both are on one
    /// link. The agent logs an error for every node behind a router, and its pods stay out of reach in that family. With
    /// `direct-routing-skip-unreachable` such nodes are left to the routers, which then have to know the node blocks. IPv6
    /// addresses that DHCPv6 hands out as /128 are behind a router for each other too, in one network.
    /// ## Example
    /// ```yaml
    /// nodeCIDRs: [192.168.1.0/24, "fd00:192:168:1::/64", "fd00:192:168:2::/64"]
    /// ---
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   routing-mode: native
    ///   auto-direct-node-routes: "true"
    ///   enable-ipv6: "true"
    ///   ipv4-native-routing-cidr: 10.244.0.0/16
    ///   ipv6-native-routing-cidr: fd00:10:244::/56
    /// ```
    rule DirectRoutesAcrossNetworks {
        code: "CNI016",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium pkg/datapath/linux/node.go"],
        reads: ["ConfigMap"],
        upstream: ["route to destination %s{address} contains gateway %s{gateway}, must be directly reachable"],
        fixes: ["skip"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let direct =
        |config: &crate::lint::Object<'_>| is_on(config, ROUTES, false) && !is_on(config, SKIP, false);
    for config in cx.cilium().filter(direct) {
        let apart = [IpFamily::IPv4, IpFamily::IPv6].into_iter().find(|family| {
            let pods = cx.plan.spec.pods();
            pods.is_some_and(|pods| pods.of(*family).is_some())
                && cx.plan.spec.node_cidrs_of(*family).nth(1).is_some()
        });
        if let Some(family) = apart {
            let patch = config.set(&data(&config, SKIP), "true".into());
            out.at_object(&config, &data(&config, ROUTES))
                .param("family", family)
                .fix("skip", [], false, patch)
                .file();
        }
    }
}
