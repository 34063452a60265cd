use super::{mask_field, pod_range, set_mask};
use crate::catalog::clouds;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The distribution of the plan fixes the block of a node, and the plan has another mask: GKE derives it from the
    /// pods of a node, AKS gives every node a /24, the VPC CNI of EKS takes /28 and /80 prefixes.
    /// ## Why
    /// Capacity that is computed with another mask is not what the cluster will have.
    /// ## Example
    /// ```yaml
    /// distribution: gke
    /// podCIDRs: [10.244.0.0/16]
    /// serviceCIDRs: [10.96.0.0/20]
    /// nodes: {maxPods: 32, maskSizeIPv4: 24}
    /// ```
    rule ProviderNodeMask {
        code: "CAP017",
        severity: WARNING,
        needs: Cni,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["cloud.google.com: GKE flexible pod CIDR", "Azure AKS documentation: Azure CNI Overlay", "aws/amazon-vpc-cni-k8s#3615", "Azure/AKS#5722"],
        fixes: ["mask"],
        check: check,
    }
}

/// Returns the mask of a node that the distribution of the plan fixes. `None` if it fixes none.
pub(super) fn fixed_mask(cx: &LintContext<'_>, family: IpFamily) -> Option<u8> {
    let spec = &cx.plan.spec;
    match (spec.distribution?.id(), family) {
        ("gke", IpFamily::IPv4) => Some(clouds::gke_node_mask(spec.nodes.max_pods)),
        ("gke", IpFamily::IPv6) => spec.nodes.mask_size(family).map(|_| clouds::GKE_NODE_MASK_IPV6),
        ("aks", IpFamily::IPv4) => Some(clouds::AKS_NODE_MASK_IPV4),
        // Without prefixes a node takes single addresses, so only a mask that is written can be wrong.
        ("eks", IpFamily::IPv4) => spec.nodes.mask_size(family).map(|_| 28),
        ("eks", IpFamily::IPv6) => spec.nodes.mask_size(family).map(|_| 80),
        _ => None,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for family in IpFamily::ALL {
        let (Some(range), Some(fixed)) = (pod_range(cx, family), fixed_mask(cx, family)) else {
            continue;
        };
        let mask = cx.plan.spec.node_mask(family);
        if mask == fixed {
            continue;
        }
        let title = cx
            .plan
            .spec
            .distribution
            .map(|found| found.title())
            .unwrap_or_default();
        let report = out
            .at(&mask_field(family))
            .param("family", family)
            .param("distribution", title)
            .param("fixed", format!("/{fixed}"))
            .param("mask", format!("/{mask}"));
        if fixed >= range.cidr.prefix_len()
            && (family == IpFamily::IPv4 || fixed - range.cidr.prefix_len() <= 16)
        {
            set_mask(report, cx, family, fixed).file();
        }
    }
}
