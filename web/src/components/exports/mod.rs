//! The Exports view: targets, their files, what they say about the plan, and what changed since the last export.

pub mod changes;
pub mod code;
pub mod file;
pub mod findings;
pub mod targets;
pub mod tree;
pub mod view;
