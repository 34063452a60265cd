//! The pod CIDRs of nodes: kube-controller-manager's node IPAM controller, from its flags to the last free block, and
//! a lazy view of all blocks.
//!
//! Models `pkg/controller/nodeipam` and `cmd/kube-controller-manager/app/core.go`. Upstream works on 30 nodes at a
//! time, so the assignment of blocks to nodes is a race there; here nodes are processed one after the other.

mod blocks;
mod cidr_set;
mod config;
mod controller;
mod flags;
mod index_set;
mod simulate;
mod start;

pub use blocks::{BlockPlace, FamilyBlocks, FamilyPlace, NodeBlock, NodeBlocks, NodePage, NodeUse};
pub use cidr_set::{CidrSet, CidrSetError, IPV6_MAX_MASK_DIFFERENCE};
pub use config::{Allocator, LogLine, NodeIpamConfig, PodRange, SECOND_SERVICE_RANGE};
pub use controller::{Controller, Node, NodeEvent, NodeOutcome};
pub use flags::ControllerFlags;
pub use simulate::{NodeSimulation, NodeStep, StepResult, simulate};
pub use start::{StartRefusal, check};
