//! The address plan: what the ranges of a plan file come to.

pub mod capacity;
pub mod declared;
pub mod map;
pub mod suggest;

use serde::Serialize;

use crate::net::{AddressCount, Cidr, IpFamily};
use crate::nodeipam::{FamilyBlocks, NodeBlocks};
use crate::request::{ClusterPlan, PlanSpec};
use declared::{DeclaredRange, Overlap, declared_ranges, overlaps};
use map::{MapBlock, address_map};

/// What the ranges of a plan come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AddressPlan {
    /// The family of the first Service range: of Services that ask for nothing, and of the API server's own Service.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub primary_family: Option<IpFamily>,
    /// Every range the plan declares.
    pub declared: Vec<DeclaredRange>,
    /// Declared ranges that share addresses.
    pub overlaps: Vec<Overlap>,
    /// Where the ranges lie, and what is free around them.
    pub map: Vec<MapBlock>,
    /// The node blocks of each pod range, in order.
    pub node_blocks: Vec<NodeBlocksSummary>,
    /// How many nodes get a block of every family.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub node_capacity: AddressCount,
}

/// The node blocks of one pod range, counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodeBlocksSummary {
    /// The family.
    pub family: IpFamily,
    /// The pod range.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub range: Cidr,
    /// Prefix length of a node's block.
    pub mask_size: u8,
    /// Every block.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub total: AddressCount,
    /// Blocks that no node gets because they touch a Service range.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub excluded: AddressCount,
    /// Blocks for nodes.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub usable: AddressCount,
    /// Addresses in a block.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub addresses_per_block: AddressCount,
}

impl From<&FamilyBlocks> for NodeBlocksSummary {
    fn from(blocks: &FamilyBlocks) -> Self {
        NodeBlocksSummary {
            family: blocks.range().family(),
            range: blocks.range(),
            mask_size: blocks.prefix_len(),
            total: blocks.total(),
            excluded: blocks.excluded(),
            usable: blocks.count(),
            addresses_per_block: blocks.addresses_per_block(),
        }
    }
}

/// Prefix length of a node's block: the one of the plan, or the default that kube-controller-manager has from 1.17 on
/// (/24 and /64).
pub fn node_mask(spec: &PlanSpec, family: IpFamily) -> u8 {
    spec.nodes.mask_size(family).unwrap_or(match family {
        IpFamily::IPv4 => 24,
        IpFamily::IPv6 => 64,
    })
}

/// The node blocks of a plan, all families on one axis of nodes. `None` without pod ranges, or when a mask does not fit
/// its range.
pub fn node_blocks(spec: &PlanSpec) -> Option<NodeBlocks> {
    let pods: Vec<(Cidr, u8)> = spec
        .pod_cidrs
        .iter()
        .map(|cidr| (*cidr, node_mask(spec, cidr.family())))
        .collect();
    NodeBlocks::new(&pods, &spec.service_cidrs)
}

/// The address plan of a plan.
pub fn plan(plan: &ClusterPlan) -> AddressPlan {
    plan_with(plan, declared_ranges(&plan.spec))
}

/// The same, with the ranges as they stand in the file.
pub fn plan_with(plan: &ClusterPlan, declared: Vec<DeclaredRange>) -> AddressPlan {
    let blocks = node_blocks(&plan.spec);
    let families = blocks.as_ref().map_or(&[][..], NodeBlocks::families);
    AddressPlan {
        primary_family: plan.spec.service_cidrs.first().map(Cidr::family),
        overlaps: overlaps(&declared),
        map: address_map(&declared),
        node_blocks: families.iter().map(NodeBlocksSummary::from).collect(),
        node_capacity: blocks.as_ref().map_or(AddressCount::ZERO, NodeBlocks::count),
        declared,
    }
}
