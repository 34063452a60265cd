//! ADDR: overlap, size, reserved space, ULA and GUA.

use crate::diagnostic::{PatchOperation, Pointer};
use crate::lint::{FindingBuilder, LintContext};
use crate::net::Cidr;
use crate::plan::declared::{DeclaredRange, Overlap, RangeKind};

super::rules! {
    addr001_pod_service_overlap,
    addr002_pod_node_overlap,
    addr003_service_node_overlap,
    addr004_docker_pools,
    addr005_host_bits,
    addr006_leading_zeros,
    addr007_mapped_address,
    addr008_same_family,
    addr009_too_many_ranges,
    addr010_predictable_ula,
    addr011_undefined_ula,
    addr012_site_local,
    addr013_documentation,
    addr014_foreign_addresses,
    addr015_special_purpose,
    addr016_shared_address_space,
    addr017_plugin_internal_networks,
    addr018_aks_reserved,
    addr019_eks_service_range,
    addr020_gke_secondary_ranges,
    addr021_connected_overlap,
    addr022_global_pod_range,
    addr023_ula_prefers_ipv4,
    addr024_nibble_boundary,
    addr025_reserved_overlap,
    addr026_load_balancer_overlap,
}

/// Returns the overlaps between two kinds of ranges.
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

/// Offers the next free network of the same size for a range that has to move.
fn with_move<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    range: &DeclaredRange,
) -> FindingBuilder<'a> {
    let places = cx.places(range, range.cidr.prefix_len());
    report.fix_places("move", &range.pointer, places)
}

/// Returns the ranges whose addresses the cluster hands out: pods and Services.
fn allocated_ranges<'a>(cx: &LintContext<'a>) -> impl Iterator<Item = &'a DeclaredRange> {
    cx.ranges(RangeKind::Pods).chain(cx.ranges(RangeKind::Services))
}

/// Offers a free network of the same size in private or unique local space that no default uses.
fn with_elsewhere(report: FindingBuilder<'_>, cx: &LintContext<'_>, range: &DeclaredRange) {
    let places = cx.places(range, range.cidr.prefix_len());
    // What is near is the last choice: it may lie in what the range has to leave.
    report
        .fix_places("move", &range.pointer, places.into_iter().rev())
        .file();
}

/// Offers a network for a range, if there is one.
fn with_network(report: FindingBuilder<'_>, range: &DeclaredRange, network: Option<Cidr>) {
    if let Some(network) = network {
        report.fix_replace("move", &range.pointer, network, false).file();
    }
}

/// Returns a patch that removes one entry from its list.
fn remove(pointer: &Pointer) -> Vec<PatchOperation> {
    vec![PatchOperation::Remove {
        path: pointer.clone(),
    }]
}
