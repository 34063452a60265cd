//! Addresses and networks the way Go's `net.IP`, `net.IPMask` and `net.IPNet` hold them: a slice of 4 or 16 bytes.
//!
//! Elsewhere an IPv4-mapped network counts as IPv4. The node IPAM controller differs: the 16-byte mask
//! of `::ffff:10.244.0.0/112` counts as 112 against an IPv4 node mask, and the index arithmetic reads the first
//! four bytes. The answers of kube-controller-manager to such flags follow from the bytes, so this module keeps them.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use crate::net::lenient::{self, Oddity};
use crate::net::{Cidr, IpFamily};

const MAPPED_PREFIX: u128 = 0xffff << 32;

/// An address, `net.IP`, which is never nil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoIp {
    /// An address of 4 bytes.
    Four(u32),
    /// An address of 16 bytes, which may be an IPv4-mapped one.
    Sixteen(u128),
}

/// A mask, `net.IPMask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoMask {
    /// The nil mask: `net.CIDRMask` of a length that does not exist.
    Nil,
    /// A mask of 4 bytes, with its number of leading ones.
    Four(u8),
    /// A mask of 16 bytes, with its number of leading ones.
    Sixteen(u8),
}

/// A network, `net.IPNet`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoNet {
    /// The address of the network.
    pub ip: GoIp,
    /// The mask of the network.
    pub mask: GoMask,
}

impl GoIp {
    /// Returns the 4 bytes of the address as `net.IP.To4` does. `None` if the address is not IPv4.
    pub fn to_four(self) -> Option<u32> {
        match self {
            GoIp::Four(bits) => Some(bits),
            // The shift leaves 32 bits.
            GoIp::Sixteen(bits) => (bits >> 32 == 0xffff).then_some((bits & 0xffff_ffff) as u32),
        }
    }

    /// Returns the first four bytes as a number, as `binary.BigEndian.Uint32` reads them.
    pub fn first_four(self) -> u32 {
        match self {
            GoIp::Four(bits) => bits,
            GoIp::Sixteen(bits) => (bits >> 96) as u32,
        }
    }

    /// Returns the bytes as one number, as `big.Int.SetBytes` reads them.
    pub fn number(self) -> u128 {
        match self {
            GoIp::Four(bits) => u128::from(bits),
            GoIp::Sixteen(bits) => bits,
        }
    }

    /// Applies a mask as `IP.Mask` does. `None` stands for nil.
    pub fn mask(self, mask: GoMask) -> Option<GoIp> {
        let mask = match (self, mask) {
            (GoIp::Four(_), GoMask::Sixteen(ones)) if ones >= 96 => GoMask::Four(ones - 96),
            (_, mask) => mask,
        };
        let ip = match (self.to_four(), mask) {
            (Some(four), GoMask::Four(_)) => GoIp::Four(four),
            _ => self,
        };
        match (ip, mask) {
            (GoIp::Four(bits), GoMask::Four(ones)) => Some(GoIp::Four(bits & mask32(ones))),
            (GoIp::Sixteen(bits), GoMask::Sixteen(ones)) => Some(GoIp::Sixteen(bits & mask128(ones))),
            _ => None,
        }
    }
}

impl fmt::Display for GoIp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.to_four(), self) {
            (Some(four), _) => Ipv4Addr::from_bits(four).fmt(f),
            (None, ip) => Ipv6Addr::from_bits(ip.number()).fmt(f),
        }
    }
}

impl GoMask {
    /// Creates the mask `net.CIDRMask(ones, bits)`, where `bits` is the width of `like`.
    pub fn of_size(ones: i64, like: GoMask) -> GoMask {
        match (like, u8::try_from(ones)) {
            (GoMask::Four(_), Ok(ones)) if ones <= 32 => GoMask::Four(ones),
            (GoMask::Sixteen(_), Ok(ones)) if ones <= 128 => GoMask::Sixteen(ones),
            _ => GoMask::Nil,
        }
    }

    /// Returns the number of leading ones, the first result of `IPMask.Size`.
    pub fn ones(self) -> u8 {
        match self {
            GoMask::Nil => 0,
            GoMask::Four(ones) | GoMask::Sixteen(ones) => ones,
        }
    }

    /// Returns the first four bytes of the mask as a number.
    pub fn first_four(self) -> u32 {
        mask32(self.ones().min(32))
    }
}

impl GoNet {
    /// Reads a network as `ParseCIDRSloppy` does. `None` if that returns an error.
    pub fn parse(text: &str) -> Option<GoNet> {
        let read = lenient::parse_cidr(text)?;
        let mut net = GoNet::from(read.cidr);
        if read.oddities.contains(&Oddity::Ipv4Mapped)
            && let (GoIp::Four(bits), GoMask::Four(ones)) = (net.ip, net.mask)
        {
            net = GoNet {
                ip: GoIp::Sixteen(MAPPED_PREFIX | u128::from(bits)),
                mask: GoMask::Sixteen(ones + 96),
            };
        }
        Some(net)
    }

