//! The set of node blocks of one pod CIDR: those in use, and the next free one.
//!
//! Models `pkg/controller/nodeipam/ipam/cidrset/cidr_set.go` (v1.16 to v1.36, same results), including its results
//! for masks that do not exist and for IPv4-mapped networks. Upstream keeps a bitmap; here the blocks in use are
//! intervals, so a /8 split into a million blocks costs as little as a /20.

use super::index_set::IndexSet;
use crate::go::net::{GoIp, GoMask, GoNet, mask128};

/// The largest difference between the masks of an IPv6 pod CIDR and of its node blocks, in bits.
pub const IPV6_MAX_MASK_DIFFERENCE: u8 = 16;

/// The reason why the set refuses. The texts are the component's own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CidrSetError {
    /// The set would have more blocks than an IPv6 set may have.
    #[error("New CIDR set failed; the node CIDR size is too big")]
    NodeBlocksTooSmall,
    /// All blocks are in use.
    #[error("CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range")]
    NoneRemaining,
    /// The network shares no address with the pod CIDR.
    #[error("cidr {cidr} is out the range of cluster cidr {cluster}")]
    OutOfRange {
        /// The network that was given.
        cidr: String,
        /// The pod CIDR of the set.
        cluster: String,
    },
    /// The index of the network's block is too high.
    #[error("CIDR: {ip}/{mask_size} is out of the range of CIDR allocator")]
    OutOfAllocator {
        /// The address whose block was looked up.
        ip: String,
        /// The node mask in bits.
        mask_size: i64,
    },
    /// The node mask does not exist, so no address can be masked with it.
    #[error("invalid IP: <nil>")]
    InvalidIp,
}

/// The set of blocks of one pod CIDR.
///
/// ```
/// use dualstack_ground::go::net::GoNet;
/// use dualstack_kubernetes::nodeipam::CidrSet;
/// let pods = GoNet::parse("10.244.0.0/16").unwrap();
/// let mut set = CidrSet::new(pods, 24).unwrap();
/// set.occupy(GoNet::parse("10.244.0.0/23").unwrap()).unwrap();
/// assert_eq!(set.allocate_next().unwrap().to_string(), "10.244.2.0/24");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CidrSet {
    cluster: GoNet,
    node_mask: GoMask,
    node_mask_size: i64,
    // A Go int: 0 if the shift overflows, negative for a difference of 63.
    max_cidrs: i64,
    allocated: i64,
    next_candidate: i64,
    used: IndexSet,
}

impl CidrSet {
    /// Creates an empty set with a node mask in bits. The caller has checked that the cluster mask is not longer than
    /// the node mask.
    ///
    /// # Errors
    /// Returns an error if an IPv6 set would have too many blocks.
    pub fn new(cluster: GoNet, node_mask_size: i64) -> Result<CidrSet, CidrSetError> {
        let difference = node_mask_size - i64::from(cluster.mask_size());
        if cluster.ip.to_four().is_none() && difference > i64::from(IPV6_MAX_MASK_DIFFERENCE) {
            return Err(CidrSetError::NodeBlocksTooSmall);
        }
        let max_cidrs = u32::try_from(difference)
            .ok()
            .and_then(|by| 1i64.checked_shl(by))
            .unwrap_or(0);
        Ok(CidrSet {
            cluster,
            node_mask: GoMask::of_size(node_mask_size, cluster.mask),
            node_mask_size,
            max_cidrs,
            allocated: 0,
            next_candidate: 0,
            used: IndexSet::default(),
        })
    }

    /// Returns the pod CIDR.
    pub fn cluster_cidr(&self) -> GoNet {
        self.cluster
    }

    /// Returns the number of blocks, free or in use.
    pub fn max_cidrs(&self) -> i64 {
        self.max_cidrs
    }

    /// Returns the number of blocks in use: by nodes, by Service ranges, or lost.
    pub fn allocated(&self) -> i64 {
        self.allocated
    }

    /// Allocates the next free block. The search starts behind the last allocated one and wraps around the end.
    ///
    /// # Errors
    /// Returns an error if no block is free.
    pub fn allocate_next(&mut self) -> Result<GoNet, CidrSetError> {
        if self.allocated == self.max_cidrs {
            return Err(CidrSetError::NoneRemaining);
        }
        let candidate = self.next_free();
        self.next_candidate = candidate.wrapping_add(1).checked_rem(self.max_cidrs).unwrap_or(0);
        let index = u64::try_from(candidate).unwrap_or(0);
        self.used.insert(index, index);
        self.allocated = self.allocated.saturating_add(1);
        Ok(self.block(index))
    }

