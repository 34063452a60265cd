//! The configuration of the node IPAM controller once it has started.

use serde::Serialize;

use super::blocks::NodeBlocks;
use crate::go::net::GoNet;
use crate::kubernetes::Version;
use crate::net::Cidr;

/// The allocator that hands out the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Allocator {
    /// `--allocate-node-cidrs` is off: kube-controller-manager hands out no blocks.
    Off,
    /// `RangeAllocator`, which this module models.
    Range,
    /// `CloudAllocator`, `IPAMFromCluster` or `IPAMFromCloud`: the cloud provider decides.
    Cloud,
    /// `MultiCIDRRangeAllocator`, 1.25 to 1.28: ClusterCIDR objects decide.
    MultiCidr,
}

/// One pod CIDR with the mask of its node blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PodRange {
    /// The network of the entry of `--cluster-cidr`.
    pub cidr: GoNet,
    /// The mask of the flags in bits; not checked against the width of the family.
    pub node_mask_size: i32,
}

/// A line of the component's log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// The text of the line, without keys.
    pub message: String,
    /// The value of the key `err`, if the line has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub err: Option<String>,
    /// This project's name of the check that writes the line at start; empty for lines of a running controller.
    #[serde(skip)]
    pub check: &'static str,
}

/// This project's name of the check that a second Service range exists. Its line is in the log of every single-stack
/// cluster.
pub const SECOND_SERVICE_RANGE: &str = "KCM-L2";

/// The configuration of a started controller.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeIpamConfig {
    /// The Kubernetes version.
    pub version: Version,
    /// The allocator that hands out the blocks.
    pub allocator: Allocator,
    /// The pod CIDRs, in order.
    pub pod_ranges: Vec<PodRange>,
    /// The readable Service CIDRs, in order.
    pub service_ranges: Vec<GoNet>,
    /// The log lines of the start.
    pub log: Vec<LogLine>,
}

impl NodeIpamConfig {
    /// Returns the pod CIDRs as canonical networks.
    pub fn pod_cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        self.pod_ranges.iter().filter_map(|range| range.cidr.to_cidr())
    }

    /// Returns all node blocks. `None` if a mask does not exist or no allocator hands out blocks.
    pub fn blocks(&self) -> Option<NodeBlocks> {
        let pairs = self.pod_ranges.iter().map(|range| {
            let mask = u8::try_from(range.node_mask_size).ok()?;
            // The mask of an IPv4-mapped range counts from 128 bits, so its blocks have other sizes.
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

    /// Returns the Service CIDRs as canonical networks.
    pub fn service_cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        self.service_ranges.iter().filter_map(|range| range.to_cidr())
    }
}
