//! The rule engine: every rule of the registry over one context, in a stable order.

pub mod checklist;
pub mod config;
mod context;
pub mod docs;
pub mod example;
pub(crate) mod meta;
mod objects;
pub(crate) mod plugins;
mod registry;
pub(crate) mod rule;
mod rules;
mod run;
mod services;

pub use crate::document::{Object, WORKLOADS};
pub use context::{FindingBuilder, LintContext, Lookups, Reporter, WrittenRange};
pub use meta::{Needs, RuleMeta};
pub use registry::{is_code, is_read, notes, notes_of, rule, rules};
pub use rule::{Check, Rule, RuleNotes};
pub use run::{run, sort};
pub use services::FieldChange;
