use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{AddressCount, IpFamily};

/// A network in canonical form: no host bits, no IPv4-mapped IPv6, RFC 5952 text.
///
/// ```
/// use dualstack_ground::net::{Cidr, IpFamily};
/// let pods: Cidr = "fd00:10:244::/56".parse().unwrap();
/// assert_eq!(pods.family(), IpFamily::IPv6);
/// assert_eq!(pods.block(64, 255).unwrap().to_string(), "fd00:10:244:ff::/64");
/// assert!("10.244.3.7/16".parse::<Cidr>().is_err(), "host bits are refused here; see `net::lenient`");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cidr(IpNet);

/// The reason why a text is not a [`Cidr`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CidrError {
    /// The text is neither `address/length` nor a form that older components would read.
    #[error("expected an address range such as `10.244.0.0/16` or `fd00:10:244::/56`")]
    NotACidr,
    /// The text is readable but not canonical; the canonical network is given.
    #[error("expected `{0}`")]
    NotCanonical(Cidr),
}

// The small functions are marked for inlining, because the crates above call them in their innermost loops: without the
// mark the node blocks are a sixth slower.
impl Cidr {
    /// Returns the network of `prefix_len` bits that contains `address`. `None` if the length exceeds the family's
    /// width.
    pub fn containing(address: IpAddr, prefix_len: u8) -> Option<Cidr> {
        IpNet::new(address, prefix_len).ok().map(|net| Cidr(net.trunc()))
    }

    /// Creates a network from a family, a number and a prefix length in bits. Host bits are dropped, and bits above
    /// the family's width are ignored. `None` if the length exceeds that width.
    #[inline]
    pub fn from_bits(family: IpFamily, bits: u128, prefix_len: u8) -> Option<Cidr> {
        Cidr::containing(address_from_bits(family, bits), prefix_len)
    }

    /// Returns the family of the network.
    #[inline]
    pub fn family(&self) -> IpFamily {
        match self.0 {
            IpNet::V4(_) => IpFamily::IPv4,
            IpNet::V6(_) => IpFamily::IPv6,
        }
    }

    /// Returns the length of the network prefix in bits.
    #[inline]
    pub fn prefix_len(&self) -> u8 {
        self.0.prefix_len()
    }

    /// Returns the number of bits left for hosts: 16 for a /16 of IPv4.
    #[inline]
    pub fn host_bits(&self) -> u8 {
        self.family().width() - self.prefix_len()
    }

    /// Returns the lowest address.
    #[inline]
    pub fn network(&self) -> IpAddr {
        self.0.network()
    }

    /// Returns the highest address (the broadcast address of an IPv4 network).
    pub fn last(&self) -> IpAddr {
        self.0.broadcast()
    }

    /// Returns the lowest address as a number.
    #[inline]
    pub fn first_bits(&self) -> u128 {
        address_bits(self.network())
    }

    /// Returns the highest address as a number.
    #[inline]
    pub fn last_bits(&self) -> u128 {
        address_bits(self.last())
    }

    /// Returns the number of addresses in the network, with the first and the last.
    pub fn size(&self) -> AddressCount {
        AddressCount::power_of_two(self.host_bits())
    }

    /// Returns the address `index` places after the lowest one. `None` if it lies past the end.
    #[inline]
    pub fn address(&self, index: u128) -> Option<IpAddr> {
        let bits = self.first_bits().checked_add(index)?;
        (bits <= self.last_bits()).then(|| address_from_bits(self.family(), bits))
    }

    /// Returns the block number `index` (from 0) of `prefix_len` bits inside this network. `None` if there is no such
    /// block.
    #[inline]
    pub fn block(&self, prefix_len: u8, index: u128) -> Option<Cidr> {
        let split = prefix_len.checked_sub(self.prefix_len())?;
        let host_bits = self.family().width().checked_sub(prefix_len)?;
        if split < 128 && index >= 1u128 << split {
            return None;
        }
        // A shift by 128 is only reachable for the single block ::/0 in ::/0.
        let offset = index.checked_shl(u32::from(host_bits)).unwrap_or(0);
        Cidr::from_bits(self.family(), self.first_bits() | offset, prefix_len)
    }

    /// Returns whether the address lies in this network (same family, inside the range).
    #[inline]
    pub fn contains_address(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }

    /// Returns whether the whole of `other` lies in this network.
    pub fn contains(&self, other: &Cidr) -> bool {
        self.0.contains(&other.0)
    }

    /// Returns whether the two networks share an address. Two networks overlap only if one contains the other.
    pub fn overlaps(&self, other: &Cidr) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// Returns the network that is one bit shorter and contains this one. `None` for a prefix length of 0.
    pub fn supernet(&self) -> Option<Cidr> {
        self.0.supernet().map(Cidr)
    }

    /// Returns the value as an `ipnet` type.
    pub fn as_ipnet(&self) -> IpNet {
        self.0
    }
}

/// Returns the address as a number: 32 bits for IPv4, 128 for IPv6.
#[inline]
pub fn address_bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

