//! What is seen of a fleet from a position.

use std::collections::BTreeSet;

use super::index::{FleetMap, MapGroup, Segment, number};
use super::shapes::{
    FLEET_COLUMNS, FleetGroupShown, FleetLane, FleetLegend, FleetPane, FleetRow, FleetRun, FleetScene,
    FleetSceneOptions, Purpose,
};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};
use crate::order;

/// The bits of a row: a hexadecimal digit.
const STEP: u8 = 4;
/// The clusters of a row that are named.
const NAMED: usize = 8;
/// The groups that are drawn one above the other.
const LANES: usize = 4;

/// What a column shows, and how much of it.
#[derive(Clone, Copy)]
struct Seen {
    lane: FleetLane,
    weight: u128,
}

impl FleetMap {
    /// Returns what is seen from a position. A network that the fleet has nothing in is shown as it is: free, or in no block.
    pub fn scene(&self, options: &FleetSceneOptions) -> FleetScene {
        let is_shown = |group: &MapGroup| options.group.as_ref().is_none_or(|name| *name == group.name);
        let none = !self.groups.iter().any(is_shown);
        let shown: Vec<(usize, &MapGroup)> = self
            .groups
            .iter()
            .enumerate()
            .filter(|(_, group)| none || is_shown(group))
            .collect();
        let mut panes = Vec::new();
        for family in IpFamily::ALL {
            let homes = homes(&shown, family);
            let Some(first) = homes.first().copied() else {
                continue;
            };
            let asked = |family: IpFamily| options.at.iter().find(|cidr| cidr.family() == family).copied();
            let network = asked(family)
                .or_else(|| {
                    let other = asked(family.other())?;
                    follow(self, &shown, other, family, &homes)
                })
                .unwrap_or(first);
            panes.push(self.pane(&shown, family, homes, network));
        }
        let mut seen: Vec<Purpose> = panes
            .iter()
            .flat_map(|pane| &pane.rows)
            .flat_map(|row| &row.runs)
            .flat_map(|run| &run.lanes)
            .map(|lane| lane.what)
            .collect();
        seen.sort_unstable();
        seen.dedup();
        let legend = Purpose::ALL.into_iter().filter(|what| seen.contains(what));
        FleetScene {
            title: self.title.clone(),
            sentences: self.sentences.clone(),
            groups: self
                .groups
                .iter()
                .map(|group| FleetGroupShown {
                    name: group.name.clone(),
                    message: Message::new("draw-fleet-group").with("group", group.name.as_str()),
                    shown: none || is_shown(group),
                    clusters: group.clusters,
                })
                .collect(),
            panes,
            legend: legend
                .map(|what| FleetLegend {
                    what,
                    message: what.message(),
                })
                .collect(),
        }
    }

    /// Returns the network of each family that a cluster is seen whole in, for [`FleetSceneOptions::at`].
    pub fn around(&self, cluster: usize) -> Vec<Cidr> {
        let Some(found) = self.clusters().get(cluster) else {
            return Vec::new();
        };
        let Some(group) = self.groups.get(found.group) else {
            return Vec::new();
        };
        let shown = [(found.group, group)];
        IpFamily::ALL
            .into_iter()
            .filter_map(|family| holding(self, [cluster], family, &homes(&shown, family)))
            .collect()
    }

    fn pane(
        &self,
        shown: &[(usize, &MapGroup)],
        family: IpFamily,
        homes: Vec<Cidr>,
        network: Cidr,
    ) -> FleetPane {
        let bits = STEP.min(network.host_bits());
        let prefix_len = network.prefix_len().saturating_add(bits);
        let count = 1_u128 << bits;
        let rows: Vec<FleetRow> = (0..count)
            .filter_map(|index| network.block(prefix_len, index))
            .map(|network| self.row(shown, network))
            .collect();
        let home = homes.iter().find(|home| home.contains(&network));
        let mut path = Vec::new();
        let from = home.map_or(network.prefix_len(), Cidr::prefix_len);
        let mut steps = (from..network.prefix_len()).step_by(usize::from(STEP));
        path.extend(
            steps
                .by_ref()
                .filter_map(|len| Cidr::containing(network.network(), len)),
        );
        path.push(network);
        FleetPane {
            family,
            homes,
            network,
            path,
            columns: columns(prefix_len, family),
            rows,
        }
    }

