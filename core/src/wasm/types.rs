//! What calls take and give, besides the types of the engine itself. Here and not beside the calls, so that both modules
//! are declared from one list of types.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::admission::Request;
use crate::admission::simulator::{Action, ClusterStart, ServiceCidr, ServiceView, TimelineEntry};
use crate::components::{ComponentSettings, FailedCheck};
use crate::kubernetes::Version;
use crate::net::Cidr;
use crate::nodeipam::{Node, NodeStep};

/// A language of the messages.
#[derive(Serialize, Tsify)]
pub struct LocaleMeta {
    /// BCP 47 tag: `en`.
    pub tag: &'static str,
    /// The language's own name.
    pub name: &'static str,
}

/// Which node blocks to show.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct NodeQuery {
    /// The first node, from 0.
    #[serde(with = "crate::plan::suggest::seed_text")]
    #[tsify(optional, type = "AddressCount | number")]
    pub from: u64,
    /// How many; 1,000 at most.
    #[tsify(optional)]
    pub limit: usize,
}

impl Default for NodeQuery {
    fn default() -> Self {
        NodeQuery { from: 0, limit: 100 }
    }
}

/// What the components of a plan are given, and which start-up checks they would fail with it.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComponentsAnswer {
    /// Settings by component.
    pub components: Vec<ComponentSettings>,
    /// Start-up checks that fail.
    pub failed_checks: Vec<FailedCheck>,
}

/// A request to the API server of a cluster.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdmitCall {
    /// The version.
    #[tsify(type = "KubernetesVersion")]
    pub kubernetes_version: Version,
    /// `--service-cluster-ip-range`, in order.
    #[serde(rename = "serviceCIDRs")]
    #[tsify(type = "Cidr[]")]
    pub service_cidrs: Vec<Cidr>,
    /// Feature gates of the API server, by name. Where `IPv6DualStack` is not named, two ranges mean it is on.
    #[serde(default)]
    #[tsify(optional, type = "Record<string, boolean>")]
    pub feature_gates: BTreeMap<String, bool>,
    /// What is asked.
    pub request: Request,
}

/// A run of the node IPAM controller.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SimulateNodesCall {
    /// The version; absent: the plan's.
    #[serde(default)]
    #[tsify(optional, type = "KubernetesVersion")]
    pub kubernetes_version: Option<Version>,
    /// The flags of kube-controller-manager; absent: those of the plan.
    #[serde(default)]
    #[tsify(optional)]
    pub flags: Option<Vec<String>>,
    /// The text of a plan file, for what is not given otherwise.
    #[serde(default)]
    #[tsify(optional)]
    pub plan: Option<String>,
    /// The Nodes at the start.
    #[serde(default)]
    #[tsify(optional)]
    pub nodes: Vec<Node>,
    /// What happens.
    #[serde(default)]
    #[tsify(optional)]
    pub steps: Vec<NodeStep>,
}

/// A cluster before and after actions.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct SimulateCall {
    /// The cluster before the first action.
    pub start: ClusterStart,
    /// What is done, in order.
    pub actions: Vec<Action>,
}

/// What came of the actions.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SimulateAnswer {
    /// The version now.
    #[tsify(type = "KubernetesVersion")]
    pub version: Version,
    /// The Service ranges of the API servers now, the primary family first.
    #[serde(rename = "serviceCIDRs")]
    #[tsify(type = "Cidr[]")]
    pub ranges: Vec<Cidr>,
    /// The ServiceCIDR objects now; none where the version has none.
    pub service_cidr_objects: Vec<ServiceCidr>,
    /// What was done and what came of it.
    pub timeline: Vec<TimelineEntry>,
    /// The Services now, by namespace and name.
    pub services: Vec<ServiceView>,
}
