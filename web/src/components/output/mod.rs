//! What to give to machines: flags of the components and files for targets.

pub mod components;
pub mod targets;
