//! The addresses of a fleet in order, by group and family.

use super::shapes::{MapCluster, MapRange, Purpose};
use crate::fleet::{Fleet, LockedCluster};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};
use crate::order;

/// Consecutive addresses with the same purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) first: u128,
    pub(super) last: u128,
    pub(super) what: Purpose,
    /// The index of the cluster.
    pub(super) cluster: Option<usize>,
    /// Whether something else lies there that must not.
    pub(super) is_shared: bool,
}

/// A network that is for something.
#[derive(Clone, Copy, Debug)]
struct Hold {
    cidr: Cidr,
    what: Purpose,
    cluster: Option<usize>,
}

/// The addresses of a group in one family.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The blocks, and what runs outside of them.
    pub(super) homes: Vec<Cidr>,
    /// In order, and disjoint.
    pub(super) segments: Vec<Segment>,
}

/// A group of connected clusters.
#[derive(Clone, Debug)]
pub(super) struct MapGroup {
    pub(super) name: String,
    pub(super) clusters: usize,
    /// Of IPv4, then of IPv6.
    pub(super) places: [Places; 2],
}

/// A fleet as its map knows it.
#[derive(Clone, Debug)]
pub struct FleetMap {
    pub(super) title: Message,
    pub(super) sentences: Vec<Message>,
    pub(super) groups: Vec<MapGroup>,
    clusters: Vec<MapCluster>,
}

pub(super) const fn number(family: IpFamily) -> usize {
    match family {
        IpFamily::IPv4 => 0,
        IpFamily::IPv6 => 1,
    }
}

fn ranges(cluster: &LockedCluster, is_existing: bool) -> Vec<MapRange> {
    let of = |what: Purpose, cidrs: &[Cidr], rooms: &[Cidr]| -> Vec<MapRange> {
        let room = |cidr: &Cidr| rooms.iter().find(|room| room.contains(cidr)).copied();
        cidrs
            .iter()
            .map(|cidr| MapRange {
                what: if is_existing { Purpose::Existing } else { what },
                cidr: *cidr,
                room: room(cidr),
            })
            .collect()
    };
    let mut all = of(Purpose::Pods, &cluster.pod_cidrs, &cluster.pod_rooms);
    all.extend(of(
        Purpose::Services,
        &cluster.service_cidrs,
        &cluster.service_rooms,
    ));
    all.extend(of(Purpose::Nodes, &cluster.node_cidrs, &[]));
    all
}