    /// Returns the network in the form that other components understand. `None` for a mask that does not exist.
    pub fn to_cidr(self) -> Option<Cidr> {
        self.number_and_mask().and_then(|(ip, ones)| match ip {
            GoIp::Four(bits) => Cidr::from_bits(IpFamily::IPv4, u128::from(bits), ones),
            GoIp::Sixteen(bits) => Cidr::from_bits(IpFamily::IPv6, bits, ones),
        })
    }

    /// Returns the family as `IsIPv6CIDR` decides it: by the address, so an IPv4-mapped network is IPv4.
    pub fn family(self) -> IpFamily {
        if self.ip.to_four().is_some() {
            IpFamily::IPv4
        } else {
            IpFamily::IPv6
        }
    }

    /// Returns the length of the mask in bits, as written: 112 for `::ffff:10.244.0.0/112`.
    pub fn mask_size(self) -> u8 {
        self.mask.ones()
    }

    /// Reads a comma-separated list of networks. `None` if one entry cannot be read.
    pub fn parse_list(text: &str) -> Option<Vec<GoNet>> {
        text.split(',').map(GoNet::parse).collect()
    }

    /// Returns the width of the mask in bits, as written: 32 or 128; 0 for a mask that does not exist.
    pub fn width(self) -> u8 {
        match self.mask {
            GoMask::Nil => 0,
            GoMask::Four(_) => 32,
            GoMask::Sixteen(_) => 128,
        }
    }

    /// Returns the number of bits of the mask that are not set.
    pub fn host_bits(self) -> u8 {
        self.width().saturating_sub(self.mask_size())
    }

    /// Returns the number of addresses as `RangeSize` of `k8s.io/utils/net` does: 0 for the two largest sizes of a
    /// family, and at most the largest `int64`.
    pub fn range_size(self) -> i64 {
        let (width, host_bits) = (self.width(), self.host_bits());
        if (width == 32 && host_bits >= 31) || (width == 128 && host_bits >= 127) {
            return 0;
        }
        1i64.checked_shl(u32::from(host_bits))
            .filter(|_| host_bits < 63)
            .unwrap_or(i64::MAX)
    }

    /// Returns whether the network contains the address, as `IPNet.Contains` does. `None` is a nil address.
    pub fn contains(self, ip: Option<GoIp>) -> bool {
        let Some((network, ones)) = self.number_and_mask() else {
            // Without bytes to compare, Go finds two empty slices equal.
            return ip.is_none();
        };
        match (network, ip.map(|ip| ip.to_four().map_or(ip, GoIp::Four))) {
            (GoIp::Four(a), Some(GoIp::Four(b))) => (a ^ b) & mask32(ones) == 0,
            (GoIp::Sixteen(a), Some(GoIp::Sixteen(b))) => (a ^ b) & mask128(ones) == 0,
            _ => false,
        }
    }

    /// Returns what `networkNumberAndMask` of Go's `net` returns.
    fn number_and_mask(self) -> Option<(GoIp, u8)> {
        match (self.ip.to_four(), self.mask) {
            (_, GoMask::Nil) | (None, GoMask::Four(_)) => None,
            (Some(four), GoMask::Four(ones)) => Some((GoIp::Four(four), ones)),
            (Some(four), GoMask::Sixteen(ones)) => Some((GoIp::Four(four), ones.saturating_sub(96))),
            (None, GoMask::Sixteen(ones)) => Some((self.ip, ones)),
        }
    }
}

/// Returns whether the networks have at least one of each family, as `IsDualStackCIDRs` of `k8s.io/utils/net` does.
pub fn is_dual_stack(nets: &[GoNet]) -> bool {
    IpFamily::ALL
        .iter()
        .all(|family| nets.iter().any(|net| net.family() == *family))
}

impl From<Cidr> for GoNet {
    fn from(cidr: Cidr) -> Self {
        match cidr.family() {
            // An IPv4 network has 32 bits.
            IpFamily::IPv4 => GoNet {
                ip: GoIp::Four(cidr.first_bits() as u32),
                mask: GoMask::Four(cidr.prefix_len()),
            },
            IpFamily::IPv6 => GoNet {
                ip: GoIp::Sixteen(cidr.first_bits()),
                mask: GoMask::Sixteen(cidr.prefix_len()),
            },
        }
    }
}

impl fmt::Display for GoNet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number_and_mask() {
            Some((ip, ones)) => write!(f, "{ip}/{ones}"),
            None => f.write_str("<nil>"),
        }
    }
}

fn mask32(ones: u8) -> u32 {
    u32::MAX
        .checked_shl(32u32.saturating_sub(u32::from(ones)))
        .unwrap_or(0)
}

/// Returns a mask of 16 bytes with that many leading ones, as a number.
pub fn mask128(ones: u8) -> u128 {
    u128::MAX
        .checked_shl(128u32.saturating_sub(u32::from(ones)))
        .unwrap_or(0)
}

