//! Where the ranges of the plan lie.

pub mod address_map;
pub mod capacity;
pub mod node_axis;
pub mod pattern;
pub mod service_use;
pub mod twin;
pub mod words;
