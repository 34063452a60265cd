//! ADDR: overlap, size, reserved space, ULA and GUA.

use crate::diagnostic::{PatchOperation, Pointer};
use crate::lint::{LintContext, Report};
use crate::net::{Cidr, IpFamily};
use crate::plan::declared::{DeclaredRange, Overlap, RangeKind};
use crate::plan::map::free_space;
use crate::plan::suggest::ula_site;

super::rules! {
    addr001_pod_service_overlap::PodServiceOverlap,
    addr002_pod_node_overlap::PodNodeOverlap,
    addr003_service_node_overlap::ServiceNodeOverlap,
    addr004_docker_pools::DockerPools,
    addr005_host_bits::HostBits,
    addr006_leading_zeros::LeadingZeros,
    addr007_mapped_address::MappedAddress,
    addr008_same_family::SameFamily,
    addr009_too_many_ranges::TooManyRanges,
    addr010_predictable_ula::PredictableUla,
    addr011_undefined_ula::UndefinedUla,
    addr012_site_local::SiteLocal,
    addr013_documentation::DocumentationRange,
    addr014_foreign_addresses::ForeignAddresses,
    addr015_special_purpose::SpecialPurpose,
    addr016_shared_address_space::SharedAddressSpace,
    addr017_plugin_internal_networks::PluginInternalNetworks,
    addr018_aks_reserved::AksReserved,
    addr019_eks_service_range::EksServiceRange,
    addr020_gke_secondary_ranges::GkeSecondaryRanges,
    addr022_global_pod_range::GlobalPodRange,
    addr023_ula_prefers_ipv4::UlaPrefersIpv4,
    addr024_nibble_boundary::NibbleBoundary,
    addr025_reserved_overlap::ReservedOverlap,
    addr026_load_balancer_overlap::LoadBalancerOverlap,
}

/// The overlaps between two kinds of ranges.
fn overlaps_between<'a>(
    cx: &'a LintContext<'_>,
    first: RangeKind,
    second: RangeKind,
) -> impl Iterator<Item = &'a Overlap> {
    cx.addresses
        .overlaps
        .iter()
        .filter(move |o| o.first.kind == first && o.second.kind == second)
}

/// Offers the next free network of the same size for a range that has to go elsewhere.
fn with_move<'a>(report: Report<'a>, cx: &LintContext<'_>, range: &DeclaredRange) -> Report<'a> {
    match cx.free_network_near(range, range.cidr.prefix_len()) {
        Some(free) => report.fix_replace("move", &range.pointer, free, false),
        None => report,
    }
}

/// Ranges that the cluster hands out itself: pods and Services.
fn allocated_ranges<'a>(cx: &LintContext<'a>) -> impl Iterator<Item = &'a DeclaredRange> {
    cx.ranges(RangeKind::Pods).chain(cx.ranges(RangeKind::Services))
}

/// Blocks that fixes do not offer although they are private: others are at home there.
const SHUNNED: [&str; 4] = ["172.16.0.0/12", "192.168.0.0/16", "10.0.0.0/12", "100.64.0.0/10"];

/// Offers a free network of the same size in private or unique local space that nobody takes by default.
fn with_elsewhere(report: Report<'_>, cx: &LintContext<'_>, range: &DeclaredRange) {
    let others: Vec<DeclaredRange> = cx
        .addresses
        .declared
        .iter()
        .filter(|other| other.pointer != range.pointer)
        .cloned()
        .collect();
    let family = range.cidr.family();
    let mut free = free_space(family, &others);
    for block in SHUNNED.iter().filter_map(|block| block.parse::<Cidr>().ok()) {
        if block.family() == family {
            free.remove(block.into());
        }
    }
    let from = match family {
        IpFamily::IPv4 => 0,
        IpFamily::IPv6 => ula_site(cx.seed).first_bits(),
    };
    with_network(report, range, free.first_block(range.cidr.prefix_len(), from));
}

/// Offers a network for a range, if there is one.
fn with_network(report: Report<'_>, range: &DeclaredRange, network: Option<Cidr>) {
    if let Some(network) = network {
        report.fix_replace("move", &range.pointer, network, false);
    }
}

/// A patch that takes one entry out of its list.
fn remove(pointer: &Pointer) -> Vec<PatchOperation> {
    vec![PatchOperation::Remove {
        path: pointer.clone(),
    }]
}
