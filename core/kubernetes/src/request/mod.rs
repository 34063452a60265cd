//! The plan file: the types of its fields. `decode` converts documents to these types and reports problems.

pub mod decode;
mod endpoint;
pub mod ranges;

pub use endpoint::{Endpoint, EndpointHost, NotAnEndpoint, is_subdomain, join_host_port};

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::catalog::{Cni, Distribution, PodAddressSource, Provider};
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::node_ipam::default_node_mask;
use crate::kubernetes::tools::{Change, Release, ToolRow};
use crate::kubernetes::{Profile, Version};
use crate::net::lists::has_both;
use crate::net::{Cidr, Dual, IpFamily};

/// The `apiVersion` of the plan file.
pub const API_VERSION: &str = "dualstack-planner/v1";
/// The `kind` of the plan file.
pub const KIND: &str = "ClusterPlan";

/// A plan file: the version, ranges and sizes of a planned cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterPlan {
    /// The version of the format: `dualstack-planner/v1`.
    pub api_version: String,
    /// The kind of the document: `ClusterPlan`.
    pub kind: String,
    /// Name of the cluster.
    #[serde(default)]
    pub metadata: Metadata,
    /// The plan itself.
    pub spec: PlanSpec,
}

/// Metadata of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Metadata {
    /// Name of the cluster, used in exported files.
    pub name: String,
}

impl Default for Metadata {
    fn default() -> Self {
        Metadata {
            name: "cluster".to_owned(),
        }
    }
}

/// The properties of the planned cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanSpec {
    /// Kubernetes version, 1.16 … 1.37; a patch level and a vendor's suffix are accepted and kept.
    #[serde(rename = "kubernetesVersion")]
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "String",
            regex(pattern = r"^v?1\.[0-9]{1,3}(\.[0-9]{1,4}([+-][0-9A-Za-z.+_~-]{1,29})?)?$")
        )
    )]
    pub kubernetes_version: Version,
    /// Pod ranges, the primary family first; one entry is a single-stack cluster.
    #[serde(rename = "podCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub pod_cidrs: Vec<Cidr>,
    /// Service ranges, the primary family first.
    #[serde(rename = "serviceCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub service_cidrs: Vec<Cidr>,
    /// Networks of the nodes' own addresses.
    #[serde(rename = "nodeCIDRs", default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub node_cidrs: Vec<Cidr>,
    /// Pools of load balancers outside of a cloud; they may lie in the networks of the nodes.
    #[serde(rename = "loadBalancerCIDRs", default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Cidr[]"))]
    pub load_balancer_cidrs: Vec<Cidr>,
    /// Address of the API server.
    #[serde(rename = "advertiseAddress", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "IpAddress"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub advertise_address: Option<IpAddr>,
    /// The address, or the name, under which nodes reach the API servers together, with or without a port.
    #[serde(
        rename = "controlPlaneEndpoint",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "string"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub control_plane_endpoint: Option<Endpoint>,
    /// Number of nodes, pods per node, and node masks.
    #[serde(default)]
    pub nodes: NodeSizing,
    /// Feature gates of the cluster's components, by name. They add to the gate that dual-stack needs, or override it.
    #[serde(rename = "featureGates", default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Record<string, boolean>"))]
    pub feature_gates: BTreeMap<String, bool>,
    /// Installer or distribution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Distribution"))]
    pub distribution: Option<Distribution>,
    /// CNI plugin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "CniPlugin"))]
    pub cni: Option<Cni>,
    /// Releases of tools that exports are written for, by the id of the tool; absent: the newest known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Record<string, string>"))]
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::kubernetes::tools::schema")
    )]
    pub tools: BTreeMap<String, Release>,
    /// Cloud provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Provider"))]
    pub provider: Option<Provider>,
    /// Networks that must stay free.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<Reserved>,
    /// Rules that are switched off or have another severity than their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleSetting>,
}

/// The severity of a rule in this plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum RuleSeverity {
    /// Its findings are errors.
    Error,
    /// Its findings are warnings.
    Warning,
    /// Its findings are information.
    Info,
    /// The rule is switched off.
    Off,
}

/// A rule and its severity in this plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleSetting {
    /// Code of the rule: `ADDR010`.
    pub code: String,
    /// Severity of its findings.
    pub severity: RuleSeverity,
    /// Reason for the setting; required if the rule is switched off or has a lower severity than its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub reason: Option<String>,
}

/// Numbers of nodes and pods, and node masks of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct NodeSizing {
    /// Number of nodes today.
    pub count: u32,
    /// Largest planned number of nodes; absent: the number of today.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub max: Option<u32>,
    /// Pods per node, kubelet's `maxPods`.
    #[serde(rename = "maxPods")]
    pub max_pods: u32,
    /// Prefix length of a node's IPv4 block, in bits; absent: the default of kube-controller-manager.
    #[serde(rename = "maskSizeIPv4", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub mask_size_ipv4: Option<u8>,
    /// Prefix length of a node's IPv6 block, in bits; absent: the default of kube-controller-manager.
    #[serde(rename = "maskSizeIPv6", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub mask_size_ipv6: Option<u8>,
}

