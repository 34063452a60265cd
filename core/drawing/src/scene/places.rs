//! Where the grids of both families are: the network of each, and how it is cut.
//!
//! Both are counted from the pod ranges. Inside of them a position is a number of nodes, which is the same in both
//! families; the blocks of a wider network and the addresses in a block step by 8 bits.

use super::numbers::{power_of_two, shifted};
use crate::Analysis;
use crate::net::{Cidr, IpFamily};
use crate::plan::map::MapBlock;
use crate::request::ranges::{DeclaredRange, RangeKind};

/// The bits of a step: 256 cells.
const STEP: u8 = 8;

/// The pod range of a family, and what it is cut into.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pods {
    pub(super) range: Cidr,
    /// The prefix length of a node's block; that of the range if it cannot be cut so.
    mask: u8,
}

/// How many times as many blocks as IPv4 has, as a power of two, IPv6 is shown with. What is beyond that is no mistake but
/// plenty, and would make the nodes too small to be seen.
const PLENTY: u8 = 2;

impl Pods {
    /// log2 of the number of blocks.
    fn bits(&self) -> u8 {
        self.mask - self.range.prefix_len()
    }

    /// Returns what is shown beside the whole pod range of the other family: the whole range as well, or where IPv6 has
    /// plenty, as many blocks as IPv4 has.
    fn beside(&self, other: &Pods) -> Option<Cidr> {
        let is_plenty = self.range.family() == IpFamily::IPv6 && self.bits() > other.bits() + PLENTY;
        match is_plenty {
            true => self.range.block(self.mask - other.bits(), 0),
            false => Some(self.range),
        }
    }
}

/// The grid of a family.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) network: Cidr,
    pub(super) cell_prefix: u8,
    /// log2 of the number of nodes whose blocks a cell holds, inside of the pod range.
    pub(super) node_bits: Option<u8>,
}

/// A family of the map.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub(super) family: IpFamily,
    pub(super) pods: Option<Pods>,
    /// The blocks that strips are made of, by address.
    pub(super) homes: Vec<Cidr>,
    /// `None` if nothing corresponds to the position of the other family.
    pub(super) place: Option<Place>,
}

/// The families, each with its place.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) families: Vec<Family>,
    /// Whether the same cell is the same node.
    pub(super) in_step: bool,
}

/// Returns the network that begins where `cidr` does, with a prefix of `prefix_len` bits.
fn around(cidr: &Cidr, prefix_len: u8) -> Cidr {
    Cidr::containing(cidr.network(), prefix_len).unwrap_or(*cidr)
}

/// Returns the narrowest network that holds both.
fn common(a: &Cidr, b: &Cidr) -> Cidr {
    let width = a.family().width();
    let differing = a.first_bits() ^ b.first_bits();
    // At most 128, and at least 128 − width for numbers of that width.
    let leading = u8::try_from(differing.leading_zeros()).unwrap_or(128);
    let same = leading.saturating_sub(128 - width);
    around(a, same.min(a.prefix_len()).min(b.prefix_len()))
}

/// Returns the blocks that strips are made of: those of the address map, where the unique local sites of a plan are one. A
/// block with several ranges is as narrow as they allow.
fn homes(map: &[MapBlock], ranges: &[DeclaredRange], family: IpFamily) -> Vec<Cidr> {
    let mut homes: Vec<Cidr> = Vec::new();
    for block in map.iter().filter(|block| block.family == family) {
        let is_site = |cidr: &Cidr| family == IpFamily::IPv6 && shifted(cidr.first_bits(), 121) == 0xfc >> 1;
        match homes.last_mut() {
            Some(last) if is_site(last) && is_site(&block.cidr) => *last = common(last, &block.cidr),
            _ => homes.push(block.cidr),
        }
    }
    for home in &mut homes {
        let mut inside = ranges
            .iter()
            .map(|range| range.cidr)
            .filter(|cidr| home.contains(cidr));
        if let Some(first) = inside.next() {
            // A single range would fill its strip, and say nothing of where it lies.
            let narrow = inside
                .map(|cidr| common(&first, &cidr))
                .min_by_key(Cidr::prefix_len);
            *home = narrow.unwrap_or(*home);
        }
    }
    homes
}

impl Family {
    fn of(analysis: &Analysis, ranges: &[DeclaredRange], family: IpFamily) -> Family {
        let of_family = |kind| {
            let mut declared = ranges.iter();
            declared.find(move |range| range.kind == kind && range.cidr.family() == family)
        };
        let pods = of_family(RangeKind::Pods).map(|declared| {
            let range = declared.cidr;
            let mask = analysis
                .plan()
                .map(|plan| crate::plan::controller_mask(&plan.spec, family))
                .filter(|mask| *mask >= range.prefix_len() && *mask <= family.width());
            Pods {
                range,
                mask: mask.unwrap_or(range.prefix_len()),
            }
        });
        let map = analysis.addresses().map(|plan| plan.map.as_slice());
        Family {
            family,
            pods,
            homes: homes(map.unwrap_or_default(), ranges, family),
            place: None,
        }
    }

