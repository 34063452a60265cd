//! ADDR: overlap, size, reserved space, ULA and GUA.

use crate::diagnostic::{PatchOperation, Pointer};
use crate::lint::{LintContext, Report};
use crate::plan::declared::{DeclaredRange, Overlap, RangeKind};

super::rules! {
    addr001_pod_service_overlap::PodServiceOverlap,
    addr002_pod_node_overlap::PodNodeOverlap,
    addr003_service_node_overlap::ServiceNodeOverlap,
    addr005_host_bits::HostBits,
    addr006_leading_zeros::LeadingZeros,
    addr007_mapped_address::MappedAddress,
    addr008_same_family::SameFamily,
    addr009_too_many_ranges::TooManyRanges,
    addr011_undefined_ula::UndefinedUla,
    addr012_site_local::SiteLocal,
    addr013_documentation::DocumentationRange,
    addr015_special_purpose::SpecialPurpose,
    addr025_reserved_overlap::ReservedOverlap,
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

/// A patch that takes one entry out of its list.
fn remove(pointer: &Pointer) -> Vec<PatchOperation> {
    vec![PatchOperation::Remove {
        path: pointer.clone(),
    }]
}
