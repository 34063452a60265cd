//! The fleet file: the types of its fields. `decode` converts documents to these types and reports problems.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Cni, Distribution, Provider};
use crate::change::GrowthRate;
use crate::diagnostic::Pointer;
use crate::kubernetes::Version;
use crate::net::{Cidr, IpFamily};
use crate::request::{Metadata, NodeSizing, Reserved};

/// The largest number of clusters of a fleet. They are placed in nearly linear time, unlike the ranges of one plan.
pub(crate) const MOST_CLUSTERS: usize = 100_000;

/// The `kind` of the fleet file.
pub const KIND: &str = "FleetPlan";

/// The group of clusters that name none.
pub(crate) const DEFAULT_GROUP: &str = "default";
/// The site of clusters that name none.
pub(crate) const DEFAULT_SITE: &str = "default";

/// The number of Services of clusters that name none.
const DEFAULT_SERVICES: u32 = 1_000;
/// The number of months of a growth that names none.
pub(crate) const DEFAULT_MONTHS: u32 = 36;

/// A fleet file: the shared blocks, what stays where it is, and the clusters that need a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FleetPlan {
    /// The version of the format: `dualstack-planner/v1`.
    pub api_version: String,
    /// The kind of the document: `FleetPlan`.
    pub kind: String,
    /// Name of the fleet.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub metadata: Metadata,
    /// The fleet itself.
    pub spec: FleetSpec,
}

/// The blocks and clusters of a fleet.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FleetSpec {
    /// The blocks that pod and Service ranges are cut from, of both families.
    pub blocks: Vec<Cidr>,
    /// Groups of connected clusters that have blocks of their own. With this list a cluster may name these groups only,
    /// and `default`.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub groups: Vec<FleetGroup>,
    /// Networks that must stay free in every group.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub reserved: Vec<Reserved>,
    /// Clusters that run already and stay where they are.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub existing: Vec<ExistingCluster>,
    /// The values of clusters that do not name their own.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub defaults: ClusterSettings,
    /// The clusters that need a place. Their order means nothing.
    pub clusters: Vec<FleetCluster>,
}

impl FleetSpec {
    /// Returns the blocks of a group.
    pub fn blocks_of(&self, group: &str) -> &[Cidr] {
        let own = self.groups.iter().find(|own| own.name == group);
        match own {
            Some(own) if !own.blocks.is_empty() => &own.blocks,
            _ => &self.blocks,
        }
    }

    /// Returns the clusters that need a place, by name.
    pub(crate) fn by_name(&self) -> BTreeMap<&str, &FleetCluster> {
        let mut named = BTreeMap::new();
        named.extend(
            self.clusters
                .iter()
                .map(|cluster| (cluster.name.as_str(), cluster)),
        );
        named
    }
}

/// Returns the entries of a list by their group, in their order.
pub(crate) fn by_group<T>(list: &[T], group: fn(&T) -> &str) -> BTreeMap<&str, Vec<&T>> {
    let mut groups: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
    for entry in list {
        groups.entry(group(entry)).or_default().push(entry);
    }
    groups
}

/// A group of connected clusters: a mesh, peered networks, a VPN. Nothing overlaps inside a group; groups use the same
/// addresses again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FleetGroup {
    /// Name of the group.
    pub name: String,
    /// The blocks of the group; absent: those of the fleet.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub blocks: Vec<Cidr>,
}

/// A cluster that runs already. Its ranges are given here, or by a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExistingCluster {
    /// Name of the cluster.
    pub name: String,
    /// The group that it is connected with; absent: `default`.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub group: String,
    /// A plan file, or a file or folder that `dualstack import` reads, from the folder of the fleet file.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub plan: Option<String>,
    /// Pod ranges.
    #[serde(rename = "podCIDRs")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub pod_cidrs: Vec<Cidr>,
    /// Service ranges.
    #[serde(rename = "serviceCIDRs")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub service_cidrs: Vec<Cidr>,
    /// Networks of the nodes' own addresses.
    #[serde(rename = "nodeCIDRs")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub node_cidrs: Vec<Cidr>,
    /// Where it stands in the fleet file.
    #[serde(skip)]
    pub pointer: Pointer,
}