    fn row(&self, shown: &[(usize, &MapGroup)], network: Cidr) -> FleetRow {
        let family = network.family();
        let count = columns(network.prefix_len(), family);
        let mut lanes: Vec<Vec<FleetLane>> = vec![Vec::new(); usize::from(count)];
        let mut free = vec![0_usize; usize::from(count)];
        let mut clusters: BTreeSet<usize> = BTreeSet::new();
        for (index, group) in shown {
            let seen = columns_of(group, *index, network, count, &mut clusters);
            for ((lanes, free), seen) in lanes.iter_mut().zip(&mut free).zip(seen) {
                let Some(Seen { lane, .. }) = seen else { continue };
                *free += usize::from(lane.what == Purpose::Free);
                // What is reserved is so for all of them, and one of them is enough to say it.
                let is_said = |other: &FleetLane| !lane.what.is_of_group() && other.what == lane.what;
                if !lanes.iter().any(is_said) {
                    lanes.push(lane);
                }
            }
        }
        for lanes in &mut lanes {
            // Free is what is free in every group.
            if lanes.iter().any(|lane| lane.what != Purpose::Free) {
                lanes.retain(|lane| lane.what != Purpose::Free);
            }
            lanes.truncate(LANES);
        }
        let all_free = free.iter().filter(|groups| **groups == shown.len()).count();
        FleetRow {
            network,
            runs: runs(lanes),
            count: clusters.len(),
            clusters: clusters.into_iter().take(NAMED).collect(),
            free: all_free as f64 / f64::from(count.max(1)),
        }
    }
}

/// Returns the number of columns of a row of that prefix length.
fn columns(prefix_len: u8, family: IpFamily) -> u16 {
    let bits = family.width().saturating_sub(prefix_len);
    1_u16
        .checked_shl(u32::from(bits))
        .map_or(FLEET_COLUMNS, |all| all.min(FLEET_COLUMNS))
}

/// Returns what is in the columns of a row in one group, and adds its clusters to those that are seen.
fn columns_of(
    group: &MapGroup,
    index: usize,
    network: Cidr,
    count: u16,
    clusters: &mut BTreeSet<usize>,
) -> Vec<Option<Seen>> {
    let mut seen: Vec<Option<Seen>> = vec![None; usize::from(count)];
    let (first, last) = (network.first_bits(), network.last_bits());
    let host_bits = u32::from(network.host_bits());
    // Columns are a power of two, at most as many as there are addresses.
    let shift = host_bits.saturating_sub(u32::from(count.max(1)).ilog2());
    for segment in visible(group, network) {
        clusters.extend(segment.cluster);
        let from = segment.first.max(first).wrapping_sub(first);
        let until = segment.last.min(last).wrapping_sub(first);
        let column =
            |offset: u128| usize::try_from(offset.checked_shr(shift).unwrap_or(0)).unwrap_or(usize::MAX);
        let (start, end) = (column(from), column(until));
        for (at, place) in seen
            .iter_mut()
            .enumerate()
            .take(end.saturating_add(1))
            .skip(start)
        {
            let begins = (at as u128).checked_shl(shift).unwrap_or(0);
            let ends = begins.saturating_add((1_u128.checked_shl(shift).unwrap_or(0)).wrapping_sub(1));
            let weight = until.min(ends).wrapping_sub(from.max(begins));
            let lane = FleetLane {
                what: segment.what,
                group: index,
                cluster: segment.cluster,
                is_part: from > begins || until < ends,
                is_shared: segment.is_shared,
            };
            // What is held is seen before what is kept for somebody, and that before what is free.
            let rank = |what: Purpose| (what.is_held(), what != Purpose::Free);
            let is_more = place.is_none_or(|old| {
                (rank(lane.what), weight) > (rank(old.lane.what), old.weight)
                    || lane.is_shared && !old.lane.is_shared
            });
            if is_more {
                *place = Some(Seen { lane, weight });
            }
        }
    }
    seen
}

