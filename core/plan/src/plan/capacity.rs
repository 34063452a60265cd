//! How many nodes and pods the pod CIDRs hold, with both families on one axis of nodes.
//!
//! The controller gives a node a block of every family or no block, so the family with fewer blocks decides
//! (`pkg/controller/nodeipam/ipam/range_allocator.go`). Kubernetes does not compare the size of a block with
//! `maxPods`; this module does.

use serde::Serialize;

use crate::i18n::Message;
use crate::kubernetes::node_ipam::NodeIpamRules;
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::nodeipam::{FamilyBlocks, IPV6_MAX_MASK_DIFFERENCE, NodeBlocks};

/// The pod CIDR of one family and the blocks it is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamilySizing {
    /// The pod CIDR.
    pub pod_cidr: Cidr,
    /// Prefix length of a node's block, in bits.
    pub node_mask: u8,
    /// Addresses of a block that the CNI plugin keeps for itself (network, gateway, broadcast …).
    pub reserved_addresses: u32,
}

/// The input that capacity is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Sizing<'a> {
    /// The families in order, the primary one first.
    pub families: &'a [FamilySizing],
    /// Every Service range given to kube-controller-manager. Blocks that share addresses with one are never given to
    /// nodes.
    pub service_cidrs: &'a [Cidr],
    /// Number of nodes today.
    pub nodes: u64,
    /// Largest planned number of nodes.
    pub max_nodes: u64,
    /// `maxPods` of the kubelets: pods a node may run.
    pub max_pods: u32,
    /// Who cuts the blocks of nodes, if that is not kube-controller-manager: the plugin or the cloud.
    pub decided_by: Option<&'static str>,
}

/// Limits on the difference, in bits, between the prefix length of a pod CIDR and that of its blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaskLimits {
    /// The limit of kube-controller-manager, for IPv6 only.
    pub ipv6: u8,
    /// The limit of kubeadm, for both families; `None` if kubeadm does not check it.
    pub kubeadm: Option<u8>,
}

impl From<&NodeIpamRules> for MaskLimits {
    fn from(rules: &NodeIpamRules) -> Self {
        MaskLimits {
            ipv6: IPV6_MAX_MASK_DIFFERENCE,
            kubeadm: rules.kubeadm_max_mask_difference,
        }
    }
}

impl MaskLimits {
    fn longest_mask(&self, range: Cidr) -> u8 {
        match range.family() {
            IpFamily::IPv4 => range.family().width(),
            IpFamily::IPv6 => range
                .prefix_len()
                .saturating_add(self.ipv6)
                .min(range.family().width()),
        }
    }
}

/// The difference between what exists and what is needed; one of the two numbers is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Headroom {
    /// The number left over.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub spare: AddressCount,
    /// The number missing.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub missing: AddressCount,
}

impl Headroom {
    fn of(available: AddressCount, wanted: u64) -> Headroom {
        Headroom {
            spare: available.saturating_sub(u128::from(wanted)),
            missing: AddressCount::from(wanted).saturating_sub(available.saturating_u128()),
        }
    }

    /// Returns whether nothing is missing.
    pub fn is_enough(&self) -> bool {
        self.missing == AddressCount::ZERO
    }
}

/// A window of prefix lengths for node blocks, from the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MaskWindow {
    /// The shortest prefix length in bits: fewest blocks, most addresses in each.
    pub shortest: u8,
    /// The longest prefix length in bits: most blocks, fewest addresses in each.
    pub longest: u8,
}

/// A larger pod CIDR for more nodes with the same node mask. It contains the present one, so nodes keep their blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Growth {
    /// The number of nodes that have to fit.
    pub nodes: u64,
    /// The larger network; absent if no pod CIDR with this node mask is legal.
    #[serde(rename = "podCIDR")]
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub pod_cidr: Option<Cidr>,
}

