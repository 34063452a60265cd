//! kOps on AWS (docs/networking/ipv6.md, pkg/apis/kops/validation/validation.go).

use super::Tool;
use super::lists::{Lists, families_differ, has_both, malformed, message, refuses, unavailable};
use crate::catalog::Cni;
use crate::diagnostic::Diagnostic;
use crate::go::field_error::FieldError;
use crate::net::{Cidr, IpFamily};

/// Returns what kOps refuses.
pub(super) fn check(cx: &Tool<'_>) -> Vec<Diagnostic> {
    malformed(cx)
        .or_else(|| unbuildable(cx))
        .or_else(|| families_differ(cx, None))
        .or_else(|| unavailable(cx, false, cx.profile.installers.kops_ipv6))
        .or_else(|| plugin_refused(cx))
        .or_else(|| vpc_refused(cx))
        .into_iter()
        .collect()
}

/// The VPC that `kops create cluster` creates.
const DEFAULT_VPC: &str = "172.20.0.0/16";

/// The network in which kOps places pods and Services by default.
const DEFAULT_NON_MASQUERADE: &str = "100.64.0.0/10";

/// The prefix lengths that AWS allows for a VPC and its subnets.
const VPC_PREFIXES: std::ops::RangeInclusive<u8> = 16..=28;

/// The number of bits by which the IPv4 subnets of an IPv6 cluster are longer than the VPC.
pub const SUBNET_BITS: u8 = 3;

/// Returns whether the cluster is IPv6-only.
pub fn ipv6(cx: &Tool<'_>) -> bool {
    Lists::is_ipv6_only(&cx.plan.spec.pod_cidrs)
}

/// Returns the VPC: the network around every IPv4 node network, or the default of kOps.
pub fn vpc(cx: &Tool<'_>) -> Option<Cidr> {
    let mut networks = cx.plan.spec.node_cidrs_of(IpFamily::IPv4);
    match networks.next() {
        Some(first) => networks.try_fold(first, Lists::around),
        None => DEFAULT_VPC.parse().ok(),
    }
}

/// A plugin with its name in kOps, its settings, and the reason why IPv6 clusters do not have it.
pub struct Plugin {
    /// Its field in `spec.networking`.
    pub field: &'static str,
    path: &'static str,
    no_ipv6: Option<&'static str>,
}

/// Returns the plugin of the plan in the words of kOps; its default is Cilium.
pub fn plugin(cni: Option<Cni>) -> Plugin {
    let of = |field, path, no_ipv6| Plugin { field, path, no_ipv6 };
    match cni.map(Cni::id) {
        None | Some("cilium") => of("cilium", "cilium", None),
        Some("calico") => of("calico", "calico", None),
        Some("aws-vpc") => of(
            "amazonvpc",
            "amazonVPC",
            Some("amazon-vpc-routed-eni networking does not support IPv6"),
        ),
        Some("flannel") => of("flannel", "flannel", Some("Flannel does not support IPv6")),
        Some("kube-router") => of(
            "kuberouter",
            "kubeRouter",
            Some("kube-router does not support IPv6"),
        ),
        Some("kubenet") => of("kubenet", "kubenet", Some("Kubenet does not support IPv6")),
        Some(_) => of("cni", "cni", None),
    }
}

fn forbidden(cx: &Tool<'_>, field: &str, detail: &str) -> Option<String> {
    let error = FieldError::forbidden(format!("spec.networking.{field}"), detail);
    Some(error.message(cx.profile.value_syntax))
}

/// Returns whether pods take addresses of the VPC.
pub fn pods_from_vpc(cx: &Tool<'_>) -> bool {
    ipv6(cx) || plugin(cx.plan.spec.cni).field == "amazonvpc"
}

/// Returns `nonMasqueradeCIDR`. It has to contain the pod range, in older releases the Service range too, and to
/// share no address with the VPC.
///
/// # Errors
/// Returns the network if it overlaps the VPC.
pub fn non_masquerade(cx: &Tool<'_>, vpc: Cidr) -> Result<Option<Cidr>, Cidr> {
    let spec = &cx.plan.spec;
    let (Some(pods), Some(services)) = (spec.pod_cidrs.first(), spec.service_cidrs.first()) else {
        return Ok(None);
    };
    if pods_from_vpc(cx) {
        return Ok(DEFAULT_NON_MASQUERADE.parse().ok());
    }
    let both = Lists::around(*pods, *services).unwrap_or(*pods);
    let alone = cx.profile.installers.kops_services_outside.then_some(*pods);
    [Some(both), alone]
        .into_iter()
        .flatten()
        .find(|network| !network.overlaps(&vpc))
        .map(Some)
        .ok_or(both)
}

/// Returns the finding about a plan that kOps cannot build at all.
fn unbuildable(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    if has_both(&spec.pod_cidrs) || has_both(&spec.service_cidrs) {
        return Some(refuses("EXP033", "podCIDRs", message("EXP033", cx), None));
    }
    if spec.provider.is_some_and(|provider| provider.id() != "aws") {
        return Some(refuses(
            "EXP033",
            "provider",
            message("EXP033.provider", cx),
            None,
        ));
    }
    None
}

/// Returns the finding about a plugin that kOps does not accept for the plan.
fn plugin_refused(cx: &Tool<'_>) -> Option<Diagnostic> {
    let cni = cx.plan.spec.cni?;
    let plugin = plugin(Some(cni));
    let gone = plugin.field == "flannel" && !cx.profile.installers.kops_flannel;
    let detail = plugin
        .no_ipv6
        .filter(|_| ipv6(cx))
        .or_else(|| gone.then_some("Flannel is not supported for Kubernetes >= 1.28"))?;
    let message = message("EXP034", cx).with("plugin", cni.title());
    Some(refuses(
        "EXP034",
        "cni",
        message,
        forbidden(cx, plugin.path, detail),
    ))
}

/// Returns the finding about networks that AWS or kOps does not accept as VPC.
fn vpc_refused(cx: &Tool<'_>) -> Option<Diagnostic> {
    let vpc = vpc(cx)?;
    let longest = if ipv6(cx) {
        VPC_PREFIXES.end().saturating_sub(SUBNET_BITS)
    } else {
        *VPC_PREFIXES.end()
    };
    if vpc.prefix_len() < *VPC_PREFIXES.start() || vpc.prefix_len() > longest {
        let message = message("EXP036", cx)
            .with("range", vpc)
            .with("shortest", *VPC_PREFIXES.start())
            .with("longest", longest);
        return Some(refuses("EXP036", "nodeCIDRs", message, None));
    }
    if ipv6(cx) {
        return None;
    }
    let detail = match non_masquerade(cx, vpc) {
        Err(network) => (
            "nonMasqueradeCIDR",
            format!("nonMasqueradeCIDR \"{network}\" cannot overlap with networkCIDR \"{vpc}\""),
        ),
        Ok(_) => {
            let services = cx
                .plan
                .spec
                .service_cidrs
                .first()
                .filter(|range| range.overlaps(&vpc))?;
            (
                "subnets[0].cidr",
                format!(
                    "subnet \"ZONE\" cidr \"{vpc}\" must not overlap serviceClusterIPRange \"{services}\""
                ),
            )
        }
    };
    let message = message("EXP038", cx).with("range", vpc);
    Some(refuses(
        "EXP038",
        "nodeCIDRs",
        message,
        forbidden(cx, detail.0, &detail.1),
    ))
}
