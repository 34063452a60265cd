//! What a cluster needs in a family: the prefix lengths of its ranges, and of the rooms around them.
//!
//! A room is what a range lies in and may grow into: it holds the same cluster with twice the nodes and twice the Services.
//! Ranges and rooms of IPv6 end at a hexadecimal digit, so that each is one reverse zone.

use crate::file::ClusterSettings;
use crate::net::IpFamily;
use crate::plan::suggest::{
    IPV6_SERVICE_PREFIX, MAX_NODE_BITS, MAX_SERVICE_HOST_BITS, Room, bits_for, sizes,
};
use crate::request::ranges::RangeKind;

/// The bits of a hexadecimal digit.
const DIGIT: u8 = 4;

/// What a range needs, as prefix lengths in bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) family: IpFamily,
    pub(crate) kind: RangeKind,
    /// The length of the range.
    pub(crate) range: u8,
    /// The length of the room; never more than that of the range.
    pub(crate) room: u8,
    /// The addresses that twice the cluster uses, whatever their form.
    pub(crate) bare: u128,
}

/// The nodes do not fit into any pod range: its length would be below 0, or more than 16 bits lie between it and a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLarge {
    pub(crate) family: IpFamily,
    /// The length of a node's block, in bits.
    pub(crate) mask: u8,
}

/// Returns the length of a node's block, in bits.
pub(crate) fn node_mask(settings: &ClusterSettings, family: IpFamily) -> u8 {
    let nodes = &settings.nodes;
    let own = || sizes(family, 1, nodes.max_pods, 0, Room::Roomy).node_mask;
    nodes.mask_size(family).unwrap_or_else(own)
}

/// Returns what the ranges of a cluster need in a family: pods, then Services.
///
/// # Errors
/// Returns the mask if the nodes fit into no pod range.
pub(crate) fn needs(settings: &ClusterSettings, family: IpFamily) -> Result<[Need; 2], TooLarge> {
    Ok([pods(settings, family)?, services(settings, family)])
}

fn pods(settings: &ClusterSettings, family: IpFamily) -> Result<Need, TooLarge> {
    let mask = node_mask(settings, family);
    let too_large = TooLarge { family, mask };
    let nodes = u64::from(settings.planned_nodes());
    let node_bits = bits_for(nodes);
    let range = mask.checked_sub(node_bits).ok_or(too_large)?;
    let range = on_digit(family, range);
    if mask - range > MAX_NODE_BITS {
        return Err(too_large);
    }
    // No pod range has more nodes than that, so that there is nothing to keep free beyond it.
    let twice = (node_bits + 1).min(MAX_NODE_BITS).max(node_bits);
    let room = on_digit(family, mask.saturating_sub(twice)).min(range);
    Ok(Need {
        family,
        kind: RangeKind::Pods,
        range,
        room,
        bare: block_size(family.width() - mask).saturating_mul(u128::from(nodes * 2)),
    })
}

fn services(settings: &ClusterSettings, family: IpFamily) -> Need {
    let services = u64::from(settings.planned_services());
    let (range, room) = match family {
        IpFamily::IPv4 => {
            let of = |services: u64| {
                let services = u32::try_from(services).unwrap_or(u32::MAX);
                sizes(family, 1, 1, services, Room::Roomy).services
            };
            (of(services), of(services * 2))
        }
        IpFamily::IPv6 => {
            let of = |services: u64| {
                // Half free, besides the static band, as for IPv4.
                let bits = bits_for(services * 2 + 256).min(MAX_SERVICE_HOST_BITS);
                on_digit(family, (family.width() - bits).min(IPV6_SERVICE_PREFIX))
            };
            (of(services), of(services * 2))
        }
    };
    Need {
        family,
        kind: RangeKind::Services,
        range,
        room: room.min(range),
        bare: u128::from(services * 2),
    }
}

/// Returns the length of the network around one of that length that ends at a hexadecimal digit, for IPv6.
pub(crate) fn on_digit(family: IpFamily, prefix_len: u8) -> u8 {
    match family {
        IpFamily::IPv4 => prefix_len,
        IpFamily::IPv6 => prefix_len / DIGIT * DIGIT,
    }
}

/// Returns the number of addresses with so many bits; the largest number instead of 2^128.
pub(crate) fn block_size(host_bits: u8) -> u128 {
    1u128.checked_shl(u32::from(host_bits)).unwrap_or(u128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(nodes: u32, services: u32, family: IpFamily) -> Vec<(u8, u8)> {
        let mut settings = ClusterSettings {
            services,
            ..ClusterSettings::default()
        };
        settings.nodes.count = nodes;
        let found = needs(&settings, family).unwrap();
        found.iter().map(|need| (need.range, need.room)).collect()
    }

    #[test]
    fn rooms_hold_twice_the_cluster() {
        assert_eq!(lengths(40, 1000, IpFamily::IPv4), [(18, 17), (20, 19)]);
        assert_eq!(lengths(256, 60, IpFamily::IPv4), [(16, 15), (23, 23)]);
        assert_eq!(lengths(1, 0, IpFamily::IPv4), [(24, 23), (24, 24)]);
        // /64 for each node: 40 and 80 nodes fit into a /56, 200 and 400 do not.
        assert_eq!(lengths(40, 1000, IpFamily::IPv6), [(56, 56), (112, 112)]);
        assert_eq!(lengths(200, 30_000, IpFamily::IPv6), [(56, 52), (112, 108)]);
        assert_eq!(lengths(65_536, 0, IpFamily::IPv6), [(48, 48), (112, 112)]);
    }

    #[test]
    fn more_nodes_than_blocks_are_too_large() {
        let mut settings = ClusterSettings::default();
        settings.nodes.count = 65_537;
        let refused = needs(&settings, IpFamily::IPv6);
        let mask = |family, mask| Err(TooLarge { family, mask });
        assert_eq!(refused, mask(IpFamily::IPv6, 64));
        settings.nodes.count = 300;
        settings.nodes.mask_size_ipv4 = Some(8);
        assert_eq!(needs(&settings, IpFamily::IPv4), mask(IpFamily::IPv4, 8));
    }

    #[test]
    fn growth_counts() {
        let mut settings = ClusterSettings::default();
        settings.nodes.count = 10;
        settings.growth = Some(crate::file::ClusterGrowth {
            nodes_per_month: "10".parse().unwrap(),
            months: 12,
            ..Default::default()
        });
        assert_eq!(settings.planned_nodes(), 130);
        assert_eq!(needs(&settings, IpFamily::IPv4).unwrap()[0].range, 16);
    }
}
