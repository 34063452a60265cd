//! Special-purpose address blocks: the purposes that RFCs assign.

use super::{Cidr, IpFamily};

/// The purpose of a special-purpose block. The names are stable: they are part of message ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Private use: RFC 1918.
    Private,
    /// Carrier-grade NAT: RFC 6598.
    SharedAddress,
    /// Unique local addresses, the half that is generated locally: RFC 4193.
    UniqueLocal,
    /// Unique local addresses, the half that was never defined: RFC 4193.
    UniqueLocalUndefined,
    /// Site-local addresses, deprecated: RFC 3879.
    SiteLocal,
    /// Unspecified addresses: `0.0.0.0/8`, `::/128`.
    Unspecified,
    /// Loopback: `127.0.0.0/8`, `::1/128`.
    Loopback,
    /// Link-local addresses: `169.254.0.0/16`, `fe80::/10`.
    LinkLocal,
    /// Multicast: `224.0.0.0/4`, `ff00::/8`.
    Multicast,
    /// Documentation: RFC 5737, RFC 3849, RFC 9637.
    Documentation,
    /// Benchmarking: RFC 2544, RFC 5180.
    Benchmarking,
    /// Reserved: RFC 1112 section 4, and the limited broadcast address.
    Reserved,
    /// Translation between the families: RFC 6052 and RFC 8215.
    Translation,
    /// IPv4-mapped addresses: RFC 4291, addresses of IPv4 nodes written as IPv6.
    Ipv4Mapped,
    /// Protocol assignments: RFC 6890.
    ProtocolAssignments,
    /// Retired transition mechanisms: RFC 3056 and RFC 4380.
    Transition,
    /// Discard only: RFC 6666.
    DiscardOnly,
}

/// A block with its purpose and the document that assigns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecialBlock {
    /// The network as canonical text.
    pub cidr: &'static str,
    /// The purpose of the block.
    pub purpose: Purpose,
    /// The document that assigns the purpose.
    pub source: &'static str,
    /// Whether a cluster can use the block for pods or Services.
    pub usable: bool,
}

const fn row(cidr: &'static str, purpose: Purpose, source: &'static str, usable: bool) -> SpecialBlock {
    SpecialBlock {
        cidr,
        purpose,
        source,
        usable,
    }
}

/// Every block, the most specific first within a family.
pub const BLOCKS: &[SpecialBlock] = &[
    row("255.255.255.255/32", Purpose::Reserved, "RFC 919", false),
    row("192.0.0.0/24", Purpose::ProtocolAssignments, "RFC 6890", false),
    row("192.0.2.0/24", Purpose::Documentation, "RFC 5737", false),
    row("198.51.100.0/24", Purpose::Documentation, "RFC 5737", false),
    row("203.0.113.0/24", Purpose::Documentation, "RFC 5737", false),
    row("192.88.99.0/24", Purpose::Transition, "RFC 7526", false),
    row("169.254.0.0/16", Purpose::LinkLocal, "RFC 3927", false),
    row("192.168.0.0/16", Purpose::Private, "RFC 1918", true),
    row("198.18.0.0/15", Purpose::Benchmarking, "RFC 2544", true),
    row("172.16.0.0/12", Purpose::Private, "RFC 1918", true),
    row("100.64.0.0/10", Purpose::SharedAddress, "RFC 6598", true),
    row("0.0.0.0/8", Purpose::Unspecified, "RFC 791", false),
    row("10.0.0.0/8", Purpose::Private, "RFC 1918", true),
    row("127.0.0.0/8", Purpose::Loopback, "RFC 1122", false),
    row("224.0.0.0/4", Purpose::Multicast, "RFC 5771", false),
    row("240.0.0.0/4", Purpose::Reserved, "RFC 1112", false),
    row("::1/128", Purpose::Loopback, "RFC 4291", false),
    row("::/128", Purpose::Unspecified, "RFC 4291", false),
    row("::ffff:0:0/96", Purpose::Ipv4Mapped, "RFC 4291", false),
    row("64:ff9b::/96", Purpose::Translation, "RFC 6052", false),
    row("100::/64", Purpose::DiscardOnly, "RFC 6666", false),
    row("64:ff9b:1::/48", Purpose::Translation, "RFC 8215", false),
    row("2001:2::/48", Purpose::Benchmarking, "RFC 5180", true),
    row("2001::/32", Purpose::Transition, "RFC 4380", false),
    row("2001:db8::/32", Purpose::Documentation, "RFC 3849", false),
    row("3fff::/20", Purpose::Documentation, "RFC 9637", false),
    row("2002::/16", Purpose::Transition, "RFC 3056", false),
    row("fe80::/10", Purpose::LinkLocal, "RFC 4291", false),
    row("fec0::/10", Purpose::SiteLocal, "RFC 3879", false),
    row("fc00::/8", Purpose::UniqueLocalUndefined, "RFC 4193", false),
    row("fd00::/8", Purpose::UniqueLocal, "RFC 4193", true),
    row("ff00::/8", Purpose::Multicast, "RFC 4291", false),
];

