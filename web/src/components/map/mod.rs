//! Where the ranges of the plan lie.

pub mod address_map;
pub mod capacity;
pub mod pattern;
pub mod twin;