impl Default for NodeSizing {
    /// Returns one node with kubelet's default of 110 pods.
    fn default() -> Self {
        NodeSizing {
            count: 1,
            max: None,
            max_pods: 110,
            mask_size_ipv4: None,
            mask_size_ipv6: None,
        }
    }
}

impl NodeSizing {
    /// Returns the number of nodes to plan for: `max`, but at least `count`.
    pub fn planned(&self) -> u32 {
        self.max.unwrap_or(self.count).max(self.count)
    }

    /// Returns the mask given for that family, in bits. `None` if the plan names none.
    pub fn mask_size(&self, family: IpFamily) -> Option<u8> {
        match family {
            IpFamily::IPv4 => self.mask_size_ipv4,
            IpFamily::IPv6 => self.mask_size_ipv6,
        }
    }
}

/// A network that must stay free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reserved {
    /// Name of its use: `office`, `vpn`.
    pub name: String,
    /// The network.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub cidr: Cidr,
}

impl PlanSpec {
    /// Returns the pod ranges. `None` unless they are one range, or two of different families.
    pub fn pods(&self) -> Option<Dual<Cidr>> {
        Dual::from_cidrs(&self.pod_cidrs)
    }

    /// Returns the Service ranges. `None` unless they are one range, or two of different families.
    pub fn services(&self) -> Option<Dual<Cidr>> {
        Dual::from_cidrs(&self.service_cidrs)
    }

    /// Returns the node networks. `None` unless they are one network, or two of different families.
    pub fn node_networks(&self) -> Option<Dual<Cidr>> {
        Dual::from_cidrs(&self.node_cidrs)
    }

    /// Returns where pods get their addresses from, by the distribution and the plugin. `None` if the plan names neither
    /// of those that decide.
    pub fn pod_addresses(&self) -> Option<PodAddressSource> {
        let from_cloud = |distribution: Distribution| distribution.row().cloud_pods.contain(&self.pod_cidrs);
        if self.distribution.is_some_and(from_cloud) {
            return Some(PodAddressSource::Cloud);
        }
        self.cni.map(|cni| cni.row().addresses)
    }

    /// Returns the release of a tool that exports are written for: the one that the plan names, or the newest that runs
    /// its version of Kubernetes. `None` if a plan cannot name releases of the tool.
    pub fn release(&self, tool: &str) -> Option<Release> {
        let newest = || Some(ToolRow::find(tool)?.newest(self.kubernetes_version));
        self.tools.get(tool).copied().or_else(newest)
    }

    /// Returns whether the release of its tool has something.
    pub fn has(&self, change: &Change) -> bool {
        self.release(change.tool)
            .is_some_and(|release| change.is_in(release))
    }

    /// Prefix length of a node's block as the plan wants it: the one it names, or [`default_node_mask`].
    pub fn node_mask(&self, family: IpFamily) -> u8 {
        self.nodes.mask_size(family).unwrap_or(default_node_mask(family))
    }

    /// Whether pods or Services have both families.
    pub fn is_dual_stack(&self) -> bool {
        has_both(&self.pod_cidrs) || has_both(&self.service_cidrs)
    }

    /// Returns the feature gates with which the components are started: those that the plan names, and the one that
    /// dual-stack needs if it is off by default (1.16 to 1.20).
    ///
    /// ```
    /// use dualstack_ground::document;
    /// use dualstack_kubernetes::request::decode::decode;
    /// let text = "kind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.16\"\n  podCIDRs: [10.244.0.0/16, \"fd00::/48\"]\n";
    /// let stream = document::read(text);
    /// let plan = decode(&stream, |_| true).plan.unwrap().plan;
    /// assert_eq!(plan.spec.gates().given("IPv6DualStack"), Some(true));
    /// ```
    pub fn gates(&self) -> GateSettings {
        self.gates_at(self.kubernetes_version)
    }

    /// Returns the gates of [`PlanSpec::gates`] for the same plan at another version.
    pub fn gates_at(&self, version: Version) -> GateSettings {
        let mut gates: GateSettings = self
            .feature_gates
            .iter()
            .map(|(name, on)| (name.clone(), *on))
            .collect();
        let needed = Profile::resolve(version)
            .dual_stack_gate
            .filter(|gate| self.is_dual_stack() && gates.given(gate).is_none());
        if let Some(gate) = needed {
            gates.set(gate, true);
        }
        gates
    }

    /// Returns the node networks of that family, in order.
    pub fn node_cidrs_of(&self, family: IpFamily) -> impl Iterator<Item = Cidr> + '_ {
        self.node_cidrs
            .iter()
            .copied()
            .filter(move |cidr| cidr.family() == family)
    }
}