impl SpecialBlock {
    /// Returns the network of the block. `None` if its text is not a network.
    pub fn network(&self) -> Option<Cidr> {
        // `::ffff:0:0/96` is IPv4-mapped by definition, which the strict reader refuses.
        let (address, prefix_len) = self.cidr.split_once('/')?;
        Cidr::containing(address.parse().ok()?, prefix_len.parse().ok()?)
    }
}

/// Returns the most specific special-purpose block that contains the whole network. `None` if there is no such block.
pub fn containing(cidr: &Cidr) -> Option<&'static SpecialBlock> {
    BLOCKS
        .iter()
        .find(|block| block.network().is_some_and(|network| network.contains(cidr)))
}

/// Returns the special-purpose blocks that share addresses with the network, in the order of the table.
pub fn overlapping(cidr: &Cidr) -> impl Iterator<Item = &'static SpecialBlock> + '_ {
    BLOCKS
        .iter()
        .filter(|block| block.network().is_some_and(|network| network.overlaps(cidr)))
}

/// Returns whether every address of the network is reachable from the Internet, as far as its block says.
pub fn is_global(cidr: &Cidr) -> bool {
    match cidr.family() {
        IpFamily::IPv4 => overlapping(cidr).next().is_none(),
        IpFamily::IPv6 => {
            overlapping(cidr).next().is_none()
                && Cidr::from_bits(IpFamily::IPv6, 0x2000 << 112, 3).is_some_and(|gua| gua.contains(cidr))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_written_canonically_and_sorted_by_length() {
        let mut previous: Option<Cidr> = None;
        for block in BLOCKS {
            let network = block.network().unwrap();
            assert!(
                block.purpose == Purpose::Ipv4Mapped || network.to_string() == block.cidr,
                "{}",
                block.cidr
            );
            if let Some(previous) = previous.filter(|p| p.family() == network.family()) {
                let looser = BLOCKS
                    .iter()
                    .take_while(|b| b.cidr != block.cidr)
                    .any(|b| b.network().is_some_and(|n| n.contains(&network)));
                assert!(!looser, "{} would never be found after {previous}", block.cidr);
            }
            previous = Some(network);
        }
    }

    #[test]
    fn ranges_are_recognised() {
        let purpose = |text: &str| containing(&text.parse().unwrap()).map(|b| b.purpose);
        assert_eq!(purpose("10.244.0.0/16"), Some(Purpose::Private));
        assert_eq!(purpose("fd00:10:244::/56"), Some(Purpose::UniqueLocal));
        assert_eq!(purpose("2001:db8::/48"), Some(Purpose::Documentation));
        assert_eq!(purpose("8.8.8.0/24"), None);
        assert!(is_global(&"2a00:1450::/32".parse().unwrap()));
        assert!(!is_global(&"fd00::/8".parse().unwrap()));
        assert!(!is_global(&"1100::/16".parse().unwrap()));
    }
}
