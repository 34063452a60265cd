//! Blocks with a special purpose, and the documents that give it to them.
//!
//! IANA, "IPv4 Special-Purpose Address Registry" and "IPv6 Special-Purpose Address Registry" (RFC 6890, RFC 8190), with the
//! names and the columns of the registries. Multicast and site-local addresses are in other registries and are here too,
//! marked by [`Special::of_registry`].

use crate::{Net, Network};

/// A block with a special purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Special {
    /// The block as text.
    pub cidr: &'static str,
    /// The name in the registry.
    pub name: &'static str,
    /// The document that gives the block its purpose.
    pub rfc: &'static str,
    /// May stand as the source of a packet. `None` where the registry has no value, as in deprecated blocks.
    pub source: Option<bool>,
    /// May stand as the destination of a packet.
    pub destination: Option<bool>,
    /// Routers may forward it.
    pub forwardable: Option<bool>,
    /// May be reached from everywhere.
    pub global: Option<bool>,
    /// Every implementation of IP has to treat it specially.
    pub reserved_by_protocol: Option<bool>,
    /// Whether it stands in the two special-purpose registries.
    pub of_registry: bool,
}

/// The columns of a row: `y`, `n`, and `-` for no value.
const fn row(cidr: &'static str, name: &'static str, rfc: &'static str, columns: &[u8; 5]) -> Special {
    const fn cell(byte: u8) -> Option<bool> {
        match byte {
            b'y' => Some(true),
            b'n' => Some(false),
            _ => None,
        }
    }
    let [source, destination, forwardable, global, reserved] = *columns;
    Special {
        cidr,
        name,
        rfc,
        source: cell(source),
        destination: cell(destination),
        forwardable: cell(forwardable),
        global: cell(global),
        reserved_by_protocol: cell(reserved),
        of_registry: true,
    }
}

const fn beside(cidr: &'static str, name: &'static str, rfc: &'static str, columns: &[u8; 5]) -> Special {
    Special {
        of_registry: false,
        ..row(cidr, name, rfc, columns)
    }
}

/// The blocks of IPv4, in order of addresses; a block before those in it.
pub const V4: &[Special] = &[
    row("0.0.0.0/8", "\"This network\"", "RFC 791", b"ynnny"),
    row(
        "0.0.0.0/32",
        "\"This host on this network\"",
        "RFC 1122",
        b"ynnny",
    ),
    row("10.0.0.0/8", "Private-Use", "RFC 1918", b"yyynn"),
    row("100.64.0.0/10", "Shared Address Space", "RFC 6598", b"yyynn"),
    row("127.0.0.0/8", "Loopback", "RFC 1122", b"nnnny"),
    row("169.254.0.0/16", "Link Local", "RFC 3927", b"yynny"),
    row("172.16.0.0/12", "Private-Use", "RFC 1918", b"yyynn"),
    row("192.0.0.0/24", "IETF Protocol Assignments", "RFC 6890", b"nnnnn"),
    row(
        "192.0.0.0/29",
        "IPv4 Service Continuity Prefix",
        "RFC 7335",
        b"yyynn",
    ),
    row("192.0.0.8/32", "IPv4 dummy address", "RFC 7600", b"ynnnn"),
    row(
        "192.0.0.9/32",
        "Port Control Protocol Anycast",
        "RFC 7723",
        b"yyyyn",
    ),
    row(
        "192.0.0.10/32",
        "Traversal Using Relays around NAT Anycast",
        "RFC 8155",
        b"yyyyn",
    ),
    row("192.0.0.170/32", "NAT64/DNS64 Discovery", "RFC 7050", b"nnnny"),
    row("192.0.0.171/32", "NAT64/DNS64 Discovery", "RFC 7050", b"nnnny"),
    row("192.0.2.0/24", "Documentation (TEST-NET-1)", "RFC 5737", b"nnnnn"),
    row("192.31.196.0/24", "AS112-v4", "RFC 7535", b"yyyyn"),
    row("192.52.193.0/24", "AMT", "RFC 7450", b"yyyyn"),
    row(
        "192.88.99.0/24",
        "Deprecated (6to4 Relay Anycast)",
        "RFC 7526",
        b"-----",
    ),
    row(
        "192.88.99.2/32",
        "6a44-relay anycast address",
        "RFC 6751",
        b"yyynn",
    ),
    row("192.168.0.0/16", "Private-Use", "RFC 1918", b"yyynn"),
    row(
        "192.175.48.0/24",
        "Direct Delegation AS112 Service",
        "RFC 7534",
        b"yyyyn",
    ),
    row("198.18.0.0/15", "Benchmarking", "RFC 2544", b"yyynn"),
    row(
        "198.51.100.0/24",
        "Documentation (TEST-NET-2)",
        "RFC 5737",
        b"nnnnn",
    ),
    row(
        "203.0.113.0/24",
        "Documentation (TEST-NET-3)",
        "RFC 5737",
        b"nnnnn",
    ),
    beside("224.0.0.0/4", "Multicast", "RFC 5771", b"nyy-n"),
    row("240.0.0.0/4", "Reserved", "RFC 1112", b"nnnny"),
    row("255.255.255.255/32", "Limited Broadcast", "RFC 8190", b"nynny"),
];

