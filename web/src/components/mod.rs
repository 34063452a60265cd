//! What is on the page, by area. Properties in, [`crate::state::Action`]s out.

pub mod bring;
pub mod change;
pub mod check;
pub mod diagnostics;
pub mod editor;
pub mod exports;
pub mod fleet;
pub mod map;
pub mod nodes;
pub mod output;
pub mod plans;
pub mod services;
pub mod share;
pub mod shell;
pub mod simulation;
