use super::windows;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The cluster has IPv6 alone and Windows nodes.
    /// ## Why
    /// Kubernetes does not support single-stack IPv6 on Windows.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56"]
    /// ---
    /// apiVersion: v1
    /// kind: Node
    /// metadata: {name: win-1, labels: {kubernetes.io/os: windows}}
    /// ```
    rule Ipv6Only {
        code: "WIN002",
        severity: ERROR,
        needs: Manifests,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website: IPv4/IPv6 dual-stack, Windows support"],
        reads: ["DaemonSet", "Deployment", "Node", "Pod", "ReplicaSet", "StatefulSet"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let only_ipv6 = |pods: &crate::net::Dual<crate::net::Cidr>| {
        !pods.is_dual_stack() && pods.primary_family() == IpFamily::IPv6
    };
    if cx.plan.spec.pods().is_some_and(|pods| only_ipv6(&pods))
        && let Some(object) = windows(cx)
    {
        out.at_object(&object, &object.at(&["metadata", "name"]))
            .param("name", object.name())
            .file();
    }
}
