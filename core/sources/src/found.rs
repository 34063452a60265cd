//! What is found in texts: components with what they are started with, facts about a cluster, and where each comes from.

use serde::Serialize;
use serde_json::Value as Json;

use crate::components::{Flags, KubeadmDocument, ReadRefusal as Refusal, StartInput, Unread};
pub use crate::components::{SourceOrigin as Origin, StartUp};
use crate::diagnostic::{Component, Diagnostic};
use crate::kubernetes::Version;
use crate::net::IpFamily;

/// The part of a plan that a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The name of the cluster.
    Name,
    /// The Kubernetes version, as it is written: `v1.33.2+k3s1`.
    KubernetesVersion,
    /// The pod ranges, in order.
    PodCidrs,
    /// The Service ranges, in order.
    ServiceCidrs,
    /// The networks of the nodes.
    NodeCidrs,
    /// Addresses of nodes, from which their networks may follow.
    NodeAddresses,
    /// The pools of load balancers.
    LoadBalancerCidrs,
    /// The address of the API server.
    AdvertiseAddress,
    /// The address or name under which nodes reach the API servers together.
    ControlPlaneEndpoint,
    /// The number of nodes.
    NodeCount,
    /// Pods per node.
    MaxPods,
    /// The prefix length of a node's IPv4 block.
    MaskSizeIpv4,
    /// The prefix length of a node's IPv6 block.
    MaskSizeIpv6,
    /// Feature gates, each `Name=true`.
    FeatureGates,
    /// The installer or distribution, by its id in the catalogue.
    Distribution,
    /// The CNI plugin, by its id in the catalogue.
    Cni,
    /// The cloud, by its id in the catalogue.
    Provider,
}

/// How sure it is that the cluster has a value. A stronger value outweighs a weaker one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// The default of a tool or version, which nothing in the texts says.
    Default,
    /// It follows from something else: the version from the suffix of an image, the plugin from its objects.
    Implied,
    /// A configuration asks for it.
    Configured,
    /// A running cluster shows it.
    Observed,
}

/// A value that a text gives for a part of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// The part of the plan.
    pub field: Field,
    /// The values as they are written; one for a field that is no list.
    pub values: Vec<String>,
    /// How sure it is.
    pub strength: Strength,
    /// Where it stands. For a default: the piece whose tool has it.
    pub origin: Origin,
}

/// An object of a cluster that stays beside a plan: what occupies addresses, or adds ranges.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The object.
    pub object: Json,
    /// Its place.
    pub origin: Origin,
    /// Whether the text shows the whole object. Otherwise it only says what is occupied, as a table does.
    pub is_whole: bool,
}

/// Returns the blocks of a Node: `spec.podCIDRs`, or the one block that older versions have.
pub fn pod_cidrs(node: &Json) -> Vec<String> {
    let list = node.pointer("/spec/podCIDRs").and_then(Json::as_array);
    let blocks: Vec<String> = list
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .map(str::to_owned)
        .collect();
    let first = node
        .pointer("/spec/podCIDR")
        .and_then(Json::as_str)
        .unwrap_or_default();
    match blocks.is_empty() && !first.is_empty() {
        true => vec![first.to_owned()],
        false => blocks,
    }
}

/// Everything found in some texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The version that the texts are read for; `None`: the one they name, or the newest.
    pub version: Option<Version>,
    /// The pieces that were recognised.
    pub pieces: Vec<Origin>,
    /// The components, in the order of the texts.
    pub start_ups: Vec<StartUp>,
    /// What the texts say about a cluster.
    pub facts: Vec<Fact>,
    /// The pieces that no kind recognises.
    pub unread: Vec<Unread>,
    /// The pieces that are recognised and start no component.
    pub idle: Vec<Unread>,
    /// The first ClusterPlan: what it says beyond [`Found::facts`] is kept.
    pub plan: Option<Json>,
    /// Objects of a cluster that stay as they are beside a plan.
    pub beside: Vec<Beside>,
    /// The configurations of components with fields that the version does not have, each with its file.
    pub odd_documents: Vec<(Option<String>, KubeadmDocument)>,
    /// The places of numbers that are parts of a sum, whose fact has the place of the first.
    pub summed: Vec<Origin>,
    /// The families that a cluster is asked to have, each with its place: a cloud may choose the ranges.
    pub families: Vec<(IpFamily, Origin)>,
    /// What is to be said about the texts themselves: what was not understood, what a tool refuses.
    pub diagnostics: Vec<Diagnostic>,
}

impl Found {
    /// Adds a component with its configuration.
    pub fn start(&mut self, component: Component, input: impl Into<StartInput>, origin: &Origin) {
        self.start_ups.push(StartUp {
            component,
            input: input.into(),
            origin: origin.clone(),
            refusals: Vec::new(),
        });
    }

    /// Adds the tool that starts the components of a piece, if it refuses the piece.
    pub fn refused(&mut self, refusals: Vec<Refusal>, origin: &Origin) {
        if !refusals.is_empty() {
            self.start_ups.push(StartUp {
                component: Component::Distribution,
                input: StartInput::default(),
                origin: origin.clone(),
                refusals,
            });
        }
    }

    /// Adds the flags of a component, unless there are none.
    pub fn start_with(&mut self, component: Component, flags: Flags, origin: &Origin) {
        if !flags.is_empty() {
            self.start(component, flags, origin);
        }
    }

    /// Adds the families that a text asks for, by whatever names a tool gives them: `IPv6`, `IPV4_IPV6`, `dual`.
    pub fn asked_for<'t>(&mut self, names: impl IntoIterator<Item = &'t str>, origin: &Origin) {
        for name in names {
            let name = name.to_ascii_lowercase();
            let is_dual = name.contains("dual");
            for (family, part) in [(IpFamily::IPv4, "ipv4"), (IpFamily::IPv6, "ipv6")] {
                if is_dual || name.contains(part) {
                    self.families.push((family, origin.clone()));
                }
            }
        }
    }

    /// Adds a fact, unless it has no value.
    pub fn fact<T: Into<String>>(
        &mut self,
        field: Field,
        values: impl IntoIterator<Item = T>,
        strength: Strength,
        origin: Origin,
    ) {
        let values: Vec<String> = values
            .into_iter()
            .map(Into::into)
            .filter(|value: &String| !value.is_empty())
            .collect();
        if !values.is_empty() {
            self.facts.push(Fact {
                field,
                values,
                strength,
                origin,
            });
        }
    }
}