/// The blocks of IPv6, in order of addresses; a block before those in it.
pub const V6: &[Special] = &[
    row("::/128", "Unspecified Address", "RFC 4291", b"ynnny"),
    row("::1/128", "Loopback Address", "RFC 4291", b"nnnny"),
    row("::ffff:0:0/96", "IPv4-mapped Address", "RFC 4291", b"nnnny"),
    row("64:ff9b::/96", "IPv4-IPv6 Translat.", "RFC 6052", b"yyyyn"),
    row("64:ff9b:1::/48", "IPv4-IPv6 Translat.", "RFC 8215", b"yyynn"),
    row("100::/64", "Discard-Only Address Block", "RFC 6666", b"yyynn"),
    row("100:0:0:1::/64", "Dummy IPv6 Prefix", "RFC 9780", b"ynnnn"),
    row("2001::/23", "IETF Protocol Assignments", "RFC 2928", b"nnnnn"),
    row("2001::/32", "TEREDO", "RFC 4380", b"yyy-n"),
    row(
        "2001:1::1/128",
        "Port Control Protocol Anycast",
        "RFC 7723",
        b"yyyyn",
    ),
    row(
        "2001:1::2/128",
        "Traversal Using Relays around NAT Anycast",
        "RFC 8155",
        b"yyyyn",
    ),
    row(
        "2001:1::3/128",
        "DNS-SD Service Registration Protocol Anycast",
        "RFC 9665",
        b"yyyyn",
    ),
    row("2001:2::/48", "Benchmarking", "RFC 5180", b"yyynn"),
    row("2001:3::/32", "AMT", "RFC 7450", b"yyyyn"),
    row("2001:4:112::/48", "AS112-v6", "RFC 7535", b"yyyyn"),
    row(
        "2001:10::/28",
        "Deprecated (previously ORCHID)",
        "RFC 4843",
        b"-----",
    ),
    row("2001:20::/28", "ORCHIDv2", "RFC 7343", b"yyyyn"),
    row(
        "2001:30::/28",
        "Drone Remote ID Protocol Entity Tags (DETs) Prefix",
        "RFC 9374",
        b"yyyyn",
    ),
    row("2001:db8::/32", "Documentation", "RFC 3849", b"nnnnn"),
    row("2002::/16", "6to4", "RFC 3056", b"yyy-n"),
    row(
        "2620:4f:8000::/48",
        "Direct Delegation AS112 Service",
        "RFC 7534",
        b"yyyyn",
    ),
    row("3fff::/20", "Documentation", "RFC 9637", b"nnnnn"),
    row("5f00::/16", "Segment Routing (SRv6) SIDs", "RFC 9602", b"yyynn"),
    row("fc00::/7", "Unique-Local", "RFC 4193", b"yyynn"),
    row("fe80::/10", "Link-Local Unicast", "RFC 4291", b"yynny"),
    beside("fec0::/10", "Deprecated (site-local)", "RFC 3879", b"-----"),
    beside("ff00::/8", "Multicast", "RFC 4291", b"nyy-n"),
];

