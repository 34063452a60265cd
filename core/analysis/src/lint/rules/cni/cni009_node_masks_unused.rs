use crate::catalog::PodAddressSource;
use crate::diagnostic::Pointer;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The plan sets node masks, and the CNI plugin hands out pod addresses from pools of its own.
    /// ## Why
    /// kube-controller-manager still writes `Node.spec.podCIDRs`, but the plugin does not look at them. How many
    /// addresses a node has is decided by the plugin's block size.
    /// ## Example
    /// ```yaml
    /// nodes: {maskSizeIPv4: 24, maskSizeIPv6: 64}
    /// cni: calico
    /// ```
    rule NodeMasksUnused {
        code: "CNI009",
        severity: INFO,
        needs: Cni,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/calico#2592", "cilium/cilium Documentation/network/concepts/ipam"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(cni) = cx
        .plan
        .spec
        .cni
        .filter(|cni| cni.row().addresses == PodAddressSource::OwnPools)
    else {
        return;
    };
    let nodes = cx.plan.spec.nodes;
    if nodes.mask_size_ipv4.or(nodes.mask_size_ipv6).is_some() {
        out.at(&Pointer::root().key("spec").key("nodes"))
            .param("cni", cni.title())
            .file();
    }
}
