//! Addresses and networks as text.
//!
//! Read is what RFC 4291 and the dotted form allow: no leading zeros in octets (some readers take them as octal), no zones,
//! no blanks. Written is RFC 5952; IPv4-mapped addresses end in dotted form, as its section 5 recommends.

use crate::Network;
use crate::digits::hex_digit;

pub use crate::digits::{
    Line, is_v6, read_mac, read_v4, read_v6, scan_v4, scan_v6, write_full, write_number,
};
pub use crate::read::{Interface, NotANetwork, Scanned, read_net, scan_net};

/// Appends the name of the reverse zone whose labels are the whole octets or digits in the prefix:
/// `10.in-addr.arpa` for `10.0.0.0/8`. `None` if the prefix ends inside a label.
///
/// ```
/// use dualstack_cidr::{Network, text};
/// let name = |net: &str| {
///     let mut out = Vec::new();
///     text::write_reverse(net.parse().unwrap(), &mut out).map(|()| String::from_utf8(out).unwrap())
/// };
/// assert_eq!(name("10.244.0.0/16").as_deref(), Some("244.10.in-addr.arpa"));
/// assert_eq!(name("2001:db8::/32").as_deref(), Some("8.b.d.0.1.0.0.2.ip6.arpa"));
/// assert_eq!(name("10.244.0.0/15"), None);
/// ```
pub fn write_reverse(network: Network, out: &mut Vec<u8>) -> Option<()> {
    match network {
        Network::V4(net) => {
            if net.prefix_len() % 8 != 0 {
                return None;
            }
            let labels = usize::from(net.prefix_len() / 8);
            for octet in net.first().to_be_bytes().into_iter().take(labels).rev() {
                write_number(octet, out);
                out.push(b'.');
            }
            out.extend_from_slice(b"in-addr.arpa");
        }
        Network::V6(net) => {
            if net.prefix_len() % 4 != 0 {
                return None;
            }
            let labels = u32::from(net.prefix_len() / 4);
            for label in (0..labels).rev() {
                // The mask makes the cast lossless.
                out.push(hex_digit((net.first() >> (124 - 4 * label) & 15) as u16));
                out.push(b'.');
            }
            out.extend_from_slice(b"ip6.arpa");
        }
    }
    Some(())
}

