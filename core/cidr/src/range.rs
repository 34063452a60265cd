use crate::{Bits, Net};

/// A closed range of addresses of one family; both ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range<A> {
    /// The lowest address.
    pub first: A,
    /// The highest address; never below `first`.
    pub last: A,
}

impl<A: Bits> Range<A> {
    /// Returns the range of these ends. `None` if the first lies behind the last.
    pub fn new(first: A, last: A) -> Option<Range<A>> {
        (first <= last).then_some(Range { first, last })
    }

    /// Returns the smallest list of networks that covers the range exactly, in order.
    ///
    /// ```
    /// use dualstack_cidr::Range;
    /// let range = Range::new(0x0a00_0001u32, 0x0a00_0006).unwrap();
    /// let nets: Vec<String> = range.cover().map(|net| net.to_string()).collect();
    /// assert_eq!(nets, ["10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/31", "10.0.0.6/32"]);
    /// ```
    #[inline]
    pub fn cover(self) -> Cover<A> {
        Cover {
            next: Some(self.first),
            last: self.last,
        }
    }
}

impl<A: Bits> From<Net<A>> for Range<A> {
    #[inline]
    fn from(net: Net<A>) -> Range<A> {
        Range {
            first: net.first(),
            last: net.last(),
        }
    }
}

/// The networks that make up a range.
#[derive(Clone, Debug)]
pub struct Cover<A> {
    next: Option<A>,
    last: A,
}

impl<A: Bits> Iterator for Cover<A> {
    type Item = Net<A>;

    #[inline]
    fn next(&mut self) -> Option<Net<A>> {
        let first = self.next.filter(|first| *first <= self.last)?;
        // The largest block that begins here by alignment, and does not pass the end.
        let mut host_bits = first.trailing_zeros();
        if first | A::ones(host_bits) > self.last {
            // Bits below the highest one in which both ends differ are free; all of them if the end has all set.
            let differing = A::WIDTH - (first ^ self.last).leading_zeros();
            let all = first | A::ones(differing) == self.last;
            host_bits = host_bits.min(if all {
                differing
            } else {
                differing.saturating_sub(1)
            });
        }
        let end = first | A::ones(host_bits);
        self.next = if end < self.last { end.next() } else { None };
        Net::containing(first, A::WIDTH - host_bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_families_are_one_network() {
        let all = Range::new(0u128, u128::MAX).unwrap();
        assert_eq!(all.cover().collect::<Vec<_>>(), [Net::ALL]);
        let all = Range::new(0u32, u32::MAX).unwrap();
        assert_eq!(all.cover().collect::<Vec<_>>(), [Net::ALL]);
    }

    #[test]
    fn all_but_the_ends_takes_two_networks_a_bit() {
        let range = Range::new(1u128, u128::MAX - 1).unwrap();
        assert_eq!(range.cover().count(), 254);
    }

    proptest! {
        #[test]
        fn is_that_of_ipnet(a: u32, b: u32, near in 0u32..1000, far: bool) {
            let b = if far { b } else { a.saturating_add(near) };
            let range = Range::new(a.min(b), a.max(b)).unwrap();
            let theirs = ipnet::Ipv4Subnets::new(range.first.into(), range.last.into(), 0);
            prop_assert_eq!(range.cover().collect::<Vec<_>>(), theirs.map(Net::from).collect::<Vec<_>>());
        }

        #[test]
        fn is_that_of_ipnet_for_ipv6(a: u128, b: u128) {
            let range = Range::new(a.min(b), a.max(b)).unwrap();
            let theirs = ipnet::Ipv6Subnets::new(range.first.into(), range.last.into(), 0);
            prop_assert_eq!(range.cover().collect::<Vec<_>>(), theirs.map(Net::from).collect::<Vec<_>>());
        }
    }
}
