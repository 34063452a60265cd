//! Where the ranges of the plan lie.

pub mod capacity;
pub mod cells;
pub mod grid;
pub mod inspect;
pub mod moving;
pub mod node_axis;
pub mod pattern;
pub mod proof;
pub mod rows;
pub mod service_use;
pub mod strip;
pub mod view;
pub mod words;
