//! The address map: the position of the declared ranges in their blocks, and the free space between them.

use serde::Serialize;

use super::declared::DeclaredRange;
use crate::net::range_set::{Range, RangeSet};
use crate::net::special::{self, Purpose};
use crate::net::{AddressCount, Cidr, IpFamily, address_from_bits};
use crate::order;

/// A block that holds declared ranges: `10.0.0.0/8`, or the ULA /48 they share.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MapBlock {
    /// The block.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub cidr: Cidr,
    /// The family of the block.
    pub family: IpFamily,
    /// The segments of the block in address order, without gaps.
    pub segments: Vec<Segment>,
    /// Number of addresses that no declared range holds.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub free_addresses: AddressCount,
    /// The largest free networks, the largest first, at most eight.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub largest_free: Vec<Cidr>,
}

/// A run of addresses in a block: one declared range with those inside it, or free space.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// The declared range; absent if the segment is free.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub range: Option<DeclaredRange>,
    /// The lowest address.
    #[cfg_attr(feature = "wasm", tsify(type = "IpAddress"))]
    pub first: std::net::IpAddr,
    /// The highest address.
    #[cfg_attr(feature = "wasm", tsify(type = "IpAddress"))]
    pub last: std::net::IpAddr,
    /// The number of addresses.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub addresses: AddressCount,
    /// log2 of the number of addresses, rounded down. A drawing scales by it, because a linear scale does not show a
    /// /112 beside a /56.
    pub bits: u8,
    /// The ranges declared inside this one: overlaps, or load balancer pools in a network of the nodes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<DeclaredRange>,
}

const LARGEST_FREE: usize = 8;

/// Returns the block in which a range is drawn: the special-purpose block that contains it. It is narrowed to the /48
/// for ULA (one site, RFC 4193 §3), and to the /16 (IPv4) or /32 (IPv6) around a global range. It is never longer
/// than the range.
fn home_of(cidr: &Cidr) -> Cidr {
    let around = |prefix_len: u8| {
        let prefix_len = prefix_len.min(cidr.prefix_len());
        Cidr::containing(cidr.network(), prefix_len).unwrap_or(*cidr)
    };
    match special::containing(cidr) {
        Some(block) if block.purpose == Purpose::UniqueLocal => around(48),
        Some(block) => block.network().unwrap_or(*cidr),
        None => match cidr.family() {
            IpFamily::IPv4 => around(16),
            IpFamily::IPv6 => around(32),
        },
    }
}

/// Returns the blocks of a plan in address order, IPv4 first.
pub fn address_map(ranges: &[DeclaredRange]) -> Vec<MapBlock> {
    let mut homes: Vec<Cidr> = ranges.iter().map(|range| home_of(&range.cidr)).collect();
    order::sort_by_key(&mut homes, |home| {
        (home.family(), home.first_bits(), home.prefix_len())
    });
    // Sorted so, a home inside another follows it directly or after siblings that are inside it too.
    homes.dedup_by(|next, kept| kept.contains(next));
    homes.iter().map(|home| block(*home, ranges)).collect()
}

fn block(cidr: Cidr, ranges: &[DeclaredRange]) -> MapBlock {
    let mut members: Vec<&DeclaredRange> = ranges.iter().filter(|range| cidr.contains(&range.cidr)).collect();
    order::sort_by_key(&mut members, |range| {
        (range.cidr.first_bits(), range.cidr.prefix_len(), range.kind)
    });
    let mut free = RangeSet::from_cidrs(cidr.family(), [cidr]);
    let mut segments: Vec<Segment> = Vec::new();
    for range in members {
        match segments.last_mut().and_then(|s| {
            s.range
                .as_ref()
                .map(|r| r.cidr.contains(&range.cidr))
                .map(|c| (s, c))
        }) {
            Some((outer, true)) => outer.inside.push(range.clone()),
            _ => segments.push(segment(cidr.family(), range.cidr.into(), Some(range.clone()))),
        }
        free.remove(range.cidr.into());
    }
    segments.extend(
        free.ranges()
            .iter()
            .map(|range| segment(cidr.family(), *range, None)),
    );
    order::sort_by_key(&mut segments, |segment| segment.first);
    let mut networks: Vec<Cidr> = free.cidrs().collect();
    order::sort_by_key(&mut networks, |network| {
        (network.prefix_len(), network.first_bits())
    });
    networks.truncate(LARGEST_FREE);
    MapBlock {
        cidr,
        family: cidr.family(),
        segments,
        free_addresses: free.count(),
        largest_free: networks,
    }
}

