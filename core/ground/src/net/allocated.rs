//! The IPv6 space that IANA has allocated to registries.
//!
//! IANA, "IPv6 Global Unicast Address Assignments" (last addition: 2410::/12, 2024-11-01). The rest of `2000::/3` is
//! reserved.

use super::{Cidr, IpFamily};

/// The blocks in canonical form, in address order.
pub const BLOCKS: &[&str] = &[
    "2001::/23",
    "2001:200::/23",
    "2001:400::/23",
    "2001:600::/23",
    "2001:800::/22",
    "2001:c00::/23",
    "2001:e00::/23",
    "2001:1200::/23",
    "2001:1400::/22",
    "2001:1800::/23",
    "2001:1a00::/23",
    "2001:1c00::/22",
    "2001:2000::/19",
    "2001:4000::/23",
    "2001:4200::/23",
    "2001:4400::/23",
    "2001:4600::/23",
    "2001:4800::/23",
    "2001:4a00::/23",
    "2001:4c00::/23",
    "2001:5000::/20",
    "2001:8000::/19",
    "2001:a000::/20",
    "2001:b000::/20",
    "2002::/16",
    "2003::/18",
    "2400::/12",
    "2410::/12",
    "2600::/12",
    "2610::/23",
    "2620::/23",
    "2630::/12",
    "2800::/12",
    "2a00::/12",
    "2a10::/12",
    "2c00::/12",
    "3fff::/20",
];

/// Returns whether the whole network lies in space that is allocated to a registry.
///
/// ```
/// use dualstack_ground::net::allocated::is_allocated;
/// assert!(is_allocated(&"2a01:4f8::/32".parse().unwrap()));
/// assert!(!is_allocated(&"2001:cafe::/56".parse().unwrap()));
/// ```
pub fn is_allocated(cidr: &Cidr) -> bool {
    cidr.family() == IpFamily::IPv6
        && BLOCKS
            .iter()
            .filter_map(|block| block.parse::<Cidr>().ok())
            .any(|block| block.contains(cidr))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_canonical_ascending_and_global() {
        let blocks: Vec<Cidr> = BLOCKS.iter().map(|block| block.parse().unwrap()).collect();
        assert!(
            blocks
                .iter()
                .zip(BLOCKS)
                .all(|(block, text)| block.to_string() == *text)
        );
        assert!(
            blocks
                .windows(2)
                .all(|pair| pair[0].last_bits() < pair[1].first_bits())
        );
        let global: Cidr = "2000::/3".parse().unwrap();
        assert!(blocks.iter().all(|block| global.contains(block)));
    }

    #[test]
    fn addresses_people_made_up_are_not_allocated() {
        for text in [
            "2001:cafe:42::/56",
            "2022:aced::/32",
            "1100::/16",
            "fd00::/8",
            "10.0.0.0/8",
        ] {
            assert!(!is_allocated(&text.parse().unwrap()), "{text}");
        }
    }
}
