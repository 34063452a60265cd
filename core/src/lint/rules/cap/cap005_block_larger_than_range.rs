use super::{mask_field, set_mask};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;
use crate::plan::node_mask;

declare_rule! {
    /// ## What it checks
    /// The node mask is shorter than the pod range's own prefix: one node's block is larger than the whole range.
    /// ## Why
    /// There is no such block. kube-controller-manager exits at start, and kubeadm refuses the configuration.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/25]
    /// nodes: {maskSizeIPv4: 24}
    /// ```
    rule BlockLargerThanRange {
        code: "CAP005",
        severity: ERROR,
        needs: Plan,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#112367", "kubernetes/kubernetes#84637"],
        covers: ["KCM-12", "KA-6"],
        upstream: [
            "the size of pod subnet with mask %d{length} is smaller than the size of node subnet with mask %d{mask}",
            "mask size of cluster CIDR must be less than or equal to --node-cidr-mask-size",
            "mask size of cluster CIDR must be less than --node-cidr-mask-size",
        ],
        fixes: ["mask", "range"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx.ranges(RangeKind::Pods) {
        let family = range.cidr.family();
        let mask = node_mask(&cx.plan.spec, family);
        if mask >= range.cidr.prefix_len() {
            continue;
        }
        let place = if cx.document.at(&mask_field(family)).is_some() {
            mask_field(family)
        } else {
            range.pointer.clone()
        };
        let report = out
            .at(&place)
            .param("range", range.cidr)
            .param("mask", format!("/{mask}"))
            .refused(cx, "KCM-12");
        let nodes = super::bits_for(cx.plan.spec.nodes.planned());
        let fitting = range.cidr.prefix_len().saturating_add(nodes).min(family.width());
        let report = set_mask(report, cx, family, fitting);
        super::with_larger_range(report, cx, range, mask.saturating_sub(nodes)).file();
    }
}
