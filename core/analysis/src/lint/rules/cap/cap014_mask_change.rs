use super::{mask_field, pod_range, set_mask_named};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::plan::{controller_mask, mask_family};

declare_rule! {
    /// ## What it checks
    /// The node mask of a family is another one than in the older plan.
    /// ## Why
    /// Nodes keep the block they have. The allocator counts in blocks of the new size and can hand out what lies in an
    /// old one: pods of two nodes with the same address.
    /// ## Example
    /// ```yaml previous
    /// nodes: {maskSizeIPv4: 24}
    /// ```
    /// ```yaml
    /// nodes: {maskSizeIPv4: 25}
    /// ```
    rule MaskChange {
        code: "CAP014",
        severity: WARNING,
        needs: PreviousPlan,
        component: KubeControllerManager,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#70957", "kubernetes/kubernetes#92431"],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(previous) = cx.previous else { return };
    for family in IpFamily::ALL {
        let had_range = previous
            .plan
            .spec
            .pod_cidrs
            .iter()
            .any(|cidr| cidr.family() == family);
        let (before, now) = (
            controller_mask(&previous.plan.spec, family),
            controller_mask(&cx.plan.spec, family),
        );
        // One mask for two families is reported once.
        if mask_family(&cx.plan.spec, family) != family {
            continue;
        }
        if !had_range || pod_range(cx, family).is_none() || before == now {
            continue;
        }
        let report = out
            .at(&mask_field(family))
            .param("family", family)
            .param("before", format!("/{before}"))
            .param("now", format!("/{now}"));
        set_mask_named(report, cx, "keep", family, before).file();
    }
}
