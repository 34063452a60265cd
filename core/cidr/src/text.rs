//! Addresses and networks as text.
//!
//! Read is what RFC 4291 and the dotted form allow: no leading zeros in octets (some readers take them as octal), no zones,
//! no blanks. Written is RFC 5952; IPv4-mapped addresses end in dotted form, as its section 5 recommends.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::{Bits, Net, Network};

/// Why a text is not a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotANetwork {
    /// What stands before the slash is no address of the family that is read.
    #[error("the address cannot be read; expected one such as `10.0.0.0` or `fd00::`")]
    Address,
    /// What stands behind the slash is no decimal number.
    #[error("the prefix length cannot be read; expected a number without leading zeros")]
    Length,
    /// The prefix length exceeds the width of the address.
    #[error("the prefix length is longer than the address: at most 32 for IPv4, 128 for IPv6")]
    LongerThanAddress,
}

/// An address with the prefix length that stands behind it, host bits included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interface<A> {
    /// The address as written.
    pub address: A,
    /// The length behind the slash, or the width where there is none.
    pub prefix_len: u8,
}

/// What stands at the beginning of a text: an address, and a length behind it where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scanned<A> {
    /// The address and the length.
    pub interface: Interface<A>,
    /// Whether a length was written.
    pub has_length: bool,
    /// How many bytes it takes.
    pub bytes: usize,
}

/// Reads `address/length`, or an address alone, from the beginning of a text, up to the first byte that cannot belong to it.
///
/// # Errors
///
/// Says which part cannot be read.
#[inline]
pub fn scan_net<A: Bits>(text: &[u8]) -> Result<Scanned<A>, NotANetwork> {
    let (address, end) = A::scan(text).ok_or(NotANetwork::Address)?;
    if text.get(end) != Some(&b'/') {
        let interface = Interface {
            address,
            prefix_len: A::WIDTH,
        };
        return Ok(Scanned {
            interface,
            has_length: false,
            bytes: end,
        });
    }
    let digits = text.get(end + 1..).unwrap_or_default();
    let (prefix_len, count) = scan_length(digits).ok_or(NotANetwork::Length)?;
    if prefix_len > A::WIDTH {
        return Err(NotANetwork::LongerThanAddress);
    }
    Ok(Scanned {
        interface: Interface { address, prefix_len },
        has_length: true,
        bytes: end + 1 + count,
    })
}

/// Reads `address/length`, or an address alone, of one family.
///
/// # Errors
///
/// Says which part cannot be read.
pub fn read_net<A: Bits>(text: &[u8]) -> Result<Interface<A>, NotANetwork> {
    let read = scan_net(text)?;
    match (read.bytes == text.len(), read.has_length) {
        (true, _) => Ok(read.interface),
        (false, true) => Err(NotANetwork::Length),
        (false, false) => Err(NotANetwork::Address),
    }
}

/// Reads `address/length`, or an address alone, of either family. Host bits are dropped.
///
/// # Errors
///
/// Says which part cannot be read.
pub fn read_network(text: &[u8]) -> Result<Network, NotANetwork> {
    if is_v6(text) {
        let read = read_net::<u128>(text)?;
        let net = Net::containing(read.address, read.prefix_len);
        net.map(Network::V6).ok_or(NotANetwork::LongerThanAddress)
    } else {
        let read = read_net::<u32>(text)?;
        let net = Net::containing(read.address, read.prefix_len);
        net.map(Network::V4).ok_or(NotANetwork::LongerThanAddress)
    }
}

/// Returns whether a text can only be IPv6: there is a colon behind its first digits, of which a group has four at most.
#[inline]
pub fn is_v6(text: &[u8]) -> bool {
    for byte in text.iter().take(5) {
        match byte {
            b':' => return true,
            b'.' => return false,
            _ => {}
        }
    }
    false
}

/// Reads a prefix length from the beginning of a text: digits without leading zeros, at most 255.
#[inline]
fn scan_length(text: &[u8]) -> Option<(u8, usize)> {
    let mut value = 0u32;
    let mut count = 0;
    while let Some(digit) = text.get(count).copied().and_then(digit) {
        if count == 3 || (count > 0 && value == 0) {
            return None;
        }
        value = value * 10 + u32::from(digit);
        count += 1;
    }
    Some((u8::try_from(value).ok().filter(|_| count > 0)?, count))
}

#[inline]
fn digit(byte: u8) -> Option<u8> {
    let digit = byte.wrapping_sub(b'0');
    (digit < 10).then_some(digit)
}

/// Reads an address of IPv4 from the beginning of a text: four decimal octets without leading zeros. Gives the number of
/// bytes too. `None` if there is none.
#[inline]
pub fn scan_v4(text: &[u8]) -> Option<(u32, usize)> {
    let mut address = 0u32;
    let mut at = 0;
    for octet in 0..4 {
        if octet > 0 {
            if text.get(at) != Some(&b'.') {
                return None;
            }
            at += 1;
        }
        let begin = at;
        let mut value = 0u32;
        while let Some(digit) = text.get(at).copied().and_then(digit) {
            if at > begin && value == 0 {
                return None;
            }
            value = value * 10 + u32::from(digit);
            at += 1;
            if value > 255 {
                return None;
            }
        }
        if at == begin {
            return None;
        }
        address = address << 8 | value;
    }
    Some((address, at))
}

