//! Whole pages.

pub mod planner;