/// Splits a host from the port behind it, as `net.SplitHostPort` does.
///
/// # Errors
/// Returns why there is no such pair, as Go says it behind `address …: `.
///
/// ```
/// use dualstack_ground::go::net::split_host_port;
/// assert_eq!(split_host_port("[fd00::1]:6443"), Ok(("fd00::1", "6443")));
/// assert_eq!(split_host_port("fd00::1"), Err("too many colons in address"));
/// ```
pub fn split_host_port(text: &str) -> Result<(&str, &str), &'static str> {
    const MISSING_PORT: &str = "missing port in address";
    const TOO_MANY_COLONS: &str = "too many colons in address";
    let (before, port) = text.rsplit_once(':').ok_or(MISSING_PORT)?;
    let host = match text.strip_prefix('[') {
        None if before.contains(':') => return Err(TOO_MANY_COLONS),
        None => before,
        Some(inside) => {
            let (host, behind) = inside.split_once(']').ok_or("missing ']' in address")?;
            let port = behind.strip_prefix(':').ok_or(MISSING_PORT)?;
            if port.contains(':') {
                return Err(TOO_MANY_COLONS);
            }
            host
        }
    };
    let holds = |bracket: char| host.contains(bracket) || port.contains(bracket);
    if holds('[') {
        return Err("unexpected '[' in address");
    }
    if holds(']') {
        return Err("unexpected ']' in address");
    }
    Ok((host, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(text: &str) -> GoNet {
        GoNet::parse(text).unwrap()
    }

    #[test]
    fn a_mapped_network_is_ipv4_with_a_long_mask() {
        let mapped = net("::ffff:10.244.0.0/112");
        assert_eq!((mapped.family(), mapped.mask_size()), (IpFamily::IPv4, 112));
        assert_eq!(mapped.to_string(), "10.244.0.0/16");
        assert!(mapped.contains(Some(GoIp::Four(0x0af4_0101))));
    }

    #[test]
    fn a_mapped_network_that_cuts_into_the_prefix_is_ipv6() {
        let cut = net("::ffff:10.244.0.0/90");
        assert_eq!((cut.family(), cut.mask_size()), (IpFamily::IPv6, 90));
    }

    #[test]
    fn families_never_contain_each_other() {
        let (four, six) = (net("10.0.0.0/8"), net("fd00::/8"));
        assert!(!four.contains(six.ip.mask(four.mask)) && !six.contains(four.ip.mask(six.mask)));
        let everything = net("::/0");
        assert!(!everything.contains(four.ip.mask(everything.mask)));
    }

    #[test]
    fn a_mask_that_does_not_exist_prints_as_nil() {
        let garbage = GoNet {
            ip: GoIp::Four(0),
            mask: GoMask::of_size(33, GoMask::Four(16)),
        };
        assert_eq!(garbage.to_string(), "<nil>");
        assert_eq!(garbage.to_cidr(), None);
    }

    #[test]
    fn sizes_as_go_counts_them() {
        for (text, size) in [
            ("10.0.0.0/24", 256),
            ("10.0.0.0/31", 2),
            ("0.0.0.0/1", 0),
            ("0.0.0.0/2", 1 << 30),
            ("fd00::/112", 65536),
            ("fd00::/65", i64::MAX),
            ("fd00::/66", 1 << 62),
            ("::/1", 0),
            ("::/2", i64::MAX),
            ("::ffff:10.0.0.0/112", 65536),
        ] {
            assert_eq!(GoNet::parse(text).unwrap().range_size(), size, "{text}");
        }
    }

    #[test]
    fn a_mapped_network_keeps_its_long_mask() {
        let mapped = GoNet::parse("::ffff:10.0.0.0/104").unwrap();
        assert_eq!(
            (mapped.mask_size(), mapped.width(), mapped.family()),
            (104, 128, IpFamily::IPv4)
        );
        assert_eq!(GoNet::parse_list("10.0.0.0/8,"), None);
    }

    #[test]
    fn hosts_and_ports_are_split_as_go_does() {
        for (text, split) in [
            ("10.0.0.1:80", Ok(("10.0.0.1", "80"))),
            (":80", Ok(("", "80"))),
            ("a:", Ok(("a", ""))),
            ("[fd00::1]:80", Ok(("fd00::1", "80"))),
            ("10.0.0.1", Err("missing port in address")),
            ("[fd00::1]", Err("missing port in address")),
            ("[fd00::1]x:80", Err("missing port in address")),
            ("", Err("missing port in address")),
            ("fd00::1", Err("too many colons in address")),
            ("[fd00::1]:80:81", Err("too many colons in address")),
            ("[fd00::1:80", Err("missing ']' in address")),
            ("[[fd00::1]:80", Err("unexpected '[' in address")),
            ("a[:80", Err("unexpected '[' in address")),
            ("a]:80", Err("unexpected ']' in address")),
            ("[fd00::1]:]80", Err("unexpected ']' in address")),
        ] {
            assert_eq!(split_host_port(text), split, "{text}");
        }
    }
}
