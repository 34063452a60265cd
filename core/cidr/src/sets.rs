//! Networks as sets of addresses. Results are the smallest list of networks, in order.

use crate::{Bits, Net, Range, order};

/// Joins those of sorted ranges that overlap or are neighbours.
pub fn join<A: Bits>(sorted: impl IntoIterator<Item = Range<A>>) -> Vec<Range<A>> {
    let mut joined: Vec<Range<A>> = Vec::new();
    for range in sorted {
        match joined.last_mut() {
            Some(kept) if kept.last.next().is_none_or(|behind| range.first <= behind) => {
                kept.last = kept.last.max(range.last);
            }
            _ => joined.push(range),
        }
    }
    joined
}

/// Returns the addresses of networks as sorted ranges that neither overlap nor are neighbours.
///
/// ```
/// use dualstack_cidr::{Net, sets};
/// let halves: Vec<Net<u32>> = ["10.128.0.0/9", "10.0.0.0/9"].map(|text| text.parse().unwrap()).into();
/// assert_eq!(sets::union(&halves), ["10.0.0.0/8".parse::<Net<u32>>().unwrap().into()]);
/// ```
pub fn union<A: Bits>(nets: &[Net<A>]) -> Vec<Range<A>> {
    let mut nets = nets.to_vec();
    order::sort(&mut nets);
    join(nets.into_iter().map(Range::from))
}

/// Returns the smallest list of networks that covers ranges exactly.
pub fn cover<A: Bits>(ranges: &[Range<A>]) -> Vec<Net<A>> {
    let mut nets = Vec::with_capacity(ranges.len());
    for range in ranges {
        nets.extend(range.cover());
    }
    nets
}

/// Returns the smallest list of networks with the same addresses.
///
/// ```
/// use dualstack_cidr::{Net, sets};
/// let nets: Vec<Net<u32>> =
///     ["10.0.1.0/24", "10.0.0.0/24", "10.0.0.7/32"].map(|text| text.parse().unwrap()).into();
/// assert_eq!(sets::merge(&nets)[0].to_string(), "10.0.0.0/23");
/// ```
pub fn merge<A: Bits>(nets: &[Net<A>]) -> Vec<Net<A>> {
    cover(&union(nets))
}

/// Returns the ranges without the addresses of `taken`. Both are sorted and disjoint, as [`union`] gives them.
pub fn subtract<A: Bits>(from: &[Range<A>], taken: &[Range<A>]) -> Vec<Range<A>> {
    let mut left = Vec::with_capacity(from.len() + taken.len());
    let mut taken = taken.iter().peekable();
    for range in from {
        let mut first = Some(range.first);
        while let Some(hole) = taken.peek() {
            let Some(begin) = first else { break };
            if hole.first > range.last {
                break;
            }
            if hole.last >= begin {
                if let Some(last) = hole.first.previous().filter(|last| *last >= begin) {
                    left.push(Range { first: begin, last });
                }
                first = hole.last.next().filter(|next| *next <= range.last);
            }
            if hole.last > range.last {
                // It reaches into the next range.
                break;
            }
            taken.next();
        }
        left.extend(first.map(|first| Range {
            first,
            last: range.last,
        }));
    }
    left
}

/// Returns the ranges that both lists have in common. Both are sorted and disjoint.
pub fn common<A: Bits>(a: &[Range<A>], b: &[Range<A>]) -> Vec<Range<A>> {
    let mut found = Vec::new();
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        found.extend(Range::new(left.first.max(right.first), left.last.min(right.last)));
        if left.last < right.last {
            a.next();
        } else {
            b.next();
        }
    }
    found
}

/// Returns what is left of networks without the addresses of `taken`.
pub fn exclude<A: Bits>(from: &[Net<A>], taken: &[Net<A>]) -> Vec<Net<A>> {
    cover(&subtract(&union(from), &union(taken)))
}

/// Returns the addresses that lie in networks of both lists.
///
/// ```
/// use dualstack_cidr::{Net, sets};
/// let net = |text: &str| text.parse::<Net<u32>>().unwrap();
/// let both = sets::intersect(&[net("10.0.0.0/8")], &[net("10.1.0.0/16"), net("192.168.0.0/16")]);
/// assert_eq!(both, [net("10.1.0.0/16")]);
/// ```
pub fn intersect<A: Bits>(a: &[Net<A>], b: &[Net<A>]) -> Vec<Net<A>> {
    cover(&common(&union(a), &union(b)))
}

/// Returns the addresses of the family that lie in no network of the list.
pub fn complement<A: Bits>(nets: &[Net<A>]) -> Vec<Net<A>> {
    exclude(&[Net::ALL], nets)
}

/// Returns the number of addresses in sorted, disjoint ranges. `None` for 2^128.
pub fn count<A: Bits>(ranges: &[Range<A>]) -> Option<u128> {
    // What overflows is the whole of IPv6, which is one range.
    ranges.iter().try_fold(0u128, |sum, range| {
        let behind = range.last.to_u128() - range.first.to_u128();
        sum.checked_add(behind)?.checked_add(1)
    })
}

/// Returns the lowest aligned block of `prefix_len` bits in sorted, disjoint ranges that begins at `from` or later.
/// `None` if there is none.
pub fn first_block<A: Bits>(ranges: &[Range<A>], prefix_len: u8, from: A) -> Option<Net<A>> {
    let mask = A::ones(A::WIDTH.checked_sub(prefix_len)?);
    let begin = ranges.partition_point(|range| range.last < from);
    ranges.get(begin..)?.iter().find_map(|range| {
        let low = range.first.max(from);
        let start = if low & mask == A::ZERO {
            low
        } else {
            (low | mask).next()?
        };
        let fits = start | mask <= range.last;
        fits.then(|| Net::containing(start, prefix_len)).flatten()
    })
}

