//! Blocks of several sizes in free space, as a buddy allocator places them.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::sets::{cover, subtract, union};
use crate::{Bits, Net, Range};

/// Free space as a buddy allocator holds it: blocks by their size, each as large as its place allows.
///
/// ```
/// use dualstack_cidr::{Net, packing::Buddies};
/// let pool: Net<u32> = "10.0.0.0/24".parse().unwrap();
/// let mut free = Buddies::of(&[pool.into()]);
/// assert_eq!(free.take(26).unwrap().to_string(), "10.0.0.0/26");
/// assert_eq!(free.take(25).unwrap().to_string(), "10.0.0.128/25");
/// assert_eq!(free.take(25), None);
/// assert_eq!(free.largest().unwrap().to_string(), "10.0.0.64/26");
/// ```
#[derive(Clone, Debug)]
pub struct Buddies<A: Bits> {
    /// The free blocks by the length of their prefix and their first address.
    free: BTreeSet<(u8, A)>,
}

impl<A: Bits> Buddies<A> {
    /// Creates the free space of sorted disjoint ranges, as [`union`] and [`subtract`] give them.
    pub fn of(free: &[Range<A>]) -> Buddies<A> {
        let blocks = cover(free);
        let mut free = BTreeSet::new();
        free.extend(blocks.into_iter().map(key));
        Buddies { free }
    }

    /// Adds a block that is not free yet. Where the other half of the next larger block is free, the two become one.
    pub fn give(&mut self, net: Net<A>) {
        let mut whole = net;
        while let Some(half) = whole.sibling()
            && self.free.remove(&key(half))
            && let Some(parent) = whole.supernet(whole.prefix_len() - 1)
        {
            whole = parent;
        }
        self.free.insert(key(whole));
    }

    /// Takes the lowest of the smallest free blocks that hold `prefix_len` bits. `None` if there is none.
    pub fn take(&mut self, prefix_len: u8) -> Option<Net<A>> {
        let (found_len, _) = *self.free.range(..=(prefix_len, A::MAX)).next_back()?;
        let found = *self.free.range((found_len, A::ZERO)..).next()?;
        let block = Net::containing(found.1, prefix_len)?;
        self.free.remove(&found);
        self.split(block, found_len);
        Some(block)
    }

    /// Returns the free block around a network. `None` if not all of the network is free.
    pub fn around(&self, net: Net<A>) -> Option<Net<A>> {
        let mut blocks = (0..=net.prefix_len()).rev().filter_map(|len| net.supernet(len));
        blocks.find(|block| self.free.contains(&key(*block)))
    }

    /// Takes a network. Returns whether all of it was free; if not, nothing is taken.
    pub fn take_net(&mut self, net: Net<A>) -> bool {
        let Some(block) = self.around(net) else {
            return false;
        };
        self.free.remove(&key(block));
        self.split(net, block.prefix_len());
        true
    }

    /// Puts back the other halves of the block of `found_len` bits that a network was cut out of.
    fn split(&mut self, net: Net<A>, found_len: u8) {
        let halves = (found_len + 1..=net.prefix_len()).filter_map(|len| net.supernet(len)?.sibling());
        self.free.extend(halves.map(key));
    }

    /// Returns the lowest of the largest free blocks. `None` if nothing is free.
    pub fn largest(&self) -> Option<Net<A>> {
        let (len, first) = self.free.first()?;
        Net::containing(*first, *len)
    }
}

/// Returns what a block is found by.
fn key<A: Bits>(net: Net<A>) -> (u8, A) {
    (net.prefix_len(), net.first())
}

/// Places a block for each wanted prefix length into networks of which some are taken, the largest blocks first, each into
/// the smallest free block that holds it, the lowest of those. `None` where a block has no place left. The order is that of
/// `wanted`.
///
/// Blocks are aligned to their size, so that placing the largest first wastes nothing: if all of them fit in any way, they
/// fit in this one (Coffman, Garey and Johnson, Bin packing with divisible item sizes, 1987).
///
/// ```
/// use dualstack_cidr::{Net, packing::pack};
/// let pool: Net<u32> = "10.0.0.0/24".parse().unwrap();
/// let placed = pack(&[pool], &[], &[26, 25, 26, 32]);
/// let texts: Vec<String> = placed.iter().flatten().map(Net::to_string).collect();
/// assert_eq!(texts, ["10.0.0.128/26", "10.0.0.0/25", "10.0.0.192/26"]);
/// assert_eq!(placed[3], None);
/// ```
// On heaps and not on `Buddies`: nothing is given back here, and the module of address algebra is 7 KB smaller so.
pub fn pack<A: Bits>(within: &[Net<A>], taken: &[Net<A>], wanted: &[u8]) -> Vec<Option<Net<A>>> {
    // Free blocks by prefix length, the lowest first.
    let mut free: Vec<BinaryHeap<Reverse<A>>> = Vec::new();
    free.resize_with(usize::from(A::WIDTH) + 1, BinaryHeap::new);
    for net in cover(&subtract(&union(within), &union(taken))) {
        if let Some(blocks) = free.get_mut(usize::from(net.prefix_len())) {
            blocks.push(Reverse(net.first()));
        }
    }
    let mut placed = vec![None; wanted.len()];
    for index in largest_first::<A>(wanted) {
        if let (Some(place), Some(prefix_len)) = (placed.get_mut(index), wanted.get(index)) {
            *place = take(&mut free, *prefix_len);
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

/// Returns the positions of prefix lengths, those of the largest blocks first; equal ones stay in their order. Lengths that
/// the family does not have are left out.
pub fn largest_first<A: Bits>(wanted: &[u8]) -> Vec<usize> {
    let mut by_size: Vec<Vec<usize>> = vec![Vec::new(); usize::from(A::WIDTH) + 1];
    for (index, prefix_len) in wanted.iter().enumerate() {
        if let Some(indexes) = by_size.get_mut(usize::from(*prefix_len)) {
            indexes.push(index);
        }
    }
    by_size.concat()
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

    #[test]
    fn halves_that_are_free_again_become_one() {
        let net = |text: &str| text.parse::<Net<u32>>().unwrap();
        let mut free = Buddies::of(&[net("10.0.0.0/24").into()]);
        assert!(free.take_net(net("10.0.0.64/26")));
        assert!(!free.take_net(net("10.0.0.0/25")));
        assert_eq!(free.around(net("10.0.0.3/32")), Some(net("10.0.0.0/26")));
        assert_eq!(free.largest(), Some(net("10.0.0.128/25")));
        free.give(net("10.0.0.64/26"));
        assert_eq!(free.largest(), Some(net("10.0.0.0/24")));
        assert_eq!(Buddies::<u128>::of(&[]).largest(), None);
    }

    proptest! {
        #[test]
        fn what_is_taken_and_given_back_leaves_the_space_as_it_was(lens in proptest::collection::vec(24u8..=32, 0..40)) {
            let pool = Net::containing(0x0a00_0000u32, 24).unwrap();
            let mut free = Buddies::of(&[pool.into()]);
            let taken: Vec<Net<u32>> = lens.into_iter().filter_map(|len| free.take(len)).collect();
            for net in taken.into_iter().rev() {
                prop_assert!(free.around(net).is_none());
                free.give(net);
            }
            prop_assert_eq!(free.largest(), Some(pool));
        }

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
