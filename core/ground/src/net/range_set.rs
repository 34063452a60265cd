//! Sorted, disjoint ranges of one family, computed on 128-bit numbers. Addresses are counted, not listed.

use crate::order;

use super::{AddressCount, Cidr, IpFamily};

/// A closed range of addresses; both ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// The lowest address as a number.
    pub first: u128,
    /// The highest address as a number; never below `first`.
    pub last: u128,
}

impl Range {
    /// Returns the number of addresses in the range.
    pub fn count(&self) -> AddressCount {
        AddressCount::from(self.last - self.first).saturating_add(1u32.into())
    }
}

impl From<Cidr> for Range {
    fn from(cidr: Cidr) -> Self {
        Range {
            first: cidr.first_bits(),
            last: cidr.last_bits(),
        }
    }
}

/// A set of addresses of one family, stored as disjoint ranges that are not adjacent.
///
/// ```
/// use dualstack_ground::net::{IpFamily, range_set::RangeSet};
/// let mut free = RangeSet::from_cidrs(IpFamily::IPv4, ["10.0.0.0/8".parse().unwrap()]);
/// free.remove("10.244.0.0/16".parse::<dualstack_ground::net::Cidr>().unwrap().into());
/// let first_free: Vec<String> = free.cidrs().take(2).map(|c| c.to_string()).collect();
/// assert_eq!(first_free, ["10.0.0.0/9", "10.128.0.0/10"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeSet {
    family: IpFamily,
    // INVARIANT: sorted by `first`, disjoint, and no range ends where the next begins.
    ranges: Vec<Range>,
}

impl RangeSet {
    /// Creates the empty set.
    pub fn new(family: IpFamily) -> RangeSet {
        RangeSet {
            family,
            ranges: Vec::new(),
        }
    }

    /// Creates the union of the networks of `family`. Networks of the other family are ignored.
    pub fn from_cidrs(family: IpFamily, cidrs: impl IntoIterator<Item = Cidr>) -> RangeSet {
        let of_family = cidrs.into_iter().filter(|cidr| cidr.family() == family);
        RangeSet::union(family, of_family.map(Range::from).collect())
    }

    fn union(family: IpFamily, mut ranges: Vec<Range>) -> RangeSet {
        order::sort(&mut ranges);
        let mut set = RangeSet::new(family);
        for range in ranges {
            match set.ranges.last_mut() {
                Some(last) if last.last == u128::MAX || range.first <= last.last + 1 => {
                    last.last = last.last.max(range.last);
                }
                _ => set.ranges.push(range),
            }
        }
        set
    }

    /// Returns the family of the set.
    pub fn family(&self) -> IpFamily {
        self.family
    }

    /// Returns the ranges in ascending order.
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// Returns whether the set has no address.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Returns the number of addresses in the set.
    pub fn count(&self) -> AddressCount {
        self.ranges
            .iter()
            .fold(AddressCount::ZERO, |sum, range| sum.saturating_add(range.count()))
    }

    /// Adds every address of the range.
    pub fn insert(&mut self, range: Range) {
        let reaches = |a: &Range, b: &Range| a.last == u128::MAX || a.last + 1 >= b.first;
        let start = self.ranges.partition_point(|r| !reaches(r, &range));
        let end = self
            .ranges
            .partition_point(|r| r.first <= range.first || reaches(&range, r));
        let merged = self
            .ranges
            .drain(start..end.max(start))
            .fold(range, |sum, r| Range {
                first: sum.first.min(r.first),
                last: sum.last.max(r.last),
            });
        self.ranges.insert(start, merged);
    }

    /// Removes every address of the range.
    pub fn remove(&mut self, range: Range) {
        let mut kept = Vec::with_capacity(self.ranges.len() + 1);
        for r in &self.ranges {
            if r.last < range.first || r.first > range.last {
                kept.push(*r);
                continue;
            }
            if r.first < range.first {
                kept.push(Range {
                    first: r.first,
                    last: range.first - 1,
                });
            }
            if r.last > range.last {
                kept.push(Range {
                    first: range.last + 1,
                    last: r.last,
                });
            }
        }
        self.ranges = kept;
    }

    /// Returns whether the range shares an address with the set. The cost is logarithmic in the number of ranges.
    pub fn overlaps(&self, range: Range) -> bool {
        let next = self.ranges.partition_point(|r| r.last < range.first);
        self.ranges.get(next).is_some_and(|r| r.first <= range.last)
    }