/// Reads an address of IPv4. `None` for any other text.
pub fn read_v4(text: &[u8]) -> Option<u32> {
    scan_v4(text).filter(|(_, end)| *end == text.len()).map(|(address, _)| address)
}

/// The value of a hexadecimal digit; 255 for any other byte.
#[allow(clippy::indexing_slicing, reason = "computed by the compiler")]
const HEX_VALUES: [u8; 256] = {
    let mut values = [255; 256];
    let mut value = 0u8;
    while value < 16 {
        let digit = HEX_DIGITS[value as usize];
        values[digit as usize] = value;
        values[digit.to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    values
};

const HEX_DIGITS: [u8; 16] = *b"0123456789abcdef";

#[inline]
fn hex(byte: u8) -> Option<u8> {
    HEX_VALUES.get(usize::from(byte)).copied().filter(|value| *value < 16)
}

/// Reads an address of IPv6 in any form of RFC 4291, section 2.2, from the beginning of a text. Gives the number of bytes
/// too. `None` if there is none.
#[inline]
pub fn scan_v6(text: &[u8]) -> Option<(u128, usize)> {
    // The groups read so far, those before and after the `::` in one row.
    let mut address = 0u128;
    let mut groups = 0u8;
    // How many groups stood before the `::`.
    let mut gap = None;
    let mut at = 0;
    if text.starts_with(b"::") {
        gap = Some(0);
        at = 2;
    }
    loop {
        let begin = at;
        let mut group = 0u32;
        while let Some(value) = text.get(at).copied().and_then(hex) {
            group = group << 4 | u32::from(value);
            at += 1;
            if at - begin > 4 {
                return None;
            }
        }
        if at == begin {
            // Nothing stands behind a `::` at the end, but something behind every other colon.
            if gap == Some(groups) {
                break;
            }
            return None;
        }
        if text.get(at) == Some(&b'.') {
            // The last 32 bits in dotted form.
            if groups > 6 {
                return None;
            }
            let (v4, bytes) = scan_v4(text.get(begin..).unwrap_or_default())?;
            address = address << 32 | u128::from(v4);
            groups += 2;
            at = begin + bytes;
            break;
        }
        if groups == 8 {
            return None;
        }
        address = address << 16 | u128::from(group);
        groups += 1;
        if text.get(at) != Some(&b':') {
            break;
        }
        at += 1;
        if text.get(at) == Some(&b':') {
            if gap.is_some() {
                return None;
            }
            gap = Some(groups);
            at += 1;
        }
    }
    let address = match gap {
        None => (groups == 8).then_some(address)?,
        Some(before) if groups < 8 => {
            let behind = 16 * (groups - before);
            let low = address & u128::ones(behind);
            let high = address.checked_shr(u32::from(behind)).unwrap_or(0);
            high.checked_shl(u32::from(16 * (8 - before))).unwrap_or(0) | low
        }
        Some(_) => return None,
    };
    Some((address, at))
}

/// Reads an address of IPv6. `None` for any other text.
pub fn read_v6(text: &[u8]) -> Option<u128> {
    scan_v6(text).filter(|(_, end)| *end == text.len()).map(|(address, _)| address)
}

/// Numbers below 256 in decimal: three bytes, of which the last one of the row says how many count.
#[allow(clippy::indexing_slicing, reason = "computed by the compiler")]
const DECIMALS: [[u8; 4]; 256] = {
    let mut texts = [[0; 4]; 256];
    let mut value = 0;
    while value < 256 {
        let digits = [b'0' + (value / 100) as u8, b'0' + (value / 10 % 10) as u8, b'0' + (value % 10) as u8];
        texts[value] = match value {
            0..10 => [digits[2], 0, 0, 1],
            10..100 => [digits[1], digits[2], 0, 2],
            _ => [digits[0], digits[1], digits[2], 3],
        };
        value += 1;
    }
    texts
};

/// A text of at most 48 bytes, which is made before it is appended: a list grows once for it.
#[derive(Clone, Debug)]
pub struct Line {
    bytes: [u8; 48],
    len: usize,
}

impl Line {
    /// Begins an empty text.
    #[inline]
    #[allow(clippy::new_without_default, reason = "nobody needs it")]
    pub fn new() -> Line {
        Line {
            bytes: [0; 48],
            len: 0,
        }
    }

    /// Adds an ASCII character.
    #[inline]
    pub fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    /// Adds a number in decimal.
    #[inline]
    pub fn decimal(&mut self, value: u8) {
        let [a, b, c, count] = DECIMALS.get(usize::from(value)).copied().unwrap_or_default();
        if let Some([first, second, third]) = self.bytes.get_mut(self.len..self.len + 3) {
            (*first, *second, *third) = (a, b, c);
            self.len += usize::from(count);
        }
    }

    /// Adds an address of IPv4.
    #[inline]
    pub fn v4(&mut self, address: Ipv4Addr) {
        let [a, b, c, d] = address.octets();
        self.decimal(a);
        self.push(b'.');
        self.decimal(b);
        self.push(b'.');
        self.decimal(c);
        self.push(b'.');
        self.decimal(d);
    }

    /// Four digits at once, each in a byte of a number; those that are leading zeros are moved out.
    #[inline]
    fn group(&mut self, group: u16) {
        let pairs = u32::from(group);
        let pairs = (pairs | pairs << 8) & 0x00ff_00ff;
        let digits = (pairs | pairs << 4) & 0x0f0f_0f0f;
        // 1 where a digit is 10 or more, and a letter: 39 places behind where the next numeral would be.
        let letters = (digits + 0x0606_0606) >> 4 & 0x0101_0101;
        let ascii = digits + 0x3030_3030 + letters * 39;
        let zeros = (group | 1).leading_zeros() / 4;
        if let Some(place) = self.bytes.get_mut(self.len..self.len + 4) {
            place.copy_from_slice(&(ascii << (8 * zeros)).to_be_bytes());
            self.len += 4 - zeros as usize;
        }
    }

    /// Adds an address of IPv6 in the form of RFC 5952.
    #[inline]
    pub fn v6(&mut self, bits: u128) {
        if bits >> 32 == 0xffff {
            for byte in *b"::ffff:" {
                self.push(byte);
            }
            // The mask makes the cast lossless.
            return self.v4(Ipv4Addr::from_bits((bits & u128::from(u32::MAX)) as u32));
        }
        let groups = Ipv6Addr::from_bits(bits).segments();
        let (start, len) = longest_zeros(groups);
        for (at, group) in groups.into_iter().enumerate() {
            if at == start && len > 0 {
                self.push(b':');
                self.push(b':');
            } else if at < start || at >= start + len {
                if at > 0 && at != start + len {
                    self.push(b':');
                }
                self.group(group);
            }
        }
    }

    /// Appends the text to a list.
    #[inline]
    pub fn append_to(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.bytes.get(..self.len).unwrap_or_default());
    }
}

/// Appends a number below 256 in decimal.
#[inline]
pub fn write_number(value: u8, out: &mut Vec<u8>) {
    let mut line = Line::new();
    line.decimal(value);
    line.append_to(out);
}

/// The first of the longest runs of at least two zero groups; a length of 0 if there is none.
#[inline]
fn longest_zeros(groups: [u16; 8]) -> (usize, usize) {
    let mut best = (8, 0);
    let mut begin = 0;
    let mut len = 0;
    for (at, group) in groups.into_iter().enumerate() {
        if group != 0 {
            len = 0;
            continue;
        }
        if len == 0 {
            begin = at;
        }
        len += 1;
        if len >= 2 && len > best.1 {
            best = (begin, len);
        }
    }
    best
}

#[inline]
fn hex_digit(value: u16) -> u8 {
    HEX_DIGITS.get(usize::from(value & 15)).copied().unwrap_or_default()
}

/// Appends an address of IPv6 with all of its digits: `2001:0db8:0000:…`.
pub fn write_full(address: Ipv6Addr, out: &mut Vec<u8>) {
    for (at, group) in address.segments().into_iter().enumerate() {
        if at > 0 {
            out.push(b':');
        }
        for shift in [12, 8, 4, 0] {
            out.push(hex_digit(group >> shift));
        }
    }
}

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

/// Reads a hardware address: six bytes in hexadecimal with colons, dashes, dots in the manner of Cisco, or none. `None`
/// otherwise.
pub fn read_mac(text: &[u8]) -> Option<[u8; 6]> {
    let separator = text.iter().find(|byte| hex(**byte).is_none());
    let size = match separator {
        None => 12,
        Some(b':' | b'-') => 2,
        Some(b'.') => 4,
        Some(_) => return None,
    };
    let mut value = 0u64;
    let mut digits = 0;
    let mut pending = false;
    for byte in text {
        if let Some(digit) = hex(*byte) {
            if digits == 12 || (digits > 0 && digits % size == 0 && !pending) {
                return None;
            }
            value = value << 4 | u64::from(digit);
            digits += 1;
            pending = false;
        } else if separator == Some(byte) && digits > 0 && digits % size == 0 && !pending {
            pending = true;
        } else {
            return None;
        }
    }
    let [_, _, mac @ ..] = value.to_be_bytes();
    (digits == 12 && !pending).then_some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
            assert_eq!(read_network(text.as_bytes()), Err(why), "{text:?}");
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
            assert_eq!(read_network(text.as_bytes()).unwrap().to_string(), network);
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
