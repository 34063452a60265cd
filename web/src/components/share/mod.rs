//! The ways to show a plan to others.

pub mod menu;

mod ways;