/// The capacity of one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FamilyCapacity {
    /// The family.
    pub family: IpFamily,
    /// The pod CIDR.
    #[serde(rename = "podCIDR")]
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub pod_cidr: Cidr,
    /// Prefix length of a node's block, in bits.
    pub node_mask: u8,
    /// Number of blocks in the pod CIDR.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub blocks: AddressCount,
    /// Number of blocks that no node gets because a Service range shares addresses with them.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub excluded_blocks: AddressCount,
    /// Number of nodes that this family alone has room for.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub nodes: AddressCount,
    /// Number of addresses in a block.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub addresses_per_block: AddressCount,
    /// Number of pods that a block has addresses for.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub pods_per_block: AddressCount,
    /// Addresses of a block compared with `maxPods`.
    pub pod_headroom: Headroom,
    /// Nodes of this family compared with the largest planned number of nodes.
    pub node_headroom: Headroom,
    /// Node masks with which kube-controller-manager starts.
    pub legal_masks: MaskWindow,
    /// Node masks that kubeadm accepts too; absent if kubeadm does not check them.
    pub kubeadm_masks: Option<MaskWindow>,
    /// Legal node masks that hold the largest planned number of nodes and `maxPods`; absent if there is no such mask.
    pub fitting_masks: Option<MaskWindow>,
    /// The pod CIDR for the largest planned number of nodes; absent if this one is large enough.
    pub growth: Option<Growth>,
    /// The pod CIDR for twice the largest planned number of nodes.
    pub doubling: Growth,
}

/// The setting that limits the pods of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum PodLimit {
    /// The kubelet's `maxPods`.
    MaxPods,
    /// The IPv4 block of a node.
    IPv4Block,
    /// The IPv6 block of a node.
    IPv6Block,
}

/// The number of nodes and pods that the pod CIDRs of a plan hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// The families in order.
    pub families: Vec<FamilyCapacity>,
    /// Number of nodes that get a block of every family.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub nodes: AddressCount,
    /// The family that runs out of blocks first; absent in single-stack plans and if both end together.
    pub binding_family: Option<IpFamily>,
    /// Number of the first node, counted from 1, that gets no blocks.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub first_node_without: AddressCount,
    /// Number of pods a node can run.
    pub pods_per_node: u32,
    /// The setting that limits the pods of a node.
    pub pod_limit: PodLimit,
    /// Number of pods if every node exists.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub pods: AddressCount,
    /// Nodes with blocks compared with the nodes of today.
    pub today: Headroom,
    /// Nodes with blocks compared with the largest planned number of nodes.
    pub planned: Headroom,
    /// Number of nodes today.
    pub wanted_nodes: u64,
    /// Largest planned number of nodes.
    pub wanted_max_nodes: u64,
    /// `maxPods` of the kubelets: pods a node may run.
    pub max_pods: u32,
    /// Who cuts the blocks of nodes, if that is not kube-controller-manager: the plugin with pools of its own, or the
    /// distribution whose cloud gives pods addresses; absent otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub decided_by: Option<&'static str>,
}

impl Capacity {
    /// Computes the capacity of a plan. `None` if there is no pod CIDR, or if a node mask does not fit its pod CIDR
    /// ([`legal_masks`] has those that do).
    ///
    /// ```
    /// use dualstack_kubernetes::kubernetes::node_ipam::NodeIpamRules;
    /// use dualstack_plan::plan::capacity::{Capacity, FamilySizing, Sizing};
    /// let sizing = |pod_cidr: &str, node_mask| FamilySizing {
    ///     pod_cidr: pod_cidr.parse().unwrap(), node_mask, reserved_addresses: 0,
    /// };
    /// let capacity = Capacity::new(
    ///     &Sizing {
    ///         families: &[sizing("10.244.0.0/16", 24), sizing("fd00:10:244::/48", 64)],
    ///         service_cidrs: &[], nodes: 40, max_nodes: 250, max_pods: 110, decided_by: None,
    ///     },
    ///     (&NodeIpamRules::at("1.36".parse().unwrap())).into(),
    /// ).unwrap();
    /// let english = dualstack_ground::i18n::Catalogue::of("en");
    /// assert_eq!(english.text(&capacity.headline()), "256 nodes, 110 pods each; IPv4 runs out first, at node 257");
    /// ```
    pub fn new(sizing: &Sizing<'_>, limits: MaskLimits) -> Option<Capacity> {
        let pairs: Vec<(Cidr, u8)> = sizing
            .families
            .iter()
            .map(|family| (family.pod_cidr, family.node_mask))
            .collect();
        let blocks = NodeBlocks::new(&pairs, sizing.service_cidrs)?;
        let families: Vec<FamilyCapacity> = sizing
            .families
            .iter()
            .zip(blocks.families())
            .map(|(family, blocks)| FamilyCapacity::new(family, blocks, sizing, limits))
            .collect();
        let nodes = blocks.count();
        let first = families.iter().min_by_key(|family| family.nodes);
        let all_end_there = families.iter().all(|family| family.nodes == nodes);
        let (pods_per_node, pod_limit) =
            families
                .iter()
                .fold(
                    (sizing.max_pods, PodLimit::MaxPods),
                    |(pods, limit), family| match u32::try_from(family.pods_per_block.saturating_u128()) {
                        Ok(fewer) if fewer < pods => (fewer, family.pod_limit()),
                        _ => (pods, limit),
                    },
                );
        Some(Capacity {
            nodes,
            binding_family: first.map(|family| family.family).filter(|_| !all_end_there),
            first_node_without: nodes.saturating_add(1u32.into()),
            pods_per_node,
            pod_limit,
            pods: times(nodes, pods_per_node),
            today: Headroom::of(nodes, sizing.nodes),
            planned: Headroom::of(nodes, sizing.max_nodes),
            wanted_nodes: sizing.nodes,
            wanted_max_nodes: sizing.max_nodes,
            max_pods: sizing.max_pods,
            decided_by: sizing.decided_by,
            families,
        })
    }