fn segment(family: IpFamily, range: Range, declared: Option<DeclaredRange>) -> Segment {
    Segment {
        range: declared,
        first: address_from_bits(family, range.first),
        last: address_from_bits(family, range.last),
        addresses: range.count(),
        // ilog2 of a u128 is at most 127; 2^128 has no u128.
        bits: range.count().to_u128().map_or(128, |n| n.max(1).ilog2() as u8),
        inside: Vec::new(),
    }
}

/// Returns the free space of one family that fixes may use: the addresses usable for clusters that lie in no declared
/// range and in no special-purpose block.
pub fn free_space(family: IpFamily, ranges: &[DeclaredRange]) -> RangeSet {
    let usable = special::BLOCKS
        .iter()
        .filter(|block| matches!(block.purpose, Purpose::Private | Purpose::UniqueLocal))
        .filter_map(|block| block.network());
    let mut free = RangeSet::from_cidrs(family, usable);
    for range in ranges.iter().filter(|range| range.cidr.family() == family) {
        free.remove(range.cidr.into());
    }
    free
}

/// Returns a free network with a prefix of `prefix_len` bits near `wanted`. It is searched in the same home block at
/// or after `wanted`, then in the whole block, then in all usable space. `ranges` must not contain the range that is
/// to be moved.
pub fn free_network_near(wanted: &Cidr, prefix_len: u8, ranges: &[DeclaredRange]) -> Option<Cidr> {
    let home = home_of(wanted);
    let mut at_home = RangeSet::from_cidrs(home.family(), [home]);
    for range in ranges.iter().filter(|range| range.cidr.family() == home.family()) {
        at_home.remove(range.cidr.into());
    }
    at_home
        .first_block(prefix_len, wanted.first_bits())
        .or_else(|| at_home.first_block(prefix_len, 0))
        .or_else(|| free_space(home.family(), ranges).first_block(prefix_len, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Pointer;
    use crate::plan::declared::RangeKind;

    fn declared(kind: RangeKind, cidr: &str) -> DeclaredRange {
        DeclaredRange {
            kind,
            cidr: cidr.parse().unwrap(),
            name: None,
            pointer: Pointer::root(),
            document: None,
        }
    }

    #[test]
    fn segments_cover_the_block_without_holes() {
        let ranges = [
            declared(RangeKind::Pods, "10.244.0.0/16"),
            declared(RangeKind::Services, "10.96.0.0/16"),
            declared(RangeKind::Reserved, "10.96.3.0/24"),
        ];
        let map = address_map(&ranges);
        assert_eq!(map.len(), 1);
        let shown: Vec<String> = map[0]
            .segments
            .iter()
            .map(|s| format!("{}-{}", s.first, s.last))
            .collect();
        assert_eq!(
            shown,
            [
                "10.0.0.0-10.95.255.255",
                "10.96.0.0-10.96.255.255",
                "10.97.0.0-10.243.255.255",
                "10.244.0.0-10.244.255.255",
                "10.245.0.0-10.255.255.255"
            ]
        );
        assert_eq!(map[0].segments[1].inside.len(), 1);
        assert_eq!(map[0].free_addresses, AddressCount::from((256u32 - 2) << 16));
        assert_eq!(map[0].largest_free[0].to_string(), "10.0.0.0/10");
        assert_eq!(map[0].largest_free[1].to_string(), "10.128.0.0/10");
    }

    #[test]
    fn ula_sites_are_blocks_of_their_own() {
        let ranges = [
            declared(RangeKind::Pods, "fd00:10:244::/56"),
            declared(RangeKind::Services, "fd00:10:96::/112"),
        ];
        let blocks: Vec<String> = address_map(&ranges)
            .iter()
            .map(|block| block.cidr.to_string())
            .collect();
        assert_eq!(blocks, ["fd00:10:96::/48", "fd00:10:244::/48"]);
    }

    #[test]
    fn a_moved_range_stays_in_its_block_when_there_is_room() {
        let taken = [declared(RangeKind::Services, "10.96.0.0/12")];
        let free = free_network_near(&"10.96.0.0/16".parse().unwrap(), 16, &taken);
        assert_eq!(free.unwrap().to_string(), "10.112.0.0/16");
        let full = [declared(RangeKind::Nodes, "10.0.0.0/8")];
        let free = free_network_near(&"10.96.0.0/16".parse().unwrap(), 16, &full);
        assert_eq!(free.unwrap().to_string(), "172.16.0.0/16");
    }

    #[test]
    fn the_whole_of_ipv6_can_be_drawn() {
        let map = address_map(&[declared(RangeKind::Pods, "::/0")]);
        assert_eq!(
            (map.len(), map[0].segments.len(), map[0].segments[0].bits),
            (1, 1, 128)
        );
        assert!(map[0].largest_free.is_empty());
    }
}
