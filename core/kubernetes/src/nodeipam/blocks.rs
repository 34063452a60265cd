//! All node blocks of a plan without listing them: node `i` gets the `i`-th block of each pod CIDR that shares no
//! address with a Service range, because the controller takes them in ascending order.

use std::net::IpAddr;

use serde::{Serialize, Serializer};

use crate::net::{AddressCount, Cidr, IpFamily, address_bits};
use crate::order;

/// A run of blocks that a Service range excludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Excluded {
    first: u128,
    last: u128,
    /// The number of excluded blocks before this run.
    before: u128,
}

/// The node blocks of one family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyBlocks {
    range: Cidr,
    prefix_len: u8,
    services: Vec<Cidr>,
    // INVARIANT: ascending and disjoint, no two runs touch.
    excluded: Vec<Excluded>,
}

impl FamilyBlocks {
    /// Creates the blocks of `prefix_len` bits of a pod CIDR, without those that share an address with a Service
    /// range of the same family. `None` if the mask does not fit: shorter than the pod CIDR's or longer than an
    /// address.
    pub fn new(range: Cidr, prefix_len: u8, service_ranges: &[Cidr]) -> Option<FamilyBlocks> {
        if prefix_len < range.prefix_len() || prefix_len > range.family().width() {
            return None;
        }
        let services: Vec<Cidr> = service_ranges
            .iter()
            .filter(|service| service.overlaps(&range))
            .copied()
            .collect();
        let mut blocks = FamilyBlocks {
            range,
            prefix_len,
            services,
            excluded: Vec::new(),
        };
        let mut runs: Vec<(u128, u128)> = blocks
            .services
            .iter()
            .map(|service| {
                let low = service.first_bits().max(range.first_bits());
                let high = service.last_bits().min(range.last_bits());
                (blocks.index(low), blocks.index(high))
            })
            .collect();
        order::sort(&mut runs);
        for (first, last) in runs {
            match blocks.excluded.last_mut() {
                Some(run) if first <= run.last.saturating_add(1) => run.last = run.last.max(last),
                _ => blocks.excluded.push(Excluded {
                    first,
                    last,
                    before: 0,
                }),
            }
        }
        let mut before = 0u128;
        for run in &mut blocks.excluded {
            run.before = before;
            // Saturates only when the whole of ::/0 is excluded as single addresses; then nothing follows.
            before = before.saturating_add(run.last - run.first).saturating_add(1);
        }
        Some(blocks)
    }

    /// Returns the pod CIDR.
    pub fn range(&self) -> Cidr {
        self.range
    }

    /// Returns the Service ranges that share addresses with the pod CIDR.
    pub fn services(&self) -> &[Cidr] {
        &self.services
    }

    /// Returns the prefix length of a node's block, in bits.
    pub fn prefix_len(&self) -> u8 {
        self.prefix_len
    }

    /// Returns the number of all blocks, with those that are excluded.
    pub fn total(&self) -> AddressCount {
        AddressCount::power_of_two(self.prefix_len - self.range.prefix_len())
    }

    /// Returns the number of blocks that no node gets because they share addresses with a Service range.
    pub fn excluded(&self) -> AddressCount {
        self.excluded.iter().fold(AddressCount::ZERO, |sum, run| {
            sum.saturating_add(AddressCount::from(run.last - run.first))
                .saturating_add(1u32.into())
        })
    }

    /// Returns the number of blocks that nodes can get.
    pub fn count(&self) -> AddressCount {
        match self.excluded().to_u128() {
            Some(excluded) => self.total().saturating_sub(excluded),
            None => AddressCount::ZERO,
        }
    }

    /// Returns the number of addresses in a block.
    pub fn addresses_per_block(&self) -> AddressCount {
        AddressCount::power_of_two(self.range.family().width() - self.prefix_len)
    }

    /// Returns the block of node `node`, counted from 0. `None` if there is no block for it.
    pub fn nth(&self, node: u128) -> Option<Cidr> {
        // A run counts if as many free blocks as requested lie before it.
        let runs = self
            .excluded
            .partition_point(|run| run.first - run.before <= node);
        let skipped = match runs.checked_sub(1).and_then(|last| self.excluded.get(last)) {
            Some(run) => run.before.checked_add(run.last - run.first)?.checked_add(1)?,
            None => 0,
        };
        self.range.block(self.prefix_len, node.checked_add(skipped)?)
    }