/// Returns the networks whose reverse zones cover a network: itself where its prefix ends with a label, otherwise the two
/// to 128 parts of the next length that does.
pub fn reverse_parts(network: Network) -> Vec<Network> {
    match network {
        Network::V4(net) => {
            let parts = net.subnets(net.prefix_len().next_multiple_of(8));
            parts.into_iter().flatten().map(Network::V4).collect()
        }
        Network::V6(net) => {
            let parts = net.subnets(net.prefix_len().next_multiple_of(4));
            parts.into_iter().flatten().map(Network::V6).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Bits;
    use proptest::prelude::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    fn v6_text(bits: u128) -> String {
        let mut out = Vec::new();
        bits.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn texts_that_are_no_network_say_why() {
        for (text, why) in [
            ("", NotANetwork::Address),
            ("banana", NotANetwork::Address),
            ("10.0.0/8", NotANetwork::Address),
            ("010.0.0.0/8", NotANetwork::Address),
            ("10.0.0.256/8", NotANetwork::Address),
            ("10.0.0.0.0/8", NotANetwork::Address),
            (" 10.0.0.0/8", NotANetwork::Address),
            ("10.0.0.0/", NotANetwork::Length),
            ("10.0.0.0/08", NotANetwork::Length),
            ("10.0.0.0/+8", NotANetwork::Length),
            ("10.0.0.0/8 ", NotANetwork::Length),
            ("10.0.0.0/1000", NotANetwork::Length),
            ("10.0.0.0/33", NotANetwork::LongerThanAddress),
            ("10.0.0.0/8/8", NotANetwork::Length),
            ("::/129", NotANetwork::LongerThanAddress),
            ("fe80::1%eth0/64", NotANetwork::Address),
            ("1:2:3:4:5:6:7:8:9/64", NotANetwork::Address),
        ] {
            assert_eq!(Network::read(text.as_bytes()), Err(why), "{text:?}");
        }
    }

    #[test]
    fn host_bits_are_dropped_and_addresses_are_networks() {
        for (text, network) in [
            ("10.1.2.3/8", "10.0.0.0/8"),
            ("10.1.2.3", "10.1.2.3/32"),
            ("FD00:0:0::1/64", "fd00::/64"),
            ("::ffff:10.0.0.1", "::ffff:10.0.0.1/128"),
        ] {
            assert_eq!(Network::read(text.as_bytes()).unwrap().to_string(), network);
        }
    }

    #[test]
    fn zeros_are_shortened_as_rfc_5952_says() {
        for (bits, text) in [
            (0, "::"),
            (1, "::1"),
            (0x2001_0db8_0000_0001_0001_0001_0001_0001, "2001:db8:0:1:1:1:1:1"),
            (0x2001_0000_0000_0001_0000_0000_0000_0001, "2001:0:0:1::1"),
            (0x2001_0db8_0000_0000_0001_0000_0000_0001, "2001:db8::1:0:0:1"),
            (0x0001_0002_0003_0004_0005_0006_0000_0000, "1:2:3:4:5:6::"),
        ] {
            assert_eq!(v6_text(bits), text);
        }
    }

    #[test]
    fn reverse_zones_of_a_prefix_inside_a_label_are_several() {
        let names = |text: &str| -> Vec<String> {
            reverse_parts(text.parse().unwrap())
                .into_iter()
                .map(|part| {
                    let mut out = Vec::new();
                    write_reverse(part, &mut out).unwrap();
                    String::from_utf8(out).unwrap()
                })
                .collect()
        };
        assert_eq!(names("0.0.0.0/0"), ["in-addr.arpa"]);
        assert_eq!(
            names("10.0.0.0/22"),
            [
                "0.0.10.in-addr.arpa",
                "1.0.10.in-addr.arpa",
                "2.0.10.in-addr.arpa",
                "3.0.10.in-addr.arpa"
            ]
        );
        assert_eq!(names("10.1.2.3"), ["3.2.1.10.in-addr.arpa"]);
        assert_eq!(names("fd00::/7"), ["c.f.ip6.arpa", "d.f.ip6.arpa"]);
    }

    #[test]
    fn hardware_addresses_have_four_forms() {
        let mac = Some([0x00, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e]);
        for text in [
            "00:1a:2b:3c:4d:5e",
            "00-1A-2B-3C-4D-5E",
            "001a.2b3c.4d5e",
            "001a2b3c4d5e",
        ] {
            assert_eq!(read_mac(text.as_bytes()), mac, "{text}");
        }
        for text in [
            "",
            "00:1a:2b:3c:4d",
            "00:1a:2b:3c:4d:5e:6f",
            "00:1a:2b:3c:4d:5",
            "00::1a:2b:3c:4d:5e",
            "00:1a-2b:3c:4d:5e",
            "001a2b3c4d5e:",
            "0g:1a:2b:3c:4d:5e",
        ] {
            assert_eq!(read_mac(text.as_bytes()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn addresses_are_written_like_the_standard_library(bits: u128, mask: u8) {
            // Groups of zeros at random places.
            let groups = (0..8).filter(|at| mask & 1 << at != 0);
            let bits = groups.fold(bits, |bits, at| bits & !(0xffff << (16 * at)));
            let address = Ipv6Addr::from_bits(bits);
            prop_assert_eq!(v6_text(bits), address.to_string());
            prop_assert_eq!(read_v6(v6_text(bits).as_bytes()), Some(bits));
            let mut full = Vec::new();
            write_full(address, &mut full);
            prop_assert_eq!(full.len(), 39);
            prop_assert_eq!(read_v6(&full), Some(bits));
        }

        #[test]
        fn texts_are_read_like_the_standard_library(text in "[0-9a-fA-F:.]{0,24}", v6 in "([0-9a-f]{0,4}:){0,8}[0-9a-f.:]{0,9}", v4 in "([0-9]{0,3}\\.){3}[0-9]{0,3}") {
            for text in [text, v6, v4] {
                let std_v4 = text.parse::<Ipv4Addr>().ok().map(Ipv4Addr::to_bits);
                let std_v6 = text.parse::<Ipv6Addr>().ok().map(Ipv6Addr::to_bits);
                prop_assert_eq!(read_v4(text.as_bytes()), std_v4, "{}", text);
                prop_assert_eq!(read_v6(text.as_bytes()), std_v6, "{}", text);
            }
        }
    }
}