impl Special {
    /// Returns the network of the block. `None` if its text is none, which a test rules out.
    pub fn network(&self) -> Option<Network> {
        self.cidr.parse().ok()
    }
}

/// Returns the rows of the family of a network.
fn rows(network: Network) -> &'static [Special] {
    match network {
        Network::V4(_) => V4,
        Network::V6(_) => V6,
    }
}

/// Returns the smallest special-purpose block that contains the whole network. `None` if there is none.
///
/// ```
/// use dualstack_cidr::registry::containing;
/// assert_eq!(containing("10.244.0.0/16".parse().unwrap()).unwrap().rfc, "RFC 1918");
/// assert_eq!(containing("8.8.8.0/24".parse().unwrap()), None);
/// ```
pub fn containing(network: Network) -> Option<&'static Special> {
    let around = |special: &&Special| special.network().is_some_and(|block| block.contains(network));
    // The last one is the smallest: a block stands before those in it.
    rows(network).iter().rfind(around)
}

/// Returns the special-purpose blocks that lie in the network, in order.
pub fn within(network: Network) -> impl Iterator<Item = &'static Special> {
    rows(network)
        .iter()
        .filter(move |special| special.network().is_some_and(|block| network.contains(block)))
}

/// Returns whether addresses of the network may be reached from everywhere, as far as the registries say. `None` if that is
/// so for a part of it only, or the registry has no value for the block. Of IPv6 only `2000::/3` and what the registry says
/// of other blocks is global; the rest is not assigned.
pub fn is_global(network: Network) -> Option<bool> {
    if let Some(special) = containing(network) {
        let parts = within(network).any(|part| part.global != special.global);
        return special.global.filter(|_| !parts);
    }
    let mut parts = within(network);
    match network {
        Network::V4(_) => parts.next().is_none().then_some(true),
        Network::V6(net) => {
            let unicast = Net::containing(0x2000u128 << 112, 3)?;
            match (unicast.contains(net), unicast.overlaps(net), parts.next()) {
                (true, _, None) => Some(true),
                (false, false, None) => Some(false),
                _ => None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_canonical_and_in_order() {
        for rows in [V4, V6] {
            let networks: Vec<Network> = rows.iter().map(|special| special.network().unwrap()).collect();
            assert!(networks.is_sorted());
            for (special, network) in rows.iter().zip(networks) {
                let text = special.cidr.replace("::ffff:0:0/", "::ffff:0.0.0.0/");
                assert_eq!(network.to_string(), text);
            }
        }
    }

    #[test]
    fn the_smallest_block_counts() {
        let name = |text: &str| containing(text.parse().unwrap()).map(|special| (special.name, special.rfc));
        assert_eq!(
            name("192.0.0.9"),
            Some(("Port Control Protocol Anycast", "RFC 7723"))
        );
        assert_eq!(
            name("192.0.0.77"),
            Some(("IETF Protocol Assignments", "RFC 6890"))
        );
        assert_eq!(name("2001:db8::/48"), Some(("Documentation", "RFC 3849")));
        assert_eq!(name("fd00:10:244::/56"), Some(("Unique-Local", "RFC 4193")));
        assert_eq!(name("224.0.0.1"), Some(("Multicast", "RFC 5771")));
        assert_eq!(name("0.0.0.0/0"), None);
    }

    #[test]
    fn what_is_global_is_said_where_all_of_it_is() {
        for (text, global) in [
            ("8.8.8.0/24", Some(true)),
            ("10.0.0.0/8", Some(false)),
            ("192.0.0.9", Some(true)),
            ("192.0.0.0/24", None),
            ("192.0.0.0/16", None),
            ("0.0.0.0/0", None),
            ("2a00:1450::/32", Some(true)),
            ("fd00::/8", Some(false)),
            ("1100::/16", Some(false)),
            ("::/0", None),
            ("2002::/16", None),
        ] {
            assert_eq!(is_global(text.parse().unwrap()), global, "{text}");
        }
    }
}