    /// The network that is shown where no position is given.
    fn default_network(&self, ranges: &[DeclaredRange]) -> Option<Cidr> {
        let first = || ranges.iter().find(|range| range.cidr.family() == self.family);
        self.pods
            .map(|pods| pods.range)
            .or_else(|| first().map(|range| range.cidr))
    }

    /// The prefix lengths of the steps to a network, the widest first, with its own; they are counted from the pod range
    /// that it holds or that holds it.
    pub(super) fn steps_to(&self, network: &Cidr) -> Vec<u8> {
        let widest = self
            .homes
            .iter()
            .find(|home| home.contains(network))
            .map_or(network.prefix_len(), Cidr::prefix_len);
        let anchor = match &self.pods {
            Some(pods) if pods.range.overlaps(network) => pods.range.prefix_len(),
            _ => network.prefix_len(),
        };
        // From the anchor outwards, then from it inwards.
        let outwards = (0..=anchor / STEP).rev().map(|steps| anchor - steps * STEP);
        let mut lengths: Vec<u8> = std::iter::once(widest)
            .chain(outwards.filter(|length| *length > widest))
            .take_while(|length| *length < network.prefix_len())
            .collect();
        let mut at = anchor.max(widest);
        while let Some(next) = self.step_from(at).filter(|next| *next < network.prefix_len()) {
            if next > at && !lengths.contains(&next) {
                lengths.push(next);
            }
            at = next;
        }
        lengths.push(network.prefix_len());
        lengths
    }

    /// The prefix length of the cells of a network inside of the pod range, as if the family were alone.
    fn step_from(&self, prefix_len: u8) -> Option<u8> {
        let next = prefix_len.checked_add(STEP)?;
        let next = match &self.pods {
            Some(pods) if prefix_len < pods.mask => next.min(pods.mask),
            _ => next,
        };
        (prefix_len < self.family.width()).then(|| next.min(self.family.width()))
    }

    /// log2 of the number of nodes whose blocks a network of the pod range holds.
    fn node_bits(&self, network: &Cidr) -> Option<u8> {
        let pods = self.pods.filter(|pods| pods.range.contains(network))?;
        pods.mask.checked_sub(network.prefix_len())
    }

    /// Returns what corresponds to a network of the other family. `None` if that is nothing.
    fn twin_of(&self, network: &Cidr, other: &Family, ranges: &[DeclaredRange]) -> Option<Cidr> {
        // A range by itself is meant as that, also where it lies in another one.
        if ranges
            .iter()
            .any(|range| range.kind != RangeKind::Pods && range.cidr == *network)
            && let Some(twin) = twin_range(network, self.family, ranges)
        {
            return Some(twin);
        }
        let Some((theirs, own)) = other.pods.zip(self.pods) else {
            return twin_range(network, self.family, ranges).or_else(|| self.default_network(ranges));
        };
        if theirs.range == *network {
            return own.beside(&theirs);
        }
        if theirs.range.contains(network) {
            return twin_block(network, &theirs, &own);
        }
        if network.contains(&theirs.range) {
            let steps = (theirs.range.prefix_len() - network.prefix_len()).div_ceil(STEP);
            let prefix_len = own.range.prefix_len().saturating_sub(steps.saturating_mul(STEP));
            return Some(around(&own.range, prefix_len));
        }
        twin_range(network, self.family, ranges).or_else(|| self.default_network(ranges))
    }
}

/// Returns the network of the own pod range with the same nodes as a network of the other one; in a block, the part of the
/// block that is as many steps down.
fn twin_block(network: &Cidr, theirs: &Pods, own: &Pods) -> Option<Cidr> {
    let block_bits = theirs.range.family().width() - theirs.mask;
    let slot = shifted(network.first_bits() - theirs.range.first_bits(), block_bits);
    let own_bits = own.bits();
    if power_of_two(own_bits).is_some_and(|slots| slot >= slots) {
        return None;
    }
    match network.prefix_len().checked_sub(theirs.mask) {
        // Some nodes.
        None => {
            let node_bits = theirs.mask - network.prefix_len();
            let bits = node_bits.min(own_bits);
            own.range.block(own.mask - bits, shifted(slot, bits))
        }
        // A part of one block.
        Some(depth) => {
            let block = own.range.block(own.mask, slot)?;
            let part = network.first_bits() & power_of_two(block_bits).map_or(u128::MAX, |size| size - 1);
            let part = shifted(part, network.host_bits());
            same_path(&block, depth, part)
        }
    }
}

