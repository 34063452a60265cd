//! The address plan: what the ranges of a plan file come to.

pub mod declared;
pub mod map;
pub mod suggest;

use serde::Serialize;

use crate::net::IpFamily;
use crate::request::ClusterPlan;
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
}

/// The address plan of a plan file.
pub fn plan(plan: &ClusterPlan) -> AddressPlan {
    let declared = declared_ranges(&plan.spec);
    AddressPlan {
        primary_family: plan.spec.service_cidrs.first().map(|cidr| cidr.family()),
        overlaps: overlaps(&declared),
        map: address_map(&declared),
        declared,
    }
}
