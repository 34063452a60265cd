//! A fact, and what it is about.

use serde::Serialize;

use crate::diagnostic::Component;
use crate::kubernetes::{Confidence, Version};

/// The kind of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// A command line flag.
    Flag,
    /// A field of a configuration file.
    Field,
    /// A feature gate.
    Gate,
    /// A field or object of the Kubernetes API.
    Api,
    /// A number or size that a component checks.
    Limit,
    /// Any other difference in the behaviour of a component.
    Behaviour,
}

/// One fact, in force from one version to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The component that the fact is about.
    pub component: Component,
    /// The kind of the fact.
    pub kind: FactKind,
    /// The name of the fact: `--cluster-cidr`, `KubeletConfiguration.clusterDNS`, `IPv6DualStack`.
    pub name: &'static str,
    /// The first version in which the fact holds.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The last version in which the fact holds; absent if no later state is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub until: Option<Version>,
    /// The default or the state; empty if there is none.
    pub value: String,
    /// The source of the fact.
    pub source: &'static str,
    /// The confidence in the fact.
    pub confidence: Confidence,
}

impl Fact {
    /// Returns whether the fact holds at that version.
    pub fn holds_at(&self, version: Version) -> bool {
        let minor = version.minor();
        self.since.minor() <= minor && self.until.is_none_or(|until| minor <= until.minor())
    }

    /// Returns the key that rows of one fact share.
    pub fn key(&self) -> (Component, FactKind, &'static str) {
        (self.component, self.kind, self.name)
    }
}
