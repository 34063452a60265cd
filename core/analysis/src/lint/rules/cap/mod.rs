//! CAP: sizes, node masks and capacity.

use super::mask_field;
use crate::diagnostic::Pointer;
use crate::lint::{FindingBuilder, LintContext};
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::plan::capacity::FamilyCapacity;
use crate::plan::declared::{DeclaredRange, RangeKind};
use crate::plan::{mask_family, one_mask_for_both};

super::rules! {
    cap001_mask_window,
    cap002_ipv6_nodes,
    cap003_ipv4_nodes,
    cap004_smaller_family,
    cap005_block_larger_than_range,
    cap006_generic_mask_flag,
    cap007_mask_of_absent_family,
    cap008_pods_per_node,
    cap009_service_range_too_large,
    cap010_service_range_without_allocator,
    cap011_unreachable_service_addresses,
    cap012_service_range_too_small,
    cap013_few_service_addresses,
    cap014_mask_change,
    cap015_aks_kubenet_nodes,
    cap016_calico_blocks,
    cap017_provider_node_mask,
    cap018_subnet_reservations,
}

/// The largest number of bits between pod range and node block, which kube-controller-manager checks for IPv6
/// (`cidr_set.go`).
const MAX_NODE_BITS: u8 = 16;

/// Returns whether kube-controller-manager cuts blocks of that mask from the range.
fn block_fits(range: &Cidr, mask: u8) -> bool {
    let bits = mask.checked_sub(range.prefix_len());
    mask <= range.family().width()
        && bits.is_some_and(|bits| range.family() == IpFamily::IPv4 || bits <= MAX_NODE_BITS)
}

/// Returns whether no component cuts node blocks from the pod ranges, because the cloud's network gives pods their
/// addresses.
fn cuts_no_blocks(cx: &LintContext<'_>) -> bool {
    let spec = &cx.plan.spec;
    spec.distribution
        .is_some_and(|distribution| distribution.row().cloud_pods.contain(&spec.pod_cidrs))
}

/// Returns the place `/spec/nodes`.
fn nodes_field() -> Pointer {
    Pointer::root().key("spec").key("nodes")
}

/// Returns the declared pod range of a family.
fn pod_range<'a>(cx: &LintContext<'a>, family: IpFamily) -> Option<&'a DeclaredRange> {
    cx.ranges(RangeKind::Pods)
        .find(|range| range.cidr.family() == family)
}

/// Returns the number of bits needed to number that many nodes.
fn bits_for(nodes: u32) -> u8 {
    // At most 32.
    (32 - nodes.saturating_sub(1).leading_zeros()) as u8
}

/// Reports a family with fewer nodes than planned: the finding that CAP002 and CAP003 share.
fn too_few_nodes(cx: &LintContext<'_>, out: &mut crate::lint::Reporter<'_>, family: IpFamily) {
    let (Some(range), Some(blocks)) = (pod_range(cx, family), blocks(cx, family)) else {
        return;
    };
    let nodes = cx.plan.spec.nodes;
    let planned = nodes.planned();
    if blocks.nodes >= AddressCount::from(planned) || cuts_no_blocks(cx) {
        return;
    }
    let mut report = out
        .at(&range.pointer)
        .param("range", range.cidr)
        .param("mask", format!("/{}", blocks.node_mask))
        .param("nodes", blocks.nodes)
        .param("planned", planned);
    if blocks.nodes >= AddressCount::from(nodes.count) {
        report = report
            .severity(crate::diagnostic::Severity::Warning)
            .variant("growth");
    }
    let report = with_larger_range(
        report,
        cx,
        range,
        blocks.node_mask.saturating_sub(bits_for(planned)),
    );
    let report = with_smaller_blocks(report, cx, range, blocks);
    with_both(report, cx, range).file();
}

fn blocks<'a>(cx: &LintContext<'a>, family: IpFamily) -> Option<&'a FamilyCapacity> {
    cx.families().iter().find(|blocks| blocks.family == family)
}

/// Offers a range of that length: the present one grown in place if that overlaps nothing, otherwise another one.
fn with_larger_range<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    range: &DeclaredRange,
    prefix_len: u8,
) -> FindingBuilder<'a> {
    if prefix_len == 0 || prefix_len >= range.cidr.prefix_len() {
        return report;
    }
    let grown = Cidr::containing(range.cidr.network(), prefix_len).filter(|grown| {
        cx.addresses
            .declared
            .iter()
            .all(|other| other.pointer == range.pointer || !grown.overlaps(&other.cidr))
    });
    let places = cx.places(range, prefix_len);
    report.fix_places("range", &range.pointer, grown.into_iter().chain(places))
}

/// Offers a mask for the pods of a node together with a range for all nodes, where one of them alone is not enough.
fn with_both<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    range: &DeclaredRange,
) -> FindingBuilder<'a> {
    let (spec, family) = (&cx.plan.spec, range.cidr.family());
    let by_plugin = spec.cni.and_then(|cni| cni.row().ipv6_block);
    let mask = match family {
        IpFamily::IPv6 => by_plugin.unwrap_or(64),
        IpFamily::IPv4 => 32u8.saturating_sub(bits_for(spec.nodes.max_pods.saturating_mul(2))),
    };
    let mask = cap017_provider_node_mask::fixed_mask(cx, family).unwrap_or(mask);
    let prefix_len = mask.saturating_sub(bits_for(spec.nodes.planned()));
    if mask == spec.node_mask(family) || prefix_len < 8 || one_mask_for_both(spec) {
        return report;
    }
    let patch = cx.set(&mask_field(family), mask.into());
    cx.places(range, prefix_len)
        .into_iter()
        .fold(report, |report, place| {
            report.fix_places("range", &range.pointer, [place]).along_with(
                "mask",
                format!("/{mask}"),
                patch.clone(),
            )
        })
}

/// Offers a longer node mask, if its block still holds twice the pods of a node and the window allows it.
fn with_smaller_blocks<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    range: &DeclaredRange,
    blocks: &FamilyCapacity,
) -> FindingBuilder<'a> {
    let mask = range
        .cidr
        .prefix_len()
        .saturating_add(bits_for(cx.plan.spec.nodes.planned()));
    let width = range.cidr.family().width();
    let in_window =
        mask > blocks.node_mask && mask - range.cidr.prefix_len() <= MAX_NODE_BITS && mask < width;
    let pods = u128::from(cx.plan.spec.nodes.max_pods).saturating_mul(2);
    if !in_window || AddressCount::power_of_two(width - mask).saturating_u128() < pods {
        return report;
    }
    set_mask(report, cx, range.cidr.family(), mask)
}

/// Adds a fix that sets the node mask of a family, with or without an existing field.
fn set_mask<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    family: IpFamily,
    mask: u8,
) -> FindingBuilder<'a> {
    set_mask_named(report, cx, "mask", family, mask)
}

/// Adds the same fix with another title.
fn set_mask_named<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    name: &str,
    family: IpFamily,
    mask: u8,
) -> FindingBuilder<'a> {
    let spec = &cx.plan.spec;
    let fits = |cidr: &Cidr| block_fits(cidr, mask);
    if one_mask_for_both(spec) && !spec.pod_cidrs.iter().all(fits) {
        return report;
    }
    let patch = cx.set(&mask_field(mask_family(spec, family)), mask.into());
    report.fix(name, [("to", format!("/{mask}").into())], false, patch)
}
