use crate::diagnostic::PatchOperation;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{IpFamily, lenient};

declare_rule! {
    /// ## What it checks
    /// A Cluster of Google Distributed Cloud on bare metal lists an IPv6 range below `clusterNetwork.pods`.
    /// ## Why
    /// There the Service ranges alone say whether a cluster is dual-stack. IPv6 pod ranges come from ClusterCIDRConfig
    /// objects, always in flat mode, and only when the cluster is created.
    /// ## Example
    /// ```yaml
    /// apiVersion: baremetal.cluster.gke.io/v1
    /// kind: Cluster
    /// metadata: {name: demo, namespace: cluster-demo}
    /// spec:
    ///   clusterNetwork:
    ///     pods: {cidrBlocks: [10.244.0.0/16, "fd00:10:244::/56"]}
    ///     services: {cidrBlocks: [10.96.0.0/16, "fd00:10:96::/112"]}
    /// ```
    rule GoogleBareMetal {
        code: "LB016",
        severity: ERROR,
        needs: Manifests,
        component: CloudProvider,
        stage: Install,
        since: "0.1.0",
        sources: ["Google Distributed Cloud for bare metal, IPv4/IPv6 dual-stack networking"],
        reads: ["Cluster"],
        fixes: ["remove"],
        check: check,
    }
}

const GROUP: &str = "baremetal.cluster.gke.io";

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for object in cx.objects(&["Cluster"]).filter(|object| object.group() == GROUP) {
        let is_ipv6 = |text: Option<&str>| {
            text.and_then(lenient::parse_cidr)
                .is_some_and(|read| read.cidr.family() == IpFamily::IPv6)
        };
        let pods = object
            .items(&["spec", "clusterNetwork", "pods", "cidrBlocks"])
            .find(|(_, node)| is_ipv6(node.text()));
        if let Some((place, node)) = pods {
            out.at_object(&object, &place)
                .param("range", node.text().unwrap_or_default())
                .fix(
                    "remove",
                    [],
                    false,
                    vec![PatchOperation::Remove { path: place.clone() }],
                )
                .file();
        }
    }
}
