//! Blocks of several sizes in free space, as a buddy allocator places them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::sets::{cover, subtract, union};
use crate::{Bits, Net};

/// Places a block for each wanted prefix length into networks of which some are taken, the largest blocks first, each into
/// the smallest free block that holds it, the lowest of those. `None` where a block has no place left. The order is that of
/// `wanted`.
///
/// Blocks are aligned to their size, so that placing the largest first wastes nothing: if all of them fit in any way, they
/// fit in this one.
///
/// ```
/// use dualstack_cidr::{Net, packing::pack};
/// let pool: Net<u32> = "10.0.0.0/24".parse().unwrap();
/// let placed = pack(&[pool], &[], &[26, 25, 26, 32]);
/// let texts: Vec<String> = placed.iter().flatten().map(Net::to_string).collect();
/// assert_eq!(texts, ["10.0.0.128/26", "10.0.0.0/25", "10.0.0.192/26"]);
/// assert_eq!(placed[3], None);
/// ```
pub fn pack<A: Bits>(within: &[Net<A>], taken: &[Net<A>], wanted: &[u8]) -> Vec<Option<Net<A>>> {
    // Free blocks by prefix length, the lowest first.
    let mut free: Vec<BinaryHeap<Reverse<A>>> = Vec::new();
    free.resize_with(usize::from(A::WIDTH) + 1, BinaryHeap::new);
    for net in cover(&subtract(&union(within), &union(taken))) {
        if let Some(blocks) = free.get_mut(usize::from(net.prefix_len())) {
            blocks.push(Reverse(net.first()));
        }
    }
    let mut by_size: Vec<Vec<usize>> = vec![Vec::new(); free.len()];
    for (index, prefix_len) in wanted.iter().enumerate() {
        if let Some(indexes) = by_size.get_mut(usize::from(*prefix_len)) {
            indexes.push(index);
        }
    }
    let mut placed = vec![None; wanted.len()];
    for (prefix_len, indexes) in (0..=A::WIDTH).zip(by_size) {
        for index in indexes {
            if let Some(place) = placed.get_mut(index) {
                *place = take(&mut free, prefix_len);
            }
        }
    }
    placed
}

/// Takes a block out of the free ones, and leaves the other halves of what had to be split.
fn take<A: Bits>(free: &mut [BinaryHeap<Reverse<A>>], prefix_len: u8) -> Option<Net<A>> {
    let upto = free.get_mut(..=usize::from(prefix_len))?;
    let (first, found_len) = (0..=prefix_len)
        .zip(upto)
        .rev()
        .find_map(|(len, blocks)| Some((blocks.pop()?.0, len)))?;
    for len in found_len + 1..=prefix_len {
        let half = Net::containing(first, len).and_then(Net::sibling)?;
        free.get_mut(usize::from(len))?.push(Reverse(half.first()));
    }
    Net::containing(first, prefix_len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sets;
    use proptest::prelude::*;

    #[test]
    fn small_gaps_are_used_before_large_blocks_are_split() {
        let net = |text: &str| text.parse::<Net<u32>>().unwrap();
        let placed = pack(
            &[net("10.0.0.0/16")],
            &[net("10.0.0.0/25"), net("10.0.128.0/17")],
            &[26, 25],
        );
        assert_eq!(placed, [Some(net("10.0.1.0/26")), Some(net("10.0.0.128/25"))]);
        assert_eq!(pack::<u32>(&[], &[], &[0, 32]), [None, None]);
        assert_eq!(pack(&[net("10.0.0.0/24")], &[], &[33, 200]), [None, None]);
    }

    proptest! {
        #[test]
        fn blocks_are_disjoint_and_all_space_is_used(wanted in proptest::collection::vec(24u8..=32, 0..40), hole in 0u32..256) {
            let pool = Net::containing(0x0a00_0000u32, 24).unwrap();
            let hole = Net::of_address(0x0a00_0000 + hole);
            let placed = pack(&[pool], &[hole], &wanted);
            let blocks: Vec<Net<u32>> = placed.iter().flatten().copied().collect();
            prop_assert!(blocks.iter().all(|net| pool.contains(*net) && !net.overlaps(hole)));
            prop_assert!(!crate::nesting::Nesting::of(&blocks).has_overlaps());
            for (net, len) in placed.iter().zip(&wanted) {
                match net {
                    Some(net) => prop_assert_eq!(net.prefix_len(), *len),
                    None => {
                        let taken: Vec<Net<u32>> = blocks.iter().copied().chain([hole]).collect();
                        prop_assert_eq!(sets::next_free(&[pool], &taken, *len), None);
                    }
                }
            }
        }
    }
}
