//! The shapes of a scene.

use serde::{Serialize, Serializer};

use crate::diagnostic::Severity;
use crate::i18n::Message;
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::request::ranges::{DeclaredRange, RangeKind};

/// The number of cells in a row of a grid.
pub const COLUMNS: usize = 16;

/// The position that a scene is seen from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SceneOptions {
    /// A network of one family, or one of each. The family that is left out shows what corresponds. Empty: the pod ranges,
    /// or what else the plan has.
    pub at: Vec<Cidr>,
}

/// What the addresses of a part of a cell are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// A block of pods that a Node beside the plan has.
    PodsTaken,
    /// A block of pods that a node of today gets.
    PodsToday,
    /// A block of pods that a planned node gets.
    PodsPlanned,
    /// A block of pods that is free.
    PodsFree,
    /// A block of pods that no node gets, because the other family has no block left.
    PodsUnpaired,
    /// A block of pods that no node gets, because a Service range shares addresses with it.
    PodsExcluded,
    /// A pod range whose blocks are not known: kube-controller-manager does not start, or a mask does not fit.
    Pods,
    /// The static band of a Service range.
    ServicesStatic,
    /// The dynamic band of a Service range.
    ServicesDynamic,
    /// Addresses of a Service range that no Service can have.
    ServicesUnusable,
    /// Addresses that a ServiceCIDR object adds.
    ServicesObject,
    /// A network of the nodes.
    Nodes,
    /// A pool of load balancers.
    LoadBalancers,
    /// A network that has to stay free.
    Reserved,
}

impl Use {
    /// Every use, in the order of the legend.
    pub const ALL: [Use; 14] = [
        Use::PodsTaken,
        Use::PodsToday,
        Use::PodsPlanned,
        Use::PodsFree,
        Use::PodsUnpaired,
        Use::PodsExcluded,
        Use::Pods,
        Use::ServicesStatic,
        Use::ServicesDynamic,
        Use::ServicesUnusable,
        Use::ServicesObject,
        Use::Nodes,
        Use::LoadBalancers,
        Use::Reserved,
    ];

    /// Returns the name of the use, which is a part of message ids and of class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Use::PodsTaken => "pods-taken",
            Use::PodsToday => "pods-today",
            Use::PodsPlanned => "pods-planned",
            Use::PodsFree => "pods-free",
            Use::PodsUnpaired => "pods-unpaired",
            Use::PodsExcluded => "pods-excluded",
            Use::Pods => "pods",
            Use::ServicesStatic => "services-static",
            Use::ServicesDynamic => "services-dynamic",
            Use::ServicesUnusable => "services-unusable",
            Use::ServicesObject => "services-object",
            Use::Nodes => "nodes",
            Use::LoadBalancers => "load-balancers",
            Use::Reserved => "reserved",
        }
    }

    /// Returns the kind of range that has such addresses.
    pub const fn kind(self) -> RangeKind {
        match self {
            Use::PodsTaken
            | Use::PodsToday
            | Use::PodsPlanned
            | Use::PodsFree
            | Use::PodsUnpaired
            | Use::PodsExcluded
            | Use::Pods => RangeKind::Pods,
            Use::ServicesStatic | Use::ServicesDynamic | Use::ServicesUnusable | Use::ServicesObject => {
                RangeKind::Services
            }
            Use::Nodes => RangeKind::Nodes,
            Use::LoadBalancers => RangeKind::LoadBalancers,
            Use::Reserved => RangeKind::Reserved,
        }
    }
}

/// A stretch of a strip or of a cell, as fractions of its length, from 0 to 1. They are rounded; the addresses beside
/// them are exact.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Stretch {
    /// Where it begins.
    pub start: f64,
    /// How long it is.
    pub length: f64,
}

/// What a stretch of addresses is for, and the range that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct PartUse {
    /// What it is for.
    pub what: Use,
    /// The index of the range in [`Scene::ranges`].
    pub range: usize,
    /// The name of the Node that has the block.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub name: Option<String>,
}

/// Consecutive addresses of a cell that have the same uses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct CellPart {
    /// The lowest address.
    #[cfg_attr(feature = "wasm", tsify(type = "IpAddress"))]
    pub first: std::net::IpAddr,
    /// The highest address.
    #[cfg_attr(feature = "wasm", tsify(type = "IpAddress"))]
    pub last: std::net::IpAddr,
    /// The number of addresses.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub addresses: AddressCount,
    /// Where it lies in the cell.
    pub stretch: Stretch,
    /// What it is for. None: it is free. More than one: ranges share these addresses.
    pub uses: Vec<PartUse>,
}

/// The nodes that have their blocks in a cell, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct NodeSpan {
    /// The node at the lowest address.
    #[serde(serialize_with = "decimal")]
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub first: u128,
    /// The node at the highest address.
    #[serde(serialize_with = "decimal")]
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub last: u128,
}

