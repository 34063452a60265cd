use std::fmt;
use std::str::FromStr;

use ipnet::{Ipv4Net, Ipv6Net};

use crate::Bits;
use crate::digits::Line;
use crate::read::{NotANetwork, read_net};

/// A network of one family: `Net<u32>` is IPv4, `Net<u128>` is IPv6. It has no host bits.
///
/// Networks sort by address, and a network before those in it.
///
/// ```
/// use dualstack_cidr::Net;
/// let net: Net<u128> = "2001:db8::/32".parse().unwrap();
/// assert_eq!(net.subnet(48, 1).unwrap().to_string(), "2001:db8:1::/48");
/// assert_eq!(net.subnets(34).unwrap().count(), 4);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Net<A> {
    // INVARIANT: no host bits are set, and the length is at most the width. The order of the fields is that of networks.
    first: A,
    prefix_len: u8,
}

impl<A: Bits> Net<A> {
    /// The whole family: `0.0.0.0/0` or `::/0`.
    pub const ALL: Net<A> = Net {
        first: A::ZERO,
        prefix_len: 0,
    };

    /// Returns the network of `prefix_len` bits that contains the address. `None` if the length exceeds the width.
    #[inline]
    pub fn containing(address: A, prefix_len: u8) -> Option<Net<A>> {
        let host_bits = A::WIDTH.checked_sub(prefix_len)?;
        Some(Net {
            first: address & !A::ones(host_bits),
            prefix_len,
        })
    }

    /// Returns the network of one address: a /32 or a /128.
    #[inline]
    pub fn of_address(address: A) -> Net<A> {
        Net {
            first: address,
            prefix_len: A::WIDTH,
        }
    }

    /// Returns the lowest address.
    #[inline]
    pub fn first(self) -> A {
        self.first
    }

    /// Returns the highest address.
    #[inline]
    pub fn last(self) -> A {
        self.first | A::ones(self.host_bits())
    }

    /// Returns the length of the prefix in bits.
    #[inline]
    pub fn prefix_len(self) -> u8 {
        self.prefix_len
    }

    /// Returns the number of bits left for hosts; the network has 2 to this power addresses.
    #[inline]
    pub fn host_bits(self) -> u8 {
        A::WIDTH - self.prefix_len
    }

    /// Returns whether the address lies in this network.
    #[inline]
    pub fn contains_address(self, address: A) -> bool {
        address & !A::ones(self.host_bits()) == self.first
    }

    /// Returns whether the whole of `other` lies in this network.
    #[inline]
    pub fn contains(self, other: Net<A>) -> bool {
        self.prefix_len <= other.prefix_len && self.contains_address(other.first)
    }

    /// Returns whether the two share an address: one of them contains the other.
    #[inline]
    pub fn overlaps(self, other: Net<A>) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// Returns the network of `prefix_len` bits that contains this one. `None` if that would be a smaller one.
    #[inline]
    pub fn supernet(self, prefix_len: u8) -> Option<Net<A>> {
        if prefix_len > self.prefix_len {
            return None;
        }
        Net::containing(self.first, prefix_len)
    }

    /// Returns the smallest network that contains both.
    pub fn common(self, other: Net<A>) -> Net<A> {
        let same = (self.first ^ other.first).leading_zeros();
        let prefix_len = same.min(self.prefix_len).min(other.prefix_len);
        Net {
            first: self.first & !A::ones(A::WIDTH - prefix_len),
            prefix_len,
        }
    }

    /// Returns the network beside this one, with which it makes up the next larger one. `None` for the whole family.
    pub fn sibling(self) -> Option<Net<A>> {
        let host_bits = self.host_bits();
        (self.prefix_len > 0).then(|| Net {
            first: self.first ^ A::ones(host_bits + 1) ^ A::ones(host_bits),
            prefix_len: self.prefix_len,
        })
    }

    /// Returns block number `index` (from 0) of `prefix_len` bits in this network. `None` if there is no such block.
    #[inline]
    pub fn subnet(self, prefix_len: u8, index: u128) -> Option<Net<A>> {
        if prefix_len < self.prefix_len {
            return None;
        }
        let offset = A::block(index, A::WIDTH.checked_sub(prefix_len)?)?;
        // What does not fit into the network would change its prefix.
        (offset & !A::ones(self.host_bits()) == A::ZERO).then(|| Net {
            first: self.first | offset,
            prefix_len,
        })
    }

