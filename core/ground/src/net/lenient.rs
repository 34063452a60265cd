//! Reading of addresses as Kubernetes components up to 1.35 do it, with a list of the oddities of the text.
//!
//! Models `k8s.io/utils/net` `ParseIPSloppy` and `ParseCIDRSloppy` (`net/parse.go`): leading zeros in IPv4 octets are
//! read as decimal, host bits are dropped, IPv4-mapped IPv6 is IPv4, a zone is refused, nothing is trimmed.

use std::fmt::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use super::{Cidr, CidrError, IpFamily};

/// An unusual form of a text that older components accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Oddity {
    /// Leading zeros: `010.0.0.1`, `10.0.0.0/08`.
    LeadingZeros,
    /// An IPv4-mapped address: `::ffff:10.0.0.1`.
    Ipv4Mapped,
    /// Host bits in a network: `10.96.0.7/16`.
    HostBits,
    /// Readable text that is not in the form of RFC 5952: `FD00::`, `fd00:0:0::`.
    NotRfc5952,
}

/// An address and the oddities of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LenientAddress {
    /// The address; an IPv4-mapped one is converted to IPv4.
    pub address: IpAddr,
    /// The oddities of the text, in the order of [`Oddity`].
    pub oddities: Vec<Oddity>,
}

/// A network and the oddities of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LenientCidr {
    /// The network, without host bits.
    pub cidr: Cidr,
    /// The address as written, with host bits.
    pub address: IpAddr,
    /// The oddities of the text, in the order of [`Oddity`].
    pub oddities: Vec<Oddity>,
}

/// Reads an address as `ParseIPSloppy` does. `None` if that returns nil.
///
/// ```
/// use dualstack_ground::net::lenient::{Oddity, parse_address};
/// let odd = parse_address("010.0.0.1").unwrap();
/// assert_eq!(odd.address.to_string(), "10.0.0.1");
/// assert_eq!(odd.oddities, [Oddity::LeadingZeros]);
/// assert!(parse_address("fe80::1%eth0").is_none());
/// ```
pub fn parse_address(text: &str) -> Option<LenientAddress> {
    if text.contains(':') {
        let (address, mut oddities) = parse_v6(text)?;
        if let Some(v4) = address.to_ipv4_mapped() {
            oddities.push(Oddity::Ipv4Mapped);
            return Some(LenientAddress {
                address: v4.into(),
                oddities: in_order(&oddities),
            });
        }
        if oddities.is_empty() && !is_written_as(address, text) {
            oddities.push(Oddity::NotRfc5952);
        }
        return Some(LenientAddress {
            address: address.into(),
            oddities,
        });
    }
    let (address, leading_zeros) = parse_v4(text)?;
    let oddities = if leading_zeros {
        vec![Oddity::LeadingZeros]
    } else {
        Vec::new()
    };
    Some(LenientAddress {
        address: address.into(),
        oddities,
    })
}

/// Returns whether a value is written as that text, without writing it.
fn is_written_as(value: impl fmt::Display, text: &str) -> bool {
    struct Rest<'a>(&'a str);
    impl fmt::Write for Rest<'_> {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
            Ok(())
        }
    }
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// Reads a network as `ParseCIDRSloppy` does. `None` if that returns an error.
///
/// ```
/// use dualstack_ground::net::lenient::{Oddity, parse_cidr};
/// let odd = parse_cidr("10.96.0.7/16").unwrap();
/// assert_eq!(odd.cidr.to_string(), "10.96.0.0/16");
/// assert_eq!(odd.oddities, [Oddity::HostBits]);
/// ```
pub fn parse_cidr(text: &str) -> Option<LenientCidr> {
    let (address_text, length_text) = text.split_once('/')?;
    let written_v6 = address_text.contains(':');
    let LenientAddress {
        address,
        mut oddities,
    } = parse_address(address_text)?;
    let mut prefix_len = parse_prefix_len(length_text)?;
    if length_text.len() > 1 && length_text.starts_with('0') {
        oddities.push(Oddity::LeadingZeros);
    }
    let width: u8 = if written_v6 { 128 } else { 32 };
    if prefix_len > width {
        return None;
    }
    let mapped = written_v6 && address.is_ipv4();
    let (address, cidr) = if mapped && prefix_len >= 96 {
        prefix_len -= 96;
        (address, Cidr::containing(address, prefix_len)?)
    } else if let (true, IpAddr::V4(v4)) = (mapped, address) {
        // ::ffff:10.0.0.0/8 cuts into the mapped prefix itself: what is left is an IPv6 network.
        let v6 = IpAddr::V6(v4.to_ipv6_mapped());
        (v6, Cidr::containing(v6, prefix_len)?)
    } else {
        (address, Cidr::containing(address, prefix_len)?)
    };
    if cidr.network() != address {
        oddities.push(Oddity::HostBits);
    }
    Some(LenientCidr {
        cidr,
        address,
        oddities: in_order(&oddities),
    })
}

