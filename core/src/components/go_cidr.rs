//! What Go's `net.IPNet` remembers about a network and [`crate::net::Cidr`] does not: an IPv4-mapped one keeps a mask
//! of 128 bits although its address counts as IPv4.

use crate::net::lenient::{self, Oddity};
use crate::net::{Cidr, IpFamily};

/// A network as `ParseCIDRSloppy` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GoCidr {
    pub(super) cidr: Cidr,
    /// Length of the mask as Go counts it.
    pub(super) ones: u8,
    /// Width of the mask as Go counts it: 32 or 128.
    pub(super) bits: u8,
}

impl GoCidr {
    pub(super) fn parse(text: &str) -> Option<GoCidr> {
        let read = lenient::parse_cidr(text)?;
        let mapped = read.oddities.contains(&Oddity::Ipv4Mapped) && read.cidr.family() == IpFamily::IPv4;
        let (ones, bits) = if mapped {
            (read.cidr.prefix_len().saturating_add(96), 128)
        } else {
            (read.cidr.prefix_len(), read.cidr.family().width())
        };
        Some(GoCidr {
            cidr: read.cidr,
            ones,
            bits,
        })
    }

    /// A comma list; `None` as soon as one entry cannot be read.
    pub(super) fn parse_list(text: &str) -> Option<Vec<GoCidr>> {
        text.split(',').map(GoCidr::parse).collect()
    }

    pub(super) fn host_bits(self) -> u8 {
        self.bits.saturating_sub(self.ones)
    }

    pub(super) fn family(self) -> IpFamily {
        self.cidr.family()
    }

    /// `RangeSize` of `k8s.io/utils/net`: 0 for the two largest sizes of a family, never more than an `int64` holds.
    pub(super) fn range_size(self) -> i64 {
        let host_bits = self.host_bits();
        if (self.bits == 32 && host_bits >= 31) || (self.bits == 128 && host_bits >= 127) {
            return 0;
        }
        1i64.checked_shl(u32::from(host_bits))
            .filter(|_| host_bits < 63)
            .unwrap_or(i64::MAX)
    }
}

/// `IsDualStackCIDRs`: at least one of each family.
pub(super) fn is_dual_stack(cidrs: &[GoCidr]) -> bool {
    IpFamily::ALL
        .iter()
        .all(|family| cidrs.iter().any(|cidr| cidr.family() == *family))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(GoCidr::parse(text).unwrap().range_size(), size, "{text}");
        }
    }

    #[test]
    fn a_mapped_network_keeps_its_long_mask() {
        let mapped = GoCidr::parse("::ffff:10.0.0.0/104").unwrap();
        assert_eq!(
            (mapped.ones, mapped.bits, mapped.family()),
            (104, 128, IpFamily::IPv4)
        );
        assert_eq!(GoCidr::parse_list("10.0.0.0/8,"), None);
    }
}
