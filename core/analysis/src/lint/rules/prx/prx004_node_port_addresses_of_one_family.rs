use super::{is_dual, proxy_configs};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{IpFamily, lenient};

declare_rule! {
    /// ## What it checks
    /// `nodePortAddresses` of kube-proxy lists networks of one family in a dual-stack cluster.
    /// ## Why
    /// A family without an entry is not closed: its node ports answer on every address of the node.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubeproxy.config.k8s.io/v1alpha1
    /// kind: KubeProxyConfiguration
    /// clusterCIDR: 10.244.0.0/16,fd00:10:244::/56
    /// nodePortAddresses: [192.168.1.0/24]
    /// ```
    rule NodePortAddressesOfOneFamily {
        code: "PRX004",
        severity: WARNING,
        needs: Manifests,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#89923", "kubernetes/kubernetes#87604", "pkg/proxy/util/nodeport_addresses.go"],
        reads: ["ConfigMap", "KubeProxyConfiguration"],
        upstream: [
            "nodePortAddresses contains only %s{family} addresses; NodePort connections will be accepted on all local",
            "cluster is %s{families} but nodePortAddresses contains only %s{family} addresses",
        ],
        fixes: ["nodes"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !is_dual(cx) {
        return;
    }
    for config in proxy_configs(cx) {
        let list = config.list("nodePortAddresses");
        let read: Vec<_> = list.iter().filter_map(|text| lenient::parse_cidr(text)).collect();
        if read.is_empty() || read.len() < list.len() {
            // Unset, or a keyword such as `primary`, which stands for both families.
            continue;
        }
        let absent = IpFamily::ALL
            .into_iter()
            .find(|family| !read.iter().any(|network| network.cidr.family() == *family));
        let Some(family) = absent else { continue };
        let nodes: Vec<String> = cx
            .plan
            .spec
            .node_cidrs_of(family)
            .map(|network| network.to_string())
            .collect();
        let report = out
            .at_object(&config.object, &config.place("nodePortAddresses"))
            .param("family", family);
        if !nodes.is_empty() {
            let all: Vec<&str> = list
                .iter()
                .copied()
                .chain(nodes.iter().map(String::as_str))
                .collect();
            let patch = config.set("nodePortAddresses", all.into());
            report
                .fix("nodes", [("to", nodes.join(", ").into())], false, patch)
                .file();
        }
    }
}
