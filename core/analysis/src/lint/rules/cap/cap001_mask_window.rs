use super::{MAX_NODE_BITS, cuts_no_blocks, mask_field, pod_range, set_mask};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::plan::controller_mask;

declare_rule! {
    /// ## What it checks
    /// The IPv6 node mask is more than 16 bits longer than the pod range.
    /// ## Why
    /// The controller keeps one bit a node block and allows 2^16 of them for IPv6. With more it exits, and with it every
    /// other controller.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10::/40"]
    /// nodes: {maskSizeIPv6: 64}
    /// ```
    rule MaskWindow {
        code: "CAP001",
        severity: ERROR,
        needs: Plan,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#52348", "kubernetes/kubernetes#60081", "pkg/controller/nodeipam/ipam/cidrset/cidr_set.go"],
        covers: ["KCM-13", "KA-7"],
        refusals: ["EXP045"],
        upstream: [
            "New CIDR set failed; the node CIDR size is too big",
            "pod subnet mask (%d{length}) and node-mask (%d{mask}) difference is greater than 16",
        ],
        fixes: ["mask", "range"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let family = IpFamily::IPv6;
    let Some(range) = pod_range(cx, family).filter(|_| !cuts_no_blocks(cx)) else {
        return;
    };
    let mask = controller_mask(&cx.plan.spec, family);
    let longest = range.cidr.prefix_len().saturating_add(MAX_NODE_BITS);
    if mask <= longest {
        return;
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
        .param("bits", mask - range.cidr.prefix_len())
        .param("from", format!("/{}", range.cidr.prefix_len()))
        .param("to", format!("/{longest}"))
        .refused(cx, "KCM-13");
    let report = set_mask(report, cx, family, longest);
    let shorter = mask - MAX_NODE_BITS;
    let report = report.fix_places("range", &range.pointer, cx.places(range, shorter));
    super::with_both(report, cx, range).file();
}