    /// Returns the block that contains an address, and the node that gets it. `None` if the address is outside of the
    /// pod CIDR.
    pub fn find(&self, address: IpAddr) -> Option<FamilyPlace> {
        if !self.range.contains_address(address) {
            return None;
        }
        let index = self.index(address_bits(address));
        let block = self.range.block(self.prefix_len, index)?;
        let runs = self.excluded.partition_point(|run| run.first <= index);
        let run = runs.checked_sub(1).and_then(|last| self.excluded.get(last));
        let node = match run {
            Some(run) if index <= run.last => {
                let service = self
                    .services
                    .iter()
                    .find(|service| service.overlaps(&block))
                    .copied()?;
                return Some(FamilyPlace::Excluded { block, service });
            }
            Some(run) => index - run.before - (run.last - run.first) - 1,
            None => index,
        };
        Some(FamilyPlace::Node { node, block })
    }

    /// Returns the index of the block that contains an address of the range, from 0.
    fn index(&self, bits: u128) -> u128 {
        let host_bits = self.range.family().width() - self.prefix_len;
        (bits - self.range.first_bits())
            .checked_shr(u32::from(host_bits))
            .unwrap_or(0)
    }
}

/// The place of an address among the blocks of its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyPlace {
    /// The address lies in the block of a node.
    Node {
        /// The number of the node, from 0.
        node: u128,
        /// The block that contains the address.
        block: Cidr,
    },
    /// The address lies in a block that a Service range excludes.
    Excluded {
        /// The block that contains the address.
        block: Cidr,
        /// The Service range that excludes the block.
        service: Cidr,
    },
}

/// The node blocks of all families on one axis of nodes.
///
/// ```
/// use dualstack_kubernetes::nodeipam::{BlockPlace, NodeBlocks};
/// let pods = ["10.0.0.0/16", "fd00:10::/56"].map(|c| c.parse().unwrap());
/// let services = ["10.0.1.0/24", "fd00:10:0:2::/108"].map(|c| c.parse().unwrap());
/// let blocks = NodeBlocks::new(&[(pods[0], 24), (pods[1], 64)], &services).unwrap();
/// assert_eq!(blocks.count().to_string(), "255");
/// let third = blocks.nth(2).unwrap();
/// assert_eq!(third.pod_cidrs[0].to_string(), "10.0.3.0/24");
/// assert_eq!(third.pod_cidrs[1].to_string(), "fd00:10:0:3::/64");
/// assert!(matches!(blocks.find("10.0.1.7".parse().unwrap()), BlockPlace::Excluded { .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeBlocks {
    families: Vec<FamilyBlocks>,
    /// The nodes that are there already.
    existing: Vec<(String, Vec<Cidr>)>,
    /// The blocks that they leave.
    free: Vec<FamilyBlocks>,
}

/// One node and its blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodeBlock {
    /// The number of the node, from 0.
    #[serde(serialize_with = "decimal")]
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub node: u128,
    /// The blocks of the node, in the order of the pod CIDRs.
    #[serde(rename = "podCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub pod_cidrs: Vec<Cidr>,
    /// The name of a node that is there already; absent for a node that is added.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub name: Option<String>,
}

/// A page of nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodePage {
    /// The number of all nodes.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub count: AddressCount,
    /// The number of nodes that are there already: the Node objects beside the plan, which come first.
    pub existing: usize,
    /// The number of the first node on the page, from 0.
    #[serde(serialize_with = "decimal")]
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub from: u128,
    /// The nodes of the page with their blocks.
    pub nodes: Vec<NodeBlock>,
}

