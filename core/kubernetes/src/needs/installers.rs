//! Installers with few needs: kind, Kubespray, MicroK8s, minikube, K3s, RKE2, Cluster API and Canonical Kubernetes. The
//! sources are named in the export of each.

use super::Tool;
use super::lists::{
    families_differ, has_both, ipv6_first, joined, malformed, message, missing, of_family, refuses,
    refuses_value, unavailable, unpaired,
};
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::kubernetes::tools::KIND_IPV6_FIRST;
use crate::kubernetes::{KubesprayStacks, RancherDualStack};
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::nodeipam::FamilyBlocks;

/// A tool whose values only components check.
pub(super) fn nothing(_: &Tool<'_>) -> Vec<Diagnostic> {
    Vec::new()
}

/// A tool that takes every plan with well-formed lists.
pub(super) fn lists_only(cx: &Tool<'_>) -> Vec<Diagnostic> {
    malformed(cx).into_iter().collect()
}

/// kind (pkg/internal/apis/config/validate.go).
pub(super) fn kind(cx: &Tool<'_>) -> Vec<Diagnostic> {
    malformed(cx)
        .or_else(|| unavailable(cx, cx.profile.installers.kind_dual_stack, true))
        .or_else(|| kind_ipv6_first(cx))
        .into_iter()
        .collect()
}

/// Returns the finding about IPv6 first in a kind that announces the IPv4 address of the API server
/// (pkg/cluster/internal/create/actions/config), which kube-apiserver refuses beside IPv6 Services.
fn kind_ipv6_first(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let first = spec.service_cidrs.first()?.family();
    if first == IpFamily::IPv4 || !spec.is_dual_stack() || spec.has(&KIND_IPV6_FIRST) {
        return None;
    }
    let message = Message::new("EXP028.kind")
        .with("target", cx.title)
        .with("release", KIND_IPV6_FIRST.release.to_string());
    Some(refuses("EXP028", "tools", message, None))
}

/// MicroK8s.
pub(super) fn microk8s(cx: &Tool<'_>) -> Vec<Diagnostic> {
    missing(cx)
        .or_else(|| unpaired(cx))
        .or_else(|| ipv6_first(cx))
        .into_iter()
        .collect()
}

/// minikube.
pub(super) fn minikube(cx: &Tool<'_>) -> Vec<Diagnostic> {
    missing(cx)
        .or_else(|| ipv4_only(cx))
        .or_else(|| unpaired(cx))
        .into_iter()
        .collect()
}

fn ipv4_only(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let field = [
        ("podCIDRs", &spec.pod_cidrs),
        ("serviceCIDRs", &spec.service_cidrs),
    ]
    .into_iter()
    .find_map(|(field, cidrs)| of_family(cidrs, IpFamily::IPv6).map(|_| field))?;
    let message = Message::new("EXP089")
        .with("target", cx.title)
        .with("version", cx.profile.version);
    Some(refuses("EXP089", field, message, None))
}

/// Kubespray (`roles/validate_inventory`).
pub(super) fn kubespray(cx: &Tool<'_>) -> Vec<Diagnostic> {
    missing(cx)
        .or_else(|| unpaired(cx))
        .or_else(|| kubespray_unavailable(cx))
        .or_else(|| ipv6_first(cx))
        .or_else(|| asserted(cx))
        .into_iter()
        .collect()
}

/// Returns the form in which an inventory for that plan sets the families.
pub fn kubespray_stacks(cx: &Tool<'_>) -> KubesprayStacks {
    KubesprayStacks::at(cx.profile.version)
}

/// Returns the finding about families that the version's form cannot express.
fn kubespray_unavailable(cx: &Tool<'_>) -> Option<Diagnostic> {
    let id = match (
        kubespray_stacks(cx),
        has(cx, IpFamily::IPv4),
        has(cx, IpFamily::IPv6),
    ) {
        (KubesprayStacks::IPv4Only, _, true) => "EXP089",
        (KubesprayStacks::DualStackFlag, false, true) => "EXP089.alone",
        _ => return None,
    };
    let message = Message::new(id)
        .with("target", cx.title)
        .with("version", cx.profile.version);
    Some(refuses("EXP089", "podCIDRs", message, None))
}