/// Returns the part of a network that is `depth` bits down, number `index`; or what holds it, where there are fewer bits.
fn same_path(network: &Cidr, depth: u8, index: u128) -> Option<Cidr> {
    let there = depth.min(network.host_bits());
    network.block(network.prefix_len() + there, shifted(index, depth - there))
}

/// Returns what corresponds to a network that lies in another range than the pods': the same part of the range of the same
/// kind.
fn twin_range(network: &Cidr, family: IpFamily, ranges: &[DeclaredRange]) -> Option<Cidr> {
    let holding = ranges
        .iter()
        .filter(|range| range.kind != RangeKind::Pods && range.cidr.contains(network))
        .max_by_key(|range| range.cidr.prefix_len())?;
    let like = |family: IpFamily| {
        let kind = holding.kind;
        let same = move |range: &&DeclaredRange| range.kind == kind && range.cidr.family() == family;
        ranges.iter().filter(same)
    };
    let ordinal = like(network.family()).position(|range| range.pointer == holding.pointer)?;
    let twin = like(family).nth(ordinal)?;
    let depth = network.prefix_len() - holding.cidr.prefix_len();
    let index = shifted(
        network.first_bits() - holding.cidr.first_bits(),
        network.host_bits(),
    );
    same_path(&twin.cidr, depth, index)
}

/// Returns the families of a plan with their places. A position that is given for one family only decides for both.
pub(super) fn placed(analysis: &Analysis, ranges: &[DeclaredRange], at: &[Cidr]) -> Placed {
    let given = |family: IpFamily| at.iter().find(|network| network.family() == family).copied();
    let mut families: Vec<Family> = IpFamily::ALL
        .into_iter()
        .filter(|family| {
            given(*family).is_some() || ranges.iter().any(|range| range.cidr.family() == *family)
        })
        .map(|family| Family::of(analysis, ranges, family))
        .collect();
    let networks: Vec<Option<Cidr>> = families
        .iter()
        .map(|own| {
            given(own.family).or_else(|| {
                let leading = families.iter().find(|other| given(other.family).is_some());
                match leading.and_then(|other| Some((other, given(other.family)?))) {
                    Some((other, network)) => own.twin_of(&network, other, ranges),
                    None => {
                        let other = families.iter().find(|other| other.family != own.family);
                        let pods = own.pods.zip(other.and_then(|other| other.pods));
                        pods.and_then(|(own, other)| own.beside(&other))
                            .or_else(|| own.default_network(ranges))
                    }
                }
            })
        })
        .collect();
    let node_bits: Vec<Option<u8>> = families
        .iter()
        .zip(&networks)
        .map(|(own, network)| own.node_bits(network.as_ref()?))
        .collect();
    // Of both families the one with more nodes decides how many a cell has, so that the same cell is the same nodes.
    let per_cell = node_bits
        .iter()
        .flatten()
        .max()
        .map(|bits| bits.saturating_sub(STEP));
    for ((own, network), bits) in families.iter_mut().zip(&networks).zip(&node_bits) {
        own.place = network.map(|network| place(own, network, *bits, per_cell));
    }
    let in_step = families.len() > 1
        && families.iter().all(|own| {
            let pods = own.pods.map(|pods| pods.range);
            own.place.is_some_and(|place| {
                place.node_bits.is_some() && pods.is_some_and(|pods| pods.contains(&place.network))
            })
        })
        && networks_begin_alike(&families);
    Placed { families, in_step }
}

/// Whether the first cell of each grid is that of the same node.
fn networks_begin_alike(families: &[Family]) -> bool {
    let mut slots = families.iter().map(|own| {
        let (pods, place) = (own.pods?, own.place?);
        let offset = place.network.first_bits() - pods.range.first_bits();
        Some(shifted(offset, own.family.width() - pods.mask))
    });
    let first = slots.next().flatten();
    first.is_some() && slots.all(|slot| slot == first)
}

fn place(own: &Family, network: Cidr, node_bits: Option<u8>, per_cell: Option<u8>) -> Place {
    let prefix_len = network.prefix_len();
    let alone = || {
        let outside = own.pods.filter(|pods| network.contains(&pods.range));
        match outside {
            // So that the pod range is a cell, and not cut.
            Some(pods) if pods.range != network => {
                let bits = pods.range.prefix_len() - prefix_len;
                match bits % STEP {
                    0 => prefix_len + STEP,
                    rest => prefix_len + rest,
                }
            }
            _ => prefix_len.saturating_add(STEP),
        }
        .min(own.family.width())
    };
    match node_bits.filter(|bits| *bits > 0).zip(per_cell).zip(own.pods) {
        Some(((_, per_cell), pods)) => {
            let cell_prefix = pods.mask.saturating_sub(per_cell).max(prefix_len);
            Place {
                network,
                cell_prefix,
                node_bits: Some(pods.mask - cell_prefix),
            }
        }
        None => Place {
            network,
            cell_prefix: alone(),
            node_bits: None,
        },
    }
}