/// The place of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "place", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum BlockPlace {
    /// The address lies in the block of a node.
    Node {
        /// The node with all its blocks.
        #[serde(flatten)]
        node: NodeBlock,
        /// The block that contains the address.
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        block: Cidr,
    },
    /// The address lies in a block that no node gets, because the other family has no block left for that node.
    Spare {
        /// The block that contains the address.
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        block: Cidr,
        /// The number of the node that would get the block, from 0.
        #[serde(serialize_with = "decimal")]
        #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
        node: u128,
    },
    /// The address lies in a block that a Service range excludes.
    Excluded {
        /// The block that contains the address.
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        block: Cidr,
        /// The Service range that excludes the block.
        #[serde(rename = "serviceCIDR")]
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        service: Cidr,
    },
    /// The address lies in no pod CIDR.
    Outside,
}

/// How much of the node blocks is used by nodes that are there already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodeUse {
    /// Number of nodes with blocks.
    pub used: usize,
    /// Number of nodes that still get a block of every family.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub left: AddressCount,
    /// The blocks of the node that joins next, in the order of the pod ranges; empty if it gets none.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub next: Vec<Cidr>,
}

impl NodeBlocks {
    /// Creates the blocks from the pod CIDRs with their node masks (in bits), in the order of `--cluster-cidr`, and
    /// all Service ranges. `None` if there is no pod CIDR or a mask does not fit its pod CIDR.
    pub fn new(pod_ranges: &[(Cidr, u8)], service_ranges: &[Cidr]) -> Option<NodeBlocks> {
        let families = pod_ranges
            .iter()
            .map(|(range, prefix_len)| FamilyBlocks::new(*range, *prefix_len, service_ranges))
            .collect::<Option<Vec<_>>>()?;
        (!families.is_empty()).then_some(NodeBlocks {
            families,
            existing: Vec::new(),
            free: Vec::new(),
        })
    }

    /// Returns the blocks of a cluster that has these nodes already, by name. They keep their blocks, and nodes that are
    /// added get the lowest blocks that are left (`pkg/controller/nodeipam/ipam/range_allocator.go`: at its start the
    /// controller marks the blocks of all Nodes, and searches from the first block on).
    ///
    /// ```
    /// use dualstack_kubernetes::nodeipam::NodeBlocks;
    /// let pods = "10.0.0.0/16".parse().unwrap();
    /// let block = |text: &str| vec![text.parse().unwrap()];
    /// let nodes = vec![("a".to_owned(), block("10.0.0.0/24")), ("b".to_owned(), block("10.0.2.0/24"))];
    /// let blocks = NodeBlocks::new(&[(pods, 24)], &[]).unwrap().with_nodes(nodes);
    /// assert_eq!(blocks.count().to_string(), "256");
    /// assert_eq!(blocks.nth(1).unwrap().name.as_deref(), Some("b"));
    /// assert_eq!(blocks.nth(2).unwrap().pod_cidrs[0].to_string(), "10.0.1.0/24");
    /// assert_eq!(blocks.nth(3).unwrap().pod_cidrs[0].to_string(), "10.0.3.0/24");
    /// let in_use = blocks.node_use().unwrap();
    /// assert_eq!((in_use.used, in_use.left.to_string(), in_use.next.len()), (2, "254".to_owned(), 1));
    /// ```
    #[must_use]
    pub fn with_nodes(mut self, nodes: Vec<(String, Vec<Cidr>)>) -> NodeBlocks {
        if nodes.is_empty() {
            return self;
        }
        self.free = self
            .families
            .iter()
            .filter_map(|blocks| {
                let taken: Vec<Cidr> = nodes
                    .iter()
                    .flat_map(|(_, own)| own)
                    .chain(&blocks.services)
                    .copied()
                    .collect();
                FamilyBlocks::new(blocks.range, blocks.prefix_len, &taken)
            })
            .collect();
        self.existing = nodes;
        self
    }

    /// Returns the nodes that are there already, by name, with their blocks.
    pub fn existing(&self) -> &[(String, Vec<Cidr>)] {
        &self.existing
    }

    /// Returns the blocks that nodes which are added can get, in the order of the pod CIDRs.
    pub fn left(&self) -> &[FamilyBlocks] {
        match self.existing.is_empty() {
            true => &self.families,
            false => &self.free,
        }
    }

    /// Returns the families in order.
    pub fn families(&self) -> &[FamilyBlocks] {
        &self.families
    }

