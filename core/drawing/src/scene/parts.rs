//! The cells of a grid, each divided by what its addresses are for.

use super::layers::{KnownAddresses, Layer};
use super::numbers::stretch;
use super::places::Place;
use super::shapes::{Cell, CellPart, Grid, PartUse};
use crate::net::range_set::Range;
use crate::net::{AddressCount, Cidr, address_from_bits};
use crate::order;

/// Consecutive addresses of a network with the same uses.
struct Segment {
    first: u128,
    last: u128,
    uses: Vec<PartUse>,
}

/// Returns the grid of a place.
pub(super) fn grid(place: &Place, layers: &[Layer], known: &KnownAddresses) -> Grid {
    let network = place.network;
    let segments = segments(&network, layers);
    let mut from = 0;
    let mut cells = Vec::new();
    let bits = place.cell_prefix.saturating_sub(network.prefix_len());
    // At most 8 bits: a grid has at most 256 cells.
    for index in 0..1usize << bits.min(8) {
        let Some(cell) = network.block(place.cell_prefix, index as u128) else {
            break;
        };
        let rest = segments.get(from..).unwrap_or_default();
        let parts = parts(&cell, rest);
        from += rest
            .iter()
            .take_while(|segment| segment.last <= cell.last_bits())
            .count();
        let (addresses_in_use, in_use_by) = known.within(&cell);
        cells.push(Cell {
            index,
            network: cell,
            parts,
            nodes: None,
            overlaps: Vec::new(),
            addresses_in_use,
            in_use_by: in_use_by.map(str::to_owned),
        });
    }
    Grid {
        network,
        cell_prefix: place.cell_prefix,
        nodes_per_cell: place.node_bits.map(AddressCount::power_of_two),
        cells,
    }
}

/// Divides a network where uses begin and end. The segments are in order and without gaps.
fn segments(network: &Cidr, layers: &[Layer]) -> Vec<Segment> {
    let (low, high) = (network.first_bits(), network.last_bits());
    let mut inside: Vec<&Layer> = layers
        .iter()
        .filter(|layer| layer.first <= high && layer.last >= low)
        .collect();
    order::sort_by_key(&mut inside, |layer| (layer.first, layer.range, layer.rank));
    let mut bounds: Vec<u128> = vec![low];
    for layer in &inside {
        bounds.push(layer.first.max(low));
        bounds.extend(layer.last.checked_add(1).filter(|next| *next <= high));
    }
    order::sort(&mut bounds);
    bounds.dedup();
    let mut waiting = inside.into_iter().peekable();
    let mut active: Vec<&Layer> = Vec::new();
    let mut segments: Vec<Segment> = Vec::new();
    for (index, first) in bounds.iter().enumerate() {
        let last = bounds.get(index + 1).map_or(high, |next| next - 1);
        active.retain(|layer| layer.last >= *first);
        while let Some(layer) = waiting.next_if(|layer| layer.first <= *first) {
            active.push(layer);
        }
        let uses = uses(&active);
        match segments.last_mut() {
            Some(before) if before.uses == uses => before.last = last,
            _ => segments.push(Segment {
                first: *first,
                last,
                uses,
            }),
        }
    }
    segments
}

/// Of each range the use with the highest rank, in the order of the ranges.
fn uses(active: &[&Layer]) -> Vec<PartUse> {
    let mut highest: Vec<&Layer> = active.to_vec();
    order::sort_by_key(&mut highest, |layer| (layer.range, u8::MAX - layer.rank));
    highest.dedup_by_key(|layer| layer.range);
    highest
        .into_iter()
        .map(|layer| PartUse {
            what: layer.what,
            range: layer.range,
            name: layer.name.clone(),
        })
        .collect()
}

fn parts(cell: &Cidr, segments: &[Segment]) -> Vec<CellPart> {
    segments
        .iter()
        .take_while(|segment| segment.first <= cell.last_bits())
        .filter(|segment| segment.last >= cell.first_bits())
        .map(|segment| {
            let first = segment.first.max(cell.first_bits());
            let last = segment.last.min(cell.last_bits());
            CellPart {
                first: address_from_bits(cell.family(), first),
                last: address_from_bits(cell.family(), last),
                addresses: Range { first, last }.count(),
                stretch: stretch(cell, first, last),
                uses: segment.uses.clone(),
            }
        })
        .collect()
}
