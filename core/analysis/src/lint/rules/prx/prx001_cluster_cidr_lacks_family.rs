use super::proxy_configs;
use crate::kubernetes::Window;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient;

declare_rule! {
    /// ## What it checks
    /// `clusterCIDR` of kube-proxy lacks a pod range of the plan.
    /// ## Why
    /// kube-proxy tells pods from strangers by it. Without a range of a family it takes nobody for local: addresses
    /// of clients outside are not translated for cluster IPs, and nodes skip the short way for
    /// `externalTrafficPolicy: Local`.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubeproxy.config.k8s.io/v1alpha1
    /// kind: KubeProxyConfiguration
    /// clusterCIDR: 10.244.0.0/16
    /// ```
    rule ClusterCidrLacksFamily {
        code: "PRX001",
        severity: WARNING,
        needs: Manifests,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#120999", "kubernetes/kubernetes#75232", "kubernetes/kubernetes#118408", "kubernetes/kubernetes#119003"],
        versions: Window::from(18),
        reads: ["ConfigMap", "KubeProxyConfiguration"],
        upstream: [
            "Detect-local-mode set to ClusterCIDR, but no %s{family} cluster CIDR defined, defaulting to no-op detect-local for",
            "clusterCIDR %s{range} has incorrect IP version: expect isIPv6=%s{ipv6}",
            "detect-local-mode set to ClusterCIDR, but no %s{family} cluster CIDR defined",
            "Detect-local-mode set to ClusterCIDR, but no %s{family} cluster CIDR defined, , defaulting",
            "Detect-local-mode set to ClusterCIDR, but no cluster CIDR for family",
            "Detect-local-mode set to ClusterCIDR, but no cluster CIDR specified for primary IP family",
            "etect-local-mode set to ClusterCIDR, but no cluster CIDR defined",
            "%s{family}-primary but clusterCIDRs contains only %s{other} addresses",
        ],
        fixes: ["both"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let pods = &cx.plan.spec.pod_cidrs;
    for config in proxy_configs(cx) {
        if !matches!(config.text("detectLocalMode"), "" | "ClusterCIDR") {
            continue;
        }
        let given: Vec<_> = config
            .text("clusterCIDR")
            .split(',')
            .filter_map(|text| lenient::parse_cidr(text.trim()))
            .collect();
        let missing = pods
            .iter()
            .find(|range| !given.iter().any(|read| read.cidr.family() == range.family()));
        let Some(missing) = missing.filter(|_| !pods.is_empty()) else {
            continue;
        };
        let all: Vec<String> = pods.iter().map(ToString::to_string).collect();
        let patch = config.set("clusterCIDR", all.join(",").into());
        out.at_object(&config.object, &config.place("clusterCIDR"))
            .param("family", missing.family())
            .fix("both", [("to", all.join(",").into())], false, patch)
            .file();
    }
}