    /// Returns all blocks of `prefix_len` bits in this network, in order. `None` if the length is shorter than that of
    /// this network, or exceeds the width.
    pub fn subnets(self, prefix_len: u8) -> Option<Subnets<A>> {
        if prefix_len < self.prefix_len || prefix_len > A::WIDTH {
            return None;
        }
        Some(Subnets {
            next: Some(self.first),
            last: self.last(),
            prefix_len,
        })
    }

    /// Returns the number (from 0) of a block among those of its size in this network. `None` if it does not lie in it.
    #[inline]
    pub fn index_of(self, inner: Net<A>) -> Option<u128> {
        self.contains(inner).then(|| {
            let offset = (inner.first ^ self.first).to_u128();
            offset.checked_shr(u32::from(inner.host_bits())).unwrap_or(0)
        })
    }

    /// Returns the address `index` places after the lowest one. `None` if it lies past the end.
    #[inline]
    pub fn address(self, index: u128) -> Option<A> {
        (index & !u128::ones(self.host_bits()) == 0).then(|| self.first | A::from_u128(index))
    }

    /// Adds the network to a text.
    #[inline]
    pub fn put(self, line: &mut Line) {
        self.first.put(line);
        line.push(b'/');
        line.decimal(self.prefix_len);
    }

    /// Appends the network as text.
    #[inline]
    pub fn write(self, out: &mut Vec<u8>) {
        let mut line = Line::new();
        self.put(&mut line);
        line.append_to(out);
    }
}

/// The blocks of one size in a network, in order.
#[derive(Clone, Debug)]
pub struct Subnets<A> {
    next: Option<A>,
    last: A,
    prefix_len: u8,
}

impl<A: Bits> Iterator for Subnets<A> {
    type Item = Net<A>;

    #[inline]
    fn next(&mut self) -> Option<Net<A>> {
        let first = self.next?;
        let end = first | A::ones(A::WIDTH - self.prefix_len);
        self.next = if end < self.last { end.next() } else { None };
        Some(Net {
            first,
            prefix_len: self.prefix_len,
        })
    }
}

impl<A: Bits> fmt::Display for Net<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Vec::with_capacity(43);
        self.write(&mut out);
        f.pad(&String::from_utf8_lossy(&out))
    }
}

impl<A: Bits> fmt::Debug for Net<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<A: Bits> FromStr for Net<A> {
    type Err = NotANetwork;

    /// Reads `address/length`, or an address as the network of it alone. Host bits are dropped.
    fn from_str(text: &str) -> Result<Net<A>, NotANetwork> {
        let read = read_net(text.as_bytes())?;
        Net::containing(read.address, read.prefix_len).ok_or(NotANetwork::LongerThanAddress)
    }
}

impl From<Ipv4Net> for Net<u32> {
    fn from(net: Ipv4Net) -> Net<u32> {
        let host_bits = 32 - net.prefix_len();
        Net {
            first: net.addr().to_bits() & !u32::ones(host_bits),
            prefix_len: net.prefix_len(),
        }
    }
}

