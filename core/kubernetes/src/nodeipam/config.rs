//! What the node IPAM controller runs with once it has started.

use serde::Serialize;

use super::blocks::NodeBlocks;
use crate::go::net::GoNet;
use crate::kubernetes::Version;
use crate::net::Cidr;

/// Which allocator hands out the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Allocator {
    /// `--allocate-node-cidrs` is off: nobody in kube-controller-manager does.
    Off,
    /// `RangeAllocator`, the one modelled here.
    Range,
    /// `CloudAllocator`, `IPAMFromCluster` or `IPAMFromCloud`: the cloud provider decides.
    Cloud,
    /// `MultiCIDRRangeAllocator`, 1.25 to 1.28: ClusterCIDR objects decide.
    MultiCidr,
}

/// One pod CIDR with the mask of its node blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PodRange {
    /// The entry of `--cluster-cidr`.
    pub cidr: GoNet,
    /// The mask as the flags give it; not checked against the width of the family.
    pub node_mask_size: i32,
}

/// A line of the component's log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// The text, without keys.
    pub message: String,
    /// The value of the key `err`, where the line has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub err: Option<String>,
    /// Our name of the check that writes it at start; empty for lines of a running controller.
    #[serde(skip)]
    pub check: &'static str,
}

/// Our name of the check that there is a second Service range. What it logs stands in the log of every single-stack
/// cluster.
pub const SECOND_SERVICE_RANGE: &str = "KCM-L2";

/// What the controller runs with.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeIpamConfig {
    /// The version.
    pub version: Version,
    /// Who hands out the blocks.
    pub allocator: Allocator,
    /// The pod CIDRs in order.
    pub pod_ranges: Vec<PodRange>,
    /// The Service CIDRs that were readable, in order.
    pub service_ranges: Vec<GoNet>,
    /// What starting logs without failing.
    pub log: Vec<LogLine>,
}

impl NodeIpamConfig {
    /// The pod CIDRs as canonical networks.
    pub fn pod_cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        self.pod_ranges.iter().filter_map(|range| range.cidr.to_cidr())
    }

    /// All node blocks; `None` when a mask does not exist or nothing hands out blocks.
    pub fn blocks(&self) -> Option<NodeBlocks> {
        let pairs = self.pod_ranges.iter().map(|range| {
            let mask = u8::try_from(range.node_mask_size).ok()?;
            // The mask of an IPv4-mapped range counts from 128 bits: its blocks are not what they seem.
            let cidr = range
                .cidr
                .to_cidr()
                .filter(|cidr| cidr.prefix_len() == range.cidr.mask_size())?;
            Some((cidr, mask))
        });
        NodeBlocks::new(
            &pairs.collect::<Option<Vec<_>>>()?,
            &self.service_cidrs().collect::<Vec<_>>(),
        )
    }

    /// The Service CIDRs as canonical networks.
    pub fn service_cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        self.service_ranges.iter().filter_map(|range| range.to_cidr())
    }
}
