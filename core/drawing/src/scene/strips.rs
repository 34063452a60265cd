//! The strips above the grids, true to scale, and the way to the position.

use super::numbers::stretch;
use super::places::Family;
use super::shapes::{Crumb, Mark, Strip};
use crate::net::Cidr;
use crate::order;
use crate::request::ranges::DeclaredRange;

/// Returns the strips of a family: the one with the position first, then the others by address.
pub(super) fn strips(family: &Family, ranges: &[DeclaredRange]) -> Vec<Strip> {
    let position = family.place.as_ref().map(|place| place.network);
    let mut networks = family.homes.clone();
    if let Some(position) = position
        && !networks.iter().any(|home| home.contains(&position))
    {
        // A position wider than the blocks, or beside them.
        networks.retain(|home| !position.contains(home));
        networks.push(position);
    }
    let is_elsewhere = |network: &Cidr| position.is_none_or(|position| !network.contains(&position));
    order::sort_by_key(&mut networks, |network| {
        (is_elsewhere(network), network.first_bits())
    });
    networks
        .iter()
        .map(|network| Strip {
            network: *network,
            marks: marks(network, ranges),
            window: position
                .filter(|position| network.contains(position))
                .map(|position| stretch(network, position.first_bits(), position.last_bits())),
        })
        .collect()
}

fn marks(network: &Cidr, ranges: &[DeclaredRange]) -> Vec<Mark> {
    let mut inside: Vec<(usize, &Cidr)> = ranges
        .iter()
        .enumerate()
        .map(|(index, range)| (index, &range.cidr))
        .filter(|(_, cidr)| network.contains(cidr))
        .collect();
    order::sort_by_key(&mut inside, |(index, cidr)| {
        (cidr.first_bits(), cidr.prefix_len(), *index)
    });
    inside
        .into_iter()
        .map(|(range, cidr)| Mark {
            range,
            stretch: stretch(network, cidr.first_bits(), cidr.last_bits()),
        })
        .collect()
}

/// Returns the way from the block of the position to the position itself.
pub(super) fn path(family: &Family, ranges: &[DeclaredRange]) -> Vec<Crumb> {
    let Some(place) = &family.place else {
        return Vec::new();
    };
    family
        .steps_to(&place.network)
        .into_iter()
        .filter_map(|prefix_len| Cidr::containing(place.network.network(), prefix_len))
        .map(|network| Crumb {
            network,
            range: ranges.iter().position(|range| range.cidr == network),
        })
        .collect()
}