/// Each of these once, in the order of [`Oddity`].
fn in_order(oddities: &[Oddity]) -> Vec<Oddity> {
    let all = [
        Oddity::LeadingZeros,
        Oddity::Ipv4Mapped,
        Oddity::HostBits,
        Oddity::NotRfc5952,
    ];
    all.into_iter()
        .filter(|oddity| oddities.contains(oddity))
        .collect()
}

/// Reads a prefix length as Go's `ParseCIDR` does: decimal digits only, at most 128.
fn parse_prefix_len(text: &str) -> Option<u8> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // A very long run of digits overflows Go's limit too and is refused there.
    text.parse::<u32>()
        .ok()
        .and_then(|n| u8::try_from(n).ok())
        .filter(|n| *n <= 128)
}

fn parse_v4(text: &str) -> Option<(Ipv4Addr, bool)> {
    let mut octets = [0u8; 4];
    let mut leading_zeros = false;
    let mut parts = text.split('.');
    for octet in &mut octets {
        let part = parts.next()?;
        if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        leading_zeros |= part.len() > 1 && part.starts_with('0');
        *octet = part.parse::<u32>().ok().and_then(|n| u8::try_from(n).ok())?;
    }
    parts
        .next()
        .is_none()
        .then(|| (Ipv4Addr::from(octets), leading_zeros))
}

fn parse_v6(text: &str) -> Option<(Ipv6Addr, Vec<Oddity>)> {
    if let Ok(address) = text.parse::<Ipv6Addr>() {
        return Some((address, Vec::new()));
    }
    // Go takes any number of zeros before a group: `000fd00::1`.
    let groups: Vec<&str> = text.split(':').map(without_zeros).collect();
    if let Ok(address) = groups.join(":").parse::<Ipv6Addr>() {
        return Some((address, Vec::new()));
    }
    // An embedded IPv4 part can be readable for Go and not for Rust: `::ffff:010.0.0.1`.
    let (head, tail) = text.rsplit_once(':')?;
    let (v4, leading_zeros) = parse_v4(tail)?;
    let address = format!("{head}:{v4}").parse().ok()?;
    Some((
        address,
        if leading_zeros {
            vec![Oddity::LeadingZeros]
        } else {
            Vec::new()
        },
    ))
}

/// Returns a group of more than four digits without the zeros that it begins with.
fn without_zeros(group: &str) -> &str {
    match group.len().checked_sub(4) {
        Some(more @ 1..) => {
            let (zeros, rest) = group.split_at_checked(more).unwrap_or(("", group));
            if zeros.bytes().all(|digit| digit == b'0') {
                rest
            } else {
                group
            }
        }
        _ => group,
    }
}

// The strict reading: only what both Go readers of every version take, in its canonical form.
impl FromStr for Cidr {
    type Err = CidrError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = parse_cidr(text).ok_or(CidrError::NotACidr)?;
        if read.oddities.is_empty() {
            Ok(read.cidr)
        } else {
            Err(CidrError::NotCanonical(read.cidr))
        }
    }
}

/// The family of an address; `None` for what is not one.
pub fn family_of(address: &str) -> Option<IpFamily> {
    parse_address(address).map(|read| IpFamily::of(read.address))
}

/// The family of a network; `None` for what is not one.
pub fn family_of_range(range: &str) -> Option<IpFamily> {
    parse_cidr(range).map(|read| read.cidr.family())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_texts_are_read_and_described() {
        use Oddity::{HostBits, Ipv4Mapped, LeadingZeros, NotRfc5952};
        for (text, network, oddities) in [
            ("10.96.0.0/16", "10.96.0.0/16", &[][..]),
            ("010.096.0.0/16", "10.96.0.0/16", &[LeadingZeros]),
            ("10.96.0.7/16", "10.96.0.0/16", &[HostBits]),
            ("10.96.0.0/016", "10.96.0.0/16", &[LeadingZeros]),
            ("::ffff:10.244.0.0/112", "10.244.0.0/16", &[Ipv4Mapped]),
            ("FD00:10:96::/112", "fd00:10:96::/112", &[NotRfc5952]),
            ("fd00:0010::/32", "fd00:10::/32", &[NotRfc5952]),
            ("000fd00:00010::/32", "fd00:10::/32", &[NotRfc5952]),
        ] {
            let read = parse_cidr(text).unwrap();
            assert_eq!(
                (read.cidr.to_string().as_str(), read.oddities.as_slice()),
                (network, oddities),
                "{text}"
            );
        }
    }

    #[test]
    fn unreadable_texts_are_refused() {
        for text in [
            "",
            "banana",
            "10.0.0.0",
            "10.0.0.0/33",
            "10.0.0/8",
            " 10.0.0.0/8",
            "10.0.0.0/8 ",
            "fe80::1%eth0/64",
            "10.0.0.0/+8",
            "10.0.0.256/8",
            "::/129",
            "10.0.0.0/",
            "/8",
            "1:2:3:4:5:6:7:8:9/64",
        ] {
            assert_eq!(parse_cidr(text), None, "{text:?}");
        }
    }
}
