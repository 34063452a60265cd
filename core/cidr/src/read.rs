//! Networks of one family as they are written.

use crate::Bits;
use crate::digits::digit;

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
