//! Characters of addresses: read from the beginning of a text, and written.

use std::net::{Ipv4Addr, Ipv6Addr};

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

/// The value of a decimal digit.
#[inline]
pub(crate) fn digit(byte: u8) -> Option<u8> {
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
    scan_v4(text)
        .filter(|(_, end)| *end == text.len())
        .map(|(address, _)| address)
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
    HEX_VALUES
        .get(usize::from(byte))
        .copied()
        .filter(|value| *value < 16)
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
            let low = address & ones(behind);
            let high = address.checked_shr(u32::from(behind)).unwrap_or(0);
            high.checked_shl(u32::from(16 * (8 - before))).unwrap_or(0) | low
        }
        Some(_) => return None,
    };
    Some((address, at))
}

/// The number whose lowest bits are set, fewer than 128.
#[inline]
fn ones(bits: u8) -> u128 {
    (1 << bits) - 1
}

/// Reads an address of IPv6. `None` for any other text.
pub fn read_v6(text: &[u8]) -> Option<u128> {
    scan_v6(text)
        .filter(|(_, end)| *end == text.len())
        .map(|(address, _)| address)
}

/// Numbers below 256 in decimal: three bytes, of which the last one of the row says how many count.
#[allow(clippy::indexing_slicing, reason = "computed by the compiler")]
const DECIMALS: [[u8; 4]; 256] = {
    let mut texts = [[0; 4]; 256];
    let mut value = 0;
    while value < 256 {
        let digits = [
            b'0' + (value / 100) as u8,
            b'0' + (value / 10 % 10) as u8,
            b'0' + (value % 10) as u8,
        ];
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

    /// Returns the text.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Appends the text to a list.
    #[inline]
    pub fn append_to(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.as_bytes());
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
pub(crate) fn hex_digit(value: u16) -> u8 {
    HEX_DIGITS
        .get(usize::from(value & 15))
        .copied()
        .unwrap_or_default()
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
