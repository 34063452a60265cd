//! Node blocks: the set of intervals against a bitmap, and the lazy view of all blocks against the controller that hands
//! them out one after the other.

use dualstack_core::go::net::GoNet;
use dualstack_core::kubernetes::Version;
use dualstack_core::net::{Cidr, IpFamily};
use dualstack_core::nodeipam::{
    Allocator, BlockPlace, CidrSet, Controller, NodeBlocks, NodeIpamConfig, PodRange,
};

use crate::input::Choices;

/// The largest difference between the masks of a pod CIDR and of its blocks, in bits: the bitmap has as many entries.
const MOST_BITS: usize = 7;
/// The most steps of one input.
const MOST_STEPS: usize = 200;

pub(crate) fn check(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    if choices.below(3) == 0 {
        controller_and_view(&mut choices);
    } else {
        set_and_bitmap(&mut choices);
    }
}

/// The algorithm of `cidr_set.go` as it stands there: a bit for each block.
struct Bitmap {
    blocks: Vec<Cidr>,
    used: Vec<bool>,
    next: usize,
}

impl Bitmap {
    fn new(cluster: Cidr, mask: u8) -> Bitmap {
        let count = 1_u128 << (mask - cluster.prefix_len());
        let blocks: Vec<Cidr> = (0..count)
            .filter_map(|index| cluster.block(mask, index))
            .collect();
        Bitmap {
            used: vec![false; blocks.len()],
            blocks,
            next: 0,
        }
    }

    fn allocate(&mut self) -> Option<Cidr> {
        let count = self.blocks.len();
        let found = (0..count)
            .map(|step| (self.next + step) % count)
            .find(|index| self.used.get(*index) == Some(&false))?;
        self.next = (found + 1) % count;
        if let Some(used) = self.used.get_mut(found) {
            *used = true;
        }
        self.blocks.get(found).copied()
    }

    /// Marks the blocks that share an address with a network. `false` if there are none.
    fn mark(&mut self, network: Cidr, taken: bool) -> bool {
        let mut touched = false;
        for (block, used) in self.blocks.iter().zip(&mut self.used) {
            if block.overlaps(&network) {
                touched = true;
                *used = taken;
            }
        }
        touched
    }

    fn count(&self) -> usize {
        self.used.iter().filter(|used| **used).count()
    }
}

/// A pod CIDR and the mask of its blocks.
fn space(choices: &mut Choices<'_>) -> Option<(Cidr, u8)> {
    let (family, bits) = match choices.below(2) {
        0 => (IpFamily::IPv4, u128::from(choices.number() >> 32)),
        _ => (IpFamily::IPv6, choices.large_number()),
    };
    let width = family.width();
    let length = u8::try_from(choices.below(usize::from(width) + 1)).ok()?;
    let difference = u8::try_from(choices.below(MOST_BITS + 1)).ok()?;
    let mask = (length + difference).min(width);
    // An IPv4-mapped network is no canonical one; the table in `cidr_set.rs` has those.
    let range = network(family, bits, length)?;
    (!is_mapped(range)).then_some((range, mask))
}

fn is_mapped(range: Cidr) -> bool {
    range.family() == IpFamily::IPv6
        && range.first_bits() >> 32 <= 0xffff
        && range.last_bits() >> 32 >= 0xffff
}

fn network(family: IpFamily, bits: u128, length: u8) -> Option<Cidr> {
    let host_bits = u32::from(family.width() - length);
    let first = bits
        .checked_shr(host_bits)
        .unwrap_or(0)
        .checked_shl(host_bits)
        .unwrap_or(0);
    Cidr::from_bits(family, first, length)
}

/// A network around or inside of another.
fn near(range: Cidr, choices: &mut Choices<'_>) -> Option<Cidr> {
    let width = range.family().width();
    let length = (usize::from(range.prefix_len()) + choices.below(13))
        .saturating_sub(2)
        .min(usize::from(width));
    let spread = u32::from(range.host_bits()) + 1;
    let mask = 1_u128.checked_shl(spread).map_or(u128::MAX, |bit| bit - 1);
    let bits = range.first_bits() ^ (choices.large_number() & mask);
    let bits = match range.family() {
        IpFamily::IPv4 => bits & u128::from(u32::MAX),
        IpFamily::IPv6 => bits,
    };
    network(range.family(), bits, u8::try_from(length).ok()?).filter(|near| !is_mapped(*near))
}

