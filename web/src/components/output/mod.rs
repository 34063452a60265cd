//! What to give to machines: flags of the components.

pub mod components;