    /// Marks every block that shares an address with the network as in use.
    ///
    /// # Errors
    /// Returns an error if the network lies outside of the set, or if the node mask does not exist.
    pub fn occupy(&mut self, cidr: GoNet) -> Result<(), CidrSetError> {
        let (begin, end) = self.indices(cidr)?;
        // Saturates only for masks that do not exist, for which upstream would not terminate.
        let added = i64::try_from(self.used.insert(begin, end)).unwrap_or(i64::MAX);
        self.allocated = self.allocated.saturating_add(added);
        Ok(())
    }

    /// Marks every block that shares an address with the network as free.
    ///
    /// # Errors
    /// Returns an error if the network lies outside of the set, or if the node mask does not exist.
    pub fn release(&mut self, cidr: GoNet) -> Result<(), CidrSetError> {
        let (begin, end) = self.indices(cidr)?;
        let removed = i64::try_from(self.used.remove(begin, end)).unwrap_or(i64::MAX);
        self.allocated = self.allocated.saturating_sub(removed);
        Ok(())
    }

    fn next_free(&self) -> i64 {
        if self.max_cidrs <= 0 {
            return self.next_candidate;
        }
        // A block is free, so one of the two searches stays below the maximum.
        [self.next_candidate, 0]
            .into_iter()
            .filter_map(|from| self.used.first_clear(u64::try_from(from).unwrap_or(0)))
            .filter_map(|index| i64::try_from(index).ok())
            .find(|index| *index < self.max_cidrs)
            .unwrap_or(self.next_candidate)
    }

    fn block(&self, index: u64) -> GoNet {
        let ip = if self.cluster.ip.to_four().is_some() {
            // Go's conversion keeps the low half of the number.
            let offset = shift32(index as u32, 32 - self.node_mask_size);
            GoIp::Four(self.cluster.ip.first_four() | offset)
        } else {
            let offset = u32::try_from(128 - self.node_mask_size)
                .ok()
                .and_then(|by| u128::from(index).checked_shl(by))
                .unwrap_or(0);
            GoIp::Sixteen(self.cluster.ip.number() | offset)
        };
        GoNet {
            ip,
            mask: self.node_mask,
        }
    }

    /// Returns the indices of the first and last block that share an address with the network.
    ///
    /// # Errors
    /// Returns an error if the network lies outside of the set, or if the node mask does not exist.
    fn indices(&self, cidr: GoNet) -> Result<(u64, u64), CidrSetError> {
        let inside = self.cluster.contains(cidr.ip.mask(self.cluster.mask));
        if !inside && !cidr.contains(self.cluster.ip.mask(cidr.mask)) {
            return Err(CidrSetError::OutOfRange {
                cidr: cidr.to_string(),
                cluster: self.cluster.to_string(),
            });
        }
        if cidr.mask_size() <= self.cluster.mask_size() {
            return Ok(match self.max_cidrs {
                // There is no block: the range is empty.
                0 => (1, 0),
                max => (0, u64::try_from(max.wrapping_sub(1)).unwrap_or(0)),
            });
        }
        let last = match cidr.ip.to_four() {
            Some(_) => GoIp::Four(cidr.ip.first_four() | !cidr.mask.first_four()),
            None => GoIp::Sixteen(cidr.ip.number() | !mask128(cidr.mask_size())),
        };
        Ok((
            self.index(cidr.ip.mask(self.node_mask))?,
            self.index(last.mask(self.node_mask))?,
        ))
    }

    fn index(&self, ip: Option<GoIp>) -> Result<u64, CidrSetError> {
        let ip = ip.ok_or(CidrSetError::InvalidIp)?;
        let out = || CidrSetError::OutOfAllocator {
            ip: ip.to_string(),
            mask_size: self.node_mask_size,
        };
        if let Some(four) = ip.to_four() {
            let index = unshift32(self.cluster.ip.first_four() ^ four, 32 - self.node_mask_size);
            // Upstream compares 32-bit numbers, so 2^32 blocks count as none.
            return if index >= self.max_cidrs as u32 {
                Err(out())
            } else {
                Ok(u64::from(index))
            };
        }
        let by = u32::try_from(128 - self.node_mask_size).ok();
        let index = by
            .and_then(|by| (self.cluster.ip.number() ^ ip.number()).checked_shr(by))
            .unwrap_or(0);
        // `Uint64` of a larger number keeps its low half.
        let index = index as u64;
        if i64::try_from(index).is_ok_and(|index| index < self.max_cidrs) {
            Ok(index)
        } else {
            Err(out())
        }
    }
}

