use crate::diagnostic::Pointer;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// The CNI plugin knows one length of IPv6 node blocks only, and the plan has another, or a pod range that is
    /// not shorter.
    /// ## Why
    /// OVN-Kubernetes wants /64 for the IPv6 host subnet, and a pod range that is strictly shorter; OpenShift
    /// checks the same when it is installed.
    /// ## Example
    /// ```yaml
    /// nodes: {maskSizeIPv6: 72}
    /// cni: ovn-kubernetes
    /// ```
    rule Ipv6BlockFixed {
        code: "CNI015",
        severity: ERROR,
        needs: Cni,
        component: Cni,
        stage: Start,
        since: "0.1.0",
        sources: ["ovn-kubernetes/ovn-kubernetes go-controller/pkg/config/utils.go", "openshift/installer pkg/types/validation/installconfig.go"],
        refusals: ["EXP059.ipv6"],
        fixes: ["mask"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(length) = cx.plan.spec.cni.and_then(|cni| cni.row().ipv6_block) else {
        return;
    };
    let title = cx.plan.spec.cni.map(|cni| cni.title()).unwrap_or_default();
    let Some(range) = cx
        .ranges(RangeKind::Pods)
        .find(|range| range.cidr.family() == IpFamily::IPv6)
    else {
        return;
    };
    let place = Pointer::root().key("spec").key("nodes").key("maskSizeIPv6");
    if cx.plan.spec.node_mask(IpFamily::IPv6) != length {
        let patch = cx.set(&place, length.into());
        let text = format!("/{length}");
        out.at(&place)
            .param("cni", title)
            .param("length", text.clone())
            .fix("mask", [("to", text.into())], false, patch)
            .file();
    } else if range.cidr.prefix_len() >= length {
        out.at(&range.pointer)
            .variant("range")
            .param("cni", title)
            .param("length", format!("/{length}"))
            .file();
    }
}