/// Returns the finding about assertions of the playbook about ranges, which run before it changes a machine.
fn asserted(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let nodes = &spec.nodes;
    let each_family = kubespray_stacks(cx) == KubesprayStacks::StackFlags;
    for family in IpFamily::ALL {
        let ipv4 = family == IpFamily::IPv4;
        let Some(pods) = of_family(&spec.pod_cidrs, family).filter(|_| ipv4 || each_family) else {
            continue;
        };
        if of_family(&spec.service_cidrs, family).is_some_and(|services| services.contains(&pods)) {
            let suffix = if ipv4 { "" } else { "_ipv6" };
            let text = format!(
                "kube_pods_subnet{suffix} cannot be the same network segment as kube_service_addresses{suffix}"
            );
            return Some(refuses_value(cx, "podCIDRs", pods, text));
        }
        if is_calico(cx) {
            continue;
        }
        let mask = spec.node_mask(family);
        let blocks = FamilyBlocks::new(pods, mask, &[]).map_or(AddressCount::ZERO, |blocks| blocks.total());
        if blocks < AddressCount::from(nodes.count) {
            let text = if each_family {
                format!(
                    "Not enough {} IPs are available for the desired node count.",
                    family.as_str().to_ascii_lowercase()
                )
            } else {
                "Not enough IPs are available for the desired node count.".to_owned()
            };
            return Some(refuses_value(cx, "podCIDRs", pods, text));
        }
        let room = AddressCount::power_of_two(family.width().saturating_sub(mask)).saturating_sub(2);
        if ipv4 && room < AddressCount::from(nodes.max_pods) {
            let text = "Do not schedule more pods on a node than inet addresses are available.";
            return Some(refuses_value(cx, "nodes", format!("/{mask}"), text));
        }
    }
    None
}

/// Returns whether the plugin is Calico, which is also the default. The playbook's checks of masks exempt it, because
/// it has its own pools.
fn is_calico(cx: &Tool<'_>) -> bool {
    cx.plan.spec.cni.is_none_or(|cni| cni.id() == "calico")
}

fn has(cx: &Tool<'_>, family: IpFamily) -> bool {
    of_family(&cx.plan.spec.pod_cidrs, family).is_some()
}

/// K3s.
pub(super) fn k3s(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let installers = cx.profile.installers;
    let dual_stack = installers.k3s_dual_stack != RancherDualStack::Absent;
    malformed(cx)
        .or_else(|| families_differ(cx, Some(rancher_families_text(cx))))
        .or_else(|| unavailable(cx, dual_stack, installers.k3s_ipv6_only))
        .or_else(|| bundled_refused(cx))
        .or_else(|| too_large(cx))
        .into_iter()
        .collect()
}

/// RKE2.
pub(super) fn rke2(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let installers = cx.profile.installers;
    malformed(cx)
        .or_else(|| families_differ(cx, Some(rancher_families_text(cx))))
        .or_else(|| unavailable(cx, installers.rke2_dual_stack, installers.k3s_ipv6_only))
        .into_iter()
        .collect()
}

/// The prefix length of the largest IPv4 Service range that the documentation allows.
const SERVICE_LIMIT_IPV4: u8 = 12;

const SERVICE_LIMIT_IPV6: u8 = 112;

/// Returns the text with which K3s and RKE2 refuse ranges of different families (k3s pkg/daemons/config).
pub fn rancher_families_text(cx: &Tool<'_>) -> String {
    let printed = |cidrs: &[Cidr]| cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(" ");
    format!(
        "cluster-cidr: [{}] and service-cidr: [{}], must share the same IP version (IPv4, IPv6 or dual-stack)",
        printed(&cx.plan.spec.pod_cidrs),
        printed(&cx.plan.spec.service_cidrs)
    )
}

/// Returns the finding about ranges that the version does not support with the plugin that K3s includes.
fn bundled_refused(cx: &Tool<'_>) -> Option<Diagnostic> {
    let RancherDualStack::WithoutBundled(upstream) = cx.profile.installers.k3s_dual_stack else {
        return None;
    };
    let bundled =
        has_both(&cx.plan.spec.pod_cidrs) && cx.plan.spec.cni.is_none_or(|cni| cni.row().bundled_with_k3s);
    bundled.then(|| {
        let message = message("EXP031", cx);
        refuses("EXP031", "cni", message, upstream.map(str::to_owned))
    })
}

