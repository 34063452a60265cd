//! Where the ranges of the plan lie.

pub mod capacity;
pub mod cells;
pub mod gestures;
pub mod grid;
pub mod inspect;
pub mod moving;
pub mod node_axis;
pub mod panes;
pub mod pattern;
pub mod proof;
pub mod reach;
pub mod rows;
pub mod scene;
pub mod service_use;
pub mod strip;
pub mod view;
pub mod words;