/// Returns the lowest free block of `prefix_len` bits in networks of which some are taken. `None` if there is none.
///
/// ```
/// use dualstack_cidr::{Net, sets};
/// let net = |text: &str| text.parse::<Net<u32>>().unwrap();
/// assert_eq!(sets::next_free(&[net("10.0.0.0/8")], &[net("10.0.0.0/15")], 16), Some(net("10.2.0.0/16")));
/// ```
pub fn next_free<A: Bits>(within: &[Net<A>], taken: &[Net<A>], prefix_len: u8) -> Option<Net<A>> {
    let free = subtract(&union(within), &union(taken));
    first_block(&free, prefix_len, A::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nets(texts: &[&str]) -> Vec<Net<u32>> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn texts<A: Bits>(nets: &[Net<A>]) -> Vec<String> {
        nets.iter().map(Net::to_string).collect()
    }

    #[test]
    fn merging_joins_neighbours_and_drops_what_lies_in_others() {
        let merged = merge(&nets(&[
            "10.0.0.0/9",
            "10.128.0.0/9",
            "10.3.0.0/16",
            "192.168.0.0/24",
        ]));
        assert_eq!(texts(&merged), ["10.0.0.0/8", "192.168.0.0/24"]);
        assert!(merge::<u32>(&[]).is_empty());
    }

    #[test]
    fn excluding_leaves_the_rest_in_the_fewest_networks() {
        let left = exclude(&nets(&["10.0.0.0/8"]), &nets(&["10.64.0.0/10"]));
        assert_eq!(texts(&left), ["10.0.0.0/10", "10.128.0.0/9"]);
        let over = exclude(
            &nets(&["10.0.0.0/24", "10.0.2.0/24"]),
            &nets(&["10.0.0.128/25", "10.0.2.0/23"]),
        );
        assert_eq!(texts(&over), ["10.0.0.0/25"]);
        assert!(exclude(&nets(&["10.0.0.0/8"]), &nets(&["0.0.0.0/0"])).is_empty());
    }

    #[test]
    fn the_complement_of_nothing_is_everything() {
        assert_eq!(texts(&complement::<u128>(&[])), ["::/0"]);
        assert!(complement(&nets(&["0.0.0.0/0"])).is_empty());
        assert_eq!(texts(&complement(&nets(&["128.0.0.0/1"]))), ["0.0.0.0/1"]);
    }

    #[test]
    fn the_whole_of_ipv6_has_one_address_too_many_for_u128() {
        assert_eq!(count::<u128>(&union(&[Net::ALL])), None);
        assert_eq!(count::<u32>(&union(&[Net::ALL])), Some(1 << 32));
        assert_eq!(
            count(&union(&nets(&["10.0.0.0/24", "10.0.0.0/25", "10.1.0.0/24"]))),
            Some(512)
        );
    }

    #[test]
    fn the_next_free_block_is_aligned() {
        let within = nets(&["10.0.0.0/8"]);
        let free = next_free(&within, &nets(&["10.0.0.0/15", "10.2.0.1/32"]), 16);
        assert_eq!(free.map(|net| net.to_string()).as_deref(), Some("10.3.0.0/16"));
        assert_eq!(next_free(&within, &nets(&["10.77.0.0/32"]), 8), None);
        assert_eq!(next_free(&within, &[], 33), None);
    }

    /// Differential: 64 addresses at the end of IPv4 as bits of a number, where sums overflow first.
    fn bitmap(nets: &[Net<u32>]) -> u64 {
        (0..64)
            .filter(|at| nets.iter().any(|net| net.contains_address(u32::MAX - 63 + at)))
            .fold(0, |bits, at| bits | 1 << at)
    }

    fn small() -> impl Strategy<Value = Vec<Net<u32>>> {
        let net = (0u32..64, 26u8..=32).prop_map(|(at, len)| Net::containing(u32::MAX - at, len).unwrap());
        proptest::collection::vec(net, 0..6)
    }

    proptest! {
        #[test]
        fn agrees_with_a_bitmap(a in small(), b in small(), len in 26u8..=32) {
            prop_assert_eq!(bitmap(&merge(&a)), bitmap(&a));
            prop_assert_eq!(bitmap(&exclude(&a, &b)), bitmap(&a) & !bitmap(&b));
            prop_assert_eq!(bitmap(&intersect(&a, &b)), bitmap(&a) & bitmap(&b));
            prop_assert_eq!(bitmap(&complement(&a)), !bitmap(&a));
            prop_assert_eq!(count(&union(&a)), Some(u128::from(bitmap(&a).count_ones())));
            let block = Net::containing(u32::MAX, 26).unwrap().subnets(len).unwrap().find(|net| bitmap(&[*net]) & !bitmap(&a) == 0);
            prop_assert_eq!(next_free(&a, &[], len), block);
        }

        #[test]
        fn merging_is_that_of_ipnet(bits in proptest::collection::vec((any::<u128>(), 0u8..=128, any::<bool>()), 0..40)) {
            // Most lie close to each other, so that there is something to join.
            let theirs: Vec<ipnet::Ipv6Net> = bits.into_iter().map(|(bits, len, near)| {
                let (bits, len) = if near { (bits & 0xff, 120 + len % 9) } else { (bits, len) };
                ipnet::Ipv6Net::new(bits.into(), len).unwrap()
            }).collect();
            let ours: Vec<Net<u128>> = theirs.iter().copied().map(Net::from).collect();
            let merged: Vec<Net<u128>> = ipnet::Ipv6Net::aggregate(&theirs).into_iter().map(Net::from).collect();
            prop_assert_eq!(merge(&ours), merged);
        }
    }
}
