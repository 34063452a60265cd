//! The scene in words: the legend, and what is seen for those who do not see it.

use std::collections::BTreeSet;

use super::shapes::{Cell, LegendEntry, Pane, Scene, Use};
use crate::Analysis;
use crate::i18n::Message;
use crate::net::AddressCount;
use crate::request::ranges::RangeKind;

/// The shortest part of a cell whose texture can be told.
const VISIBLE: f64 = 0.05;

/// Returns the entries of the legend: the uses in the grids, and the kinds of ranges that are on strips only.
pub(super) fn legend(scene: &Scene, analysis: &Analysis) -> Vec<LegendEntry> {
    let cells = scene
        .panes
        .iter()
        .flat_map(|pane| &pane.grid)
        .flat_map(|grid| &grid.cells);
    let parts = cells.flat_map(|cell| &cell.parts);
    let mut in_grids = BTreeSet::new();
    in_grids.extend(
        parts
            .filter(|part| part.stretch.length >= VISIBLE)
            .flat_map(|part| part.uses.iter().map(|usage| usage.what)),
    );
    let on_strips = |kind: RangeKind| {
        let in_grids = in_grids.iter().any(|what| what.kind() == kind);
        !in_grids && scene.ranges.iter().any(|range| range.declared.kind == kind)
    };
    Use::ALL
        .into_iter()
        .filter_map(|what| {
            let message = match what {
                _ if in_grids.contains(&what) => named(what, &in_grids, analysis),
                Use::PodsToday | Use::ServicesDynamic | Use::Nodes | Use::LoadBalancers | Use::Reserved
                    if on_strips(what.kind()) =>
                {
                    Message::new(format!("draw-kind-{}", what.kind().as_str()))
                }
                _ => return None,
            };
            Some(LegendEntry { what, message })
        })
        .collect()
}

/// What the legend calls a use, with the number of nodes where that is known.
fn named(what: Use, shown: &BTreeSet<Use>, analysis: &Analysis) -> Message {
    let message = Message::new(format!("draw-use-{}", what.as_str()));
    let (Some(plan), Ok(blocks)) = (analysis.plan(), analysis.node_blocks()) else {
        return message;
    };
    let nodes = &plan.spec.nodes;
    let count = blocks.count();
    // u128 holds every usize.
    let existing = AddressCount::from(blocks.existing().len() as u128);
    let within = |wanted: u32| AddressCount::from(u64::from(wanted)).min(count).max(existing);
    let number = match what {
        Use::PodsTaken => existing,
        Use::PodsToday if shown.contains(&Use::PodsTaken) => {
            within(nodes.count).saturating_sub(existing.saturating_u128())
        }
        Use::PodsToday => within(nodes.count),
        Use::PodsPlanned => within(nodes.planned()),
        Use::PodsFree => count.saturating_sub(within(nodes.planned()).saturating_u128()),
        _ => return message,
    };
    message.with("count", number)
}

/// The first and the last cell with a use that matters, if there is one.
fn extent(pane: &Pane, matters: impl Fn(Use) -> bool) -> Option<(usize, usize)> {
    let has = |cell: &&Cell| {
        let mut uses = cell.parts.iter().flat_map(|part| &part.uses);
        uses.any(|usage| matters(usage.what))
    };
    let cells = &pane.grid.as_ref()?.cells;
    let first = cells.iter().find(has)?;
    let last = cells.iter().rev().find(has)?;
    Some((first.index, last.index))
}

/// A sentence about cells of some families: one for all of them if they are the same.
fn about(scene: &Scene, id: &'static str, matters: impl Fn(Use) -> bool) -> Vec<Message> {
    let found: Vec<_> = scene
        .panes
        .iter()
        .filter_map(|pane| Some((pane, pane.grid.as_ref()?, extent(pane, &matters)?)))
        .collect();
    let sentence = |id: String, family: &str, (first, last): (usize, usize), cells: usize| {
        Message::new(id)
            .with("family", family)
            .with("first", first)
            .with("last", last)
            .with("cells", cells)
    };
    if let [(_, grid, extent), (_, other, same)] = found.as_slice()
        && extent == same
        && grid.cells.len() == other.cells.len()
    {
        return vec![sentence(format!("{id}.both"), "", *extent, grid.cells.len())];
    }
    found
        .iter()
        .map(|(pane, grid, extent)| sentence(id.to_owned(), pane.family.as_str(), *extent, grid.cells.len()))
        .collect()
}

/// The first cell that holds other nodes in one grid than in the other, because one family has blocks that no node gets.
pub(super) fn first_shifted(scene: &Scene) -> Option<usize> {
    let mut grids = scene.panes.iter().flat_map(|pane| &pane.grid);
    let (one, other) = grids.next().zip(grids.next())?;
    let mut pairs = one.cells.iter().zip(&other.cells);
    let shifted = pairs.find(|(a, b)| a.nodes.zip(b.nodes).is_some_and(|(a, b)| a != b));
    shifted.map(|(cell, _)| cell.index)
}

/// Returns what the picture shows, in sentences.
pub(super) fn summary(scene: &Scene) -> Vec<Message> {
    let mut sentences: Vec<Message> = scene
        .panes
        .iter()
        .map(|pane| match &pane.grid {
            Some(grid) => Message::new("draw-summary-grid")
                .with("family", pane.family)
                .with("network", grid.network)
                .with("cells", grid.cells.len())
                .with("prefix", grid.cell_prefix),
            None => Message::new("draw-summary-no-grid").with("family", pane.family),
        })
        .collect();
    let of_nodes = |what| matches!(what, Use::PodsTaken | Use::PodsToday | Use::PodsPlanned);
    sentences.extend(about(scene, "draw-summary-pods", of_nodes));
    sentences.extend(about(scene, "draw-summary-unpaired", |what| {
        what == Use::PodsUnpaired
    }));
    let shifted = scene
        .shifted_from
        .map(|cell| Message::new("draw-summary-shifted").with("cell", cell));
    sentences.extend(shifted);
    let services = about(scene, "draw-summary-services", |what| {
        what.kind() == RangeKind::Services
    });
    let has_services = scene
        .ranges
        .iter()
        .any(|range| range.declared.kind == RangeKind::Services);
    if services.is_empty() && has_services {
        sentences.push(Message::new("draw-summary-services-outside"));
    }
    sentences.extend(services);
    sentences.push(match scene.overlaps.len() {
        0 => Message::new("draw-summary-no-overlap"),
        count => Message::new("draw-summary-overlaps").with("count", count),
    });
    sentences
}