/// Returns the address of `family` with the number `bits`. Bits above the family's width are ignored.
#[inline]
pub fn address_from_bits(family: IpFamily, bits: u128) -> IpAddr {
    match family {
        // The mask makes the cast lossless.
        IpFamily::IPv4 => Ipv4Addr::from_bits((bits & u128::from(u32::MAX)) as u32).into(),
        IpFamily::IPv6 => Ipv6Addr::from_bits(bits).into(),
    }
}

impl From<Ipv4Net> for Cidr {
    fn from(net: Ipv4Net) -> Self {
        Cidr(IpNet::V4(net.trunc()))
    }
}

impl From<Ipv6Net> for Cidr {
    fn from(net: Ipv6Net) -> Self {
        Cidr(IpNet::V6(net.trunc()))
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Cidr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cidr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cidr {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cidr".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An address range in canonical form, for example `10.244.0.0/16` or `fd00:10:244::/56`",
            "pattern": "^[0-9a-fA-F.:]+/[0-9]{1,3}$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap()
    }

    #[test]
    fn blocks_are_those_of_the_specification() {
        for (range, mask, index, block) in [
            ("10.244.0.0/16", 24, 255, "10.244.255.0/24"),
            ("192.168.0.0/16", 20, 1, "192.168.16.0/20"),
            ("fd00:10:244::/64", 80, 65535, "fd00:10:244:0:ffff::/80"),
            ("2001:db8:1234::/52", 68, 16, "2001:db8:1234:1::/68"),
            ("2001:db8:1234::/52", 68, 65535, "2001:db8:1234:fff:f000::/68"),
            ("fd00:1::/104", 120, 65535, "fd00:1::ff:ff00/120"),
            ("::/0", 0, 0, "::/0"),
            (
                "::/0",
                128,
                u128::MAX,
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
            ),
        ] {
            assert_eq!(
                cidr(range).block(mask, index),
                Some(cidr(block)),
                "{range} {mask} {index}"
            );
        }
    }

    #[test]
    fn blocks_outside_the_range_do_not_exist() {
        assert_eq!(cidr("10.244.0.0/16").block(24, 256), None);
        assert_eq!(cidr("10.244.0.0/16").block(15, 0), None);
        assert_eq!(cidr("10.244.0.0/16").block(33, 0), None);
        assert_eq!(cidr("::/0").block(0, 1), None);
    }

    #[test]
    fn addresses_stop_at_the_end_of_the_range() {
        let services = cidr("10.96.0.0/30");
        assert_eq!(services.address(3), Some("10.96.0.3".parse().unwrap()));
        assert_eq!(services.address(4), None);
        assert_eq!(cidr("::/0").address(u128::MAX).map(address_bits), Some(u128::MAX));
    }

    #[test]
    fn non_canonical_text_names_the_canonical_network() {
        assert_eq!(
            "10.244.3.7/16".parse::<Cidr>(),
            Err(CidrError::NotCanonical(cidr("10.244.0.0/16")))
        );
        assert_eq!("banana".parse::<Cidr>(), Err(CidrError::NotACidr));
    }

    fn any_cidr() -> impl Strategy<Value = Cidr> {
        let v4 = (any::<u32>(), 0u8..=32).prop_map(|(bits, len)| (IpFamily::IPv4, u128::from(bits), len));
        let v6 = (any::<u128>(), 0u8..=128).prop_map(|(bits, len)| (IpFamily::IPv6, bits, len));
        prop_oneof![v4, v6].prop_map(|(family, bits, len)| Cidr::from_bits(family, bits, len).unwrap())
    }

    proptest! {
        #[test]
        fn text_reads_back_as_the_same_network(cidr in any_cidr()) {
            // IPv4-mapped space is the one part of IPv6 whose text is read as IPv4.
            prop_assume!(IpFamily::of(cidr.network()) == cidr.family());
            prop_assert_eq!(cidr.to_string().parse::<Cidr>(), Ok(cidr));
        }

        #[test]
        fn blocks_are_those_of_ipnet(cidr in any_cidr(), extra in 0u8..12, index in 0usize..4096) {
            let mask = cidr.prefix_len() + extra;
            prop_assume!(mask <= cidr.family().width());
            let oracle = cidr.as_ipnet().subnets(mask).unwrap().nth(index).map(|net| net.to_string());
            prop_assert_eq!(cidr.block(mask, index as u128).map(|block| block.to_string()), oracle);
        }

        #[test]
        fn containment_is_that_of_ipnet(a in any_cidr(), b in any_cidr(), near in any::<bool>(), len in 0u8..=128) {
            // Two random networks hardly ever meet, so half of the time the second one is around the first.
            let b = if near {
                Cidr::containing(a.network(), len.min(a.family().width())).unwrap()
            } else {
                b
            };
            prop_assert_eq!(a.contains(&b), a.as_ipnet().contains(&b.as_ipnet()));
            prop_assert_eq!(a.overlaps(&b), a.contains(&b) || b.contains(&a));
            prop_assert_eq!(a.contains_address(b.network()), a.as_ipnet().contains(&b.as_ipnet().addr()));
        }
    }
}
