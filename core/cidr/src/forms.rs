//! Addresses that are made from other things: random bits, hardware addresses, addresses of the other family.

use crate::Net;

/// The prefixes into which RFC 6052 embeds an address of IPv4.
pub const NAT64_PREFIX_LENS: [u8; 6] = [32, 40, 48, 56, 64, 96];

/// The well-known prefix of NAT64, `64:ff9b::/96` (RFC 6052).
pub const NAT64_WELL_KNOWN: u128 = 0x0064_ff9b << 96;

/// Returns the unique local prefix (RFC 4193) of a random global ID: a /48 in `fd00::/8`. Only the lowest 40 bits count.
///
/// ```
/// use dualstack_cidr::forms::unique_local;
/// assert_eq!(unique_local(0x12_3456_789a).to_string(), "fd12:3456:789a::/48");
/// ```
pub fn unique_local(global_id: u64) -> Net<u128> {
    let id = u128::from(global_id & 0xff_ffff_ffff);
    // A /48 always exists; the whole of IPv6 is never returned.
    Net::containing(0xfd << 120 | id << 80, 48).unwrap_or(Net::ALL)
}

/// Returns the address of a hardware address in a network, by modified EUI-64 (RFC 4291, appendix A). `None` if the network
/// leaves fewer than 64 bits.
///
/// ```
/// use dualstack_cidr::{Bits, forms::eui64};
/// let address = eui64("2001:db8::/64".parse().unwrap(), [0x00, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e]).unwrap();
/// let mut text = Vec::new();
/// address.write(&mut text);
/// assert_eq!(text, b"2001:db8::21a:2bff:fe3c:4d5e");
/// ```
pub fn eui64(net: Net<u128>, mac: [u8; 6]) -> Option<u128> {
    let [a, b, c, d, e, f] = mac;
    let id = u64::from_be_bytes([a ^ 0x02, b, c, 0xff, 0xfe, d, e, f]);
    (net.prefix_len() <= 64).then(|| net.first() | u128::from(id))
}

/// Returns the IPv4-mapped address of IPv6: `::ffff:10.0.0.1`.
pub fn mapped(v4: u32) -> u128 {
    0xffff << 32 | u128::from(v4)
}

/// Returns the address of IPv4 that is mapped. `None` outside `::ffff:0:0/96`.
pub fn unmapped(v6: u128) -> Option<u32> {
    // Nothing but 32 bits is left below the prefix.
    (v6 >> 32 == 0xffff).then_some((v6 & u128::from(u32::MAX)) as u32)
}

/// Returns the address of IPv6 that stands for one of IPv4 behind a translator (RFC 6052). `None` for another length than
/// those of [`NAT64_PREFIX_LENS`].
///
/// ```
/// use dualstack_cidr::{Bits, forms::nat64};
/// let address = nat64("2001:db8:100::/40".parse().unwrap(), 0xc000_0221).unwrap();
/// let mut text = Vec::new();
/// address.write(&mut text);
/// assert_eq!(text, b"2001:db8:1c0:2:21::");
/// ```
pub fn nat64(prefix: Net<u128>, v4: u32) -> Option<u128> {
    let len = prefix.prefix_len();
    NAT64_PREFIX_LENS.contains(&len).then(|| {
        // Behind the prefix, but bits 64 to 71 are left zero.
        let v4 = u128::from(v4);
        let embedded = if len == 96 {
            v4
        } else {
            let straight = v4 << (96 - len);
            let before = straight >> 64 << 64;
            before | (straight & u128::from(u64::MAX)) >> 8
        };
        prefix.first() | embedded
    })
}

/// Returns the address of IPv4 in an address of IPv6 behind a translator's prefix. `None` if the address does not lie in the
/// prefix, bits 64 to 71 are not zero, or the length is none of RFC 6052.
pub fn from_nat64(prefix: Net<u128>, v6: u128) -> Option<u32> {
    let len = prefix.prefix_len();
    if !NAT64_PREFIX_LENS.contains(&len) || !prefix.contains_address(v6) {
        return None;
    }
    let straight = if len == 96 {
        v6
    } else {
        if v6 >> 56 & 0xff != 0 {
            return None;
        }
        let straight = v6 >> 64 << 64 | (v6 << 8 & u128::from(u64::MAX));
        straight >> (96 - len)
    };
    // The mask makes the cast lossless.
    Some((straight & u128::from(u32::MAX)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Bits;
    use proptest::prelude::*;

    fn text(v6: u128) -> String {
        let mut out = Vec::new();
        v6.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn embedded_addresses_are_those_of_rfc_6052() {
        // RFC 6052, section 2.4: 192.0.2.33 in each prefix.
        for (prefix, address) in [
            ("2001:db8::/32", "2001:db8:c000:221::"),
            ("2001:db8:100::/40", "2001:db8:1c0:2:21::"),
            ("2001:db8:122::/48", "2001:db8:122:c000:2:2100::"),
            ("2001:db8:122:300::/56", "2001:db8:122:3c0:0:221::"),
            ("2001:db8:122:344::/64", "2001:db8:122:344:c0:2:2100:0"),
            ("2001:db8:122:344::/96", "2001:db8:122:344::c000:221"),
            ("64:ff9b::/96", "64:ff9b::c000:221"),
        ] {
            let address = address.parse::<std::net::Ipv6Addr>().unwrap().to_bits();
            assert_eq!(
                nat64(prefix.parse().unwrap(), 0xc000_0221).map(text),
                Some(text(address))
            );
            assert_eq!(from_nat64(prefix.parse().unwrap(), address), Some(0xc000_0221));
        }
        assert_eq!(nat64("2001:db8::/33".parse().unwrap(), 1), None);
        assert_eq!(
            NAT64_WELL_KNOWN,
            "64:ff9b::/96".parse::<Net<u128>>().unwrap().first()
        );
    }

    #[test]
    fn interface_identifiers_need_64_bits() {
        assert_eq!(eui64("2001:db8::/65".parse().unwrap(), [0; 6]), None);
        let address = eui64("fe80::/10".parse().unwrap(), [0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde]);
        assert_eq!(address.map(text).as_deref(), Some("fe80::3656:78ff:fe9a:bcde"));
    }

    proptest! {
        #[test]
        fn addresses_come_back(v4: u32, prefix: u128, len in proptest::sample::select(&NAT64_PREFIX_LENS[..])) {
            let prefix = Net::containing(prefix & !(0xff << 56), len).unwrap();
            prop_assert_eq!(from_nat64(prefix, nat64(prefix, v4).unwrap()), Some(v4));
            prop_assert_eq!(unmapped(mapped(v4)), Some(v4));
        }
    }
}
