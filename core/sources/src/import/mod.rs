//! A plan from what exists: the facts of some texts become a ClusterPlan, with the origin of every value, what
//! contradicts what, what is missing, and what was not understood.

mod merge;
mod occupancy;
mod remarks;
mod write;

#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::Value as Json;

use crate::components::Unread;
use crate::diagnostic::Diagnostic;
use crate::found::{Field, Origin, Strength};
use crate::i18n::use_exports;
use crate::items::Text;
use crate::kinds::read;
use crate::kubernetes::Version;

pub use occupancy::{Occupancy, UsedAddress, UsedBlocks, UsedPort};

/// What an import is told besides the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ImportOptions<'a> {
    /// The version that the texts are read for, if they do not name it.
    pub version: Option<Version>,
    /// The language of the comments in the plan, a BCP 47 tag.
    pub language: &'a str,
}

/// A value of the plan, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ImportedValue {
    /// The field of the plan: `spec.podCIDRs`.
    pub path: &'static str,
    /// The part of the plan.
    pub field: Field,
    /// The value, as the plan has it.
    #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
    pub value: Json,
    /// How sure it is.
    pub strength: Strength,
    /// Every place that gives this value, the strongest first.
    pub origins: Vec<Origin>,
}

/// Places that give different values for one field of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Contradiction {
    /// The field of the plan.
    pub path: &'static str,
    /// The part of the plan.
    pub field: Field,
    /// The value that the plan has.
    pub taken: Claim,
    /// The value that it does not have.
    pub other: Claim,
}

/// A value and the place that gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Claim {
    /// The value, its parts joined by commas.
    pub value: String,
    /// How sure it is.
    pub strength: Strength,
    /// Its place.
    pub origin: Origin,
}

/// A field of the plan that nothing gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Missing {
    /// The field of the plan.
    pub path: &'static str,
    /// The part of the plan.
    pub field: Field,
    /// Whether there is no plan without it.
    pub required: bool,
}

/// A plan from what exists.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// The plan file: the ClusterPlan, with a comment that names the origin of each value, and the objects of the
    /// cluster beside it. Fields that are missing are not in it.
    pub text: String,
    /// Each value of the plan with its origins.
    pub values: Vec<ImportedValue>,
    /// Places that give different values.
    pub contradictions: Vec<Contradiction>,
    /// Fields that nothing gives.
    pub missing: Vec<Missing>,
    /// The pieces that no kind of source recognises.
    pub unread: Vec<Unread>,
    /// The pieces that were recognised.
    pub pieces: Vec<Origin>,
    /// Whether the pieces start any component.
    #[serde(skip)]
    pub starts: bool,
    /// The objects that stand beside the plan.
    pub beside: Vec<Origin>,
    /// What the objects of the cluster occupy.
    pub occupancy: Occupancy,
    /// What is to be said: contradictions, what is missing, what was not understood.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads texts and gives the plan of the cluster that they are about. Nothing is guessed: a value is in the plan only if
/// a text, or a default of a tool that a text names, gives it.
///
/// ```
/// use dualstack_sources::{ImportOptions, Text, import};
/// let file = Text {
///     name: Some("kubeadm.yaml"),
///     text: "apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.2\n\
///         networking:\n  podSubnet: 10.244.0.0/16,fd00:10:244::/56\n",
/// };
/// let imported = import(&[file], &ImportOptions::default());
/// assert_eq!(imported.text, "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: \"1.33.2\" # kubeadm.yaml:3 kubernetesVersion
///   podCIDRs: # kubeadm.yaml:5 networking.podSubnet
///     - 10.244.0.0/16
///     - fd00:10:244::/56
///   serviceCIDRs: # default of kubeadm 1.33.2 (kubeadm.yaml:1)
///     - 10.96.0.0/12
///   distribution: kubeadm # kubeadm.yaml:1
/// ");
/// ```
pub fn import(texts: &[Text<'_>], options: &ImportOptions<'_>) -> Import {
    use_exports();
    let mut found = read(texts, options.version);
    if let Some(version) = options.version {
        found.fact(
            Field::KubernetesVersion,
            [version.to_string()],
            Strength::Default,
            Origin {
                path: "--kubernetes-version".to_owned(),
                ..Origin::default()
            },
        );
    }
    let merged = merge::merge(&found);
    let occupancy = Occupancy::of(&found.beside);
    let missing = remarks::missing(&merged);
    let diagnostics = remarks::diagnostics(&found, &merged, &missing, &occupancy);
    Import {
        text: write::plan_file(&found, &merged, options.language),
        values: merged.values,
        contradictions: merged.contradictions,
        missing,
        unread: found.unread,
        pieces: found.pieces,
        starts: !found.start_ups.is_empty(),
        beside: found
            .beside
            .into_iter()
            .filter(|beside| beside.is_whole)
            .map(|beside| beside.origin)
            .collect(),
        occupancy,
        diagnostics,
    }
}