    /// Returns the blocks of one family. `None` if there is no pod CIDR of it.
    pub fn family(&self, family: IpFamily) -> Option<&FamilyBlocks> {
        self.families
            .iter()
            .find(|blocks| blocks.range.family() == family)
    }

    /// Returns how much of the blocks the nodes use that are there already. `None` if there are none.
    pub fn node_use(&self) -> Option<NodeUse> {
        let used = self.existing.len();
        (used > 0).then(|| NodeUse {
            used,
            // u128 holds every usize.
            left: self.count().saturating_sub(used as u128),
            next: self
                .nth(used as u128)
                .map(|node| node.pod_cidrs)
                .unwrap_or_default(),
        })
    }

    /// Returns the number of nodes that get a block of every family, with those that are there already.
    pub fn count(&self) -> AddressCount {
        let left = self.left().iter().map(FamilyBlocks::count).min();
        left.unwrap_or(AddressCount::ZERO)
            .saturating_add(AddressCount::from(self.existing.len() as u128))
    }

    /// Returns the node number `node`, from 0, with its blocks. `None` if it gets none.
    pub fn nth(&self, node: u128) -> Option<NodeBlock> {
        // u128 holds every usize.
        let Some(added) = node.checked_sub(self.existing.len() as u128) else {
            let (name, pod_cidrs) = self.existing.get(usize::try_from(node).ok()?)?;
            return Some(NodeBlock {
                node,
                pod_cidrs: pod_cidrs.clone(),
                name: Some(name.clone()),
            });
        };
        let pod_cidrs = self
            .left()
            .iter()
            .map(|blocks| blocks.nth(added))
            .collect::<Option<Vec<_>>>()?;
        Some(NodeBlock {
            node,
            pod_cidrs,
            name: None,
        })
    }

    /// Returns at most `limit` nodes, beginning with number `from`.
    pub fn page(&self, from: u128, limit: usize) -> NodePage {
        // u128 holds every usize.
        let to = from.saturating_add(limit as u128);
        let nodes = (from..to).map_while(|node| self.nth(node)).collect();
        NodePage {
            count: self.count(),
            existing: self.existing.len(),
            from,
            nodes,
        }
    }

    /// Returns the place of an address. An IPv4-mapped address is looked up as IPv4.
    pub fn find(&self, address: IpAddr) -> BlockPlace {
        let address = address.to_canonical();
        let held = |own: &[Cidr]| own.iter().copied().find(|block| block.contains_address(address));
        let existing = self
            .existing
            .iter()
            .enumerate()
            .find_map(|(index, (_, own))| Some((index, held(own)?)));
        if let Some((index, block)) = existing
            && let Some(node) = self.nth(index as u128)
        {
            return BlockPlace::Node { node, block };
        }
        let Some(place) = self.left().iter().find_map(|blocks| blocks.find(address)) else {
            return BlockPlace::Outside;
        };
        match place {
            FamilyPlace::Excluded { block, service } => BlockPlace::Excluded { block, service },
            FamilyPlace::Node { node, block } => {
                let node = node.saturating_add(self.existing.len() as u128);
                match self.nth(node) {
                    Some(node) => BlockPlace::Node { node, block },
                    None => BlockPlace::Spare { block, node },
                }
            }
        }
    }
}

