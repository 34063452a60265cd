//! The findings on the map: at the ranges they are about, and overlaps in the very cells.

use super::shapes::{Grid, SceneRange, SharedAddresses};
use crate::Analysis;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::i18n::{Message, Param};
use crate::net::Cidr;
use crate::request::ranges::DeclaredRange;

/// Whether a finding is at the place of a range.
fn is_at(found: &Diagnostic, range: &DeclaredRange, plan: usize) -> bool {
    found.location.document == range.document.unwrap_or(plan) && found.location.pointer == range.pointer
}

/// The number of the plan's document in the file.
fn document_of_plan(analysis: &Analysis) -> usize {
    analysis.document().map(Document::index).unwrap_or_default()
}

/// Returns the ranges with the codes of the findings that are about each.
pub(super) fn with_findings(analysis: &Analysis, ranges: Vec<DeclaredRange>) -> Vec<SceneRange> {
    let plan = document_of_plan(analysis);
    let found = analysis.findings();
    ranges
        .into_iter()
        .map(|declared| {
            let about = found.iter().filter(|found| is_at(found, &declared, plan));
            let mut findings: Vec<&'static str> = about.map(|found| found.code).collect();
            findings.dedup();
            SceneRange { declared, findings }
        })
        .collect()
}

/// Whether a finding names a network.
fn names(found: &Diagnostic, network: &Cidr) -> bool {
    let text = network.to_string();
    let is_it = |param: &Param| matches!(param, Param::Text(param) if *param == text);
    found.message.params.values().any(is_it)
}

/// Returns the overlaps of the plan with the findings about each: those at one of its two ranges that name the other.
pub(super) fn overlaps(analysis: &Analysis, ranges: &[DeclaredRange]) -> Vec<SharedAddresses> {
    let plan = document_of_plan(analysis);
    let index = |range: &DeclaredRange| ranges.iter().position(|known| known == range);
    let overlaps = analysis
        .addresses()
        .map(|addresses| addresses.overlaps.as_slice())
        .unwrap_or_default();
    overlaps
        .iter()
        .filter_map(|overlap| {
            let about: Vec<&Diagnostic> = analysis
                .findings()
                .iter()
                .filter(|found| {
                    (is_at(found, &overlap.first, plan) && names(found, &overlap.second.cidr))
                        || (is_at(found, &overlap.second, plan) && names(found, &overlap.first.cidr))
                })
                .collect();
            let mut findings: Vec<&'static str> = about.iter().map(|found| found.code).collect();
            findings.dedup();
            Some(SharedAddresses {
                first: index(&overlap.first)?,
                second: index(&overlap.second)?,
                shared: overlap.shared,
                findings,
                severity: about.iter().map(|found| found.severity).min(),
                message: Message::new("draw-overlap")
                    .with("first", overlap.first.cidr)
                    .with("second", overlap.second.cidr)
                    .with("shared", overlap.shared),
            })
        })
        .collect()
}

/// Marks the cells of a grid in which ranges share addresses.
pub(super) fn mark(grid: &mut Grid, overlaps: &[SharedAddresses]) {
    for (number, overlap) in overlaps.iter().enumerate() {
        let shared = overlap.shared;
        if !shared.overlaps(&grid.network) {
            continue;
        }
        let from = grid
            .cells
            .partition_point(|cell| cell.network.last_bits() < shared.first_bits());
        let rest = grid.cells.get_mut(from..).unwrap_or_default();
        let inside = rest
            .iter_mut()
            .take_while(|cell| cell.network.first_bits() <= shared.last_bits());
        for cell in inside {
            cell.overlaps.push(number);
        }
    }
}