/// Returns `value << uint32(by)`; a shift that overflows gives 0.
fn shift32(value: u32, by: i64) -> u32 {
    u32::try_from(by)
        .ok()
        .and_then(|by| value.checked_shl(by))
        .unwrap_or(0)
}

/// Returns `value >> uint32(by)`.
fn unshift32(value: u32, by: i64) -> u32 {
    u32::try_from(by)
        .ok()
        .and_then(|by| value.checked_shr(by))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn net(text: &str) -> GoNet {
        GoNet::parse(text).unwrap()
    }

    fn set(cluster: &str, mask: i64) -> CidrSet {
        CidrSet::new(net(cluster), mask).unwrap()
    }

    #[test]
    fn occupied_blocks_are_those_of_the_specification() {
        for (cluster, mask, cidr, first, last) in [
            ("10.244.0.0/16", 24, "10.244.0.0/20", 0, 15),
            ("10.244.0.0/16", 24, "10.244.3.128/25", 3, 3),
            ("10.244.0.0/16", 24, "10.0.0.0/8", 0, 255),
            ("10.0.0.0/8", 24, "10.96.0.0/12", 24576, 28671),
            ("fd00:10::/48", 64, "fd00:10:0:ff::/112", 255, 255),
            ("fd00:10::/48", 64, "fd00::/16", 0, 65535),
        ] {
            assert_eq!(
                set(cluster, mask).indices(net(cidr)),
                Ok((first, last)),
                "{cluster} {cidr}"
            );
        }
    }

    #[test]
    fn networks_outside_are_refused_with_the_text_of_the_component() {
        let error = set("10.244.0.0/16", 24).occupy(net("10.96.0.0/12")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "cidr 10.96.0.0/12 is out the range of cluster cidr 10.244.0.0/16"
        );
        assert!(set("fd00:10::/56", 64).occupy(net("10.0.0.0/8")).is_err());
        assert!(set("10.0.0.0/8", 24).occupy(net("fd00:10::/56")).is_err());
    }

    #[test]
    fn ipv6_has_at_most_65536_blocks_and_ipv4_any_number() {
        assert_eq!(
            CidrSet::new(net("fd00::/47"), 64),
            Err(CidrSetError::NodeBlocksTooSmall)
        );
        assert_eq!(set("fd00::/48", 64).max_cidrs(), 65536);
        assert_eq!(set("10.0.0.0/8", 28).max_cidrs(), 1_048_576);
        assert_eq!(set("0.0.0.0/0", 32).max_cidrs(), 4_294_967_296);
    }

    #[test]
    fn blocks_above_64_bits_cross_the_middle_of_the_address() {
        let mut blocks = set("2001:db8:1234::/52", 68);
        blocks.occupy(net("2001:db8:1234::/64")).unwrap();
        assert_eq!(
            blocks.allocate_next().unwrap().to_string(),
            "2001:db8:1234:1::/68"
        );
    }

    #[test]
    fn a_freed_low_block_waits_until_the_search_comes_around() {
        let mut blocks = set("10.244.0.0/22", 24);
        let taken: Vec<GoNet> = (0..3).map(|_| blocks.allocate_next().unwrap()).collect();
        blocks.release(taken[0]).unwrap();
        assert_eq!(blocks.allocate_next().unwrap().to_string(), "10.244.3.0/24");
        assert_eq!(blocks.allocate_next().unwrap().to_string(), "10.244.0.0/24");
        assert_eq!(blocks.allocate_next(), Err(CidrSetError::NoneRemaining));
    }

    #[test]
    fn every_mapped_block_is_the_same_network() {
        let mut mapped = set("::ffff:10.244.0.0/112", 120);
        assert_eq!(mapped.allocate_next().unwrap().to_string(), "0.0.0.0/24");
        assert_eq!(mapped.allocate_next().unwrap().to_string(), "0.0.0.0/24");
    }

    #[test]
    fn a_mapped_network_inside_is_not_found() {
        let error = set("10.244.0.0/16", 24)
            .occupy(net("::ffff:10.244.1.0/120"))
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "CIDR: 0.0.0.0/24 is out of the range of CIDR allocator"
        );
    }

    #[test]
    fn a_node_mask_that_does_not_exist_gives_no_network() {
        let mut garbage = set("10.244.0.0/16", 33);
        assert_eq!(garbage.occupy(net("10.244.1.0/24")), Err(CidrSetError::InvalidIp));
        let block = garbage.allocate_next().unwrap();
        assert_eq!((block.to_string().as_str(), garbage.allocated()), ("<nil>", 1));
        // Giving the mask-less network back empties the whole set.
        garbage.allocate_next().unwrap();
        garbage.release(block).unwrap();
        assert_eq!(garbage.allocated(), 0);
    }

    #[test]
    fn no_mask_makes_it_panic() {
        for cluster in [
            "0.0.0.0/0",
            "10.0.0.0/8",
            "::ffff:10.0.0.0/104",
            "fd00::/120",
            "::/0",
        ] {
            for mask in [
                0,
                1,
                24,
                32,
                33,
                63,
                64,
                70,
                71,
                72,
                96,
                120,
                127,
                128,
                129,
                1000,
                i64::from(i32::MAX),
            ] {
                let Ok(mut blocks) = CidrSet::new(net(cluster), mask) else {
                    continue;
                };
                let block = blocks.allocate_next();
                for other in [
                    "0.0.0.0/0",
                    "10.1.0.0/16",
                    "::ffff:10.1.0.0/112",
                    "fd00::/124",
                    "::/0",
                ] {
                    let _ = blocks.occupy(net(other));
                    let _ = blocks.release(net(other));
                }
                if let Ok(block) = block {
                    let _ = blocks.release(block);
                }
            }
        }
    }

    /// The algorithm as a bitmap, for spaces of at most 64 blocks of a canonical pod CIDR.
    struct Naive {
        cluster: crate::net::Cidr,
        mask: u8,
        used: Vec<bool>,
        next: usize,
    }

    impl Naive {
        fn blocks(&self) -> impl Iterator<Item = crate::net::Cidr> + '_ {
            (0..self.used.len()).map(|i| self.cluster.block(self.mask, i as u128).unwrap())
        }

        fn allocate(&mut self) -> Option<String> {
            let n = self.used.len();
            let found = (0..n).map(|i| (self.next + i) % n).find(|i| !self.used[*i])?;
            self.used[found] = true;
            self.next = (found + 1) % n;
            let block = self.blocks().nth(found);
            block.map(|block| block.to_string())
        }

        fn mark(&mut self, other: crate::net::Cidr, taken: bool) -> bool {
            let touched: Vec<bool> = self.blocks().map(|block| block.overlaps(&other)).collect();
            for (used, touched) in self.used.iter_mut().zip(&touched) {
                if *touched {
                    *used = taken;
                }
            }
            touched.contains(&true)
        }
    }

    fn space() -> impl Strategy<Value = (crate::net::Cidr, u8)> {
        prop_oneof![
            (8u8..=26, 0u8..=6).prop_map(|(c, d)| (
                crate::net::Cidr::containing("10.32.64.0".parse().unwrap(), c).unwrap(),
                c + d
            )),
            (40u8..=122, 0u8..=6).prop_map(|(c, d)| (
                crate::net::Cidr::containing("fd00:10:20::".parse().unwrap(), c).unwrap(),
                c + d
            )),
        ]
    }

    proptest! {
        #[test]
        fn agrees_with_a_bitmap(
            (cluster, mask) in space(),
            ops in proptest::collection::vec((0u8..4, any::<u128>(), 0u8..=12), 1..80),
        ) {
            let mut sparse = CidrSet::new(cluster.into(), i64::from(mask)).unwrap();
            let mut naive = Naive { cluster, mask, used: vec![false; 1 << (mask - cluster.prefix_len())], next: 0 };
            for (op, place, size) in ops {
                if op < 2 {
                    let expected = naive.allocate();
                    prop_assert_eq!(sparse.allocate_next().ok().map(|block| block.to_string()), expected);
                    continue;
                }
                // Networks from a little larger than the pod CIDR to a good deal smaller than a block, around it.
                let len = (cluster.prefix_len() + size).saturating_sub(2).min(cluster.family().width());
                let spread = cluster.host_bits() + 1;
                let offset = if spread >= 128 { place } else { place & ((1 << spread) - 1) };
                let other = crate::net::Cidr::from_bits(cluster.family(), cluster.first_bits() ^ offset, len).unwrap();
                let agreed = if op == 2 { sparse.occupy(other.into()) } else { sparse.release(other.into()) };
                prop_assert_eq!(agreed.is_ok(), naive.mark(other, op == 2), "{} in {} /{}", other, cluster, mask);
                prop_assert_eq!(sparse.allocated(), naive.used.iter().filter(|used| **used).count() as i64);
            }
        }
    }
}