/// A cell of a grid.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The number of the cell, from 0, row by row. The same number in the other grid is the same node.
    pub index: usize,
    /// The network of the cell, which is the position of its own scene.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub network: Cidr,
    /// The addresses by use, in order and without gaps.
    pub parts: Vec<CellPart>,
    /// The nodes at both ends of the cell; absent where no node has its block there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub nodes: Option<NodeSpan>,
    /// The indices in [`Scene::overlaps`] of those that lie in the cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub overlaps: Vec<usize>,
    /// The number of addresses in it that are known to be in use by themselves: Services, API server, cluster DNS.
    pub addresses_in_use: usize,
    /// Whose the lowest of them is: `default/kubernetes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub in_use_by: Option<String>,
}

/// The grid of a family: a network cut into at most 256 cells.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// The network, the position of the scene in this family.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub network: Cidr,
    /// The prefix length of each cell, in bits.
    pub cell_prefix: u8,
    /// How many nodes have their block in one cell; absent outside of the pod range and inside of a block.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "AddressCount"))]
    pub nodes_per_cell: Option<AddressCount>,
    /// The cells, in order.
    pub cells: Vec<Cell>,
}

/// A range on a strip.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Mark {
    /// The index of the range in [`Scene::ranges`].
    pub range: usize,
    /// Where it lies, true to scale. What is too short to be seen is drawn as a flag, never wider than it is.
    pub stretch: Stretch,
}

/// A block of addresses on one line, true to scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Strip {
    /// The block.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub network: Cidr,
    /// The ranges in it, by address.
    pub marks: Vec<Mark>,
    /// What the grid shows of it; absent if the position lies elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub window: Option<Stretch>,
}

/// A step on the way from the whole block to the position.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Crumb {
    /// The network of the step, a position by itself.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub network: Cidr,
    /// The index in [`Scene::ranges`] of the range that is this network.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub range: Option<usize>,
}

/// One family of the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Pane {
    /// The family.
    pub family: IpFamily,
    /// The strips: first the one with the position, then the others by address.
    pub strips: Vec<Strip>,
    /// The way to the position, the widest network first.
    pub path: Vec<Crumb>,
    /// The grid; absent if nothing of this family corresponds to the position of the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub grid: Option<Grid>,
}

/// A range of the plan on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct SceneRange {
    /// The range, with its place in the file.
    #[serde(flatten)]
    pub declared: DeclaredRange,
    /// The codes of the findings that are about the range.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub findings: Vec<&'static str>,
}

/// Addresses that two ranges share and must not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct SharedAddresses {
    /// The index in [`Scene::ranges`] of the range that is declared first.
    pub first: usize,
    /// The index of the other.
    pub second: usize,
    /// The shared network.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub shared: Cidr,
    /// The codes of the findings about it.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub findings: Vec<&'static str>,
    /// The worst severity of these findings; absent if nothing was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub severity: Option<Severity>,
    /// What they say, in a line.
    pub message: Message,
}

/// A use and what the legend says about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct LegendEntry {
    /// The use.
    pub what: Use,
    /// What it is called, with its number where one is known.
    pub message: Message,
}

/// What the map of a plan shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Scene {
    /// The title.
    pub title: Message,
    /// The plan in sentences, the capacity first.
    pub sentences: Vec<Message>,
    /// The nodes that get no blocks, of those that are wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub shortfall: Option<Message>,
    /// What keeps the grids from being the whole truth: a plugin that does not use the blocks of nodes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub caveat: Option<Message>,
    /// What the picture shows, in sentences, for those who do not see it.
    pub summary: Vec<Message>,
    /// The ranges of the plan, then those of ServiceCIDR objects.
    pub ranges: Vec<SceneRange>,
    /// Addresses that ranges share and must not.
    pub overlaps: Vec<SharedAddresses>,
    /// The families that the plan has, IPv4 first.
    pub panes: Vec<Pane>,
    /// Whether the same cell of both grids is the same node, up to `shifted_from`.
    pub in_step: bool,
    /// The first cell from which on it is not, because one family has blocks that no node gets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub shifted_from: Option<usize>,
    /// The uses in the picture.
    pub legend: Vec<LegendEntry>,
    /// The grids as rows for a tree grid: runs of cells with the same meaning.
    pub rows: Vec<Row>,
}

/// The cells of a row in one family.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct RowSpan {
    /// The family.
    pub family: IpFamily,
    /// The network of the first cell.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub first: Cidr,
    /// The network of the last cell.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub last: Cidr,
    /// What the cells are for. None: they are free.
    pub uses: Vec<Use>,
    /// The first network as a screen reader should say it.
    pub spoken: String,
}

/// A row of the tree grid: consecutive cells that mean the same in every family.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Row {
    /// The number of the row, from 1.
    pub index: usize,
    /// The depth of the row, from 1.
    pub level: usize,
    /// The number of its first cell.
    pub first: usize,
    /// The number of its last cell.
    pub last: usize,
    /// Whether its cells have scenes of their own.
    pub expandable: bool,
    /// The cells by family, as far as there are any.
    pub spans: Vec<RowSpan>,
    /// The numbers in the order of [`Scene::overlaps`] of those in the row.
    pub overlaps: Vec<usize>,
    /// The row in a few words.
    pub label: Message,
}

/// Writes a number as a decimal text; a JavaScript number would lose digits.
fn decimal<S: Serializer>(number: &u128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}
