//! Many clusters from shared blocks: their map, their table, their files.

pub mod view;

mod clusters;
mod files;
mod pane;