/// A cluster that needs a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FleetCluster {
    /// Name of the cluster: lower-case letters, digits, `-` and `.`. No two clusters have the same.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = r"^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"))
    )]
    pub name: String,
    /// Networks of the nodes' own addresses. They stay as they are, and nothing is placed into them.
    #[serde(rename = "nodeCIDRs")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub node_cidrs: Vec<Cidr>,
    /// What it needs, with the defaults of the fleet.
    #[serde(flatten)]
    pub settings: ClusterSettings,
    /// Where it stands in the fleet file.
    #[serde(skip)]
    pub pointer: Pointer,
}

/// What a cluster needs, and how it is planned.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(default))]
#[serde(rename_all = "camelCase")]
pub struct ClusterSettings {
    /// The group that it is connected with; absent: `default`.
    pub group: String,
    /// The place that its routes are summed up for: a region, a data centre; absent: `default`.
    pub site: String,
    /// Kubernetes version; absent: that of new plans.
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "String",
            regex(pattern = r"^v?1\.[0-9]{1,3}(\.[0-9]{1,4}([+-][0-9A-Za-z.+_~-]{1,29})?)?$")
        )
    )]
    pub kubernetes_version: Version,
    /// The families, the primary one first; absent: those of the blocks, IPv4 first.
    pub families: Vec<IpFamily>,
    /// Number of nodes, pods per node, and node masks.
    pub nodes: NodeSizing,
    /// Number of Services.
    pub services: u32,
    /// What comes every month.
    pub growth: Option<ClusterGrowth>,
    /// Installer or distribution.
    pub distribution: Option<Distribution>,
    /// CNI plugin.
    pub cni: Option<Cni>,
    /// Cloud provider.
    pub provider: Option<Provider>,
}

impl Default for ClusterSettings {
    fn default() -> Self {
        ClusterSettings {
            group: DEFAULT_GROUP.to_owned(),
            site: DEFAULT_SITE.to_owned(),
            kubernetes_version: Version::DEFAULT,
            families: Vec::new(),
            nodes: NodeSizing::default(),
            services: DEFAULT_SERVICES,
            growth: None,
            distribution: None,
            cni: None,
            provider: None,
        }
    }
}

impl ClusterSettings {
    /// Returns the number of nodes to plan for: the largest one named, or what the growth comes to.
    pub fn planned_nodes(&self) -> u32 {
        let grown = self.growth.map_or(0, |growth| growth.nodes(self.nodes.count));
        self.nodes.planned().max(grown).max(1)
    }

    /// Returns the number of Services to plan for.
    pub fn planned_services(&self) -> u32 {
        let grown = self.growth.map_or(0, |growth| growth.services(self.services));
        self.services.max(grown)
    }
}

/// What comes every month, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(default))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterGrowth {
    /// The nodes that come every month: a number, or percent of those there are, `"5%"`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "rate_schema"))]
    pub nodes_per_month: GrowthRate,
    /// The Services that come every month.
    #[cfg_attr(feature = "schema", schemars(schema_with = "rate_schema"))]
    pub services_per_month: GrowthRate,
    /// The number of months; absent: 36.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub months: u32,
}

impl Default for ClusterGrowth {
    fn default() -> Self {
        ClusterGrowth {
            nodes_per_month: GrowthRate::default(),
            services_per_month: GrowthRate::default(),
            months: DEFAULT_MONTHS,
        }
    }
}

impl ClusterGrowth {
    fn nodes(&self, today: u32) -> u32 {
        last(self.nodes_per_month, today, self.months)
    }

    fn services(&self, today: u32) -> u32 {
        last(self.services_per_month, today, self.months)
    }
}

/// Returns what there is after some months. What is larger than any cluster is the largest number.
fn last(rate: GrowthRate, today: u32, months: u32) -> u32 {
    let series = rate.series(u64::from(today), months);
    let last = series.last().copied().unwrap_or_default();
    u32::try_from(last).unwrap_or(u32::MAX)
}

/// Reads a rate as the file gives it.
pub(crate) fn rate(text: &str) -> Option<GrowthRate> {
    text.parse().ok()
}

/// Returns the schema of a rate: a number, or a number with `%`.
#[cfg(feature = "schema")]
fn rate_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({
        "anyOf": [
            { "type": "number", "minimum": 0 },
            { "type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?%?$" }
        ]
    })
}
