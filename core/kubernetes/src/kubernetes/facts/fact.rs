//! A fact, and what it is about.

use serde::Serialize;

use crate::diagnostic::Component;
use crate::kubernetes::{Confidence, Version};

/// What a fact is about.
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
    /// A number or size that is checked.
    Limit,
    /// Anything else a component does differently.
    Behaviour,
}

/// One fact, in force from one version to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// Whom it is about.
    pub component: Component,
    /// What it is about.
    pub kind: FactKind,
    /// The name: `--cluster-cidr`, `KubeletConfiguration.clusterDNS`, `IPv6DualStack`.
    pub name: &'static str,
    /// The first version.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The last version; absent while nothing later is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub until: Option<Version>,
    /// The default or the state; empty where there is none.
    pub value: String,
    /// Where it was read.
    pub source: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Fact {
    /// Whether it holds at that version.
    pub fn holds_at(&self, version: Version) -> bool {
        let minor = version.minor();
        self.since.minor() <= minor && self.until.is_none_or(|until| minor <= until.minor())
    }

    /// What makes two rows rows of one fact.
    pub fn key(&self) -> (Component, FactKind, &'static str) {
        (self.component, self.kind, self.name)
    }
}
