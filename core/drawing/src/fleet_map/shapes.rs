//! The shapes of the map of a fleet.

use serde::Serialize;

use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

/// The number of columns of a row; fewer where a row has fewer addresses.
pub const FLEET_COLUMNS: u16 = 256;
/// The number of colours that groups have; a fleet of more groups uses them again.
pub const FLEET_COLOURS: usize = 4;

/// What addresses of a fleet are for. What stands later lies inside of what stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Free in a block.
    Free,
    /// Kept for the clusters of a site, so that its routes stay few.
    Site,
    /// A network that has to stay free.
    Reserved,
    /// Kept for a cluster, which doubles into it.
    Room,
    /// A range of a cluster that was there before.
    Existing,
    /// A network of the nodes' own addresses.
    Nodes,
    /// A Service range.
    Services,
    /// A pod range.
    Pods,
}

impl Purpose {
    /// Every purpose, in the order of the legend.
    pub const ALL: [Purpose; 8] = [
        Purpose::Pods,
        Purpose::Services,
        Purpose::Nodes,
        Purpose::Room,
        Purpose::Site,
        Purpose::Existing,
        Purpose::Reserved,
        Purpose::Free,
    ];

    /// Returns the name of the purpose, which is a part of message ids and of class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Purpose::Free => "free",
            Purpose::Site => "site",
            Purpose::Reserved => "reserved",
            Purpose::Room => "room",
            Purpose::Existing => "existing",
            Purpose::Nodes => "nodes",
            Purpose::Services => "services",
            Purpose::Pods => "pods",
        }
    }

    /// Returns what it is called.
    pub fn message(self) -> Message {
        Message::new(format!("draw-fleet-{}", self.as_str()))
    }

    /// Returns whether nothing else may lie there: all but what is free, or kept for any cluster of a site.
    pub const fn is_held(self) -> bool {
        !matches!(self, Purpose::Free | Purpose::Site)
    }

    /// Returns whether it is a cluster's, and so drawn in the colour of its group.
    pub const fn is_of_group(self) -> bool {
        !matches!(self, Purpose::Free | Purpose::Reserved)
    }
}

/// The position that a fleet is seen from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FleetSceneOptions {
    /// The group that is shown; absent: all of them.
    pub group: Option<String>,
    /// A network of one family, or one of each. The family that is left out shows the same clusters. Empty: the first block.
    pub at: Vec<Cidr>,
}

/// A range of a cluster and the room around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MapRange {
    /// What it is for.
    pub what: Purpose,
    /// The range.
    pub cidr: Cidr,
    /// The network around it that nothing else is placed into; absent: there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<Cidr>,
}

/// A cluster of the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MapCluster {
    /// Its name.
    pub name: String,
    /// The index of its group in [`FleetScene::groups`].
    pub group: usize,
    /// Its site; empty for a cluster that was there before.
    pub site: String,
    /// Its ranges: pods, Services, nodes, those of the primary family first.
    pub ranges: Vec<MapRange>,
    /// Whether it can double where it is; absent for a cluster that was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub can_double: Option<bool>,
    /// Number of nodes that it is planned for; absent for a cluster that was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nodes: Option<u32>,
    /// Number of Services that it is planned for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub services: Option<u32>,
}

/// What a stretch of addresses is for in one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FleetLane {
    /// What it is for.
    pub what: Purpose,
    /// The index of the group in [`FleetScene::groups`].
    pub group: usize,
    /// The index of the cluster in the map's clusters; absent for what is nobody's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster: Option<usize>,
    /// Whether it is smaller than the column that shows it.
    pub is_part: bool,
    /// Whether something else lies there that must not.
    pub is_shared: bool,
}

/// Consecutive columns that show the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FleetRun {
    /// The first column.
    pub start: u16,
    /// The number of columns.
    pub length: u16,
    /// What they are for, one above the other where groups use the same addresses. None: they lie in no block.
    pub lanes: Vec<FleetLane>,
}

/// A row: a sixteenth of the network.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetRow {
    /// Its network, which is the position of its own scene.
    pub network: Cidr,
    /// What its addresses are for, without gaps.
    pub runs: Vec<FleetRun>,
    /// The clusters that have addresses in it, by their index: the first of them.
    pub clusters: Vec<usize>,
    /// The number of all of them.
    pub count: usize,
    /// The share of its columns that is free in a block of every group that is shown, from 0 to 1.
    pub free: f64,
}

/// A family of the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetPane {
    /// The family.
    pub family: IpFamily,
    /// The blocks, and what runs outside of them.
    pub homes: Vec<Cidr>,
    /// The network that is cut into rows.
    pub network: Cidr,
    /// The way to it, the widest first; the last one is it.
    pub path: Vec<Cidr>,
    /// The number of columns of each row.
    pub columns: u16,
    /// The rows by address.
    pub rows: Vec<FleetRow>,
}

/// A group on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetGroupShown {
    /// Its name.
    pub name: String,
    /// What the legend says of it.
    pub message: Message,
    /// Whether it is shown.
    pub shown: bool,
    /// The number of its clusters.
    pub clusters: usize,
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetLegend {
    /// What it is about.
    pub what: Purpose,
    /// Its name.
    pub message: Message,
}

/// What is seen of a fleet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FleetScene {
    /// The heading.
    pub title: Message,
    /// What became of the clusters, and what each group takes of each family.
    pub sentences: Vec<Message>,
    /// The groups by name.
    pub groups: Vec<FleetGroupShown>,
    /// The families, IPv4 first.
    pub panes: Vec<FleetPane>,
    /// What is seen, in the order of [`Purpose::ALL`].
    pub legend: Vec<FleetLegend>,
}