fn set_and_bitmap(choices: &mut Choices<'_>) {
    let Some((cluster, mask)) = space(choices) else {
        return;
    };
    let set = CidrSet::new(cluster.into(), i64::from(mask));
    assert!(set.is_ok(), "{cluster} /{mask}: {set:?}");
    let Ok(mut set) = set else {
        return;
    };
    let mut bitmap = Bitmap::new(cluster, mask);
    let mut steps = 0;
    while !choices.is_empty() && steps < MOST_STEPS {
        steps += 1;
        let (network, taken) = match choices.below(4) {
            0 | 1 => {
                let block = set.allocate_next().ok().map(|block| block.to_string());
                let expected = bitmap.allocate().map(|block| block.to_string());
                assert_eq!(block, expected, "{cluster} /{mask}");
                continue;
            }
            operation => (near(cluster, choices), operation == 2),
        };
        let Some(network) = network else { continue };
        let network_of_go = GoNet::from(network);
        let known = match taken {
            true => set.occupy(network_of_go),
            false => set.release(network_of_go),
        };
        assert_eq!(
            known.is_ok(),
            bitmap.mark(network, taken),
            "{network} in {cluster} /{mask}: {known:?}"
        );
        assert_eq!(
            usize::try_from(set.allocated()).ok(),
            Some(bitmap.count()),
            "{network} in {cluster} /{mask}"
        );
    }
}

/// Asserts that the controller gives each node the blocks that the view says it gets.
fn controller_and_view(choices: &mut Choices<'_>) {
    let mut ranges = Vec::new();
    for _ in 0..=choices.below(2) {
        ranges.extend(space(choices));
    }
    let first = ranges.first().map(|(range, _)| range.family());
    let is_pair = ranges.len() == 2 && ranges.last().map(|(range, _)| range.family()) != first;
    if ranges.is_empty() || ranges.len() == 2 && !is_pair {
        return;
    }
    let mut services = Vec::new();
    for _ in 0..choices.below(3) {
        services.extend(ranges.first().and_then(|(range, _)| near(*range, choices)));
    }
    let versions: Vec<Version> = Version::all().collect();
    let (Some(blocks), Some(version)) = (NodeBlocks::new(&ranges, &services), choices.of(&versions)) else {
        return;
    };
    let config = NodeIpamConfig {
        version: *version,
        allocator: Allocator::Range,
        pod_ranges: ranges
            .iter()
            .map(|(range, mask)| PodRange {
                cidr: (*range).into(),
                node_mask_size: i32::from(*mask),
            })
            .collect(),
        service_ranges: services.iter().map(|range| (*range).into()).collect(),
        log: Vec::new(),
    };
    let controller = Controller::start(config, &[]);
    assert!(controller.is_ok(), "{ranges:?} {services:?}: {controller:?}");
    let Ok(mut controller) = controller else {
        return;
    };
    // One node more than there are blocks for.
    for node in 0..=(1_u128 << MOST_BITS) {
        let got = controller.create_node(&format!("node-{node}"), &[]).pod_cidrs;
        let shown = blocks.nth(node);
        let expected: Vec<String> = shown
            .iter()
            .flat_map(|node| &node.pod_cidrs)
            .map(ToString::to_string)
            .collect();
        assert_eq!(got, expected, "node {node} of {ranges:?} without {services:?}");
        let Some(shown) = shown else {
            assert_eq!(
                blocks.count().to_string(),
                node.to_string(),
                "{ranges:?} {services:?}"
            );
            break;
        };
        for block in &shown.pod_cidrs {
            let place = blocks.find(block.network());
            let found = matches!(&place, BlockPlace::Node { node: found, .. } if found.node == node);
            assert!(
                found,
                "{block} of node {node} in {ranges:?} without {services:?}: {place:?}"
            );
        }
    }
}
