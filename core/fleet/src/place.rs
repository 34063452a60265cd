//! The places of one connected group, family by family: from addresses to numbers and back.

use dualstack_cidr::{Bits, Net, sets};

use super::file::FleetCluster;
use super::lock::LockedCluster;
use super::need::{Need, block_size};
use super::pool::{KeptRoom, NewRoom, Packed, Pool, overlaps};
use crate::net::{Cidr, IpFamily};
use crate::request::ranges::RangeKind;

/// A range, and the room around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) range: Cidr,
    pub(crate) room: Cidr,
}

/// What became of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was placed now.
    Placed(Slot),
    /// It is where it was, the range as large as the need.
    Kept { slot: Slot, grown: bool },
    /// The place that it has is smaller than the need.
    Outgrown(Slot),
    /// There is no place.
    NoRoom,
}

/// A cluster of a group with what it needs.
#[derive(Debug)]
pub(crate) struct Member<'a> {
    pub(crate) cluster: &'a FleetCluster,
    /// The number of its site in the group.
    pub(crate) site: usize,
    pub(crate) needs: Vec<Need>,
    pub(crate) locked: Option<&'a LockedCluster>,
}

/// A connected group: its blocks and clusters, and what stays where it is.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) name: &'a str,
    pub(crate) blocks: &'a [Cidr],
    pub(crate) reserved: Vec<Cidr>,
    pub(crate) existing: Vec<&'a LockedCluster>,
    /// The sites, by name.
    pub(crate) sites: Vec<&'a str>,
    /// The clusters, by name.
    pub(crate) members: Vec<Member<'a>>,
    /// The aggregates that sites had, with the number of the site.
    pub(crate) aggregates: Vec<(usize, Cidr)>,
}

/// The places of a family in a group.
#[derive(Debug)]
pub(crate) struct FamilyPlaces {
    pub(crate) family: IpFamily,
    /// What became of the needs of each member.
    pub(crate) outcomes: Vec<Vec<(Need, Outcome)>>,
    /// The aggregates of each site.
    pub(crate) aggregates: Vec<Vec<Cidr>>,
    /// The routes to each site: its aggregates, and the places of clusters that lie outside of them.
    pub(crate) routes: Vec<Vec<Cidr>>,
    pub(crate) cut: bool,
    pub(crate) largest_free: Option<Cidr>,
    /// The least that the places of all members take.
    pub(crate) bound: u128,
    /// What the members use, doubled.
    pub(crate) needed: u128,
    /// What the routes take.
    pub(crate) taken: u128,
}

impl LockedCluster {
    /// Returns where the cluster has its range of that kind and family.
    fn slot(&self, kind: RangeKind, family: IpFamily) -> Option<Slot> {
        let (ranges, rooms) = match kind {
            RangeKind::Pods => (&self.pod_cidrs, &self.pod_rooms),
            _ => (&self.service_cidrs, &self.service_rooms),
        };
        let range = *ranges.iter().find(|cidr| cidr.family() == family)?;
        let room = rooms.iter().find(|room| room.contains(&range));
        Some(Slot {
            range,
            room: room.copied().unwrap_or(range),
        })
    }
}