pub(crate) fn decimal<S: Serializer>(number: &u128, serializer: S) -> Result<S::Ok, S::Error> {
    AddressCount::from(*number).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::flags::Flags;
    use crate::nodeipam::{Controller, check};
    use proptest::prelude::*;

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap()
    }

    fn cidrs(texts: &[&str]) -> Vec<Cidr> {
        texts.iter().map(|text| cidr(text)).collect()
    }

    fn single(range: &str, mask: u8, services: &[&str]) -> FamilyBlocks {
        FamilyBlocks::new(cidr(range), mask, &cidrs(services)).unwrap()
    }

    #[test]
    fn counts_are_exact_up_to_the_whole_of_ipv6() {
        for (range, mask, services, count) in [
            ("10.244.0.0/16", 24, &[][..], "256"),
            ("10.0.0.0/8", 28, &["10.96.0.0/12"], "983040"),
            ("10.0.0.0/16", 24, &["10.0.0.0/8"], "0"),
            (
                "10.0.0.0/16",
                24,
                &["10.0.3.128/25", "10.0.4.0/30", "fd00::/8"],
                "254",
            ),
            ("0.0.0.0/0", 32, &["10.0.0.0/8"], "4278190080"),
            ("::/0", 128, &[], "340282366920938463463374607431768211456"),
            ("::/0", 128, &["::/0"], "0"),
            (
                "::/0",
                128,
                &["fd00::/8"],
                "338953138925153547590470800371487866880",
            ),
            ("fd00::/64", 128, &[], "18446744073709551616"),
        ] {
            assert_eq!(
                single(range, mask, services).count().to_string(),
                count,
                "{range} /{mask} {services:?}"
            );
        }
    }

    #[test]
    fn the_ends_of_ipv6_can_be_reached() {
        let all = single("::/0", 128, &[]);
        assert_eq!(
            all.nth(u128::MAX).unwrap().to_string(),
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"
        );
        let nothing = single("::/0", 128, &["::/0"]);
        assert_eq!((nothing.nth(0), nothing.nth(u128::MAX)), (None, None));
        let last_gone = single("::/0", 128, &["ff00::/8"]);
        assert_eq!(last_gone.nth(u128::MAX), None);
        assert_eq!(
            last_gone.nth((0xff << 120) - 1).unwrap().network(),
            "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
                .parse::<IpAddr>()
                .unwrap()
        );
    }

    #[test]
    fn masks_that_do_not_fit_give_no_view() {
        assert_eq!(FamilyBlocks::new(cidr("10.0.0.0/16"), 15, &[]), None);
        assert_eq!(FamilyBlocks::new(cidr("10.0.0.0/16"), 33, &[]), None);
        assert_eq!(NodeBlocks::new(&[], &[]), None);
    }

    #[test]
    fn addresses_are_found_or_it_is_said_why_not() {
        let blocks = NodeBlocks::new(
            &[(cidr("10.0.0.0/22"), 24), (cidr("fd00:10::/56"), 64)],
            &cidrs(&["10.0.1.0/28", "fd00:10:0:2::/108"]),
        )
        .unwrap();
        let json = |ip: &str| serde_json::to_string(&blocks.find(ip.parse().unwrap())).unwrap();
        assert_eq!(
            json("10.0.2.9"),
            r#"{"place":"node","node":"1","podCIDRs":["10.0.2.0/24","fd00:10:0:1::/64"],"block":"10.0.2.0/24"}"#
        );
        assert_eq!(json("::ffff:10.0.2.9"), json("10.0.2.9"));
        assert_eq!(
            json("10.0.1.200"),
            r#"{"place":"excluded","block":"10.0.1.0/24","serviceCIDR":"10.0.1.0/28"}"#
        );
        assert_eq!(
            json("fd00:10:0:ff::1"),
            r#"{"place":"spare","block":"fd00:10:0:ff::/64","node":"254"}"#
        );
        assert_eq!(json("192.168.0.1"), r#"{"place":"outside"}"#);
        assert_eq!(
            serde_json::to_string(&blocks.page(2, 10)).unwrap(),
            r#"{"count":"3","existing":0,"from":"2","nodes":[{"node":"2","podCIDRs":["10.0.3.0/24","fd00:10:0:3::/64"]}]}"#
        );
    }

    #[test]
    fn the_view_agrees_with_the_controller() {
        let flags = Flags::from_args([
            "--allocate-node-cidrs",
            "--cluster-cidr=fd00:10::/58,10.0.0.0/18",
            "--service-cluster-ip-range=10.0.5.0/25,fd00:10:0:7::/108",
        ]);
        let config = check("1.36".parse().unwrap(), &(&flags).into()).unwrap();
        let services: Vec<Cidr> = config.service_cidrs().collect();
        let pods: Vec<(Cidr, u8)> = config.pod_cidrs().zip([64, 24]).collect();
        let blocks = NodeBlocks::new(&pods, &services).unwrap();
        let mut controller = Controller::start(config, &[]).unwrap();
        for i in 0..64u128 {
            let expected: Vec<String> = blocks
                .nth(i)
                .map(|node| node.pod_cidrs.iter().map(ToString::to_string).collect())
                .unwrap_or_default();
            assert_eq!(controller.create_node(&format!("n{i}"), &[]).pod_cidrs, expected);
        }
        assert_eq!(blocks.count().to_string(), "63");
    }

    fn layout() -> impl Strategy<Value = (Cidr, u8, Vec<Cidr>)> {
        let range = prop_oneof![
            (0u8..=32, any::<u32>(), 0u8..=32).prop_map(|(len, bits, more)| (
                Cidr::from_bits(IpFamily::IPv4, bits.into(), len).unwrap(),
                (len + more).min(32)
            )),
            (0u8..=128, any::<u128>(), 0u8..=128).prop_map(|(len, bits, more)| (
                Cidr::from_bits(IpFamily::IPv6, bits, len).unwrap(),
                len.saturating_add(more).min(128)
            )),
        ];
        (range, proptest::collection::vec((any::<u128>(), 0u8..=128), 0..5)).prop_map(
            |((range, mask), seeds)| {
                let width = range.family().width();
                let services = seeds.into_iter().map(|(bits, len)| {
                    // Mostly inside of the range, of every size.
                    let keep = range.host_bits();
                    let inside = if keep >= 128 {
                        bits
                    } else {
                        range.first_bits() | (bits & ((1u128 << keep) - 1))
                    };
                    Cidr::from_bits(range.family(), inside, len.min(width)).unwrap()
                });
                let services = services.collect();
                (range, mask, services)
            },
        )
    }

    proptest! {
        #[test]
        fn finding_undoes_nth((range, mask, services) in layout(), seed in any::<u128>(), host in any::<u128>()) {
            let blocks = FamilyBlocks::new(range, mask, &services).unwrap();
            let count = blocks.count();
            if let Some(beyond) = count.to_u128() {
                prop_assert_eq!(blocks.nth(beyond), None);
            }
            if count == AddressCount::ZERO {
                return Ok(());
            }
            let node = count.to_u128().map_or(seed, |count| seed % count);
            let block = blocks.nth(node).unwrap();
            prop_assert!(range.contains(&block) && block.prefix_len() == mask);
            prop_assert!(services.iter().all(|service| !service.overlaps(&block)));
            let keep = block.host_bits();
            let host = if keep >= 128 { host } else { host & ((1u128 << keep) - 1) };
            let address = block.address(host).unwrap();
            prop_assert_eq!(blocks.find(address), Some(FamilyPlace::Node { node, block }));
            if let Some(next) = node.checked_add(1).and_then(|next| blocks.nth(next)) {
                prop_assert!(next.first_bits() > block.last_bits());
            }
        }

        #[test]
        fn every_address_of_the_range_has_a_place((range, mask, services) in layout(), seed in any::<u128>()) {
            let blocks = FamilyBlocks::new(range, mask, &services).unwrap();
            let keep = range.host_bits();
            let address = range.address(if keep >= 128 { seed } else { seed & ((1u128 << keep) - 1) }).unwrap();
            match blocks.find(address).unwrap() {
                FamilyPlace::Node { node, block } => {
                    prop_assert!(block.contains_address(address));
                    prop_assert_eq!(blocks.nth(node), Some(block));
                }
                FamilyPlace::Excluded { block, service } => {
                    prop_assert!(block.contains_address(address) && block.overlaps(&service));
                }
            }
        }

        #[test]
        fn small_spaces_are_counted_block_by_block((range, mask, services) in layout()) {
            let mask = mask.min(range.prefix_len() + 8);
            let blocks = FamilyBlocks::new(range, mask, &services).unwrap();
            let free: Vec<Cidr> = (0..1u128 << (mask - range.prefix_len()))
                .filter_map(|i| range.block(mask, i))
                .filter(|block| services.iter().all(|service| !service.overlaps(block)))
                .collect();
            prop_assert_eq!(blocks.count(), AddressCount::from(free.len() as u64));
            let listed: Vec<Cidr> = (0..).map_while(|node| blocks.nth(node)).collect();
            prop_assert_eq!(listed, free);
        }
    }
}
