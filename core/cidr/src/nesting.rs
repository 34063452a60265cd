//! Which networks lie in which. Two networks overlap only if one contains the other, so that sorted networks are a forest,
//! and whatever overlaps a network is among those around it.

use crate::{Bits, Net, order};

/// The number of a network in the list that was given.
pub type Index = u32;

/// A list of networks as a forest.
///
/// ```
/// use dualstack_cidr::{Net, nesting::Nesting};
/// let nets: Vec<Net<u32>> =
///     ["10.0.0.0/24", "192.168.0.0/16", "10.0.0.0/8"].map(|text| text.parse().unwrap()).into();
/// let nesting = Nesting::of(&nets);
/// assert_eq!(nesting.pairs().collect::<Vec<_>>(), [(0, 2)]);
/// assert_eq!(nesting.around("10.0.0.7/32".parse().unwrap()), Some(0));
/// ```
#[derive(Clone, Debug)]
pub struct Nesting<A: Bits> {
    /// The networks in order, each with its number in the list. Equal ones stand in the order of the list.
    nets: Vec<(Net<A>, Index)>,
    /// For each of them the place in `nets` of the smallest network around it, or `NONE`.
    parents: Vec<Index>,
}

/// No network: what stands where a network lies in no other.
pub const NONE: Index = Index::MAX;

impl<A: Bits> Nesting<A> {
    /// Sorts networks and finds for each the smallest one around it. Those past number 2^32 − 2 are left out.
    pub fn of(nets: &[Net<A>]) -> Nesting<A> {
        let mut sorted: Vec<(Net<A>, Index)> = nets.iter().copied().zip(0..NONE).collect();
        order::sort_by_net(&mut sorted, |(net, _)| *net);
        let mut parents = Vec::with_capacity(sorted.len());
        // The networks around the current one, the largest first, with their places.
        let mut around: Vec<(A, Index)> = Vec::new();
        for ((net, _), place) in sorted.iter().zip(0..NONE) {
            while around.pop_if(|(last, _)| *last < net.first()).is_some() {}
            parents.push(around.last().map_or(NONE, |(_, place)| *place));
            around.push((net.last(), place));
        }
        Nesting {
            nets: sorted,
            parents,
        }
    }

    /// Returns the numbers of the networks in sorted order.
    pub fn order(&self) -> impl ExactSizeIterator<Item = Index> + '_ {
        self.nets.iter().map(|(_, index)| *index)
    }

    /// Returns for each place of [`order`](Nesting::order) the place of the smallest network around that one, or [`NONE`].
    pub fn parents(&self) -> &[Index] {
        &self.parents
    }

    /// Returns the places around a place, the smallest network first.
    fn ancestors(&self, place: Index) -> impl Iterator<Item = Index> + '_ {
        let parent = |place: &Index| self.parents.get(*place as usize).copied();
        std::iter::successors(parent(&place), move |place| parent(place)).take_while(|place| *place != NONE)
    }

    fn at(&self, place: Index) -> Option<&(Net<A>, Index)> {
        self.nets.get(place as usize)
    }

    /// Returns every pair of networks that overlap, by their numbers, the lower number first. They are found one by one, so
    /// that nothing holds all of them; n equal networks have n(n−1)/2 pairs.
    pub fn pairs(&self) -> impl Iterator<Item = (Index, Index)> + '_ {
        let places = self.nets.iter().zip(0..NONE);
        places.flat_map(move |((_, index), place)| {
            self.ancestors(place)
                .filter_map(|place| self.at(place))
                .map(|(_, other)| (*index.min(other), *index.max(other)))
        })
    }

    /// Returns whether any two networks overlap, without looking for all pairs.
    pub fn has_overlaps(&self) -> bool {
        self.parents.iter().any(|parent| *parent != NONE)
    }

    /// Returns the number of the smallest network of the list that contains this one whole. Of equal ones the last is
    /// returned. `None` if there is none.
    #[inline]
    pub fn around(&self, net: Net<A>) -> Option<Index> {
        let behind = self.nets.partition_point(|(other, _)| *other <= net);
        let mut place = Index::try_from(behind.checked_sub(1)?).ok()?;
        loop {
            let (other, index) = self.at(place)?;
            if other.contains(net) {
                return Some(*index);
            }
            place = *self.parents.get(place as usize)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nets(texts: &[&str]) -> Vec<Net<u128>> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn equal_networks_overlap_each_other() {
        let nesting = Nesting::of(&nets(&["fd00::/8", "fd00::/8", "fd00::/8", "fe80::/10"]));
        assert_eq!(nesting.pairs().collect::<Vec<_>>(), [(0, 1), (1, 2), (0, 2)]);
        assert!(nesting.has_overlaps());
        assert!(!Nesting::of(&nets(&["fd00::/8", "fe80::/10"])).has_overlaps());
    }

    #[test]
    fn the_smallest_network_around_is_found() {
        let nesting = Nesting::of(&nets(&["::/0", "fd00::/8", "fd00:1::/32", "fd00:2::/32"]));
        let around = |text: &str| nesting.around(text.parse().unwrap());
        assert_eq!(around("fd00:1::5"), Some(2));
        assert_eq!(around("fd00:1::/16"), Some(1));
        assert_eq!(around("fd00:3::/32"), Some(1));
        assert_eq!(around("2001:db8::"), Some(0));
        assert_eq!(Nesting::of(&nets(&["fd00::/8"])).around(Net::ALL), None);
        assert_eq!(Nesting::<u128>::of(&[]).around(Net::ALL), None);
    }

    proptest! {
        #[test]
        fn agrees_with_comparing_each_with_each(list in proptest::collection::vec((0u32..256, 24u8..=32), 0..24), asked: u8, len in 20u8..=32) {
            let nets: Vec<Net<u32>> = list.into_iter().map(|(bits, len)| Net::containing(bits, len).unwrap()).collect();
            let nesting = Nesting::of(&nets);
            let mut pairs: Vec<(u32, u32)> = nesting.pairs().collect();
            pairs.sort_unstable();
            let mut expected = Vec::new();
            for (a, left) in nets.iter().enumerate() {
                for (b, right) in nets.iter().enumerate().skip(a + 1) {
                    if left.overlaps(*right) {
                        expected.push((a as u32, b as u32));
                    }
                }
            }
            prop_assert_eq!(nesting.has_overlaps(), !expected.is_empty());
            prop_assert_eq!(pairs, expected);
            let asked = Net::containing(u32::from(asked), len).unwrap();
            let smallest = nets.iter().filter(|net| net.contains(asked)).max_by_key(|net| net.prefix_len());
            prop_assert_eq!(nesting.around(asked).map(|index| nets[index as usize]), smallest.copied());
        }
    }
}
