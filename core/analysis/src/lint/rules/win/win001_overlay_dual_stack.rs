use super::windows;
use crate::lint::meta::ERROR;
use crate::lint::plugins::{Encapsulation, NET_CONF};
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The cluster is dual-stack, has Windows nodes, and its pod network is an overlay (VXLAN).
    /// ## Why
    /// On Windows dual-stack works with l2bridge networks only; kube-proxy does not start on overlay networks.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: Node
    /// metadata: {name: win-1, labels: {kubernetes.io/os: windows}}
    /// ---
    /// apiVersion: operator.tigera.io/v1
    /// kind: Installation
    /// metadata: {name: default}
    /// spec:
    ///   calicoNetwork:
    ///     ipPools:
    ///       - {cidr: 10.244.0.0/16, encapsulation: VXLAN}
    ///       - {cidr: "fd00:10:244::/56", encapsulation: VXLAN, natOutgoing: Enabled}
    /// ```
    rule OverlayDualStack {
        code: "WIN001",
        severity: ERROR,
        needs: Manifests,
        component: KubeProxy,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#100966", "kubernetes/kubernetes#101047", "kubernetes-sigs/cluster-api-provider-azure#1302", "projectcalico/node#1018", "microsoft/Windows-Containers#82"],
        reads: [
            "ConfigMap",
            "DaemonSet",
            "Deployment",
            "IPPool",
            "Installation",
            "Node",
            "Pod",
            "ReplicaSet",
            "StatefulSet",
        ],
        upstream: ["unable to create proxier: unable to create ipv6 proxier: Could not find host mac address for ::"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let dual = cx.plan.spec.pods().is_some_and(|pods| pods.is_dual_stack());
    if !dual || windows(cx).is_none() {
        return;
    }
    let calico = cx
        .calico_pools()
        .into_iter()
        .filter(|pool| pool.is_for_pods() && pool.encapsulation() == Encapsulation::Vxlan)
        .map(|pool| (pool.object, pool.place))
        .next();
    let flannel = cx.flannel().find_map(|(object, config)| {
        let backend = config
            .get("Backend")
            .and_then(|backend| backend.get("Type"))
            .and_then(|kind| kind.as_str());
        (backend.unwrap_or("vxlan") == "vxlan").then(|| {
            let place = object.at(&["data", NET_CONF]);
            (object, place)
        })
    });
    if let Some((object, place)) = calico.or(flannel) {
        out.at_object(&object, &place).upstream(
            "unable to create proxier: unable to create ipv6 proxier: Could not find host mac address for ::",
        ).file();
    }
}
