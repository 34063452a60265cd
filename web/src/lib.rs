//! The planner as a page.

pub mod share;
pub mod state;
