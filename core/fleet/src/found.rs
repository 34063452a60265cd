//! What a fleet comes to.

use serde::Serialize;

use crate::file::FleetPlan;
use crate::i18n::Message;
use crate::lock::FleetLock;
use crate::net::{AddressCount, Cidr, IpFamily};

/// A fleet with a place for every cluster.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Fleet {
    /// Name of the fleet.
    pub name: String,
    /// The clusters that have a place, by name.
    pub clusters: Vec<PlacedCluster>,
    /// The routes of each site of each group.
    pub sites: Vec<SiteRoutes>,
    /// What the clusters of each group take of each family.
    pub uses: Vec<FleetUse>,
    /// The clusters of the lock file that the fleet has no longer. Their space is free.
    pub removed: Vec<String>,
    /// The text of the lock file.
    pub lock: String,
    /// Whether that text differs from the one that was given.
    pub lock_changed: bool,
    /// The summary in one sentence.
    pub summary: Message,
    /// The fleet as text, if a format was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub text: Option<String>,
    /// 1 if a cluster has no place or overlaps another, 0 otherwise.
    pub exit_code: u8,
    /// The file that it comes from.
    #[serde(skip)]
    pub source: FleetPlan,
    /// The lock as a value.
    #[serde(skip)]
    pub places: FleetLock,
}

/// What became of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum PlaceState {
    /// It was placed now, or a range of it was.
    New,
    /// It is where it was.
    Kept,
    /// A range of it has grown where it is.
    Grown,
}

/// A cluster and its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PlacedCluster {
    /// Name of the cluster.
    pub name: String,
    /// The group that it is connected with.
    pub group: String,
    /// The site.
    pub site: String,
    /// Pod ranges, the primary family first.
    #[serde(rename = "podCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub pod_cidrs: Vec<Cidr>,
    /// The networks that the pod ranges may grow into, in the same order.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub pod_rooms: Vec<Cidr>,
    /// Service ranges, the primary family first.
    #[serde(rename = "serviceCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub service_cidrs: Vec<Cidr>,
    /// The networks that the Service ranges may grow into, in the same order.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub service_rooms: Vec<Cidr>,
    /// Whether it can double where it is: every room holds twice what its range is planned for.
    pub can_double: bool,
    /// Number of nodes that the ranges are planned for.
    pub nodes: u32,
    /// Number of Services that the ranges are planned for.
    pub services: u32,
    /// What became of it.
    pub state: PlaceState,
}

/// The routes to the clusters of a site.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SiteRoutes {
    /// The group of connected clusters.
    pub group: String,
    /// The site.
    pub site: String,
    /// Number of clusters.
    pub clusters: usize,
    /// The fewest networks that hold all of its clusters and the space kept for the site, IPv4 first.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub routes: Vec<Cidr>,
}

/// What the clusters of a group take of a family.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FleetUse {
    /// The group of connected clusters.
    pub group: String,
    /// The family.
    pub family: IpFamily,
    /// Number of clusters.
    pub clusters: usize,
    /// The addresses that the nodes' blocks and the Services of all clusters use once they have doubled.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub needed: AddressCount,
    /// The lower bound: the least that any arrangement takes, as every range and the room around it is one network.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub bound: AddressCount,
    /// What is taken, with the space that the aggregates of sites keep for them.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub taken: AddressCount,
    /// By how much of a hundred `taken` is above `bound`, with one decimal.
    pub waste_percent: f64,
    /// Number of routes to all sites.
    pub routes: usize,
    /// The largest network that is free in the blocks; absent if nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Cidr"))]
    pub largest_free: Option<Cidr>,
}