    /// Returns the capacity in one sentence: what was asked for if it does not fit, and who decides.
    pub fn headline(&self) -> Message {
        let id = match (
            self.binding_family,
            self.families.len() > 1,
            self.planned.is_enough(),
        ) {
            (Some(_), _, true) => "plan-capacity-binding",
            (Some(_), _, false) => "plan-capacity-binding.short",
            (None, true, true) => "plan-capacity-together",
            (None, true, false) => "plan-capacity-together.short",
            (None, false, true) => "plan-capacity-single",
            (None, false, false) => "plan-capacity-single.short",
        };
        let mut headline = Message::new(id)
            .with("planned", AddressCount::from(self.wanted_max_nodes))
            .with("nodes", self.nodes)
            .with("pods", self.pods_per_node)
            .with("family", self.binding_family.map_or("", IpFamily::as_str))
            .with("node", self.first_node_without);
        if let Some(who) = self.decided_by {
            let decided = Message::new("plan-capacity-decided").with("who", who);
            headline.and("plan-capacity-and", decided);
        }
        headline
    }

    /// Returns how many of the wanted nodes get no block: of those of today, else of those planned. `None` if all get one.
    pub fn shortfall(&self) -> Option<Message> {
        let (id, missing, wanted) = if !self.today.is_enough() {
            (
                "plan-capacity-too-few-today",
                self.today.missing,
                self.wanted_nodes,
            )
        } else if !self.planned.is_enough() {
            (
                "plan-capacity-too-few-planned",
                self.planned.missing,
                self.wanted_max_nodes,
            )
        } else {
            return None;
        };
        let message = Message::new(id).with("wanted", AddressCount::from(wanted));
        Some(message.with("nodes", self.nodes).with("missing", missing))
    }

    /// Returns the remarks about the capacity: too few nodes, small blocks, blocks lost to Services, ways to grow.
    pub fn notes(&self) -> Vec<Message> {
        let room = || {
            Message::new("plan-capacity-room")
                .with("wanted", AddressCount::from(self.wanted_max_nodes))
                .with("spare", self.planned.spare)
        };
        let mut notes = vec![self.shortfall().unwrap_or_else(room)];
        for family in &self.families {
            family.notes(self.max_pods, &mut notes);
        }
        notes
    }
}

impl FamilyCapacity {
    fn new(
        family: &FamilySizing,
        blocks: &FamilyBlocks,
        sizing: &Sizing<'_>,
        limits: MaskLimits,
    ) -> FamilyCapacity {
        let range = family.pod_cidr;
        let addresses = blocks.addresses_per_block();
        let pods = addresses.saturating_sub(u128::from(family.reserved_addresses));
        let legal = MaskWindow {
            shortest: range.prefix_len(),
            longest: limits.longest_mask(range),
        };
        let doubled = sizing.max_nodes.saturating_mul(2);
        FamilyCapacity {
            family: range.family(),
            pod_cidr: range,
            node_mask: family.node_mask,
            blocks: blocks.total(),
            excluded_blocks: blocks.excluded(),
            nodes: blocks.count(),
            addresses_per_block: addresses,
            pods_per_block: pods,
            pod_headroom: Headroom::of(pods, u64::from(sizing.max_pods)),
            node_headroom: Headroom::of(blocks.count(), sizing.max_nodes),
            legal_masks: legal,
            kubeadm_masks: limits.kubeadm.map(|difference| MaskWindow {
                shortest: legal.shortest,
                longest: legal.shortest.saturating_add(difference).min(legal.longest),
            }),
            fitting_masks: fitting_masks(family, sizing, legal),
            growth: (!Headroom::of(blocks.count(), sizing.max_nodes).is_enough())
                .then(|| grow(family, sizing.service_cidrs, sizing.max_nodes, limits)),
            doubling: grow(family, sizing.service_cidrs, doubled, limits),
        }
    }

