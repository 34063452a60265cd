//! Export of a plan to files, in the form that installers and components read.
//!
//! A target is one module below `targets/<group>/` and a line of that folder's `mod.rs`. What a target cannot express
//! is a diagnostic. Files depend on the [`ExportContext`] and on nothing else.

pub mod checksum;
mod context;
pub mod docs;
mod file_set;
mod findings;
#[cfg(test)]
mod for_tests;
mod forecasts;
mod group;
mod joined;
mod names;
mod ranges;
mod registry;
mod run;
mod target;
mod targets;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod verify;

pub use context::{DrawMap, ExportContext, Picture, WriteReport};
pub use file_set::{ExportFile, FileError, FileSet};
pub use group::TargetGroup;
pub use joined::{PlansToJoin, export_joined};
pub use run::{Exported, export, targets};
pub use target::{Checked, ExportRefusal, Exporter, Support, Target, TargetMeta};
pub use verify::{FileToVerify, Origin, VerifiedFile, verify};

use findings::{finding, refused};
use target::refuse;
