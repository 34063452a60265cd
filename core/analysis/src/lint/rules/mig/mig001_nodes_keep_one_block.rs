use super::{field, previous};
use crate::catalog::PodAddressSource;
use crate::diagnostic::Severity;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The pod ranges get a second family, and the pod addresses of nodes come from `Node.spec.podCIDRs`. An error
    /// with Flannel, which stops on nodes without a block of the new family; plugins with pools of their own do not
    /// need it.
    /// ## Why
    /// `podCIDRs` is written once, when a Node object is made. Nodes keep their one block until they are deleted
    /// and registered anew.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// ```
    /// ```yaml previous
    /// podCIDRs: [10.244.0.0/16]
    /// ```
    rule NodesKeepOneBlock {
        code: "MIG001",
        severity: WARNING,
        needs: PreviousPlan,
        component: KubeControllerManager,
        stage: Run,
        since: "0.1.0",
        sources: ["k3s-io/k3s#5514", "k3s-io/k3s#10726", "k3s-io/k3s#6394", "k0sproject/k0s#7186", "pkg/controller/nodeipam/ipam/range_allocator.go"],
        upstream: [
            "required %s{family} PodCIDR not available",
            "Detect-local-mode set to NodeCIDR, but no PodCIDR defined at node for primary IP family",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    let single = old.pods().is_some_and(|pods| !pods.is_dual_stack());
    let dual = cx.plan.spec.pods().is_some_and(|pods| pods.is_dual_stack());
    let cni = cx.plan.spec.cni.map(|cni| cni.row());
    let source = cx.plan.spec.pod_addresses();
    let own = source.is_some_and(|source| source != PodAddressSource::NodePodCidrs);
    if !single || !dual || own {
        return;
    }
    let report = out
        .at(&field("podCIDRs"))
        .param("nodes", cx.plan.spec.nodes.count);
    if cni.is_some_and(|row| row.bundled_with_k3s) {
        report.severity(Severity::Error).file();
    }
}
