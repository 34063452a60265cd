//! The grids as rows, for readers who do not see them: runs of cells with the same meaning.

use super::shapes::{Cell, Row, RowSpan, Scene, Use};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily, address_bits};

/// What a cell means, without its addresses.
fn meaning(cell: &Cell) -> Vec<(Use, usize)> {
    let mut all: Vec<(Use, usize)> = Vec::new();
    for usage in cell.parts.iter().flat_map(|part| &part.uses) {
        let one = (usage.what, usage.range);
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// Spells a network: the groups of IPv6 one by one.
fn spoken(network: &Cidr) -> String {
    match network.family() {
        IpFamily::IPv4 => network.to_string(),
        IpFamily::IPv6 => {
            let bits = address_bits(network.network());
            let groups = network.prefix_len().div_ceil(16).max(1);
            let group = |number: u8| (bits >> (112 - 16 * u32::from(number))) & 0xffff;
            let groups: Vec<String> = (0..groups.min(8))
                .map(|number| format!("{:x}", group(number)))
                .collect();
            format!("{} /{}", groups.join(" "), network.prefix_len())
        }
    }
}

/// Returns the rows of a scene.
pub(super) fn rows(scene: &Scene) -> Vec<Row> {
    let grids: Vec<(IpFamily, &[Cell])> = scene
        .panes
        .iter()
        .filter_map(|pane| Some((pane.family, pane.grid.as_ref()?.cells.as_slice())))
        .collect();
    let count = grids.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let key = |index: usize| {
        let of_grid = |(_, cells): &(IpFamily, &[Cell])| {
            let cell = cells.get(index);
            cell.map(|cell| (meaning(cell), cell.overlaps.clone()))
        };
        grids.iter().map(of_grid).collect::<Vec<_>>()
    };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut before = None;
    for index in 0..count {
        let now = Some(key(index));
        match runs.last_mut() {
            Some(run) if now == before => run.1 = index,
            _ => runs.push((index, index)),
        }
        before = now;
    }
    runs.into_iter()
        .enumerate()
        .map(|(number, (first, last))| row(&grids, number + 1, first, last))
        .collect()
}

fn row(grids: &[(IpFamily, &[Cell])], index: usize, first: usize, last: usize) -> Row {
    let ends = |cells: &'_ [Cell]| Some((cells.get(first)?.clone(), cells.get(last)?.network));
    let spans: Vec<(RowSpan, Vec<usize>)> = grids
        .iter()
        .filter_map(|(family, cells)| {
            let (cell, end) = ends(cells)?;
            let mut uses: Vec<Use> = meaning(&cell).into_iter().map(|(what, _)| what).collect();
            uses.dedup();
            let span = RowSpan {
                family: *family,
                first: cell.network,
                last: end,
                uses,
                spoken: spoken(&cell.network),
            };
            Some((span, cell.overlaps))
        })
        .collect();
    let mut overlaps: Vec<usize> = spans.iter().flat_map(|(_, overlaps)| overlaps.clone()).collect();
    overlaps.dedup();
    let spans: Vec<RowSpan> = spans.into_iter().map(|(span, _)| span).collect();
    let id = if first == last { "draw-row.one" } else { "draw-row" };
    let expandable = spans
        .iter()
        .any(|span| span.first.prefix_len() < span.family.width());
    Row {
        index,
        level: 1,
        first,
        last,
        expandable,
        label: Message::new(id).with("first", first).with("last", last),
        spans,
        overlaps,
    }
}