    fn pod_limit(&self) -> PodLimit {
        match self.family {
            IpFamily::IPv4 => PodLimit::IPv4Block,
            IpFamily::IPv6 => PodLimit::IPv6Block,
        }
    }

    fn notes(&self, max_pods: u32, notes: &mut Vec<Message>) {
        let note = |id: &'static str| {
            Message::new(id)
                .with("family", self.family)
                .with("range", self.pod_cidr)
                .with("mask", self.node_mask)
        };
        if !self.pod_headroom.is_enough() {
            notes.push(
                note("plan-capacity-small-block")
                    .with("addresses", self.pods_per_block)
                    .with("maxpods", max_pods),
            );
        }
        if self.excluded_blocks > AddressCount::ZERO {
            notes.push(
                note("plan-capacity-excluded")
                    .with("excluded", self.excluded_blocks)
                    .with("blocks", self.blocks),
            );
        }
        let window = |id: &'static str, window: MaskWindow| {
            note(id)
                .with("shortest", window.shortest)
                .with("longest", window.longest)
        };
        if self.node_mask > self.legal_masks.longest {
            notes.push(window("plan-capacity-mask-refused", self.legal_masks));
        } else if let Some(kubeadm) = self.kubeadm_masks.filter(|masks| self.node_mask > masks.longest) {
            notes.push(window("plan-capacity-mask-refused-by-kubeadm", kubeadm));
        }
        if let Some(growth) = self.growth {
            let nodes = AddressCount::from(growth.nodes);
            notes.push(match growth.pod_cidr {
                Some(cidr) => note("plan-capacity-grow").with("nodes", nodes).with("cidr", cidr),
                None => note("plan-capacity-cannot-grow").with("nodes", nodes),
            });
        }
    }
}

/// Returns the node masks with which kube-controller-manager starts for a pod CIDR.
pub fn legal_masks(pod_cidr: Cidr, limits: MaskLimits) -> MaskWindow {
    MaskWindow {
        shortest: pod_cidr.prefix_len(),
        longest: limits.longest_mask(pod_cidr),
    }
}

/// Returns the masks that hold the planned nodes and pods. Longer masks give more nodes and fewer pods, so they form
/// a window.
fn fitting_masks(family: &FamilySizing, sizing: &Sizing<'_>, legal: MaskWindow) -> Option<MaskWindow> {
    let fits = |mask: u8| {
        FamilyBlocks::new(family.pod_cidr, mask, sizing.service_cidrs).is_some_and(|blocks| {
            let pods = blocks
                .addresses_per_block()
                .saturating_sub(u128::from(family.reserved_addresses));
            blocks.count() >= AddressCount::from(sizing.max_nodes)
                && pods >= AddressCount::from(sizing.max_pods)
        })
    };
    let shortest = (legal.shortest..=legal.longest).find(|mask| fits(*mask))?;
    let longest = (shortest..=legal.longest).rev().find(|mask| fits(*mask))?;
    Some(MaskWindow { shortest, longest })
}

/// Returns the smallest network that contains the pod CIDR (or equals it) and has blocks for that many nodes.
fn grow(family: &FamilySizing, service_cidrs: &[Cidr], nodes: u64, limits: MaskLimits) -> Growth {
    let enough = |range: &Cidr| {
        FamilyBlocks::new(*range, family.node_mask, service_cidrs)
            .is_some_and(|blocks| blocks.count() >= AddressCount::from(nodes))
    };
    let pod_cidr = std::iter::successors(Some(family.pod_cidr), Cidr::supernet)
        .take_while(|range| family.node_mask <= limits.longest_mask(*range))
        .find(enough);
    Growth { nodes, pod_cidr }
}

/// Returns the number of pods on all nodes; at most 2^128, the number of addresses.
fn times(nodes: AddressCount, pods: u32) -> AddressCount {
    match nodes
        .to_u128()
        .and_then(|nodes| nodes.checked_mul(u128::from(pods)))
    {
        Some(product) => AddressCount::from(product),
        None if pods == 0 => AddressCount::ZERO,
        None => AddressCount::power_of_two(128),
    }
}

#[cfg(test)]
mod tests;