impl FleetMap {
    /// Puts the addresses of a fleet in order.
    pub fn of(fleet: &Fleet) -> FleetMap {
        let spec = &fleet.source.spec;
        let lock = &fleet.places;
        let mut names: Vec<&str> = lock
            .clusters
            .iter()
            .chain(&lock.existing)
            .map(|cluster| cluster.group.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        let group_of = |name: &str| names.binary_search(&name).unwrap_or_default();
        let sizes = |name: &str| {
            let found = fleet
                .clusters
                .binary_search_by(|placed| placed.name.as_str().cmp(name));
            found.ok().and_then(|index| fleet.clusters.get(index))
        };
        let placed = lock.clusters.iter().map(|cluster| (cluster, false));
        let clusters: Vec<MapCluster> = placed
            .chain(lock.existing.iter().map(|cluster| (cluster, true)))
            .map(|(cluster, is_existing)| {
                let sizes = sizes(&cluster.name).filter(|_| !is_existing);
                MapCluster {
                    name: cluster.name.clone(),
                    group: group_of(&cluster.group),
                    site: cluster.site.clone(),
                    ranges: ranges(cluster, is_existing),
                    can_double: sizes.map(|placed| placed.can_double),
                    nodes: sizes.map(|placed| placed.nodes),
                    services: sizes.map(|placed| placed.services),
                }
            })
            .collect();
        let mut holds: Vec<[Vec<Hold>; 2]> = names.iter().map(|_| Default::default()).collect();
        let mut hold = |group: usize, cidr: Cidr, what: Purpose, cluster: Option<usize>| {
            if let Some([v4, v6]) = holds.get_mut(group) {
                let family = if cidr.family() == IpFamily::IPv4 { v4 } else { v6 };
                family.push(Hold { cidr, what, cluster });
            }
        };
        let mut homes: Vec<[Vec<Cidr>; 2]> = names.iter().map(|_| Default::default()).collect();
        for (group, name) in names.iter().enumerate() {
            for block in spec.blocks_of(name) {
                hold(group, *block, Purpose::Free, None);
                if let Some([v4, v6]) = homes.get_mut(group) {
                    let family = if block.family() == IpFamily::IPv4 { v4 } else { v6 };
                    family.push(*block);
                }
            }
            for reserved in &spec.reserved {
                hold(group, reserved.cidr, Purpose::Reserved, None);
            }
        }
        for entry in &lock.aggregates {
            for cidr in &entry.cidrs {
                hold(group_of(&entry.group), *cidr, Purpose::Site, None);
            }
        }
        for (index, cluster) in clusters.iter().enumerate() {
            for range in &cluster.ranges {
                hold(cluster.group, range.cidr, range.what, Some(index));
                if let Some(room) = range.room {
                    hold(cluster.group, room, Purpose::Room, Some(index));
                }
            }
        }
        let mut counts = vec![0; names.len()];
        for cluster in &clusters {
            if let Some(count) = counts.get_mut(cluster.group) {
                *count += 1;
            }
        }
        let groups = names
            .iter()
            .zip(counts)
            .zip(holds.into_iter().zip(homes))
            .map(|((name, clusters), ([v4, v6], [homes4, homes6]))| MapGroup {
                name: (*name).to_owned(),
                clusters,
                places: [places(v4, homes4), places(v6, homes6)],
            })
            .collect();
        let mut sentences = vec![fleet.summary.clone()];
        sentences.extend(fleet.sentences());
        FleetMap {
            title: fleet.heading(),
            sentences,
            groups,
            clusters,
        }
    }

    /// Returns what became of the clusters, and what each group takes of each family.
    pub fn sentences(&self) -> &[Message] {
        &self.sentences
    }

    /// Returns the clusters: those that were placed by name, then those that were there before.
    pub fn clusters(&self) -> &[MapCluster] {
        &self.clusters
    }
}

/// Puts networks in order. Two of them are disjoint, or one lies in the other: what lies inside is seen.
fn places(mut holds: Vec<Hold>, blocks: Vec<Cidr>) -> Places {
    order::sort_by_key(&mut holds, |hold| {
        (hold.cidr.first_bits(), hold.cidr.prefix_len(), hold.what)
    });
    let mut open: Vec<Hold> = Vec::new();
    let mut segments: Vec<Segment> = Vec::new();
    // The lowest address that is in no segment yet; `None` behind the last one of all.
    let mut next = Some(0_u128);
    let mut homes = blocks;
    let mut outside: Vec<Cidr> = Vec::new();
    for hold in holds {
        let first = hold.cidr.first_bits();
        while let Some(inner) = open.pop_if(|inner| inner.cidr.last_bits() < first) {
            next = close(&mut segments, &inner, &open, next, inner.cidr.last_bits());
        }
        if let Some(inner) = open.last().copied()
            && let Some(before) = first.checked_sub(1)
        {
            next = close(&mut segments, &inner, &open, next, before);
        }
        next = next.map(|next| next.max(first));
        if open.is_empty() && hold.what.is_held() && !homes.iter().any(|home| home.contains(&hold.cidr)) {
            outside.push(hold.cidr);
        }
        open.push(hold);
    }
    while let Some(inner) = open.pop() {
        next = close(&mut segments, &inner, &open, next, inner.cidr.last_bits());
    }
    homes.extend(outside);
    Places { homes, segments }
}

/// Writes what a hold shows up to `until`, and returns the address behind it. `open` are those around it, and may hold it.
fn close(
    segments: &mut Vec<Segment>,
    hold: &Hold,
    open: &[Hold],
    next: Option<u128>,
    until: u128,
) -> Option<u128> {
    let first = next?.max(hold.cidr.first_bits());
    if first > until {
        return next;
    }
    let is_other = |other: &Hold| other.what.is_held() && other.cluster != hold.cluster;
    segments.push(Segment {
        first,
        last: until,
        what: hold.what,
        cluster: hold.cluster,
        is_shared: hold.what.is_held() && open.iter().any(is_other),
    });
    until.checked_add(1)
}
