//! Many clusters from shared blocks. [`plan_fleet()`] gives every cluster of a fleet file its pod and Service ranges: inside
//! a group of connected clusters nothing overlaps, every cluster can double where it is, the routes of a site are few, and
//! what has a place keeps it.
//!
//! `dualstack-change` is about one cluster and its components over time; this is about the space between clusters. So it is
//! a crate above, which takes imports and growth from there.

use dualstack_analysis::report;
use dualstack_change as change;
use dualstack_exports::export;
use dualstack_ground::{diagnostic, document, i18n, net, order};
use dualstack_kubernetes::{catalog, kubernetes, request};
use dualstack_plan::plan;

pub mod codes;
mod decode;
mod existing;
mod exports;
mod file;
mod files;
mod fleet;
mod found;
mod lock;
mod need;
mod place;
mod plans;
mod pool;
#[cfg(test)]
mod tests;
mod text;
mod verify;

pub use decode::{is_of_kind, referred_files};
pub use exports::{FLEET_TARGETS, export_fleet};
pub use file::{
    ClusterGrowth, ClusterSettings, ExistingCluster, FleetCluster, FleetGroup, FleetPlan, FleetSpec, KIND,
};
pub use files::FleetFiles;
pub use fleet::{FleetFailed, plan_fleet};
pub use found::{Fleet, FleetUse, PlaceState, PlacedCluster, SiteRoutes};
pub use lock::{FleetLock, LOCK_KIND, LockedAggregates, LockedCluster};
pub use plans::{plan_of, plans};
pub use text::FleetFormat;
