//! The targets: their metadata, the check whether one can write a plan, and its files.

use serde::Serialize;

use super::context::ExportContext;
use super::file_set::{FileError, FileSet};
use super::group::TargetGroup;
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::kubernetes::{Version, Window};

/// What the files of a target were checked against, and at which state of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Held against the tool's own schema.
    Schema(&'static str),
    /// Held against what the tool's source does with them.
    Source(&'static str),
    /// The tool was started with them, or with the same values.
    Started(&'static str),
    /// Read by another reader of the format.
    Reader(&'static str),
    /// Held against documentation, because there is nothing else.
    Documentation(&'static str),
}

impl Checked {
    /// Returns the sentence about it.
    pub fn message(self) -> Message {
        let (id, what) = match self {
            Checked::Schema(what) => ("checked-schema", what),
            Checked::Source(what) => ("checked-source", what),
            Checked::Started(what) => ("checked-started", what),
            Checked::Reader(what) => ("checked-reader", what),
            Checked::Documentation(what) => ("checked-documentation", what),
        };
        Message::new(id).with("what", what)
    }
}

/// The metadata of a target.
#[derive(Clone, Copy, Debug)]
pub struct TargetMeta {
    /// The id of the target, used on the command line: `kubeadm`.
    pub id: &'static str,
    /// The Kubernetes versions that the target writes for.
    pub versions: Window,
    /// The address of the documentation of the format.
    pub docs: &'static str,
    /// What its files were checked against.
    pub checked: &'static [Checked],
}

/// A target as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// The id of the target, used on the command line.
    #[cfg_attr(feature = "wasm", tsify(type = "ExportTarget"))]
    pub id: &'static str,
    /// The group of the target.
    pub group: TargetGroup,
    /// The title of the group.
    pub group_title: Message,
    /// The title of the target.
    pub title: Message,
    /// The purpose of its files.
    pub description: Message,
    /// The first Kubernetes version that the target writes for.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The last Kubernetes version that the target writes for; absent if no later limit is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub until: Option<Version>,
    /// The address of the documentation of the format.
    pub docs: &'static str,
    /// What its files were checked against: schemas, sources, the tools themselves.
    pub checked: Vec<Message>,
}

impl TargetMeta {
    /// Returns the target with its titles, as a member of `group`.
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
            checked: self.checked.iter().map(|checked| checked.message()).collect(),
        }
    }
}

/// The reasons why a target writes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRefusal(pub Vec<Diagnostic>);

impl From<Diagnostic> for ExportRefusal {
    fn from(reason: Diagnostic) -> ExportRefusal {
        ExportRefusal(vec![reason])
    }
}

/// Whether a target can write the plan. `Ok` holds remarks: what the files do not contain, or what is left to do by
/// hand.
pub type Support = Result<Vec<Diagnostic>, ExportRefusal>;

/// Refuses the export if there are reasons to.
///
/// # Errors
/// Returns the reasons, if there are any.
pub(super) fn refuse(reasons: impl IntoIterator<Item = Diagnostic>) -> Result<(), ExportRefusal> {
    let reasons: Vec<Diagnostic> = reasons.into_iter().collect();
    if reasons.is_empty() {
        Ok(())
    } else {
        Err(ExportRefusal(reasons))
    }
}

/// A target of the export.
pub trait Exporter: Sync {
    /// Returns the metadata of the target.
    fn meta(&self) -> &'static TargetMeta;
    /// Returns the port at which the tool serves the API, if its files may have the host of the plan's endpoint alone.
    fn api_port(&self) -> Option<u16> {
        None
    }
    /// Returns whether the target can write the plan. The version has been checked before.
    ///
    /// # Errors
    /// Returns the reasons why the target writes nothing.
    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let _ = cx;
        Ok(Vec::new())
    }
    /// Adds the files of the target to `out`.
    ///
    /// # Errors
    /// Returns the error of [`FileSet::add`] if `out` refuses a file.
    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError>;
}
