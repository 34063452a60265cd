use super::{mask_field, pod_range, set_mask};
use crate::catalog::PodAddressSource;
use crate::diagnostic::Severity;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A node's block has fewer addresses than the node may run pods, or less than twice as many.
    /// ## Why
    /// Kubernetes compares the two nowhere. When the addresses are used up, new pods stay in ContainerCreating; with less than
    /// twice as many, addresses of pods that are going away run out during a rollout.
    /// ## Example
    /// ```yaml
    /// nodes: {maxPods: 250, maskSizeIPv4: 25}
    /// ```
    rule PodsPerNode {
        code: "CAP008",
        severity: WARNING,
        needs: Plan,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["flannel-io/flannel#1309", "rancher/rancher#14504", "k3s-io/k3s#5885"],
        upstream: [
            "no IP addresses available in range set: %s{range}",
        ],
        fixes: ["mask"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx
        .plan
        .spec
        .pod_addresses()
        .is_some_and(|source| source != PodAddressSource::NodePodCidrs)
    {
        return;
    }
    let pods = u128::from(cx.plan.spec.nodes.max_pods);
    for blocks in cx.families() {
        let usable = blocks.pods_per_block.saturating_u128();
        if usable >= pods.saturating_mul(2).saturating_sub(3) || pod_range(cx, blocks.family).is_none() {
            continue;
        }
        let place = if cx.document.at(&mask_field(blocks.family)).is_some() {
            mask_field(blocks.family)
        } else {
            crate::diagnostic::Pointer::root()
                .key("spec")
                .key("nodes")
                .key("maxPods")
        };
        let mut report = out
            .at(&place)
            .param("family", blocks.family)
            .param("mask", format!("/{}", blocks.node_mask))
            .param("addresses", crate::net::AddressCount::from(usable))
            .param("pods", cx.plan.spec.nodes.max_pods);
        if usable < pods {
            report = report.severity(Severity::Error).variant("too-small");
        }
        // The longest mask whose block holds the pods twice.
        let host_bits = (pods.saturating_mul(2))
            .next_power_of_two()
            .trailing_zeros()
            .min(128) as u8;
        let mask = blocks.family.width().saturating_sub(host_bits);
        if blocks.family == IpFamily::IPv4 && mask >= blocks.pod_cidr.prefix_len() && mask < blocks.node_mask
        {
            set_mask(report, cx, blocks.family, mask).file();
        }
    }
}