/// Returns the segments of a group in a network.
fn visible<'a>(group: &'a MapGroup, network: Cidr) -> impl Iterator<Item = &'a Segment> + use<'a> {
    let places = group.places.get(number(network.family()));
    let segments = places.map_or(&[][..], |places| &places.segments);
    let (first, last) = (network.first_bits(), network.last_bits());
    let from = segments.partition_point(|segment| segment.last < first);
    segments
        .iter()
        .skip(from)
        .take_while(move |segment| segment.first <= last)
}

/// Joins columns that show the same.
fn runs(lanes: Vec<Vec<FleetLane>>) -> Vec<FleetRun> {
    let mut runs: Vec<FleetRun> = Vec::new();
    for (start, lanes) in (0..).zip(lanes) {
        match runs.last_mut().filter(|run| run.lanes == lanes) {
            Some(run) => run.length += 1,
            None => runs.push(FleetRun {
                start,
                length: 1,
                lanes,
            }),
        }
    }
    runs
}

/// Returns the blocks of the groups that are shown, and what runs outside of them; of two that lie in each other the wider one.
fn homes(shown: &[(usize, &MapGroup)], family: IpFamily) -> Vec<Cidr> {
    let mut all: Vec<Cidr> = shown
        .iter()
        .filter_map(|(_, group)| group.places.get(number(family)))
        .flat_map(|places| places.homes.iter().copied())
        .collect();
    order::sort_by_key(&mut all, |cidr| (cidr.first_bits(), cidr.prefix_len()));
    let mut homes: Vec<Cidr> = Vec::new();
    for cidr in all {
        if homes.last().is_none_or(|last| !last.contains(&cidr)) {
            homes.push(cidr);
        }
    }
    // The position is the largest one where none is asked for.
    order::sort_by_key(&mut homes, |cidr| (cidr.prefix_len(), cidr.first_bits()));
    homes
}

/// Returns the network of a family that holds the clusters which lie in a network of the other.
fn follow(
    map: &FleetMap,
    shown: &[(usize, &MapGroup)],
    other: Cidr,
    family: IpFamily,
    homes: &[Cidr],
) -> Option<Cidr> {
    let mut clusters: BTreeSet<usize> = BTreeSet::new();
    for (_, group) in shown {
        clusters.extend(visible(group, other).filter_map(|segment| segment.cluster));
    }
    holding(map, clusters, family, homes)
}

/// Returns the smallest network, in steps of a digit from a block, that holds all of the places of clusters in the block where
/// the first of them lies.
fn holding(
    map: &FleetMap,
    clusters: impl IntoIterator<Item = usize>,
    family: IpFamily,
    homes: &[Cidr],
) -> Option<Cidr> {
    let mut found: Option<(Cidr, u128, u128)> = None;
    for cluster in clusters {
        for range in &map.clusters().get(cluster)?.ranges {
            let place = range.room.unwrap_or(range.cidr);
            if place.family() != family || range.what == Purpose::Nodes {
                continue;
            }
            let (first, last) = (place.first_bits(), place.last_bits());
            found = match found {
                Some((home, low, high)) if home.contains(&place) => {
                    Some((home, low.min(first), high.max(last)))
                }
                None => homes
                    .iter()
                    .find(|home| home.contains(&place))
                    .map(|home| (*home, first, last)),
                kept => kept,
            };
        }
    }
    let (home, low, high) = found?;
    let differing = 128 - (low ^ high).leading_zeros();
    let common = family
        .width()
        .saturating_sub(u8::try_from(differing).unwrap_or(u8::MAX));
    let steps = common.saturating_sub(home.prefix_len()) / STEP;
    Cidr::from_bits(family, low, home.prefix_len().saturating_add(steps * STEP))
}
