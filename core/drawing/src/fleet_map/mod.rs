//! What the map of a fleet shows: for each family a network cut into 16 rows, a hexadecimal digit each, and in every row the
//! addresses by what they are for, true to scale.
//!
//! [`FleetMap`] is made once of a fleet; a scene of it costs what lies in the networks that are shown. A row has 256 columns, so
//! that what is drawn is bounded, however many clusters there are: whatever is a power of two and not smaller than a column lies
//! exactly on columns, and of what is smaller a column shows what holds most of it.
//!
//! Both families are in step by their clusters: the places of a cluster are no pair of cells, but where one family is seen from
//! a network, the other is seen from the network that holds the same clusters.

mod index;
mod shapes;
#[cfg(test)]
mod tests;
mod view;

pub use index::FleetMap;
pub use shapes::{
    FLEET_COLOURS, FLEET_COLUMNS, FleetGroupShown, FleetLane, FleetLegend, FleetPane, FleetRow, FleetRun,
    FleetScene, FleetSceneOptions, MapCluster, MapRange, Purpose,
};