impl Group<'_> {
    /// Places the needs of a family.
    pub(crate) fn place(&self, family: IpFamily) -> FamilyPlaces {
        match family {
            IpFamily::IPv4 => self.place_numbers::<u32>(family),
            IpFamily::IPv6 => self.place_numbers::<u128>(family),
        }
    }

    fn place_numbers<A: Bits>(&self, family: IpFamily) -> FamilyPlaces {
        let mut kept: Vec<(usize, Need, Slot)> = Vec::new();
        let mut new: Vec<(usize, Need)> = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            for need in member.needs.iter().filter(|need| need.family == family) {
                match member.locked.and_then(|locked| locked.slot(need.kind, family)) {
                    Some(slot) => kept.push((index, *need, slot)),
                    None => new.push((index, *need)),
                }
            }
        }
        let site = |index: usize| self.members.get(index).map_or(0, |member| member.site);
        let pool = Pool::<A> {
            sites: self.sites.len(),
            blocks: numbers(self.blocks),
            obstacles: numbers(&self.obstacles()),
            kept: kept
                .iter()
                .filter_map(|(index, need, slot)| {
                    Some(KeptRoom {
                        site: site(*index),
                        room: number(&slot.room)?,
                        wanted_len: need.room,
                    })
                })
                .collect(),
            aggregates: self
                .aggregates
                .iter()
                .filter(|(_, cidr)| cidr.family() == family)
                .filter_map(|(site, cidr)| Some((*site, number(cidr)?)))
                .collect(),
        };
        let wanted: Vec<NewRoom> = new
            .iter()
            .map(|(index, need)| NewRoom {
                site: site(*index),
                len: need.room,
            })
            .collect();
        let packed = pool.pack(&wanted);
        let of_kept = kept.iter().zip(&packed.kept).map(|((index, need, slot), room)| {
            (*index, *need, outcome(*need, *slot, address(family, *room)))
        });
        let of_new = new.iter().zip(&packed.placed).map(|((index, need), room)| {
            let placed = room.and_then(|room| {
                Some(Slot {
                    range: address(family, Net::containing(room.first(), need.range)?)?,
                    room: address(family, room)?,
                })
            });
            (*index, *need, placed.map_or(Outcome::NoRoom, Outcome::Placed))
        });
        let mut outcomes: Vec<Vec<(Need, Outcome)>> = vec![Vec::new(); self.members.len()];
        for (index, need, outcome) in of_kept.chain(of_new) {
            if let Some(of_member) = outcomes.get_mut(index) {
                of_member.push((need, outcome));
            }
        }
        self.sums(family, outcomes, &packed)
    }

    /// Adds up what was placed.
    fn sums<A: Bits>(
        &self,
        family: IpFamily,
        outcomes: Vec<Vec<(Need, Outcome)>>,
        packed: &Packed<A>,
    ) -> FamilyPlaces {
        let mut rooms: Vec<Vec<Net<A>>> = packed.aggregates.clone();
        let (mut bound, mut needed) = (0u128, 0u128);
        let all = self.members.iter().zip(&outcomes);
        let all = all.flat_map(|(member, own)| own.iter().map(move |found| (member.site, found)));
        for (site, (need, outcome)) in all {
            let (Outcome::Placed(slot) | Outcome::Kept { slot, .. } | Outcome::Outgrown(slot)) = outcome
            else {
                continue;
            };
            // A cluster that could not keep its room to double takes less than it needs.
            let len = need.room.max(slot.room.prefix_len());
            bound = bound.saturating_add(block_size(family.width() - len));
            needed = needed.saturating_add(need.bare);
            if let (Some(of_site), Some(room)) = (rooms.get_mut(site), number(&slot.room)) {
                of_site.push(room);
            }
        }
        let routes: Vec<Vec<Net<A>>> = rooms.iter().map(|of_site| sets::merge(of_site)).collect();
        let sizes = routes.iter().flatten().map(|net| block_size(net.host_bits()));
        let written = |sites: &[Vec<Net<A>>]| -> Vec<Vec<Cidr>> {
            let of_site = |nets: &Vec<Net<A>>| nets.iter().filter_map(|net| address(family, *net)).collect();
            sites.iter().map(of_site).collect()
        };
        let largest = dualstack_cidr::packing::Buddies::of(&packed.free).largest();
        FamilyPlaces {
            family,
            outcomes,
            aggregates: written(&packed.aggregates),
            taken: sizes.fold(0u128, u128::saturating_add),
            routes: written(&routes),
            cut: packed.cut,
            largest_free: largest.and_then(|net| address(family, net)),
            bound,
            needed,
        }
    }

    /// Returns what nothing may be placed into: reserved networks, existing clusters, and the networks of nodes.
    fn obstacles(&self) -> Vec<Cidr> {
        let existing = self.existing.iter().flat_map(|cluster| cluster.held());
        let nodes = self.members.iter().flat_map(|member| &member.cluster.node_cidrs);
        self.reserved
            .iter()
            .copied()
            .chain(existing)
            .chain(nodes.copied())
            .collect()
    }

    /// Returns the blocks of the group, neighbours as one.
    pub(crate) fn joined_blocks(&self) -> Vec<Cidr> {
        let v4 = sets::merge(&numbers::<u32>(self.blocks));
        let v6 = sets::merge(&numbers::<u128>(self.blocks));
        let v4 = v4.into_iter().filter_map(|net| address(IpFamily::IPv4, net));
        let v6 = v6.into_iter().filter_map(|net| address(IpFamily::IPv6, net));
        v4.chain(v6).collect()
    }
}

/// Returns what became of a need that has a place already.
fn outcome(need: Need, slot: Slot, room: Option<Cidr>) -> Outcome {
    let room = room.unwrap_or(slot.room);
    if need.range < room.prefix_len() {
        return Outcome::Outgrown(Slot { room, ..slot });
    }
    let grown = need.range < slot.range.prefix_len();
    let wider = Cidr::containing(slot.range.network(), need.range.min(slot.range.prefix_len()));
    let slot = Slot {
        range: wider.unwrap_or(slot.range),
        room,
    };
    Outcome::Kept { slot, grown }
}

fn number<A: Bits>(cidr: &Cidr) -> Option<Net<A>> {
    (cidr.family().width() == A::WIDTH)
        .then(|| Net::containing(A::from_u128(cidr.first_bits()), cidr.prefix_len()))?
}

fn numbers<A: Bits>(cidrs: &[Cidr]) -> Vec<Net<A>> {
    cidrs.iter().filter_map(number).collect()
}

fn address<A: Bits>(family: IpFamily, net: Net<A>) -> Option<Cidr> {
    Cidr::from_bits(family, net.first().to_u128(), net.prefix_len())
}

/// Returns the pairs of networks that overlap, by their numbers, without those that `is_fine` takes.
pub(crate) fn overlapping(cidrs: &[Cidr], is_fine: &dyn Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for family in IpFamily::ALL {
        let of_family: Vec<usize> = cidrs
            .iter()
            .enumerate()
            .filter(|(_, cidr)| cidr.family() == family)
            .map(|(index, _)| index)
            .collect();
        let at = |position: usize| of_family.get(position).copied().unwrap_or_default();
        let chosen: Vec<Cidr> = of_family
            .iter()
            .filter_map(|index| cidrs.get(*index))
            .copied()
            .collect();
        let is_fine = |first: usize, second: usize| is_fine(at(first), at(second));
        let pairs = match family {
            IpFamily::IPv4 => overlaps(&numbers::<u32>(&chosen), &is_fine),
            IpFamily::IPv6 => overlaps(&numbers::<u128>(&chosen), &is_fine),
        };
        found.extend(pairs.into_iter().map(|(first, second)| (at(first), at(second))));
    }
    found
}
