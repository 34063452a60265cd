use super::{cuts_no_blocks, mask_field, set_mask};
use crate::diagnostic::Pointer;
use crate::kubernetes::node_ipam::NodeIpamRules;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{FindingBuilder, LintContext, Reporter};
use crate::net::Cidr;
use crate::plan::declared::RangeKind;
use crate::plan::{controller_mask, mask_family};

declare_rule! {
    /// ## What it checks
    /// The node mask is shorter than the pod range's own prefix: one node's block is larger than the whole range.
    /// ## Why
    /// There is no such block. kube-controller-manager exits at start, and kubeadm refuses the configuration.
    ///
    /// Kubernetes 1.16 has one node mask for both families, `--node-cidr-mask-size`, 24 unless it is given. IPv4 ends at
    /// 32, so no mask cuts both an IPv4 range and an IPv6 range of usual size. From 1.17 each family has a mask of its
    /// own.
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
        refusals: ["EXP044", "EXP059"],
        upstream: [
            "the size of pod subnet with mask %d{length} is smaller than the size of node subnet with mask %d{mask}",
            "mask size of cluster CIDR must be less than or equal to --node-cidr-mask-size",
            "mask size of cluster CIDR must be less than --node-cidr-mask-size",
        ],
        fixes: ["mask", "range", "version"],
        check: check,
    }
}

/// Offers the first version with a mask for each family, where it cuts every pod range of the plan. A larger range is not
/// offered: an IPv6 range that the one mask can cut is shorter than /32, and no site has such a range for its pods.
fn with_family_masks<'a>(report: FindingBuilder<'a>, cx: &LintContext<'_>) -> FindingBuilder<'a> {
    let Some(version) = NodeIpamRules::first_with_family_masks() else {
        return report;
    };
    let mut spec = cx.plan.spec.clone();
    spec.kubernetes_version = version;
    let fits = |cidr: &Cidr| super::block_fits(cidr, controller_mask(&spec, cidr.family()));
    if !spec.pod_cidrs.iter().all(fits) {
        return report;
    }
    let patch = cx.set(
        &Pointer::root().key("spec").key("kubernetesVersion"),
        version.to_string().into(),
    );
    report.fix("version", [("to", version.into())], false, patch)
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    if cuts_no_blocks(cx) {
        return;
    }
    for range in cx.ranges(RangeKind::Pods) {
        let family = range.cidr.family();
        let mask = controller_mask(spec, family);
        if mask >= range.cidr.prefix_len() {
            continue;
        }
        let field = mask_field(mask_family(spec, family));
        let place = if cx.document.at(&field).is_some() {
            field
        } else {
            range.pointer.clone()
        };
        let report = out
            .at(&place)
            .param("range", range.cidr)
            .param("mask", format!("/{mask}"))
            .refused(cx, "KCM-12");
        let nodes = super::bits_for(spec.nodes.planned());
        let fitting = range.cidr.prefix_len().saturating_add(nodes).min(family.width());
        let report = set_mask(report, cx, family, fitting);
        let report = if mask_family(spec, family) == family {
            let report = super::with_larger_range(report, cx, range, mask.saturating_sub(nodes));
            super::with_both(report, cx, range)
        } else {
            let report = report
                .variant("one-mask")
                .param("version", spec.kubernetes_version);
            with_family_masks(report, cx)
        };
        report.file();
    }
}
