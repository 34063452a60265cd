//! The groups in which lists show the targets.

use serde::Serialize;

use crate::i18n::{Message, use_exports};

/// The subject of a target; lists show targets by group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum TargetGroup {
    /// Installers and distributions.
    Installers,
    /// The components themselves.
    Components,
    /// CNI plugins.
    Plugins,
    /// Packets that leave the cluster.
    Egress,
    /// Load balancers on bare metal.
    Balancers,
    /// Objects of the Kubernetes API.
    Objects,
    /// Admission policies.
    Policies,
    /// Managed clusters.
    Clouds,
    /// Infrastructure as code.
    Tools,
    /// Address management.
    Addresses,
    /// The plan for readers and programs.
    Documents,
}

impl TargetGroup {
    /// `installers`, `plugins` …: part of a message id and of the folder's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            TargetGroup::Installers => "installers",
            TargetGroup::Components => "components",
            TargetGroup::Plugins => "plugins",
            TargetGroup::Egress => "egress",
            TargetGroup::Balancers => "balancers",
            TargetGroup::Objects => "objects",
            TargetGroup::Policies => "policies",
            TargetGroup::Clouds => "clouds",
            TargetGroup::Tools => "tools",
            TargetGroup::Addresses => "addresses",
            TargetGroup::Documents => "documents",
        }
    }

    /// Returns the title of the group.
    pub fn title(self) -> Message {
        use_exports();
        Message::new(format!("group-{}", self.as_str()))
    }
}