fn too_large(cx: &Tool<'_>) -> Option<Diagnostic> {
    let limit = |cidr: &Cidr| match cidr.family() {
        IpFamily::IPv4 => SERVICE_LIMIT_IPV4,
        IpFamily::IPv6 => SERVICE_LIMIT_IPV6,
    };
    let mut ranges = cx.plan.spec.service_cidrs.iter();
    let range = ranges.find(|cidr| cidr.prefix_len() < limit(cidr))?;
    let message = message("EXP024", cx)
        .with("range", *range)
        .with("limit", limit(range));
    Some(refuses("EXP024", "serviceCIDRs", message, None))
}

/// Canonical Kubernetes, the snap k8s.
pub(super) fn canonical_kubernetes(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let own_plugin = cx.plan.spec.cni.is_none_or(|cni| cni.id() == "cilium");
    missing(cx)
        .or_else(|| unpaired(cx))
        .or_else(|| overlap(cx))
        .or_else(|| pool(cx).filter(|_| own_plugin))
        .or_else(|| services(cx))
        .into_iter()
        .collect()
}

/// Returns the prefix length of the blocks that Cilium cuts out of the pod ranges. The snap keeps Cilium's defaults
/// (`clusterPoolIPv4MaskSize`, `clusterPoolIPv6MaskSize`).
const fn block(family: IpFamily) -> u8 {
    match family {
        IpFamily::IPv4 => 24,
        IpFamily::IPv6 => 120,
    }
}

/// The largest number of bits by which an IPv6 block may be longer than its pool (cilium `pkg/ipam/cidrset`).
const MOST_BITS: u8 = 16;

/// The prefix length of the largest IPv6 Service range (k8sd `pkg/k8sd/types/cluster_config_validate.go`).
const SERVICES_IPV6: u8 = 108;

/// Returns the finding about pods and Services that share addresses, which k8sd asks before anything is installed.
fn overlap(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let shared = |services: &&Cidr| spec.pod_cidrs.iter().any(|pods| pods.overlaps(services));
    let cidr = spec.service_cidrs.iter().find(shared)?;
    let text = format!(
        "invalid cidr configuration: pod CIDR \"{}\" and service CIDR \"{}\" overlap",
        joined(&spec.pod_cidrs, ","),
        joined(&spec.service_cidrs, ","),
    );
    Some(refuses_value(cx, "serviceCIDRs", cidr, text))
}

/// Returns the finding about a pod range that Cilium cannot cut into its blocks.
fn pool(cx: &Tool<'_>) -> Option<Diagnostic> {
    let refused = |cidr: &&Cidr| {
        let bits = block(cidr.family()).checked_sub(cidr.prefix_len());
        match (bits, cidr.family()) {
            (None, _) => true,
            (Some(bits), IpFamily::IPv6) => bits > MOST_BITS,
            (Some(_), IpFamily::IPv4) => false,
        }
    };
    let cidr = cx.plan.spec.pod_cidrs.iter().find(refused)?;
    let block = block(cidr.family());
    let id = match cidr.family() {
        IpFamily::IPv4 => "EXP091.pool-ipv4",
        IpFamily::IPv6 => "EXP091.pool",
    };
    let message = Message::new(id)
        .with("target", cx.title)
        .with("range", *cidr)
        .with("mask", block)
        .with("shortest", block.saturating_sub(MOST_BITS));
    let text = "unable to initialize IPv6 allocator New CIDR set failed; the node CIDR size is too big";
    let too_large = cidr.prefix_len() < block;
    Some(refuses(
        "EXP091",
        "podCIDRs",
        message,
        too_large.then(|| text.to_owned()),
    ))
}

fn services(cx: &Tool<'_>) -> Option<Diagnostic> {
    let large = |cidr: &&Cidr| cidr.family() == IpFamily::IPv6 && cidr.prefix_len() < SERVICES_IPV6;
    let cidr = cx.plan.spec.service_cidrs.iter().find(large)?;
    let message = Message::new("EXP091.services")
        .with("target", cx.title)
        .with("range", *cidr)
        .with("shortest", SERVICES_IPV6);
    let text = format!(
        "invalid service CIDR: service CIDR \"{}\" cannot be larger than /{SERVICES_IPV6}",
        joined(&cx.plan.spec.service_cidrs, ","),
    );
    Some(refuses("EXP091", "serviceCIDRs", message, Some(text)))
}