    /// Returns the smallest list of networks that covers the set exactly, in ascending order.
    pub fn cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        let family = self.family;
        // Numbers of IPv4 are those of the lowest addresses of IPv6: the same networks, with longer prefixes.
        let longer = IpFamily::IPv6.width() - family.width();
        self.ranges.iter().flat_map(move |range| {
            let range = dualstack_cidr::Range {
                first: range.first,
                last: range.last,
            };
            range.cover().filter_map(move |net| {
                Cidr::from_bits(family, net.first(), net.prefix_len().checked_sub(longer)?)
            })
        })
    }

    /// Returns the lowest aligned block of `prefix_len` bits that lies in the set and begins at or after `from`, an
    /// address as a number. `None` if there is no such block.
    pub fn first_block(&self, prefix_len: u8, from: u128) -> Option<Cidr> {
        let host_bits = self.family.width().checked_sub(prefix_len)?;
        let mask = if host_bits >= 128 {
            u128::MAX
        } else {
            (1u128 << host_bits) - 1
        };
        self.ranges.iter().find_map(|range| {
            let low = range.first.max(from);
            let start = if low & mask == 0 {
                low
            } else {
                (low | mask).checked_add(1)?
            };
            let end = start | mask;
            (start >= low && end <= range.last)
                .then(|| Cidr::from_bits(self.family, start, prefix_len))
                .flatten()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(texts: &[&str]) -> RangeSet {
        RangeSet::from_cidrs(IpFamily::IPv4, texts.iter().map(|t| t.parse().unwrap()))
    }

    #[test]
    fn neighbours_are_merged_and_written_as_one_network() {
        let merged = set(&["10.0.0.0/9", "10.128.0.0/9", "10.3.0.0/16"]);
        assert_eq!(
            merged.cidrs().map(|c| c.to_string()).collect::<Vec<_>>(),
            ["10.0.0.0/8"]
        );
    }

    #[test]
    fn the_whole_of_ipv6_is_one_network() {
        let all = RangeSet::from_cidrs(IpFamily::IPv6, ["::/0".parse().unwrap()]);
        assert_eq!(all.count(), AddressCount::power_of_two(128));
        assert_eq!(all.cidrs().count(), 1);
        assert_eq!(
            all.first_block(128, u128::MAX).map(|c| c.first_bits()),
            Some(u128::MAX)
        );
        let v4 = RangeSet::from_cidrs(IpFamily::IPv4, ["0.0.0.0/0".parse().unwrap()]);
        assert_eq!(
            v4.cidrs().map(|c| c.to_string()).collect::<Vec<_>>(),
            ["0.0.0.0/0"]
        );
    }

    #[test]
    fn first_block_skips_what_is_taken() {
        let mut free = set(&["10.0.0.0/8"]);
        free.remove("10.0.0.0/15".parse::<Cidr>().unwrap().into());
        assert_eq!(free.first_block(16, 0).unwrap().to_string(), "10.2.0.0/16");
        assert_eq!(free.first_block(8, 0), None);
    }

    /// Differential: a space of 64 addresses, held as a bitmap, against the range set.
    fn bitmap(set: &RangeSet) -> u64 {
        set.ranges()
            .iter()
            .fold(0, |bits, r| (r.first..=r.last).fold(bits, |b, a| b | 1 << a))
    }

    proptest! {
        #[test]
        fn agrees_with_a_bitmap(ops in proptest::collection::vec((any::<bool>(), 0u128..64, 0u128..64), 0..40)) {
            let mut ranges = RangeSet::new(IpFamily::IPv4);
            let mut bits = 0u64;
            for (add, a, b) in ops {
                let range = Range { first: a.min(b), last: a.max(b) };
                prop_assert_eq!(ranges.overlaps(range), (range.first..=range.last).any(|i| bits & (1 << i) != 0));
                for i in range.first..=range.last {
                    if add { bits |= 1 << i } else { bits &= !(1 << i) }
                }
                if add { ranges.insert(range) } else { ranges.remove(range) }
                prop_assert_eq!(bitmap(&ranges), bits);
                prop_assert!(ranges.ranges().windows(2).all(|w| w[0].last + 1 < w[1].first));
                prop_assert_eq!(ranges.count(), AddressCount::from(bits.count_ones()));
                let covered = RangeSet::from_cidrs(IpFamily::IPv4, ranges.cidrs());
                prop_assert_eq!(&covered, &ranges);
            }
        }
    }
}
