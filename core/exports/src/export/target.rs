//! What a target is: its fixed facts, whether it can write a plan, and its files.

use serde::Serialize;

use super::context::ExportContext;
use super::file_set::{FileError, FileSet};
use super::group::TargetGroup;
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::kubernetes::{Version, Window};

/// What is fixed about a target.
#[derive(Clone, Copy, Debug)]
pub struct TargetMeta {
    /// Its name on the command line: `kubeadm`.
    pub id: &'static str,
    /// The Kubernetes versions it writes for.
    pub versions: Window,
    /// Documentation of the format.
    pub docs: &'static str,
}

/// A target as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is about.
    pub group: TargetGroup,
    /// The group's name for people.
    pub group_title: Message,
    /// Its name for people.
    pub title: Message,
    /// What its files are for.
    pub description: Message,
    /// The first Kubernetes version it writes for.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The last one; absent while nothing later is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub until: Option<Version>,
    /// Documentation of the format.
    pub docs: &'static str,
}

impl TargetMeta {
    /// The target with its titles.
    pub fn describe(&self, group: TargetGroup) -> Target {
        Target {
            id: self.id,
            group,
            group_title: group.title(),
            title: Message::new(format!("target-{}", self.id)),
            description: Message::new(format!("target-{}.description", self.id)),
            since: self.versions.first(),
            until: self.versions.last(),
            docs: self.docs,
        }
    }
}

/// Why a target writes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRefusal(pub Vec<Diagnostic>);

impl From<Diagnostic> for ExportRefusal {
    fn from(reason: Diagnostic) -> ExportRefusal {
        ExportRefusal(vec![reason])
    }
}

/// Whether a target can write the plan, with what there is to say: what is not in the files, or is left to do by hand.
pub type Support = Result<Vec<Diagnostic>, ExportRefusal>;

/// Stops where there are reasons to write nothing.
pub(super) fn refuse(reasons: impl IntoIterator<Item = Diagnostic>) -> Result<(), ExportRefusal> {
    let reasons: Vec<Diagnostic> = reasons.into_iter().collect();
    if reasons.is_empty() {
        Ok(())
    } else {
        Err(ExportRefusal(reasons))
    }
}

/// A target.
pub trait Exporter: Sync {
    /// What is fixed about it.
    fn meta(&self) -> &'static TargetMeta;
    /// Whether it can write the plan. The version is checked before.
    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let _ = cx;
        Ok(Vec::new())
    }
    /// Writes the files.
    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError>;
}