impl From<Ipv6Net> for Net<u128> {
    fn from(net: Ipv6Net) -> Net<u128> {
        let host_bits = 128 - net.prefix_len();
        Net {
            first: net.addr().to_bits() & !u128::ones(host_bits),
            prefix_len: net.prefix_len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn v4(text: &str) -> Net<u32> {
        text.parse().unwrap()
    }

    fn v6(text: &str) -> Net<u128> {
        text.parse().unwrap()
    }

    #[test]
    fn blocks_are_numbered_from_the_lowest() {
        assert_eq!(v4("10.244.0.0/16").subnet(24, 255), Some(v4("10.244.255.0/24")));
        assert_eq!(v4("10.244.0.0/16").subnet(24, 256), None);
        assert_eq!(v4("10.244.0.0/16").subnet(15, 0), None);
        assert_eq!(v4("10.244.0.0/16").subnet(33, 0), None);
        assert_eq!(v4("0.0.0.0/0").subnet(0, 0), Some(v4("0.0.0.0/0")));
        assert_eq!(v6("::/0").subnet(0, 1), None);
        assert_eq!(
            v6("::/0").subnet(128, u128::MAX),
            Some(v6("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"))
        );
        assert_eq!(v6("2001:db8::/48").index_of(v6("2001:db8:0:ff::/64")), Some(255));
        assert_eq!(v6("::/0").index_of(v6("::/0")), Some(0));
        assert_eq!(v4("10.0.0.0/8").index_of(v4("11.0.0.0/16")), None);
        assert_eq!(v4("10.0.0.0/30").address(3), Some(0x0a00_0003));
        assert_eq!(v4("10.0.0.0/30").address(4), None);
        assert_eq!(v6("::/0").address(u128::MAX), Some(u128::MAX));
    }

    #[test]
    fn relatives_are_those_of_the_binary_tree() {
        assert_eq!(v4("10.0.0.0/9").sibling(), Some(v4("10.128.0.0/9")));
        assert_eq!(v4("0.0.0.0/0").sibling(), None);
        assert_eq!(v4("128.0.0.0/1").sibling(), Some(v4("0.0.0.0/1")));
        assert_eq!(v4("10.1.2.0/24").supernet(16), Some(v4("10.1.0.0/16")));
        assert_eq!(v4("10.1.2.0/24").supernet(25), None);
        assert_eq!(v4("10.1.2.0/24").common(v4("10.1.3.128/25")), v4("10.1.2.0/23"));
        assert_eq!(v6("::/128").common(v6("8000::/1")), v6("::/0"));
    }

    #[test]
    fn the_ends_of_the_space_are_reached() {
        let last: Vec<String> = v4("255.255.255.252/30")
            .subnets(32)
            .unwrap()
            .map(|net| net.to_string())
            .collect();
        assert_eq!(
            last,
            [
                "255.255.255.252/32",
                "255.255.255.253/32",
                "255.255.255.254/32",
                "255.255.255.255/32"
            ]
        );
        assert_eq!(v6("::/0").subnets(0).unwrap().count(), 1);
    }

    proptest! {
        #[test]
        fn agrees_with_ipnet_on_ipv4(bits: u32, len in 0u8..=32, extra in 0u8..10, other: u32, other_len in 0u8..=32, near: bool) {
            let theirs = Ipv4Net::new(bits.into(), len).unwrap().trunc();
            let ours = Net::from(theirs);
            // Two random networks hardly ever meet, so half of the time the second one is around the first address.
            let other = Ipv4Net::new(if near { bits } else { other }.into(), other_len).unwrap().trunc();
            prop_assert_eq!(ours.to_string(), theirs.to_string());
            prop_assert_eq!(ours.last(), theirs.broadcast().to_bits());
            prop_assert_eq!(ours.contains(other.into()), theirs.contains(&other));
            prop_assert_eq!(ours.overlaps(other.into()), theirs.contains(&other) || other.contains(&theirs));
            let mask = len.saturating_add(extra).min(32);
            let subnets: Vec<Net<u32>> = theirs.subnets(mask).unwrap().map(Net::from).collect();
            prop_assert_eq!(ours.subnets(mask).unwrap().collect::<Vec<_>>(), subnets.clone());
            for (index, subnet) in subnets.iter().enumerate() {
                prop_assert_eq!(ours.subnet(mask, index as u128), Some(*subnet));
                prop_assert_eq!(ours.index_of(*subnet), Some(index as u128));
            }
        }

        #[test]
        fn agrees_with_ipnet_on_ipv6(bits: u128, len in 0u8..=128, extra in 0u8..10, other: u128, other_len in 0u8..=128, near: bool) {
            let theirs = Ipv6Net::new(bits.into(), len).unwrap().trunc();
            let ours = Net::from(theirs);
            let other = Ipv6Net::new(if near { bits } else { other }.into(), other_len).unwrap().trunc();
            prop_assert_eq!(ours.to_string(), theirs.to_string());
            prop_assert_eq!(ours.last(), theirs.broadcast().to_bits());
            prop_assert_eq!(ours.contains(other.into()), theirs.contains(&other));
            let mask = len.saturating_add(extra).min(128);
            let subnets: Vec<Net<u128>> = theirs.subnets(mask).unwrap().map(Net::from).collect();
            prop_assert_eq!(ours.subnets(mask).unwrap().collect::<Vec<_>>(), subnets.clone());
            for (index, subnet) in subnets.iter().enumerate() {
                prop_assert_eq!(ours.subnet(mask, index as u128), Some(*subnet));
                prop_assert_eq!(ours.index_of(*subnet), Some(index as u128));
            }
        }
    }
}
